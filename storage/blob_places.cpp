#include "storage/blob_places.h"

#include "schema/moment.h"
#include "storage/file_time.h"

#include <sys/stat.h>

namespace cassette {

Result<FileDescriptor> BlobPlaces::create(std::string const& path) {
    auto file = files_.create(path);
    // Whatever is wrong, the folder itself gone among it, nothing can be written; unless it is of the moment.
    if (!file && file.error().code != ErrorCode::unavailable)
        return fail(ErrorCode::out_of_resources, file.error().detail);
    return file;
}

Result<void> BlobPlaces::move(std::string const& path, Digest const& digest) {
    auto const target = directories_.path_of(digest);
    auto moved = files_.rename(path, target);
    if (moved || moved.error().code != ErrorCode::not_found) return moved;
    if (auto made = directories_.make(digest); !made) return made;
    moved = files_.rename(path, target);
    if (moved || moved.error().code != ErrorCode::not_found) return moved;
    return fail(ErrorCode::internal, "the incoming file is gone");
}

Result<void> BlobPlaces::write(std::string const& path, Content const& content) {
    auto const file = create(path);
    if (!file) return fail(file.error());
    auto const written = files_.write(file->get(), content.bytes);
    if (!written) return written;
    set_modified_at(file->get(), content.stored_at);
    return content.sync == Sync::yes ? files_.sync(file->get()) : written;
}

Result<void> BlobPlaces::put(Digest const& digest, std::span<std::byte const> bytes, std::int64_t stored_at,
                             Sync sync) {
    auto const path = new_name();
    auto done = write(path, {bytes, stored_at, sync});
    if (done) done = move(path, digest);
    if (!done) (void)files_.remove(path);
    return done && sync == Sync::yes ? directories_.sync(digest) : done;
}

Result<void> BlobPlaces::put_again(Digest const& digest, std::span<std::byte const> bytes, Sync sync) {
    struct stat before {};
    bool const was_there = ::stat(directories_.path_of(digest).c_str(), &before) == 0;
    return put(digest, bytes, was_there ? modified_at(before) : nanoseconds_now(), sync);
}

}  // namespace cassette
