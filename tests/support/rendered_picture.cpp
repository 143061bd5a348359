#include "tests/support/rendered_picture.h"

#include "tests/support/single_instance_archive.h"

#include <doctest/doctest.h>

namespace cassette::testing {

Result<std::string> render(std::string_view part10, RenderRequest const& request) {
    auto const stored = SingleInstanceArchive::holding(part10);
    REQUIRE(stored);
    auto const& holder = **stored;
    auto const blob = rendered(holder.archive(), local_operator(), holder.location(), request);
    if (!blob) return fail(blob.error());
    std::string bytes((*blob)->size(), '\0');
    REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{bytes})));
    return bytes;
}

DecodedPicture png_of(std::string_view part10, RenderRequest request) {
    request.type = RenderedType::png;
    auto const bytes = render(part10, request);
    REQUIRE_MESSAGE(bytes, bytes.error().detail);
    return decode_png(*bytes);
}

Samples samples_of(SampleImage const& image, RenderRequest const& request) {
    return png_of(part10_of(image), request).samples;
}

ErrorCode error_of(SampleImage const& image, RenderRequest const& request) {
    auto const bytes = render(part10_of(image), request);
    REQUIRE_FALSE(bytes);
    return bytes.error().code;
}

void put(DcmItem& item, DcmTagKey const& key, char const* value) {
    REQUIRE(item.putAndInsertString(key, value).good());
}
void put(DcmItem& item, DcmTagKey const& key, std::uint16_t value) {
    REQUIRE(item.putAndInsertUint16(key, value).good());
}

DcmItem& item_of(DcmItem& holder, DcmTagKey const& sequence, signed long number) {
    DcmItem* item = nullptr;
    REQUIRE(holder.findOrCreateSequenceItem(DcmTag{sequence}, item, number).good());
    return *item;
}

void put_words(DcmItem& item, DcmTagKey const& key, std::vector<std::uint16_t> const& words) {
    auto const count = static_cast<unsigned long>(words.size());
    bool const descriptor = words.size() == 3;
    DcmTag const tag{key, descriptor ? EVR_US : EVR_OW};
    REQUIRE(item.putAndInsertUint16Array(tag, words.data(), count).good());
}

}  // namespace cassette::testing
