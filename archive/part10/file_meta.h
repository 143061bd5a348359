#pragma once

#include "schema/result.h"
#include "schema/uid.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace cassette {

// Of a File Meta group (PS3.10 7.1) what an archive needs. Values as written, without padding; empty when absent.
struct FileMeta {
    std::string sop_class;        // Media Storage SOP Class UID (0002,0002)
    std::string sop_instance;     // Media Storage SOP Instance UID (0002,0003)
    std::string transfer_syntax;  // (0002,0010)
    std::size_t size = 0;         // bytes of the group
};

enum class MoreBytes { may_follow, none };

// Reads the group from the start of `bytes`, up to the first element of another group; File Meta Information Group Length
// is believed only where the data set cannot be told from the group, because it is deflated. nullopt when more bytes are
// needed. ErrorCode::malformed for a broken group.
[[nodiscard]] Result<std::optional<FileMeta>> read_file_meta(std::span<std::byte const> bytes, MoreBytes more);

// What precedes a data set that came without: preamble, "DICM" and a File Meta group that depends on nothing but these
// three UIDs, so that the same data set is the same file whoever sends it.
[[nodiscard]] std::string make_file_prefix(std::string const& sop_class, std::string const& sop_instance,
                                           std::string const& transfer_syntax);

// 128 zero bytes; with "DICM" they precede a File Meta group.
[[nodiscard]] std::string preamble();

// Of this software, PS3.7 D.3.3.2. The root 2.25 stands for UUID-derived UIDs (PS3.5 B.2).
inline constexpr std::string_view implementation_class_uid = "2.25.94063251807190385462371906413582640518";
inline constexpr std::string_view implementation_version_name = "CASSETTE_1";

}  // namespace cassette
