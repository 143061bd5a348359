#include "archive/pixels/lookup_table.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>

#include <algorithm>
#include <cstring>

namespace cassette {

namespace {

Failure wrong_table() { return fail(ErrorCode::not_acceptable, "a lookup table that does not fit its descriptor"); }

// The bytes of a value of any of the VRs that tables come in, as this machine orders them.
std::vector<std::uint8_t> bytes_of(DcmItem& item, DcmTagKey const& key) {
    DcmElement* element = nullptr;
    if (item.findAndGetElement(key, element).bad() || element == nullptr || element->getLength() == 0) return {};
    Uint8* bytes = nullptr;
    Uint16* words = nullptr;
    Sint16* numbers = nullptr;
    void const* value = nullptr;
    if (element->getUint16Array(words).good())
        value = words;
    else if (element->getSint16Array(numbers).good())
        value = numbers;
    else if (element->getUint8Array(bytes).good())
        value = bytes;
    if (value == nullptr) return {};
    auto const* const begin = static_cast<std::uint8_t const*>(value);
    return {begin, begin + element->getLength()};
}

std::vector<std::uint16_t> words_of(std::vector<std::uint8_t> const& bytes) {
    std::vector<std::uint16_t> words(bytes.size() / 2);
    if (!words.empty()) std::memcpy(words.data(), bytes.data(), words.size() * 2);
    return words;
}

struct Descriptor {
    std::size_t entries;
    std::int64_t first;
    std::uint32_t bits;
};

// PS3.3 C.11.1.1: number of entries (0 is 65536), first value mapped, bits of an entry.
std::optional<Descriptor> descriptor_of(DcmItem& item, DcmTagKey const& key, Signedness signedness) {
    auto const words = words_of(bytes_of(item, key));
    if (words.size() != 3) return std::nullopt;
    bool const is_signed = signedness == Signedness::signed_values;
    return Descriptor{words[0] == 0 ? std::size_t{65536} : words[0],
                      is_signed ? std::int64_t{static_cast<std::int16_t>(words[1])} : std::int64_t{words[1]}, words[2]};
}

// Entries of 8 bits may come two to a word, or one.
std::vector<std::uint16_t> entries_of(std::vector<std::uint8_t> const& bytes, std::size_t count) {
    if (bytes.size() >= 2 * count) {
        auto words = words_of(bytes);
        words.resize(count);
        return words;
    }
    if (bytes.size() < count) return {};
    return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::uint32_t entry_max_of(std::vector<std::uint16_t> const& entries, std::uint32_t bits) {
    auto const largest = *std::ranges::max_element(entries);
    // Entries of 8 bits are often described as 16.
    if (bits == 16 && largest < 256) return 255;
    auto const described = bits == 0 || bits > 16 ? 65535U : (1U << bits) - 1U;
    return std::max<std::uint32_t>(described, largest);
}

}  // namespace

std::uint8_t LookupTable::eight_bits(std::int64_t value) const {
    return static_cast<std::uint8_t>((std::uint32_t{at(value)} * 255U + entry_max / 2) / entry_max);
}

LookupTableTags lut_sequence_tags() { return {DCM_LUTDescriptor, DCM_LUTData, DcmTagKey{0xFFFF, 0xFFFF}}; }

Result<std::optional<LookupTable>> read_lookup_table(DcmItem& item, LookupTableTags const& tags,
                                                     Signedness signedness) {
    if (!item.tagExists(tags.descriptor)) return std::optional<LookupTable>{};
    auto const descriptor = descriptor_of(item, tags.descriptor, signedness);
    if (!descriptor) return wrong_table();
    LookupTable table{descriptor->first, entries_of(bytes_of(item, tags.data), descriptor->entries), 255};
    if (table.entries.empty() && item.tagExists(tags.segmented_data)) {
        auto expanded = expand_segments(words_of(bytes_of(item, tags.segmented_data)), descriptor->entries);
        if (!expanded) return fail(expanded.error());
        table.entries = std::move(*expanded);
    }
    if (table.entries.empty()) return wrong_table();
    table.entry_max = entry_max_of(table.entries, descriptor->bits);
    return std::optional{std::move(table)};
}

namespace {

// Walks segments. PS3.3 C.7.9.2: opcode 0 discrete (count, entries), 1 linear (count, end), 2 indirect (how many segments,
// and where the first is, in words from the start of the data, least significant word first).
class SegmentReader {
public:
    SegmentReader(std::vector<std::uint16_t> const& words, std::size_t entries)
        : words_{words}, entries_max_{entries} {}

    Result<void> read_all() {
        std::size_t at = 0;
        // One word may be left as padding.
        while (at + 1 < words_.size() && entries_.size() < entries_max_) {
            auto const next = words_[at] == indirect ? read_indirect(at) : read_segment(at);
            if (!next) return fail(next.error());
            at = *next;
        }
        return {};
    }
    std::vector<std::uint16_t> take() { return std::move(entries_); }

private:
    static constexpr std::uint16_t indirect = 2;

    // Gives where the next segment starts.
    Result<std::size_t> read_segment(std::size_t at) {
        if (at + 2 >= words_.size()) return wrong_table();
        std::size_t const count = words_[at + 1];
        if (words_[at] == 0) return read_discrete(at + 2, count);
        if (words_[at] == 1 && !entries_.empty()) return read_linear(at + 2, count);
        return wrong_table();
    }
    Result<std::size_t> read_discrete(std::size_t at, std::size_t count) {
        if (count > words_.size() - at || count > entries_max_ - entries_.size()) return wrong_table();
        auto const begin = words_.begin() + static_cast<std::ptrdiff_t>(at);
        entries_.insert(entries_.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
        return at + count;
    }
    Result<std::size_t> read_linear(std::size_t at, std::size_t count) {
        if (count > entries_max_ - entries_.size()) return wrong_table();
        double const start = entries_.back();
        double const step = (words_[at] - start) / static_cast<double>(std::max<std::size_t>(count, 1));
        for (std::size_t i = 1; i <= count; ++i)
            entries_.push_back(static_cast<std::uint16_t>(start + step * static_cast<double>(i) + 0.5));
        return at + 1;
    }
    // The segments it names may not be indirect themselves, so that nothing goes round in circles.
    Result<std::size_t> read_indirect(std::size_t at) {
        if (at + 3 >= words_.size()) return wrong_table();
        std::size_t target = words_[at + 2] | std::size_t{words_[at + 3]} << 16;
        for (std::size_t segment = 0; segment < words_[at + 1]; ++segment) {
            if (target >= words_.size()) return wrong_table();
            auto const next = read_segment(target);
            if (!next) return next;
            target = *next;
        }
        return at + 4;
    }

    std::vector<std::uint16_t> const& words_;
    std::size_t entries_max_;
    std::vector<std::uint16_t> entries_;
};

}  // namespace

Result<std::vector<std::uint16_t>> expand_segments(std::vector<std::uint16_t> const& segments, std::size_t entries) {
    SegmentReader reader{segments, entries};
    if (auto read = reader.read_all(); !read) return fail(read.error());
    auto expanded = reader.take();
    if (expanded.size() != entries) return wrong_table();
    return expanded;
}

}  // namespace cassette
