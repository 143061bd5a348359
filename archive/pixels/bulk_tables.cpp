#include "archive/pixels/bulk_tables.h"

#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <array>
#include <charconv>
#include <cstring>
#include <vector>

namespace cassette {

namespace {

// The largest table has 65536 entries of two bytes; a segmented one is smaller.
constexpr std::uint64_t table_bytes_max = 2 * 65536;
// One bit a pixel of the largest picture that is rendered.
constexpr std::uint64_t overlay_bytes_max = std::uint64_t{64} << 20;
constexpr std::uint64_t profile_bytes_max = std::uint64_t{4} << 20;

// LUT Data, and the three palettes' data, plain and segmented.
constexpr std::array<std::string_view, 7> table_tags{"00283006", "00281201", "00281202", "00281203",
                                                     "00281221", "00281222", "00281223"};

std::vector<std::string_view> steps_of(std::string_view path) {
    std::vector<std::string_view> steps;
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
        steps.push_back(path.substr(0, dot));
        path.remove_prefix(dot + 1);
    }
    steps.push_back(path);
    return steps;
}

std::uint32_t number_of(std::string_view step) {
    std::uint32_t number = 0;
    (void)std::from_chars(step.data(), step.data() + step.size(), number);
    return number;
}

bool is_overlay(std::vector<std::string_view> const& steps) {
    return steps.size() == 1 && steps[0].starts_with("60") && steps[0].ends_with("3000");
}

// PS3.3 C.11.15; of whole slides, of the first optical path (C.8.12.5).
bool is_profile(std::vector<std::string_view> const& steps) {
    if (steps.back() != "00282000") return false;
    return steps.size() == 1 || (steps.size() == 3 && steps[0] == "00480105" && steps[1] == "1");
}

// The tables of other frames' functional groups, and of whatever else has tables, are left where they are.
bool is_table(std::vector<std::string_view> const& steps, std::uint32_t frame) {
    bool const has_name = std::find(table_tags.begin(), table_tags.end(), steps.back()) != table_tags.end();
    if (!has_name || steps.size() % 2 == 0) return false;
    if (steps.size() == 1) return true;
    if (steps[0] == "52009230") return number_of(steps[1]) == frame;
    // Modality LUT, VOI LUT, Softcopy VOI LUT and Presentation LUT Sequence.
    return steps[0] == "52009229" || steps[0] == "00283000" || steps[0] == "00283010" || steps[0] == "00283110" ||
        steps[0] == "20500010";
}

bool is_wanted(BulkValue const& value, WantedTables const& wanted) {
    auto const steps = steps_of(value.path);
    auto const length = value.range.length;
    if (wanted.overlays && is_overlay(steps)) return length <= overlay_bytes_max;
    if (wanted.profiles && is_profile(steps)) return length <= profile_bytes_max;
    return length <= table_bytes_max && is_table(steps, wanted.frame);
}

DcmTagKey key_of(std::string_view step) {
    auto const tag = parse_tag(step).value_or(Tag{});
    return DcmTagKey{tag.group, tag.element};
}

// The data set or item that has the last step's element.
DcmItem* holder_of(DcmDataset& header, std::vector<std::string_view> const& steps) {
    DcmItem* holder = &header;
    for (std::size_t i = 0; i + 1 < steps.size(); i += 2) {
        DcmItem* item = nullptr;
        auto const number = static_cast<signed long>(number_of(steps[i + 1])) - 1;
        if (number < 0 || holder->findAndGetSequenceItem(key_of(steps[i]), item, number).bad()) return nullptr;
        holder = item;
    }
    return holder;
}

// Values that cannot be put are not there for those who look for them.
void put_bytes(DcmItem& holder, DcmTagKey const& key, std::string const& bytes) {
    auto const* const begin = reinterpret_cast<Uint8 const*>(bytes.data());
    (void)holder.putAndInsertUint8Array(DcmTag{key, EVR_OB}, begin, static_cast<unsigned long>(bytes.size()));
}

void put_words(DcmItem& holder, DcmTagKey const& key, std::string const& bytes, bool big_endian) {
    std::vector<Uint16> words(bytes.size() / 2);
    if (words.empty()) return;
    std::memcpy(words.data(), bytes.data(), words.size() * 2);
    if (big_endian)
        for (auto& word : words) word = static_cast<Uint16>(word << 8 | word >> 8);
    (void)holder.putAndInsertUint16Array(DcmTag{key, EVR_OW}, words.data(), static_cast<unsigned long>(words.size()));
}

}  // namespace

Result<std::string> read_all(BlobRange const& range) {
    std::string bytes(static_cast<std::size_t>(range.range.length), '\0');
    auto const read = range.blob->read_at(range.range.offset, std::as_writable_bytes(std::span{bytes}));
    if (!read) return fail(read.error());
    return bytes;
}

Result<void> put_back_tables(ObjectInArchive const& object, WantedTables const& wanted, DcmDataset& header) {
    for (auto const& value : object.layout.bulk) {
        if (!is_wanted(value, wanted)) continue;
        auto const steps = steps_of(value.path);
        auto* const holder = holder_of(header, steps);
        if (holder == nullptr) continue;
        auto const range = bulk_bytes(object.archive, object.principal, object.location, object.layout, value.path);
        if (!range) return fail(range.error());
        auto const bytes = read_all(*range);
        if (!bytes) return fail(bytes.error());
        if (is_profile(steps) || value.vr == "OB")
            put_bytes(*holder, key_of(steps.back()), *bytes);
        else
            put_words(*holder, key_of(steps.back()), *bytes, object.layout.big_endian);
    }
    return {};
}

}  // namespace cassette
