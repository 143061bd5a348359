#pragma once

#include "archive/pixels/transcode.h"
#include "tests/support/single_instance_archive.h"

#include <string>
#include <string_view>

namespace cassette::testing {

// All that a stream gives. Its length, where it says one, is checked.
[[nodiscard]] Result<std::string> all_of(ByteStream& stream);

// The stored instance as a Part 10 file in another transfer syntax.
[[nodiscard]] Result<std::string> transcoded(SingleInstanceArchive const& holder, std::string_view transfer_syntax);
[[nodiscard]] Result<std::string> transcoded(std::string_view part10, std::string_view transfer_syntax);
// A frame of it, counted from 1.
[[nodiscard]] Result<std::string> frame_in(SingleInstanceArchive const& holder, std::uint32_t number,
                                           std::string_view transfer_syntax);
// Every frame as native cells, little endian, the samples of a pixel beside each other.
[[nodiscard]] Result<std::string> decoded_cells(SingleInstanceArchive const& holder);
[[nodiscard]] Result<std::string> decoded_cells(std::string_view part10);

[[nodiscard]] std::vector<std::string> obtainable(SingleInstanceArchive const& holder);

}  // namespace cassette::testing
