#include "archive/part10/metadata_json.h"

#include "archive/part10/binary_value.h"
#include "archive/part10/json_value.h"
#include "archive/part10/value_representation.h"

#include <dcmtk/ofstd/ofstd.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace cassette {

namespace {

constexpr Tag specific_character_set{0x0008, 0x0005};
constexpr Tag available_transfer_syntax{0x0008, 0x3002};

// Bytes of one word, for VRs that are opaque but for their byte order (PS3.5 7.3).
std::size_t word_bytes(std::string_view vr) {
    if (vr == "OW") return 2;
    if (vr == "OL" || vr == "OF") return 4;
    return vr == "OD" || vr == "OV" ? 8 : 1;
}

std::string little_endian(std::string_view value, std::size_t word, ByteOrder order) {
    std::string bytes{value};
    if (order == ByteOrder::little || word == 1) return bytes;
    auto const step = static_cast<std::ptrdiff_t>(word);
    for (auto at = bytes.begin(); bytes.end() - at >= step; at += step) std::reverse(at, at + step);
    return bytes;
}

class MetadataWriter {
public:
    MetadataWriter(MetadataSource const& source, TextDecoder& decoder) : source_{source}, decoder_{decoder} {
        for (auto const& value : source.layout.bulk) bulk_.emplace(value.path, value.vr);
    }

    std::string write() {
        out_.reserve(8 * 1024);
        out_ += '{';
        write_top_level();
        out_ += '}';
        return std::move(out_);
    }

private:
    // What the index knows better than the header.
    struct Told {
        Tag tag;
        std::string_view vr;
        std::string member;
    };

    std::vector<Told> told() const {
        std::vector<Told> list{{specific_character_set, "CS", value_member("ISO_IR 192")},
                               {available_transfer_syntax, "UI", value_member(source_.transfer_syntax)}};
        for (auto const& [tag, uid] : source_.told_uids) list.push_back({tag, "UI", value_member(uid)});
        auto const& pixels = source_.layout.pixels;
        if (pixels.encoding != PixelEncoding::none)
            list.push_back({pixels.tag, pixels.vr, bulk_member(to_hex(pixels.tag))});
        std::ranges::sort(list, {}, &Told::tag);
        return list;
    }

    // In tag order.
    void write_top_level() {
        auto const list = told();
        auto next = list.begin();
        for (auto const& element : source_.header.elements()) {
            for (; next != list.end() && next->tag < element.tag; ++next) write_told(*next);
            bool const is_told = next != list.end() && next->tag == element.tag;
            if (!is_told) write_element(element, {});
        }
        for (; next != list.end(); ++next) write_told(*next);
    }

    void write_told(Told const& told) { write_attribute(told.tag, told.vr, told.member); }

    void write_item(HeaderView::Elements elements, std::string const& path) {
        out_ += '{';
        bool const outer = first_;
        first_ = true;
        for (auto const& element : elements) write_element(element, path);
        first_ = outer;
        out_ += '}';
    }

    static std::string value_member(std::string const& value) { return "\"Value\":[\"" + value + "\"]"; }

    std::string bulk_member(std::string const& path) const {
        return "\"BulkDataURI\":\"" + source_.bulk_uri_prefix + path + '"';
    }

    void begin_attribute(Tag tag, std::string_view vr) {
        if (!first_) out_ += ',';
        first_ = false;
        out_ += '"';
        out_ += to_hex(tag);
        out_ += "\":{\"vr\":\"";
        out_ += vr;
        out_ += '"';
    }

    void write_attribute(Tag tag, std::string_view vr, std::string_view member) {
        begin_attribute(tag, vr);
        out_ += ',';
        out_ += member;
        out_ += '}';
    }

    void write_element(HeaderElement const& element, std::string const& path) {
        if (element.tag.element == 0) return;
        if (!bulk_.empty()) {
            auto const full_path = path + to_hex(element.tag);
            if (auto const bulk = bulk_.find(full_path); bulk != bulk_.end())
                return write_attribute(element.tag, bulk->second, bulk_member(full_path));
        }
        begin_attribute(element.tag, element.vr);
        if (element.items > 0)
            write_sequence(element, path + to_hex(element.tag));
        else if (!element.value.empty())
            write_value(element);
        out_ += '}';
    }

    void write_sequence(HeaderElement const& sequence, std::string const& path) {
        out_ += ",\"Value\":[";
        for (std::uint32_t i = 0; i < sequence.items; ++i) {
            if (i > 0) out_ += ',';
            write_item(source_.header.item(sequence, i), path + '.' + std::to_string(i + 1) + '.');
        }
        out_ += ']';
    }

    void write_value(HeaderElement const& element) {
        if (is_text_vr(element.vr)) return write_text(element);
        if (auto const* const vr = binary_vr(element.vr)) return write_numbers(*vr, element.value);
        write_inline(element);
    }

    // Bytes behind the last whole number are none of the value.
    void write_numbers(BinaryVR const& vr, std::string_view bytes) {
        if (bytes.size() < vr.size) return;
        out_ += ",\"Value\":[";
        for (bool first = true; bytes.size() >= vr.size; bytes.remove_prefix(vr.size)) {
            if (!first) out_ += ',';
            first = false;
            write_number(vr, BinaryValue{vr, bytes.substr(0, vr.size), source_.header.order()});
        }
        out_ += ']';
    }

    void write_number(BinaryVR const& vr, BinaryValue const& value) {
        switch (vr.form) {
            case BinaryForm::unsigned_integer: return append_json_integer(out_, value.as_unsigned());
            case BinaryForm::signed_integer: return append_json_integer(out_, value.as_signed());
            case BinaryForm::real:
                return vr.size == sizeof(float) ? append_json_float(out_, value.as_float())
                                                : append_json_float(out_, value.as_double());
            case BinaryForm::tag: out_ += '"' + value.text() + '"';
        }
    }

    void write_inline(HeaderElement const& element) {
        auto const bytes = little_endian(element.value, word_bytes(element.vr), source_.header.order());
        OFString encoded;
        OFStandard::encodeBase64(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), encoded);
        out_ += ",\"InlineBinary\":\"";
        out_.append(encoded.data(), encoded.size());
        out_ += '"';
    }

    void write_text(HeaderElement const& element) {
        auto const vr = element.vr;
        bool const single = is_single_text_vr(vr);
        TextKind const kind = vr == "PN" ? TextKind::person_name
            : single                     ? TextKind::single_value
                                         : TextKind::multiple_values;
        std::string const text = decoder_.to_utf8(element.value, kind);
        std::string_view rest = without_padding(text);
        bool const empty_name = kind == TextKind::person_name && rest.find_first_not_of("= ") == std::string_view::npos;
        if (rest.empty() || empty_name) return;
        out_ += ",\"Value\":[";
        while (true) {
            auto const backslash = single ? std::string_view::npos : rest.find('\\');
            write_text_value(rest.substr(0, backslash), vr);
            if (backslash == std::string_view::npos) break;
            rest.remove_prefix(backslash + 1);
            out_ += ',';
        }
        out_ += ']';
    }

    // PS3.18 F.2.5: an empty value among others is null.
    void write_text_value(std::string_view value, std::string_view vr) {
        bool const keeps_leading = vr == "LT" || vr == "ST" || vr == "UT" || vr == "UC";
        value = keeps_leading ? without_padding(value) : without_spaces(value);
        if (value.empty()) {
            out_ += "null";
        } else if (vr == "PN") {
            append_json_person_name(out_, value);
        } else if (vr == "IS") {
            append_json_integer_string(out_, value);
        } else if (vr == "DS") {
            append_json_decimal_string(out_, value);
        } else {
            append_json_string(out_, value);
        }
    }

    MetadataSource const& source_;
    TextDecoder& decoder_;
    std::unordered_map<std::string, std::string> bulk_;
    std::string out_;
    bool first_ = true;
};

}  // namespace

std::string metadata_json(MetadataSource const& source, TextDecoder& decoder) {
    return MetadataWriter{source, decoder}.write();
}

}  // namespace cassette
