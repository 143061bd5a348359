#pragma once

#include "archive/archive.h"
#include "archive/part10/element_header.h"
#include "archive/part10/header_writer.h"
#include "archive/part10/instance_layout.h"
#include "schema/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cassette {

// Things about the encoding of a data set that are wrong and do no harm.
struct ScanRemarks {
    bool odd_length = false;
    bool unknown_vr = false;
    bool trailing_bytes = false;
    bool unterminated = false;
    bool stray_item = false;
};

// What the scanner found in a whole data set.
struct ScannedDataset {
    std::string header;  // Explicit VR in `order`; bulk values and Pixel Data have length 0 or are left out
    ByteOrder order = ByteOrder::little;
    std::vector<BulkValue> bulk;                  // ranges count from the data set's first byte
    PixelLayout pixels;                           // likewise; frames not yet resolved (frame_index.h)
    std::vector<std::uint64_t> basic_offsets;     // PS3.5 A.4
    std::vector<std::uint64_t> extended_offsets;  // Extended Offset Table (7FE0,0001)
    std::vector<bool> fragment_starts_frame;      // it begins like a compressed image does
    ScanRemarks remarks;
};

// Walks a data set as it streams by, without recursion and in bounded memory, and keeps its header: everything but Pixel
// Data and other bulk data. Refuses what exceeds DatasetLimits, so that no recursive parser ever meets it.
class DatasetScanner {
public:
    DatasetScanner(DatasetLimits const& limits, ElementEncoding encoding);

    // ErrorCode::malformed for a broken structure, too_large beyond a limit. After an error the scanner is done.
    Result<void> feed(std::span<std::byte const> bytes);
    // ErrorCode::malformed when the data set ends inside an element, sequence or item.
    Result<ScannedDataset> finish();

    // How many of the next bytes the scanner would only count: a reader that can seek may call `skip` instead of feeding.
    std::uint64_t skippable() const { return state_ == State::skip ? remaining_ : 0; }
    void skip(std::uint64_t count);

    // The value of a top-level element that has already passed, as written, without padding: for the UIDs and numbers that
    // identify and measure an instance. Empty when it was not there (yet).
    std::string top_level(Tag tag) const;

private:
    enum class State { element, copy, skip, fragment_prefix };
    enum class Container { sequence, item, fragments };
    struct Open {
        Container kind;
        std::uint64_t end;  // position after the last byte; none when the length is undefined
        ElementEncoding encoding;
        Tag tag;
        bool in_header = true;          // nested encapsulated pixel data, for one, are left out
        bool perhaps_explicit = false;  // inside UN of undefined length some writers stay explicit
        std::uint32_t items = 0;
    };

    Result<void> element(ElementHeader const& header);
    Result<void> in_sequence(ElementHeader const& header);
    Result<void> in_fragments(ElementHeader const& header);
    Result<void> data_element(ElementHeader const& header);
    Result<void> stray_item(ElementHeader const& header);
    Result<void> open_sequence(Tag tag, std::uint32_t length, ElementEncoding encoding);
    Result<void> open_fragments(Tag tag, std::string_view vr);
    Result<void> push(Open container);
    Result<void> close_finished();
    void close();
    Result<void> close_for(ElementHeader const& header);
    Result<void> begin_value(Tag tag, std::string_view vr, std::uint32_t length);
    Result<void> copy_value(std::uint32_t length, std::string* capture);
    void skip_value(std::uint64_t length);
    Result<void> value_done();
    void remember_top_value();
    void record_bulk(Tag tag, std::string_view vr, std::uint32_t length);
    void record_native_pixels(Tag tag, std::string_view vr, std::uint32_t length);
    void end_fragment_prefix();
    std::string_view vr_of(ElementHeader const& header);
    std::string path_to(Tag tag) const;
    ElementEncoding encoding() const { return open_.empty() ? top_encoding_ : open_.back().encoding; }
    bool at_top() const { return open_.empty(); }
    bool in_header() const { return open_.empty() || open_.back().in_header; }
    Result<std::size_t> take_header(std::span<std::byte const> bytes);
    Result<std::size_t> take_value(std::span<std::byte const> bytes);
    Result<void> check_end() const;

    DatasetLimits limits_;
    ElementEncoding top_encoding_;
    State state_ = State::element;
    std::uint64_t position_ = 0;   // bytes consumed
    std::uint64_t remaining_ = 0;  // of the value being copied or skipped
    std::uint32_t elements_ = 0;
    std::vector<Open> open_;
    std::array<std::byte, 12> partial_{};
    std::size_t partial_size_ = 0;
    Tag value_tag_;
    std::size_t value_start_ = 0;     // in writer_.bytes()
    std::string* capture_ = nullptr;  // where a value goes that is not for the header
    std::string offset_table_;
    std::string extended_table_;
    bool trailing_ = false;  // behind the end of the data set
    PixelRepresentation representation_ = PixelRepresentation::unsigned_integer;
    std::map<Tag, std::string> top_values_;
    HeaderWriter writer_;
    ScannedDataset scanned_;
};

}  // namespace cassette
