// Law: any data set said to be a presentation state is refused, or shows a small image as a picture of the size that was asked
// for (PS3.4 N.2).
//
//   frame data_set...   the data set in Explicit VR Little Endian

#include "archive/pixels/presentation_state.h"
#include "tests/fuzz/rendered_pair.h"

using namespace cassette;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    testing::ObjectsInMemory objects;
    auto const image = testing::add_grey_image(objects);
    auto const state = testing::add_data_set(objects, bytes.substr(1));
    if (!state) return 0;
    (void)presented_images(objects.archive(), local_operator(), *state);
    RenderRequest request{
        .frame = data[0] % 4U, .type = RenderedType::png, .viewport = Viewport{24, 24}, .presentation = *state};
    testing::check_picture(objects, image, request);
    request.purpose = Purpose::thumbnail;
    testing::check_picture(objects, image, request);
    return 0;
}
