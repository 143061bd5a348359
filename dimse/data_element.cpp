#include "dimse/data_element.h"

#include <algorithm>

// PS3.5 7.1, little endian:
//
//   Implicit VR:  group (2) | element (2) | length (4) | value
//   Explicit VR:  group (2) | element (2) | VR (2) | length (2) | value
//                 group (2) | element (2) | VR (2) | reserved (2) | length (4) | value     for the VRs of Table 7.1-1
//   Item:         FFFE | E000 | length (4) | elements                                      PS3.5 7.5

namespace cassette::dimse {

namespace {

constexpr int depth_max = 8;
constexpr std::size_t elements_max = 65536;

class Reader {
public:
    Reader(std::span<std::byte const> bytes, ElementEncoding encoding) : rest_{bytes}, encoding_{encoding} {}

    // Elements until `length` bytes have passed, or an Item Delimitation Item when it is undefined.
    Result<DataElements> elements(std::size_t length, int depth) {
        DataElements read;
        bool const undefined = length == undefined_length;
        auto const left_at_end = undefined ? 0 : rest_.size() - length;
        while (rest_.size() > left_at_end) {
            auto const header = take_header();
            if (!header) return malformed();
            if (undefined && header->tag == item_delimitation_tag) return read;
            if (header->tag.group == 0xFFFE || ++count_ > elements_max) return malformed();
            auto element = take_element(*header, depth);
            if (!element) return fail(element.error());
            read.push_back(std::move(*element));
        }
        if (undefined || rest_.size() != left_at_end) return malformed();
        return read;
    }

private:
    static Failure malformed() { return fail(ErrorCode::malformed, "the elements do not add up"); }

    std::optional<ElementHeader> take_header() {
        auto const header = read_element_header(rest_, encoding_);
        if (!header || header->size > rest_.size()) return std::nullopt;
        rest_ = rest_.subspan(header->size);
        return header;
    }

    Result<DataElement> take_element(ElementHeader const& header, int depth) {
        DataElement element{.tag = header.tag, .vr = std::string{header.vr_text()}};
        if (element.vr.empty() || element.vr == "UN")
            element.vr = implicit_vr(header.tag, PixelRepresentation::unsigned_integer);
        bool const undefined = header.length == undefined_length;
        if (!undefined && header.length > rest_.size()) return malformed();
        if (element.vr == "SQ" || undefined) {
            element.vr = "SQ";
            auto taken = take_items(element, header.length, depth);
            if (!taken) return fail(taken.error());
            return element;
        }
        element.value.assign(reinterpret_cast<char const*>(rest_.data()), header.length);
        rest_ = rest_.subspan(header.length);
        return element;
    }

    Result<void> take_items(DataElement& sequence, std::uint32_t length, int depth) {
        if (depth == depth_max) return malformed();
        bool const undefined = length == undefined_length;
        auto const left_at_end = undefined ? 0 : rest_.size() - length;
        while (rest_.size() > left_at_end) {
            auto const header = take_header();
            if (!header) return malformed();
            if (undefined && header->tag == sequence_delimitation_tag) return {};
            bool const fits = header->length == undefined_length || header->length <= rest_.size();
            if (header->tag != item_tag || !fits) return malformed();
            auto item = elements(header->length, depth + 1);
            if (!item) return fail(item.error());
            sequence.items.push_back(std::move(*item));
        }
        if (undefined || rest_.size() != left_at_end) return malformed();
        return {};
    }

    std::span<std::byte const> rest_;
    ElementEncoding encoding_;
    std::size_t count_ = 0;
};

void append_little(std::string& out, std::uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

void append_tag(std::string& out, Tag tag) {
    append_little(out, tag.group, 2);
    append_little(out, tag.element, 2);
}

char padding_of(std::string_view vr) {
    bool const nul = vr == "UI" || vr == "OB" || vr == "UN";
    return nul ? '\0' : ' ';
}

void append_header(std::string& out, DataElement const& element, std::size_t length, ElementEncoding encoding) {
    append_tag(out, element.tag);
    if (!encoding.explicit_vr) return append_little(out, length, 4);
    out.append(element.vr);
    if (!has_long_length(element.vr)) return append_little(out, length, 2);
    append_little(out, 0, 2);
    append_little(out, length, 4);
}

}  // namespace

Result<DataElements> read_elements(std::span<std::byte const> bytes, ElementEncoding encoding) {
    return Reader{bytes, encoding}.elements(bytes.size(), 0);
}

void append_element(std::string& out, DataElement const& element, ElementEncoding encoding) {
    if (element.vr != "SQ") {
        auto length = element.value.size();
        // A value too long for the 16-bit length of its VR cannot be said in Explicit VR (PS3.5 7.1.2); it is left empty.
        if (encoding.explicit_vr && !has_long_length(element.vr) && length > 0xFFFE) length = 0;
        append_header(out, element, length + length % 2, encoding);
        out.append(element.value, 0, length);
        if (length % 2 != 0) out.push_back(padding_of(element.vr));
        return;
    }
    std::string items;
    for (auto const& item : element.items) {
        std::string elements;
        for (auto const& inner : item) append_element(elements, inner, encoding);
        append_tag(items, item_tag);
        append_little(items, elements.size(), 4);
        items.append(elements);
    }
    append_header(out, element, items.size(), encoding);
    out.append(items);
}

std::string_view without_padding(std::string_view value) {
    auto const last = value.find_last_not_of(std::string_view{" \0", 2});
    return last == std::string_view::npos ? std::string_view{} : value.substr(0, last + 1);
}

std::uint64_t read_little(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = std::min<std::size_t>(bytes.size(), 8); i > 0; --i)
        value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
    return value;
}

std::string little_16(std::uint16_t value) {
    std::string bytes;
    append_little(bytes, value, 2);
    return bytes;
}

}  // namespace cassette::dimse
