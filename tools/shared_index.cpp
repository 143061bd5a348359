#include "tools/shared_index.h"

#include "storage/sqlite_index.h"

#include <utility>

namespace cassette {

namespace {

Failure in_use(Configuration const& configuration, std::string_view why) {
    return fail(ErrorCode::unavailable, std::string{why} + ' ' + configuration.data.string());
}

Result<SharedIndex> open_beside(Configuration const& configuration) {
    auto const file = configuration.data / "index.sqlite";
    std::error_code error;
    if (std::filesystem::exists(configuration.data / "index.sqlite.new", error))
        return in_use(configuration, "another process makes the index anew in");
    if (!std::filesystem::exists(file, error))
        return in_use(configuration, "another process, without an index yet, uses the data folder");
    auto index = open_sqlite_index(file, {.readers = 1, .batch_max = 1, .schema_update = SchemaUpdate::refused});
    if (!index) return fail(index.error());
    return SharedIndex{std::nullopt, std::move(*index)};
}

}  // namespace

Result<SharedIndex> open_shared_index(Configuration const& configuration, CreateFolder create) {
    auto folder = DataFolder::open(configuration.data, create);
    if (!folder && folder.error().code == ErrorCode::unavailable) return open_beside(configuration);
    if (!folder) return fail(folder.error());
    if (folder->lacks_index())
        return fail(ErrorCode::conflict,
                    "objects without an index: run cassette reindex on " + folder->path().string());
    auto index = open_sqlite_index(folder->index_file());
    if (!index) return fail(index.error());
    return SharedIndex{std::move(*folder), std::move(*index)};
}

}  // namespace cassette
