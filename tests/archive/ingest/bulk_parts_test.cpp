#include "archive/ingest/bulk_parts.h"

#include "storage/memory_blob_store.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

class Parts {
public:
    void add(std::string const& location, std::string_view text) {
        REQUIRE(parts.begin(location, "application/octet-stream", ""));
        REQUIRE(parts.append(std::as_bytes(std::span{text.data(), text.size()})));
    }
    std::string named(std::string_view uri) {
        std::string all;
        for (auto const* part : parts.named(uri)) {
            std::string text(part->range.length, '\0');
            REQUIRE(parts.read(*part, 0, std::as_writable_bytes(std::span{text})));
            all += text;
        }
        return all;
    }

private:
    std::unique_ptr<BlobStore> blobs_ = make_memory_blob_store();

public:
    BulkParts parts{*blobs_};
};

}  // namespace

TEST_CASE("bulk data are found by their Content-Location, however it is spelt (PS3.18 10.5.1.4)") {
    Parts parts;
    parts.add("http://host/bulk/1", "one");
    parts.add("./two", "two");
    parts.add("cid:3", "three");
    CHECK(parts.named("/bulk/1") == "one");
    CHECK(parts.named("https://other/bulk/1") == "one");
    CHECK(parts.named("two") == "two");
    CHECK(parts.named("cid:3") == "three");
    CHECK(parts.named("four") == "");
    CHECK(parts.named("") == "");
}

TEST_CASE("frames come in the order of their numbers, or else of their arrival") {
    Parts parts;
    parts.add("/a/frames/10", "ten");
    parts.add("/a/frames/2", "two");
    parts.add("b", "first");
    parts.add("b", "second");
    CHECK(parts.named("/a") == "twoten");
    CHECK(parts.named("/a/frames/2") == "two");
    CHECK(parts.named("b") == "firstsecond");
}

TEST_CASE("a part that breaks off is forgotten, and unclaimed ones are counted") {
    Parts parts;
    parts.add("a", "a");
    parts.add("b/frames/1", "b");
    CHECK(parts.parts.unclaimed() == 2);
    parts.parts.drop_last();
    CHECK(parts.named("b") == "");
    CHECK(parts.named("b/frames/1") == "");
    CHECK(parts.named("a") == "a");
    CHECK(parts.parts.unclaimed() == 0);
}

}  // namespace cassette
