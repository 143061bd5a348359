#include "archive/part10/header.h"

#include "storage/memory_blob.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::small_image;

// What stays unread cannot be looked at.
class CountingBlob final : public Blob {
public:
    explicit CountingBlob(std::string bytes) : blob_{std::move(bytes)} {}
    std::uint64_t size() const override { return blob_.size(); }
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        read_ += out.size();
        return blob_.read_at(offset, out);
    }
    std::uint64_t bytes_read() const { return read_; }

private:
    MemoryBlob blob_;
    mutable std::uint64_t read_ = 0;
};

}  // namespace

TEST_CASE("scanning a stored object gives what scanning its stream gave, without reading its pixels") {
    auto const file = small_image().bytes({0x7FE0, 0x0010}, "OW", std::string(std::size_t{4} << 20, 'p')).part10();
    CountingBlob const blob{file};
    CHECK(testing::summary(scan_blob(blob, {})) == testing::summary(testing::scan_part10(file)));
    CHECK(blob.bytes_read() < 256 * 1024);
}

TEST_CASE("a stored object's header comes back without its bulk values") {
    MemoryBlob const blob{small_image().part10()};
    auto const header = read_header(blob, {});
    REQUIRE(header);
    OFString name;
    CHECK((*header)->findAndGetOFString({0x0010, 0x0010}, name).good());
    CHECK(name == "Doe^Jane");
    CHECK_FALSE((*header)->tagExists({0x7FE0, 0x0010}));
}

TEST_CASE("a blob that is not what it was is malformed, one beyond the limits too large") {
    auto const file = small_image().part10();
    auto const code = [](std::string bytes, DatasetLimits const& limits) {
        auto const header = read_header(MemoryBlob{std::move(bytes)}, limits);
        REQUIRE_FALSE(header);
        return header.error().code;
    };
    CHECK(code(file.substr(0, file.size() - 1), {}) == ErrorCode::malformed);
    CHECK(code("", {}) == ErrorCode::malformed);
    DatasetLimits limits;
    limits.header_bytes_max = 10;
    CHECK(code(file, limits) == ErrorCode::too_large);
}

}  // namespace cassette
