#include "archive/part10/metadata_json.h"

#include "archive/part10/json_value.h"
#include "archive/part10/parsed_header.h"

#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcvrat.h>
#include <dcmtk/ofstd/ofstd.h>

#include <cstdint>
#include <unordered_map>

namespace cassette {

namespace {

constexpr Tag specific_character_set{0x0008, 0x0005};
constexpr Tag available_transfer_syntax{0x0008, 0x3002};

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
    // Merges what the index knows better than the header into the header's attributes, in tag order.
    void write_top_level() {
        auto const& pixels = source_.layout.pixels;
        bool set_told = false;
        bool syntax_told = false;
        bool pixels_told = pixels.encoding == PixelEncoding::none;
        auto const tell_before = [&](Tag tag) {
            if (!set_told && tag >= specific_character_set) {
                set_told = true;
                write_attribute(specific_character_set, "CS", "\"Value\":[\"ISO_IR 192\"]");
            }
            if (!syntax_told && tag >= available_transfer_syntax) {
                syntax_told = true;
                write_attribute(available_transfer_syntax, "UI", "\"Value\":[\"" + source_.transfer_syntax + "\"]");
            }
            if (!pixels_told && tag >= pixels.tag) {
                pixels_told = true;
                write_bulk(pixels.tag, pixels.vr, to_hex(pixels.tag));
            }
        };
        for (DcmObject* object = nullptr; (object = source_.dataset.nextInContainer(object)) != nullptr;) {
            Tag const tag{object->getGTag(), object->getETag()};
            tell_before(tag);
            bool const told = tag == specific_character_set || tag == available_transfer_syntax || tag == pixels.tag;
            if (!told) write_element(static_cast<DcmElement&>(*object), {});
        }
        tell_before({0xFFFF, 0xFFFF});
    }

    void write_item(DcmItem& item, std::string const& path) {
        out_ += '{';
        bool const outer = first_;
        first_ = true;
        for (DcmObject* object = nullptr; (object = item.nextInContainer(object)) != nullptr;)
            write_element(static_cast<DcmElement&>(*object), path);
        first_ = outer;
        out_ += '}';
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

    void write_bulk(Tag tag, std::string_view vr, std::string const& path) {
        write_attribute(tag, vr, "\"BulkDataURI\":\"" + source_.bulk_uri_prefix + path + '"');
    }

    void write_element(DcmElement& element, std::string const& path) {
        Tag const tag{element.getGTag(), element.getETag()};
        if (tag.element == 0) return;
        if (!bulk_.empty()) {
            auto const full_path = path + to_hex(tag);
            if (auto const bulk = bulk_.find(full_path); bulk != bulk_.end())
                return write_bulk(tag, bulk->second, full_path);
        }
        std::string_view const vr = DcmVR{element.getVR()}.getValidVRName();
        begin_attribute(tag, vr);
        if (element.ident() == EVR_SQ)
            write_sequence(static_cast<DcmSequenceOfItems&>(element), path + to_hex(tag));
        else if (element.getLength() > 0)
            write_value(element, vr);
        out_ += '}';
    }

    void write_sequence(DcmSequenceOfItems& sequence, std::string const& path) {
        if (sequence.card() == 0) return;
        out_ += ",\"Value\":[";
        std::size_t number = 0;
        for (DcmObject* object = nullptr; (object = sequence.nextInContainer(object)) != nullptr;) {
            if (number++ > 0) out_ += ',';
            write_item(static_cast<DcmItem&>(*object), path + '.' + std::to_string(number) + '.');
        }
        out_ += ']';
    }

    void write_value(DcmElement& element, std::string_view vr) {
        if (element.isaString()) return write_text(element, vr);
        switch (element.getVR()) {
            case EVR_US: return write_numbers<Uint16>(element, &DcmElement::getUint16Array);
            case EVR_SS: return write_numbers<Sint16>(element, &DcmElement::getSint16Array);
            case EVR_UL: return write_numbers<Uint32>(element, &DcmElement::getUint32Array);
            case EVR_SL: return write_numbers<Sint32>(element, &DcmElement::getSint32Array);
            case EVR_UV: return write_numbers<Uint64>(element, &DcmElement::getUint64Array);
            case EVR_SV: return write_numbers<Sint64>(element, &DcmElement::getSint64Array);
            case EVR_FL: return write_numbers<Float32>(element, &DcmElement::getFloat32Array);
            case EVR_FD: return write_numbers<Float64>(element, &DcmElement::getFloat64Array);
            case EVR_AT: return write_tags(element);
            case EVR_OW: return write_inline<Uint16>(element, &DcmElement::getUint16Array);
            case EVR_OL: return write_inline<Uint32>(element, &DcmElement::getUint32Array);
            case EVR_OV: return write_inline<Uint64>(element, &DcmElement::getUint64Array);
            case EVR_OF: return write_inline<Float32>(element, &DcmElement::getFloat32Array);
            case EVR_OD: return write_inline<Float64>(element, &DcmElement::getFloat64Array);
            default: return write_inline<Uint8>(element, &DcmElement::getUint8Array);
        }
    }

    template <class T>
    void write_numbers(DcmElement& element, OFCondition (DcmElement::*get)(T*&)) {
        T* values = nullptr;
        if ((element.*get)(values).bad() || values == nullptr) return;
        std::size_t const count = element.getLength() / sizeof(T);
        if (count == 0) return;
        out_ += ",\"Value\":[";
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) out_ += ',';
            if constexpr (std::is_floating_point_v<T>)
                append_json_float(out_, values[i]);
            else if constexpr (std::is_signed_v<T>)
                append_json_integer(out_, std::int64_t{values[i]});
            else
                append_json_integer(out_, std::uint64_t{values[i]});
        }
        out_ += ']';
    }

    void write_tags(DcmElement& element) {
        auto const count = element.getVM();
        out_ += ",\"Value\":[";
        for (unsigned long i = 0; i < count; ++i) {
            DcmTagKey key;
            if (static_cast<DcmAttributeTag&>(element).getTagVal(key, i).bad()) break;
            if (i > 0) out_ += ',';
            out_ += '"' + to_hex({key.getGroup(), key.getElement()}) + '"';
        }
        out_ += ']';
    }

    template <class T>
    void write_inline(DcmElement& element, OFCondition (DcmElement::*get)(T*&)) {
        T* values = nullptr;
        if ((element.*get)(values).bad() || values == nullptr) return;
        OFString encoded;
        OFStandard::encodeBase64(reinterpret_cast<unsigned char const*>(values), element.getLength(), encoded);
        out_ += ",\"InlineBinary\":\"";
        out_.append(encoded.data(), encoded.size());
        out_ += '"';
    }

    void write_text(DcmElement& element, std::string_view vr) {
        bool const single = vr == "LT" || vr == "ST" || vr == "UT" || vr == "UR";
        TextKind const kind = vr == "PN" ? TextKind::person_name
            : single                     ? TextKind::single_value
                                         : TextKind::multiple_values;
        std::string const text = decoder_.to_utf8(raw_text(element), kind);
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
