// Law: any data set said to be a segmentation is refused, or is shown over a small image, and by itself, as a picture of the size
// that was asked for (PS3.3 C.8.20).
//
//   frame data_set...   the data set in Explicit VR Little Endian

#include "archive/part10/header.h"
#include "archive/pixels/source_frame.h"
#include "archive/retrieve/retrieve.h"
#include "tests/fuzz/rendered_pair.h"

using namespace cassette;

namespace {

constexpr std::string_view segmentation_storage = "1.2.840.10008.5.1.4.1.1.66.4";

void look_for_sources(testing::ObjectsInMemory const& objects, InstanceLocation const& segmentation,
                      std::uint32_t number) {
    auto const blob = open_part10(objects.archive(), local_operator(), segmentation);
    if (!blob) return;
    auto const header = read_header(**blob, objects.archive().settings.limits);
    if (!header) return;
    (void)source_frames(**header, number);
    (void)frames_beside(**header, number, segmentation.frames);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    testing::ObjectsInMemory objects;
    auto const image = testing::add_grey_image(objects);
    auto segmentation = testing::add_data_set(objects, bytes.substr(1));
    if (!segmentation) return 0;
    segmentation->sop_class = *SOPClassUID::parse(segmentation_storage);
    RenderRequest request{.frame = data[0] % 4U, .type = RenderedType::png, .viewport = Viewport{24, 24}};
    look_for_sources(objects, *segmentation, request.frame);
    testing::check_picture(objects, *segmentation, request);
    request.underlying = LocatedFrame{image, 1};
    testing::check_picture(objects, *segmentation, request);
    request.purpose = Purpose::thumbnail;
    testing::check_picture(objects, *segmentation, request);
    return 0;
}
