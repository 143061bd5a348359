#include "archive/part10/dataset_scanner.h"

#include <algorithm>
#include <limits>

namespace cassette {

namespace {

constexpr std::uint64_t no_end = std::numeric_limits<std::uint64_t>::max();
constexpr std::size_t fragment_prefix_size = 4;
constexpr Tag extended_offset_table{0x7FE0, 0x0001};
constexpr Tag pixel_representation{0x0028, 0x0103};
constexpr Tag trailing_padding{0xFFFC, 0xFFFC};

bool is_pixel_data(Tag tag) {
    return tag.group == 0x7FE0 && (tag.element == 8 || tag.element == 9 || tag.element == 0x10);
}

// What identifies and measures an instance.
bool is_remembered(Tag tag) {
    constexpr Tag remembered[] = {{0x0008, 0x0016}, {0x0008, 0x0018}, {0x0020, 0x000D},    {0x0020, 0x000E},
                                  {0x0028, 0x0002}, {0x0028, 0x0004}, {0x0028, 0x0008},    {0x0028, 0x0010},
                                  {0x0028, 0x0011}, {0x0028, 0x0100}, pixel_representation};
    return std::find(std::begin(remembered), std::end(remembered), tag) != std::end(remembered);
}

// SOI of JPEG and JPEG-LS, SOC and SIZ of JPEG 2000, the JPEG XL code stream.
bool starts_compressed_image(std::span<std::byte const> prefix) {
    auto const begins = [&](std::uint8_t first, std::uint8_t second) {
        return prefix.size() >= 2 && prefix[0] == std::byte{first} && prefix[1] == std::byte{second};
    };
    return begins(0xFF, 0xD8) || begins(0xFF, 0x4F) || begins(0xFF, 0x0A);
}

template <class Offset>
std::vector<std::uint64_t> offsets_in(std::string const& table) {
    std::vector<std::uint64_t> offsets;
    for (std::size_t i = 0; i + sizeof(Offset) <= table.size(); i += sizeof(Offset)) {
        std::uint64_t value = 0;
        for (std::size_t b = sizeof(Offset); b-- > 0;) value = (value << 8) | static_cast<unsigned char>(table[i + b]);
        offsets.push_back(value);
    }
    return offsets;
}

Failure malformed(Tag tag, std::string_view what) {
    return fail(ErrorCode::malformed, std::string{what} + " at " + to_hex(tag));
}

}  // namespace

DatasetScanner::DatasetScanner(DatasetLimits const& limits, ElementEncoding encoding)
    : limits_{limits}, top_encoding_{encoding}, writer_{encoding.order} {
    scanned_.order = encoding.order;
}

Result<void> DatasetScanner::feed(std::span<std::byte const> bytes) {
    while (!bytes.empty()) {
        auto const taken = state_ == State::element ? take_header(bytes) : take_value(bytes);
        if (!taken) return fail(taken.error());
        bytes = bytes.subspan(*taken);
    }
    return {};
}

void DatasetScanner::skip(std::uint64_t count) {
    position_ += count;
    remaining_ -= count;
    if (remaining_ == 0) (void)value_done();
}

Result<std::size_t> DatasetScanner::take_header(std::span<std::byte const> bytes) {
    std::size_t const wanted = partial_size_ < 8 ? 8 : partial_.size();
    std::size_t const taken = std::min(wanted - partial_size_, bytes.size());
    std::copy_n(bytes.begin(), taken, partial_.begin() + static_cast<std::ptrdiff_t>(partial_size_));
    partial_size_ += taken;
    position_ += taken;
    if (partial_size_ < 8) return taken;
    if (!open_.empty() && open_.back().perhaps_explicit && open_.back().kind == Container::item) {
        char const letters[] = {static_cast<char>(partial_[4]), static_cast<char>(partial_[5])};
        open_.back().encoding.explicit_vr = is_known_vr({letters, 2});
        open_.back().perhaps_explicit = false;
    }
    auto const header = read_element_header({partial_.data(), partial_size_}, encoding());
    if (!header) return taken;
    partial_size_ = 0;
    if (auto done = element(*header); !done) return fail(done.error());
    return taken;
}

Result<std::size_t> DatasetScanner::take_value(std::span<std::byte const> bytes) {
    auto const taken = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, bytes.size()));
    auto const part = bytes.first(taken);
    if (state_ == State::fragment_prefix) {
        std::size_t const kept = std::min(fragment_prefix_size - partial_size_, taken);
        std::copy_n(part.begin(), kept, partial_.begin() + static_cast<std::ptrdiff_t>(partial_size_));
        partial_size_ += kept;
        position_ += kept;
        remaining_ -= kept;
        if (partial_size_ < fragment_prefix_size && remaining_ != 0) return kept;
        end_fragment_prefix();
        if (remaining_ == 0)
            if (auto done = value_done(); !done) return fail(done.error());
        return kept;
    }
    if (state_ == State::copy) {
        if (capture_ != nullptr)
            capture_->append(reinterpret_cast<char const*>(part.data()), part.size());
        else
            writer_.value(part);
    }
    position_ += taken;
    remaining_ -= taken;
    if (remaining_ == 0)
        if (auto done = value_done(); !done) return fail(done.error());
    return taken;
}

Result<void> DatasetScanner::element(ElementHeader const& header) {
    if (++elements_ > limits_.elements_max) return malformed(header.tag, "too many elements");
    if (open_.empty() || open_.back().kind == Container::item) return data_element(header);
    return open_.back().kind == Container::sequence ? in_sequence(header) : in_fragments(header);
}

Result<void> DatasetScanner::in_sequence(ElementHeader const& header) {
    if (header.tag == sequence_delimitation_tag) return close_for(header);
    if (header.tag != item_tag) return malformed(header.tag, "not an Item in a sequence");
    Open& sequence = open_.back();
    ++sequence.items;
    Open item = sequence;
    item.kind = Container::item;
    item.end = header.length == undefined_length ? no_end : position_ + header.length;
    if (item.end != no_end && item.end > sequence.end) return malformed(header.tag, "an Item longer than its sequence");
    if (item.in_header) writer_.begin_item();
    return push(item);
}

Result<void> DatasetScanner::in_fragments(ElementHeader const& header) {
    if (header.tag == sequence_delimitation_tag) return close_for(header);
    if (header.tag != item_tag || header.length == undefined_length) return malformed(header.tag, "not a fragment");
    bool const offset_table = open_.back().items++ == 0;
    if (open_.size() > 1) {
        skip_value(header.length);
        return remaining_ == 0 ? value_done() : Result<void>{};
    }
    if (offset_table) return copy_value(header.length, &offset_table_);
    scanned_.pixels.fragments.push_back({position_, header.length});
    scanned_.fragment_starts_frame.push_back(false);
    partial_size_ = 0;
    remaining_ = header.length;
    state_ = State::fragment_prefix;
    return remaining_ == 0 ? value_done() : Result<void>{};
}

void DatasetScanner::end_fragment_prefix() {
    scanned_.fragment_starts_frame.back() = starts_compressed_image({partial_.data(), partial_size_});
    partial_size_ = 0;
    state_ = State::skip;
}

// PS3.5 6.2.2: an element that some system did not know is UN; its VR is the dictionary's all the same.
std::string_view DatasetScanner::vr_of(ElementHeader const& header) {
    auto const written = header.vr_text();
    if (written == "UN" && !header.tag.is_private() && encoding().order == ByteOrder::little)
        return implicit_vr(header.tag, representation_);
    if (is_known_vr(written)) {
        for (auto const* name : {"SQ", "UN", "OB", "OW"})
            if (written == name) return name;
        return written;
    }
    if (encoding().explicit_vr) scanned_.remarks.unknown_vr = true;
    return written.empty() ? implicit_vr(header.tag, representation_) : "UN";
}

Result<void> DatasetScanner::data_element(ElementHeader const& header) {
    bool const delimiter = header.tag == item_delimitation_tag || header.tag == sequence_delimitation_tag;
    if (delimiter && !at_top()) return close_for(header);
    if (header.tag.group == 0xFFFE) return stray_item(header);
    bool const nothing_follows = at_top() && header.tag == Tag{} && top_values_.contains({0x0008, 0x0018});
    if (nothing_follows) {
        trailing_ = true;
        scanned_.remarks.trailing_bytes = true;
        skip_value(no_end);
        return {};
    }
    std::string const vr{vr_of(header)};
    bool const from_unknown = header.vr_text() == "UN";
    ElementEncoding const inner = from_unknown ? ElementEncoding{false, ByteOrder::little} : encoding();
    if (header.length != undefined_length) {
        if (vr == "SQ") return open_sequence(header.tag, header.length, inner);
        return begin_value(header.tag, vr, header.length);
    }
    if (vr == "SQ" || from_unknown) return open_sequence(header.tag, undefined_length, inner);
    bool const encapsulated = vr == "OB" || vr == "OW" || is_pixel_data(header.tag);
    if (encapsulated) return open_fragments(header.tag, vr);
    if (header.vr_text().empty()) return open_sequence(header.tag, undefined_length, inner);
    return malformed(header.tag, "undefined length");
}

// An Item or delimitation that belongs to no sequence is kept on disk and known to nobody.
Result<void> DatasetScanner::stray_item(ElementHeader const& header) {
    bool const bounded = at_top() && header.length != undefined_length;
    if (!bounded) return malformed(header.tag, "an Item outside a sequence");
    scanned_.remarks.stray_item = true;
    skip_value(header.length);
    return remaining_ == 0 ? value_done() : Result<void>{};
}

Result<void> DatasetScanner::open_sequence(Tag tag, std::uint32_t length, ElementEncoding inner) {
    Open sequence{Container::sequence, length == undefined_length ? no_end : position_ + length, inner, tag};
    sequence.in_header = in_header() && inner.order == writer_.order();
    sequence.perhaps_explicit = encoding().explicit_vr && !inner.explicit_vr;
    if (!open_.empty() && sequence.end != no_end && sequence.end > open_.back().end)
        return malformed(tag, "a sequence longer than its Item");
    if (sequence.in_header) writer_.begin_sequence(tag);
    return push(sequence);
}

Result<void> DatasetScanner::open_fragments(Tag tag, std::string_view vr) {
    Open fragments{Container::fragments, no_end, encoding(), tag};
    fragments.in_header = false;
    if (at_top()) {
        if (scanned_.pixels.encoding != PixelEncoding::none) return malformed(tag, "a second Pixel Data");
        scanned_.pixels.encoding = PixelEncoding::encapsulated;
        scanned_.pixels.tag = tag;
        scanned_.pixels.vr = vr == "OW" ? "OW" : "OB";
        scanned_.pixels.value.offset = position_;
    }
    return push(fragments);
}

Result<void> DatasetScanner::push(Open container) {
    if (open_.size() >= std::size_t{2} * limits_.depth_max) return malformed(container.tag, "nested too deep");
    open_.push_back(container);
    if (writer_.bytes().size() > limits_.header_bytes_max)
        return fail(ErrorCode::too_large, "the header of a data set");
    return close_finished();
}

void DatasetScanner::close() {
    Open const closed = open_.back();
    open_.pop_back();
    if (closed.kind == Container::fragments && open_.empty()) {
        auto& pixels = scanned_.pixels;
        pixels.value.length = position_ - pixels.value.offset;
    }
    if (!closed.in_header) return;
    if (closed.kind == Container::sequence) writer_.end_sequence();
    if (closed.kind == Container::item) writer_.end_item();
}

// A delimitation item ends the innermost container of undefined length; one that follows a defined length says nothing new.
Result<void> DatasetScanner::close_for(ElementHeader const& header) {
    bool const ends_item = header.tag == item_delimitation_tag;
    bool const in_item = open_.back().kind == Container::item;
    if (ends_item && !in_item) return malformed(header.tag, "an Item Delimitation outside an Item");
    if (open_.back().end != no_end) return malformed(header.tag, "a delimitation inside a defined length");
    if (!ends_item && in_item) close();  // the Item's own delimitation was left out
    if (!open_.empty() && open_.back().end == no_end) {
        // The value of encapsulated Pixel Data ends before its Sequence Delimitation Item.
        bool const fragments = open_.back().kind == Container::fragments;
        if (fragments) position_ -= header.size;
        close();
        if (fragments) position_ += header.size;
    }
    return close_finished();
}

Result<void> DatasetScanner::close_finished() {
    while (!open_.empty() && position_ >= open_.back().end) {
        if (position_ > open_.back().end) return malformed(open_.back().tag, "a value longer than what holds it");
        close();
    }
    return {};
}

Result<void> DatasetScanner::begin_value(Tag tag, std::string_view vr, std::uint32_t length) {
    if ((length & 1U) != 0) scanned_.remarks.odd_length = true;
    if (!open_.empty() && open_.back().end != no_end && position_ + length > open_.back().end)
        return malformed(tag, "a value longer than its Item");
    value_tag_ = tag;
    bool const left_out = !in_header() || tag.element == 0 || tag == trailing_padding;
    if (at_top() && is_pixel_data(tag)) {
        record_native_pixels(tag, vr, length);
        skip_value(length);
    } else if (left_out) {
        skip_value(length);
    } else if (at_top() && tag == extended_offset_table) {
        record_bulk(tag, vr, length);
        return copy_value(length, &extended_table_);
    } else if (length > limits_.inline_bytes_max && may_be_bulk(vr)) {
        record_bulk(tag, vr, length);
        skip_value(length);
    } else {
        writer_.element(tag, vr, length);
        value_start_ = writer_.bytes().size();
        return copy_value(length, nullptr);
    }
    return remaining_ == 0 ? value_done() : Result<void>{};
}

Result<void> DatasetScanner::copy_value(std::uint32_t length, std::string* capture) {
    std::uint64_t const held = writer_.bytes().size() + offset_table_.size() + extended_table_.size();
    if (held + length > limits_.header_bytes_max) return fail(ErrorCode::too_large, "the header of a data set");
    capture_ = capture;
    remaining_ = length;
    state_ = State::copy;
    return remaining_ == 0 ? value_done() : Result<void>{};
}

void DatasetScanner::skip_value(std::uint64_t length) {
    capture_ = nullptr;
    remaining_ = length;
    state_ = State::skip;
}

Result<void> DatasetScanner::value_done() {
    if (state_ == State::copy && capture_ == nullptr && at_top()) remember_top_value();
    state_ = State::element;
    capture_ = nullptr;
    return close_finished();
}

void DatasetScanner::remember_top_value() {
    if (!is_remembered(value_tag_)) return;
    if (top_values_.contains(value_tag_)) return;  // of two elements with one tag DCMTK keeps the first
    std::string value = writer_.bytes().substr(value_start_);
    if (value_tag_ == pixel_representation && value.size() == 2)
        representation_ = value[writer_.order() == ByteOrder::little ? 0 : 1] == 1
            ? PixelRepresentation::signed_integer
            : PixelRepresentation::unsigned_integer;
    top_values_.emplace(value_tag_, std::move(value));
}

void DatasetScanner::record_bulk(Tag tag, std::string_view vr, std::uint32_t length) {
    writer_.element(tag, vr, 0);
    scanned_.bulk.push_back({path_to(tag), std::string{vr}, {position_, length}});
}

void DatasetScanner::record_native_pixels(Tag tag, std::string_view vr, std::uint32_t length) {
    scanned_.pixels.encoding = PixelEncoding::native;
    scanned_.pixels.tag = tag;
    scanned_.pixels.vr = vr;
    scanned_.pixels.value = {position_, length};
}

std::string DatasetScanner::path_to(Tag tag) const {
    std::string path;
    for (auto const& container : open_)
        if (container.kind == Container::sequence)
            path += to_hex(container.tag) + '.' + std::to_string(container.items) + '.';
    return path + to_hex(tag);
}

std::string DatasetScanner::top_level(Tag tag) const {
    auto const found = top_values_.find(tag);
    return found == top_values_.end() ? std::string{} : found->second;
}

Result<void> DatasetScanner::check_end() const {
    bool const inside_header = state_ == State::element && partial_size_ != 0;
    if (inside_header && !open_.empty()) return fail(ErrorCode::malformed, "the data set ends inside an element");
    auto const is_zero = [](std::byte b) { return b == std::byte{0}; };
    bool const padding =
        std::all_of(partial_.begin(), partial_.begin() + static_cast<std::ptrdiff_t>(partial_size_), is_zero);
    if (inside_header && !padding) return fail(ErrorCode::malformed, "the data set ends inside a tag");
    if (state_ != State::element && !trailing_) return fail(ErrorCode::malformed, "the data set ends inside a value");
    bool const only_fragments = open_.size() == 1 && open_.back().kind == Container::fragments;
    if (!open_.empty() && !only_fragments) return fail(ErrorCode::malformed, "the data set ends inside a sequence");
    return {};
}

Result<ScannedDataset> DatasetScanner::finish() {
    if (auto whole = check_end(); !whole) return fail(whole.error());
    if (partial_size_ != 0) scanned_.remarks.trailing_bytes = true;
    if (!open_.empty()) {
        scanned_.remarks.unterminated = true;
        close();
    }
    scanned_.basic_offsets = offsets_in<std::uint32_t>(offset_table_);
    scanned_.extended_offsets = offsets_in<std::uint64_t>(extended_table_);
    scanned_.header = writer_.take();
    return std::move(scanned_);
}

}  // namespace cassette
