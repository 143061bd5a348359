// A video over real sockets: stored, and seen frame by frame.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/decoded_picture.h"
#include "tests/support/encoded_video.h"
#include "tests/support/http_client.h"
#include "tests/support/node.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

namespace cassette::testing {

namespace {

std::string const instance = "/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5";

// The mean of all samples of a PNG.
double mean_of(std::string const& png) {
    auto const picture = decode_png(png);
    REQUIRE_FALSE(picture.samples.empty());
    double sum = 0;
    for (auto const sample : picture.samples) sum += sample;
    return sum / static_cast<double>(picture.samples.size());
}

}  // namespace

TEST_CASE("a frame of a video is rendered by the running node, and the video given as it is (PS3.18 Table 8.7.4-1)") {
    auto const stream = encoded({});
    if (!stream) return;  // says so itself
    TemporaryDirectory const scratch;
    write_file(scratch / "video.dcm", part10_of({.stream = *stream, .fragment_bytes = 1000}));
    auto node = Node::start(scratch / "data");
    REQUIRE(stow_file(node, scratch / "video.dcm").status == 200);
    for (std::uint32_t const number : {3U, 20U}) {
        CAPTURE(number);
        auto const path = instance + "/frames/" + std::to_string(number) + "/rendered";
        auto const frame = get(node.dicom_web(path), "image/png");
        REQUIRE(frame.status == 200);
        CHECK(frame.header("content-type") == "image/png");
        CHECK(std::abs(mean_of(frame.body) - grey_of_frame(number)) < 4);
        CHECK(get(node.dicom_web(path), "image/png").body == frame.body);
    }
    CHECK(get(node.dicom_web(instance + "/frames/31/rendered"), "image/png").status == 404);
    auto const whole = get(node.dicom_web(instance + "/rendered"));
    CHECK(whole.status == 200);
    CHECK(whole.header("content-type") == "video/mpeg");
    CHECK(whole.body.starts_with(*stream));
    CHECK(get(node.dicom_web(instance + "/thumbnail"), "image/jpeg").body.starts_with("\xFF\xD8\xFF"));
    CHECK(node.stop() == 0);
}

}  // namespace cassette::testing
