#include "archive/pixels/transcode/target_syntax.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace cassette {

namespace {

PixelLayout native(std::uint64_t bytes) {
    PixelLayout layout;
    layout.encoding = PixelEncoding::native;
    layout.value.length = bytes;
    layout.frames = 1;
    return layout;
}

// The codings with fragments that the pixels fit into.
std::vector<std::string> codings_for(PixelDescription const& description) {
    auto const layout = native(4);
    std::vector<std::string> uids;
    for (auto const uid : target_syntaxes())
        if (find_transfer_syntax(uid)->encapsulated && is_obtainable(uid, {layout, description}))
            uids.emplace_back(uid);
    return uids;
}

using Uids = std::vector<std::string>;

}  // namespace

TEST_CASE("a coding takes the cells it has room for (PS3.5 8.2)") {
    PixelDescription description{.rows = 2, .columns = 2};
    Uids const bytes{"1.2.840.10008.1.2.8.1", "1.2.840.10008.1.2.1.98"};
    Uids const lossless{"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.90",
                        "1.2.840.10008.1.2.4.80",  "1.2.840.10008.1.2.4.70",  "1.2.840.10008.1.2.5",
                        "1.2.840.10008.1.2.8.1",   "1.2.840.10008.1.2.1.98"};
    auto with_baseline = lossless;
    with_baseline.emplace_back(jpeg_baseline);
    CHECK(codings_for(description) == with_baseline);
    description.is_signed = true;
    CHECK(codings_for(description) == lossless);
    description = {.rows = 2, .columns = 2, .bits_allocated = 16, .bits_stored = 12};
    CHECK(codings_for(description) == lossless);
    description = {.rows = 2, .columns = 2, .bits_allocated = 32, .bits_stored = 32};
    CHECK(codings_for(description) == Uids{"1.2.840.10008.1.2.5", bytes[0], bytes[1]});
    description = {.rows = 2, .columns = 2, .bits_allocated = 1, .bits_stored = 1};
    CHECK(codings_for(description) == Uids{"1.2.840.10008.1.2.5", bytes[0], bytes[1]});
    description = {.rows = 2, .columns = 2, .samples = 3, .photometric = Photometric::ybr_full_422};
    CHECK(codings_for(description) == bytes);
    description = {.rows = 2, .columns = 2, .kind = SampleKind::float32, .bits_allocated = 32, .bits_stored = 32};
    CHECK(codings_for(description).empty());
}

TEST_CASE("a native value has a 32-bit length (PS3.5 7.1)") {
    auto layout = native(0xFFFFFFFE);
    CHECK_FALSE(is_obtainable("1.2.840.10008.1.2", {layout, std::nullopt}));
    layout.value.length = 0xFFFFFFFC;
    CHECK(is_obtainable("1.2.840.10008.1.2", {layout, std::nullopt}));
    layout.encoding = PixelEncoding::encapsulated;
    layout.frames = 0x10000;
    PixelDescription const description{.rows = 256, .columns = 256};
    CHECK_FALSE(is_obtainable("1.2.840.10008.1.2", {layout, description}));
    CHECK(is_obtainable("1.2.840.10008.1.2.5", {layout, description}));
    CHECK_FALSE(is_obtainable("1.2.840.10008.1.2", {layout, std::nullopt}));
}

TEST_CASE("an object without pixel data has native transfer syntaxes alone, and nobody gets big endian") {
    PixelLayout const none;
    CHECK(is_obtainable("1.2.840.10008.1.2.1", {none, std::nullopt}));
    CHECK_FALSE(is_obtainable("1.2.840.10008.1.2.5", {none, std::nullopt}));
    CHECK_FALSE(is_obtainable("1.2.840.10008.1.2.2", {none, std::nullopt}));
    CHECK_FALSE(is_obtainable("no UID", {none, std::nullopt}));
}

TEST_CASE("colours are called by what the coding makes of them (PS3.3 C.7.6.3.1.2)") {
    PixelDescription const rgb{.rows = 1, .columns = 1, .samples = 3, .photometric = Photometric::rgb};
    CHECK(photometric_in("1.2.840.10008.1.2.4.90", rgb) == "YBR_RCT");
    CHECK(photometric_in("1.2.840.10008.1.2.4.201", rgb) == "YBR_RCT");
    CHECK(photometric_in(jpeg_baseline, rgb) == "YBR_FULL_422");
    CHECK(photometric_in("1.2.840.10008.1.2.4.80", rgb) == "RGB");
    CHECK(photometric_in("1.2.840.10008.1.2.4.90", {.rows = 1, .columns = 1}) == "MONOCHROME2");
}

}  // namespace cassette
