#pragma once

#include "storage/blob_journal.h"
#include "storage/blob_store.h"
#include "storage/file_system.h"

#include <filesystem>

namespace cassette {

// Blobs as files: <folder>/objects/ab/cd/<sha256>; on their way in <folder>/incoming/, the small ones also in <folder>/journal/.
// docs/on-disk-format.md. Removes what is left in incoming/ and restores what is recorded in journal/, so exactly one store may
// be open on a folder (the caller holds the data folder's lock). What gives blobs ends before the store, which settles the
// journal. `files` outlives the store. ErrorCode::out_of_resources when the folders cannot be made or the journal not be read.
[[nodiscard]] Result<std::unique_ptr<BlobStore>> open_folder_blob_store(std::filesystem::path const& folder,
                                                                        FileSystem& files = posix_file_system(),
                                                                        JournalLimits journal = {});

// A blob of a folder that another process may have open as its store: nothing but the blob is touched.
// ErrorCode::not_found when there is no such blob.
[[nodiscard]] Result<std::shared_ptr<Blob const>> open_blob_of_folder(std::filesystem::path const& folder,
                                                                      Digest const& digest);

}  // namespace cassette
