#include "archive/ingest/instance_composer.h"

#include "archive/retrieve/retrieve.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

std::string const identity = R"("00080016":{"vr":"UI","Value":["1.2.840.10008.5.1.4.1.1.2"]},
    "00080018":{"vr":"UI","Value":["1.2.3.1.1"]},"0020000D":{"vr":"UI","Value":["1.2.3"]},
    "0020000E":{"vr":"UI","Value":["1.2.3.1"]})";

boost::json::object metadata(std::string const& more) {
    return boost::json::parse("{" + identity + more + "}").get_object();
}

class Request {
public:
    void part(std::string const& location, std::string const& media_type, std::string_view bytes) {
        REQUIRE(parts_.begin(location, media_type, ""));
        REQUIRE(parts_.append(std::as_bytes(std::span{bytes.data(), bytes.size()})));
    }
    Result<StoredInstance> store(std::string const& more) {
        return store_composed({disk_.archive(), local_operator(), "test", study}, metadata(more), parts_);
    }
    // The stored file.
    std::string file(StoredInstance const& stored) {
        auto const blob = disk_.archive().blobs.open(stored.blob);
        REQUIRE(blob);
        std::string bytes((*blob)->size(), '\0');
        REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{bytes})));
        return bytes;
    }
    std::size_t incoming() const { return disk_.incoming().size(); }

    std::optional<StudyInstanceUID> study;

private:
    testing::ArchiveOnDisk disk_;
    BulkParts parts_{disk_.archive().blobs};
};

testing::DatasetBuilder builder() {
    testing::DatasetBuilder built;
    built.text({0x0008, 0x0016}, "UI", testing::ct_image_storage).text({0x0008, 0x0018}, "UI", "1.2.3.1.1");
    built.text({0x0020, 0x000D}, "UI", "1.2.3").text({0x0020, 0x000E}, "UI", "1.2.3.1");
    return built;
}

}  // namespace

TEST_CASE("metadata and bulk data become an Explicit VR Little Endian file (PS3.18 10.5.1.4)") {
    Request request;
    request.part("pixels", "application/octet-stream", std::string("\1\2\3\4\5", 5));
    request.part("/inner", "application/octet-stream", "%PDF-1.7");
    auto const stored =
        request.store(R"(,"00081140":{"vr":"SQ","Value":[{"00420011":{"vr":"OB","BulkDataURI":"/inner"}}]},
        "7FE00010":{"vr":"OW","BulkDataURI":"pixels"})");
    REQUIRE(stored);
    auto expected = builder();
    auto const inner = testing::DatasetBuilder{}.bytes({0x0042, 0x0011}, "OB", "%PDF-1.7").dataset();
    using testing::Length;
    auto const items = testing::item(inner, Length::undefined);
    expected.element({0x0008, 0x1140}, testing::sequence({0x0008, 0x1140}, items, Length::undefined));
    expected.bytes({0x7FE0, 0x0010}, "OW", std::string_view{"\1\2\3\4\5\0", 6});
    auto const file = request.file(*stored);
    CHECK(file.ends_with(expected.dataset()));
    CHECK(file.find("1.2.840.10008.1.2.1") != std::string::npos);
    CHECK(request.incoming() == 0);
}

TEST_CASE("compressed frames become one fragment each, in the transfer syntax of their media type (PS3.5 A.4)") {
    Request request;
    request.part("pixels/frames/2", "image/jls", "second");
    request.part("pixels/frames/1", "image/jls", "first");
    auto const stored = request.store(R"(,"7FE00010":{"vr":"OW","BulkDataURI":"pixels"},
                                         "00280008":{"vr":"IS","Value":[2]})");
    REQUIRE(stored);
    auto expected = builder().text({0x0028, 0x0008}, "IS", "2");
    expected.element({0x7FE0, 0x0010}, testing::encapsulated("", {std::string_view{"first\0", 6}, "second"}));
    auto const file = request.file(*stored);
    CHECK(file.ends_with(expected.dataset()));
    CHECK(file.find("1.2.840.10008.1.2.4.80") != std::string::npos);
}

TEST_CASE("bulk data that are missing fail the instance, and nothing is left of it (PS3.18 10.5.3)") {
    Request request;
    auto const stored = request.store(R"(,"7FE00010":{"vr":"OW","BulkDataURI":"pixels"})");
    REQUIRE_FALSE(stored);
    CHECK(stored.error().code == ErrorCode::malformed);
    CHECK(stored.error().detail.find("7FE00010") != std::string::npos);
    CHECK(request.incoming() == 0);
}

TEST_CASE("an instance of another study, and one without identity, are not stored") {
    Request request;
    request.study = *StudyInstanceUID::parse("9.9");
    CHECK(request.store("").error().code == ErrorCode::nonconformant);
    request.study.reset();
    CHECK(request.store("").has_value());
    CHECK(request.store(R"(,"00080018":{"vr":"UI","Value":[]})").error().code == ErrorCode::malformed);
    CHECK(request.store(R"(,"00100010":{"vr":"PN","Value":[5]})").error().code == ErrorCode::malformed);
}

TEST_CASE("metadata identify themselves for the response") {
    auto const found = identification_of(metadata(""));
    CHECK(found.sop_class == "1.2.840.10008.5.1.4.1.1.2");
    CHECK(found.sop_instance == "1.2.3.1.1");
    CHECK(identification_of({}).sop_instance.empty());
}

}  // namespace cassette
