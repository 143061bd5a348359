#include "archive/part10/file_meta.h"

#include "archive/part10/element_header.h"
#include "archive/part10/header_writer.h"

namespace cassette {

namespace {

//  0                 128   132                      144
//  | preamble        |DICM | (0002,0000) UL 4 len   | (0002,0001) ... the rest of group 0002, Explicit VR Little Endian
constexpr std::size_t preamble_size = 128;

std::string text_of(std::span<std::byte const> value) {
    std::string_view const text{reinterpret_cast<char const*>(value.data()), value.size()};
    return std::string{without_uid_padding(text)};
}

void keep(FileMeta& meta, Tag tag, std::span<std::byte const> value) {
    if (tag == Tag{0x0002, 0x0002}) meta.sop_class = text_of(value);
    if (tag == Tag{0x0002, 0x0003}) meta.sop_instance = text_of(value);
    if (tag == Tag{0x0002, 0x0010}) meta.transfer_syntax = text_of(value);
}

bool is_deflated(FileMeta const& meta) {
    return meta.transfer_syntax == "1.2.840.10008.1.2.1.99" || meta.transfer_syntax == "1.2.840.10008.1.2.4.95";
}

std::span<std::byte const> as_bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

void put_uid(HeaderWriter& writer, Tag tag, std::string_view uid) {
    std::string value{uid};
    if (value.size() % 2 != 0) value += '\0';
    writer.element(tag, "UI", static_cast<std::uint32_t>(value.size()));
    writer.value(as_bytes_of(value));
}

}  // namespace

Result<std::optional<FileMeta>> read_file_meta(std::span<std::byte const> bytes, MoreBytes more) {
    FileMeta meta;
    std::size_t end_by_length = 0;  // 0 when the group does not say
    while (true) {
        bool const ends_here = is_deflated(meta) && end_by_length != 0 && meta.size == end_by_length;
        auto const rest = bytes.subspan(meta.size);
        auto const header = read_element_header(rest, {});
        if (!header && !ends_here) {
            if (more == MoreBytes::may_follow) return std::optional<FileMeta>{};
            if (!rest.empty()) return fail(ErrorCode::malformed, "the File Meta group ends early");
            return std::optional{meta};
        }
        if (ends_here || header->tag.group != 0x0002) return std::optional{meta};
        if (header->length == undefined_length)
            return fail(ErrorCode::malformed, "undefined length in the File Meta group");
        if (rest.size() - header->size < header->length) {
            if (more == MoreBytes::may_follow) return std::optional<FileMeta>{};
            return fail(ErrorCode::malformed, "the File Meta group ends early");
        }
        auto const value = rest.subspan(header->size, header->length);
        meta.size += header->size + header->length;
        keep(meta, header->tag, value);
        if (header->tag.element == 0 && value.size() == 4)
            end_by_length = meta.size + read_32(value, ByteOrder::little);
    }
}

std::string preamble() { return std::string(preamble_size, '\0'); }

std::string make_file_prefix(std::string const& sop_class, std::string const& sop_instance,
                             std::string const& transfer_syntax) {
    constexpr std::string_view version{"\0\1", 2};
    HeaderWriter group{ByteOrder::little};
    group.element({0x0002, 0x0001}, "OB", 2);
    group.value(as_bytes_of(version));
    put_uid(group, {0x0002, 0x0002}, sop_class);
    put_uid(group, {0x0002, 0x0003}, sop_instance);
    put_uid(group, {0x0002, 0x0010}, transfer_syntax);
    put_uid(group, {0x0002, 0x0012}, implementation_class_uid);
    group.element({0x0002, 0x0013}, "SH", static_cast<std::uint32_t>(implementation_version_name.size()));
    group.value(as_bytes_of(implementation_version_name));

    HeaderWriter length{ByteOrder::little};
    auto const size = static_cast<std::uint32_t>(group.bytes().size());
    char const size_bytes[] = {static_cast<char>(size & 0xFFU), static_cast<char>((size >> 8) & 0xFFU), '\0', '\0'};
    length.element({0x0002, 0x0000}, "UL", sizeof size_bytes);
    length.value(as_bytes_of({size_bytes, sizeof size_bytes}));
    return preamble() + "DICM" + length.bytes() + group.bytes();
}

}  // namespace cassette
