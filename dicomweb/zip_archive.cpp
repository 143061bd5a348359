#include "dicomweb/zip_archive.h"

#include "archive/retrieve/dicomdir.h"
#include "dicomweb/outcome.h"
#include "dicomweb/zip_body.h"
#include "schema/moment.h"
#include "schema/transfer_syntax.h"

#include <algorithm>
#include <utility>

namespace cassette::dicomweb {

namespace {

enum class Directory { none, dicomdir };

Result<Directory> parse_directory(http::Request const& request) {
    auto const parameter = request.parameter("dicomdir");
    if (!parameter || *parameter == "false") return Directory::none;
    if (*parameter == "true") return Directory::dicomdir;
    return fail(ErrorCode::malformed, "dicomdir: true or false");
}

std::string file_name(FileId const& id, Directory directory) {
    std::string name;
    for (auto const& component : id) name += (name.empty() ? "" : "/") + component;
    return directory == Directory::dicomdir ? name : name + ".dcm";
}

// A lossy object is another SOP Instance (PS3.3 C.12.4.1.5), whose UID is not known before it is made.
bool gets_new_uid(RetrievedInstance const& instance) {
    auto const* syntax = find_transfer_syntax(instance.transfer_syntax.str());
    return !instance.as_stored() && syntax != nullptr && syntax->lossy;
}

std::vector<FileSetEntry> file_set(std::vector<RetrievedInstance> const& instances) {
    std::vector<FileSetEntry> entries;
    for (auto const& [location, transfer_syntax] : instances) entries.push_back({location, transfer_syntax});
    return entries;
}

ZipEntry dicomdir_entry(std::string bytes, std::int64_t modified_at) {
    auto const length = bytes.size();
    auto open = [bytes = std::move(bytes)]() -> Result<Pieces> { return Pieces{bytes}; };
    return {"DICOMDIR", modified_at, length, PiecesOpener{std::move(open)}};
}

// A name for the browser to save it under; UIDs are safe in it (schema/uid.h).
std::string disposition(RetrieveScope const& scope) {
    return "attachment; filename=\"" + (scope.series ? scope.series->str() : scope.study.str()) + ".zip\"";
}

}  // namespace

Result<http::Response> zip_response(Service const& service, http::Request const& request, RetrieveScope const& scope,
                                    std::vector<RetrievedInstance> const& instances) {
    auto const directory = parse_directory(request);
    if (!directory) return fail(directory.error());
    auto const set = file_set(instances);
    auto const ids = file_ids(set);
    std::vector<ZipEntry> entries;
    if (*directory == Directory::dicomdir) {
        if (std::ranges::any_of(instances, gets_new_uid))
            return fail(ErrorCode::not_acceptable, "a DICOMDIR is not to be had of what is compressed with loss");
        auto dicomdir = make_dicomdir(service.archive, request.principal, scope, set);
        if (!dicomdir) return fail(dicomdir.error());
        auto const newest = std::ranges::max(
            instances, {}, [](RetrievedInstance const& instance) { return instance.location.stored_at; });
        entries.push_back(dicomdir_entry(*std::move(dicomdir), newest.location.stored_at / nanoseconds_in_second));
    }
    for (std::size_t i = 0; i < instances.size(); ++i)
        entries.push_back({file_name(ids[i], *directory), instances[i].location.stored_at / nanoseconds_in_second,
                           instances[i].length(), opener_of(service.archive, request.principal, instances[i])});
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", "application/zip");
    response.fields.set("Content-Disposition", disposition(scope));
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept");
    response.body = zip_body(std::move(entries));
    return response;
}

}  // namespace cassette::dicomweb
