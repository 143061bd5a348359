#include "dicomweb/frame_parts.h"

#include "archive/retrieve/retrieve.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

FrameSelection only_instance(TestService& service) {
    auto const& archive = service.service().archive;
    auto const located = locate_instance(archive, local_operator(), {*StudyInstanceUID::parse("1.2.3"), {}, {}});
    REQUIRE(located);
    auto layout = layout_of(archive, local_operator(), *located);
    REQUIRE(layout);
    return {*located, *std::move(layout), {1, 2}};
}

http::Request asking(std::string const& accept) {
    http::Request request;
    request.principal = local_operator();
    request.fields.add("Accept", accept);
    return request;
}

}  // namespace

TEST_CASE("a stored frame is a part of known length, a made one is not") {
    TestService service;
    service.store(part10({.frames = 2}));
    for (auto const& [accept, length] :
         {std::pair{"multipart/related; type=application/octet-stream", std::optional<std::uint64_t>{128}},
          std::pair{"multipart/related; type=image/jls", std::optional<std::uint64_t>{}}}) {
        CAPTURE(accept);
        auto selection = only_instance(service);
        auto const offer = choose_frame_offer(service.service(), asking(accept), {selection.location, selection.layout},
                                              Packaging::multipart_only);
        REQUIRE(offer);
        auto const source =
            std::make_shared<FrameSource const>(service.service(), local_operator(), std::move(selection), *offer);
        auto const part = frame_part(source, 2);
        CHECK(part.length == length);
        CHECK(part.location == "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5/frames/2");
        CHECK(part.content_type == offer->payload_type());
        auto const opened = std::get<PiecesOpener>(part.open)();
        REQUIRE(opened);
        CHECK(total_length(*opened) > 0);
        CHECK(source->open(3).error().code == ErrorCode::not_found);
    }
}

TEST_CASE("what frames cannot be had as is refused with a list of what they can (PS3.18 8.5)") {
    TestService service;
    service.store(part10({.frames = 2}));
    auto const selection = only_instance(service);
    auto const offer = choose_frame_offer(service.service(), asking("image/gif"),
                                          {selection.location, selection.layout}, Packaging::single_too);
    REQUIRE_FALSE(offer);
    CHECK(offer.error().code == ErrorCode::not_acceptable);
    CHECK(offer.error().detail.find("image/jls; transfer-syntax=1.2.840.10008.1.2.4.80") != std::string::npos);
}

}  // namespace cassette::dicomweb
