#pragma once

#include <span>
#include <string_view>

namespace cassette {

// How the data set around Pixel Data is written, PS3.5 10.
enum class DatasetEncoding { implicit_little, explicit_little, explicit_big, deflated };

struct TransferSyntax {
    std::string_view uid;
    std::string_view name;  // PS3.6 A
    DatasetEncoding encoding;
    bool encapsulated;
    bool lossy;                   // may lose information
    std::string_view media_type;  // of one frame, PS3.18 8.7.3: "application/octet-stream" when native
};

// The transfer syntaxes of PS3.6 Table A-1 for Composite SOP Instances, retired ones included.
[[nodiscard]] std::span<TransferSyntax const> transfer_syntaxes();
// nullptr when the UID is not in the table; such objects are stored and returned as they are, walked as Explicit VR
// Little Endian unless they prove otherwise.
[[nodiscard]] TransferSyntax const* find_transfer_syntax(std::string_view uid);

}  // namespace cassette
