#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

#include <span>
#include <string>
#include <vector>

namespace cassette {

// An instance as a file of a File-set.
struct FileSetEntry {
    InstanceLocation location;
    TransferSyntaxUID transfer_syntax;  // in which it is given
};

// The File ID of each entry, PS3.10 8.5: components of at most eight capitals and digits, from the root on. Entries of one
// study come together, and of one series.
using FileId = std::vector<std::string>;
[[nodiscard]] std::vector<FileId> file_ids(std::span<FileSetEntry const> entries);

// The DICOMDIR (PS3.10 8.6, PS3.3 F) of a File-set of these instances under those File IDs, made of their metadata without
// opening an object. All are of the scope. Attributes that a record cannot be without and that the instances have not get
// values that say so. ErrorCode::not_found when nothing of them is left.
[[nodiscard]] Result<std::string> make_dicomdir(Archive const& archive, Principal const& principal,
                                                RetrieveScope const& scope, std::span<FileSetEntry const> entries);

}  // namespace cassette
