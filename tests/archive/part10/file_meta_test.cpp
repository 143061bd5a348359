#include "archive/part10/file_meta.h"

#include "tests/support/dataset_builder.h"

#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using testing::small_image;

// (0002,0003) UI "1.2.3.4" and a NUL.
constexpr auto instance_element =
    "\2\0\3\0UI\x08\0"
    "1.2.3.4\0"sv;
constexpr auto first_of_data_set = "\x08\0\x05\0CS\0\0"sv;

Result<std::optional<FileMeta>> read(std::string_view bytes, MoreBytes more = MoreBytes::none) {
    return read_file_meta(std::as_bytes(std::span{bytes}), more);
}

// (0002,0000) UL.
std::string group_length(std::uint8_t length) { return "\2\0\0\0UL\4\0"s + static_cast<char>(length) + "\0\0\0"s; }

std::string deflated_syntax() { return "\2\0\x10\0UI\x16\0"s + std::string{testing::deflated_explicit}; }

}  // namespace

TEST_CASE("the group is read up to the first element of another one (PS3.10 7.1)") {
    auto const meta = read(std::string{instance_element} + std::string{first_of_data_set});
    REQUIRE(meta);
    REQUIRE(*meta);
    CHECK((*meta)->sop_instance == "1.2.3.4");
    CHECK((*meta)->sop_class == "");
    CHECK((*meta)->size == instance_element.size());
}

TEST_CASE("File Meta Information Group Length may be wrong or absent: elements decide") {
    for (int const length : {0, 5, 16, 200}) {
        CAPTURE(length);
        auto const bytes = group_length(static_cast<std::uint8_t>(length)) + std::string{instance_element};
        auto const meta = read(bytes + std::string{first_of_data_set});
        REQUIRE(meta);
        REQUIRE(*meta);
        CHECK((*meta)->sop_instance == "1.2.3.4");
        CHECK((*meta)->size == bytes.size());
    }
}

TEST_CASE("before a deflated data set the length is believed: what follows looks like anything (PS3.5 A.5)") {
    auto const syntax = deflated_syntax();
    // What follows would be another element of group 0002.
    auto const meta =
        read(group_length(static_cast<std::uint8_t>(syntax.size())) + syntax + std::string{instance_element});
    REQUIRE(meta);
    REQUIRE(*meta);
    CHECK((*meta)->transfer_syntax == testing::deflated_explicit);
    CHECK((*meta)->sop_instance == "");
    CHECK((*meta)->size == 12 + syntax.size());
}

TEST_CASE("a group that may go on is waited for at every byte, one that ends early is malformed") {
    auto const whole = std::string{instance_element} + std::string{first_of_data_set};
    for (std::size_t size = 0; size < instance_element.size() + 8; ++size) {
        CAPTURE(size);
        auto const part = whole.substr(0, size);
        auto const waiting = read(part, MoreBytes::may_follow);
        REQUIRE(waiting);
        CHECK_FALSE(*waiting);
        bool const at_an_end = size == 0 || size == instance_element.size();
        auto const ended = read(part);
        CHECK(ended.has_value() == at_an_end);
        if (!ended) CHECK(ended.error().code == ErrorCode::malformed);
    }
    CHECK(*read(whole, MoreBytes::may_follow));
}

TEST_CASE("an undefined length has no place in the group") {
    auto const meta = read("\2\0\1\0OB\0\0\xFF\xFF\xFF\xFF"sv, MoreBytes::may_follow);
    REQUIRE_FALSE(meta);
    CHECK(meta.error().code == ErrorCode::malformed);
}

TEST_CASE("what is made is what is read, and depends on the three UIDs alone") {
    auto const made = make_file_prefix("1.2.840.10008.5.1.4.1.1.2", "1.2.3", "1.2.840.10008.1.2");
    CHECK(made == make_file_prefix("1.2.840.10008.5.1.4.1.1.2", "1.2.3", "1.2.840.10008.1.2"));
    CHECK(made.starts_with(preamble() + "DICM"));
    auto const meta = read(std::string_view{made}.substr(132));
    REQUIRE(meta);
    REQUIRE(*meta);
    CHECK((*meta)->sop_class == "1.2.840.10008.5.1.4.1.1.2");
    CHECK((*meta)->sop_instance == "1.2.3");
    CHECK((*meta)->transfer_syntax == "1.2.840.10008.1.2");
    CHECK((*meta)->size == made.size() - 132);
}

TEST_CASE("an independent reader understands what is made (PS3.10 7.1)") {
    auto const file =
        make_file_prefix("1.2.840.10008.5.1.4.1.1.2", "1.2.3", "1.2.840.10008.1.2.1") + small_image().dataset();
    DcmInputBufferStream stream;
    stream.setBuffer(file.data(), static_cast<offile_off_t>(file.size()));
    stream.setEos();
    DcmFileFormat format;
    format.transferInit();
    REQUIRE(format.read(stream).good());
    format.transferEnd();
    auto const text = [&](DcmTagKey const& tag) {
        OFString value;
        CHECK(format.getMetaInfo()->findAndGetOFString(tag, value).good());
        return std::string{value.c_str()};
    };
    CHECK(text({0x0002, 0x0002}) == "1.2.840.10008.5.1.4.1.1.2");
    CHECK(text({0x0002, 0x0003}) == "1.2.3");
    CHECK(text({0x0002, 0x0010}) == "1.2.840.10008.1.2.1");
    CHECK(text({0x0002, 0x0012}) == implementation_class_uid);
    CHECK(text({0x0002, 0x0013}) == implementation_version_name);
    Uint32 length = 0;
    CHECK(format.getMetaInfo()->findAndGetUint32({0x0002, 0x0000}, length).good());
    CHECK(length == file.size() - small_image().dataset().size() - 144);
}

}  // namespace cassette
