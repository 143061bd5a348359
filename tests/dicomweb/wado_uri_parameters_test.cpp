#include "dicomweb/wado_uri_parameters.h"

#include "dicomweb/http/request_target.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

Result<UriParameters> parsed(std::string const& query) {
    http::Request request;
    auto target = http::parse_request_target("/wado?" + query);
    REQUIRE(target);
    request.query = std::move(target->query);
    return parse_uri_parameters(request);
}

std::string const target = "requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=1.4";

Result<UriParameters> with(std::string const& more) { return parsed(target + "&" + more); }

}  // namespace

TEST_CASE("the target is four parameters, all of them (PS3.18 9.1.2.1)") {
    auto const parameters = parsed(target);
    REQUIRE(parameters);
    CHECK(parameters->scope.study.str() == "1.2");
    CHECK(parameters->scope.series->str() == "1.3");
    CHECK(parameters->scope.instance->str() == "1.4");
    CHECK_FALSE(parameters->for_rendering);
    CHECK(parameters->anonymize == Anonymize::no);
    for (char const* bad :
         {"", "studyUID=1.2&seriesUID=1.3&objectUID=1.4", "requestType=wado&studyUID=1.2&seriesUID=1.3&objectUID=1.4",
          "requestType=WADO&seriesUID=1.3&objectUID=1.4", "requestType=WADO&studyUID=1.2&objectUID=1.4",
          "requestType=WADO&studyUID=1.2&seriesUID=1.3", "requestType=WADO&studyUID=&seriesUID=1.3&objectUID=1.4",
          "requestType=WADO&studyUID=../x&seriesUID=1.3&objectUID=1.4"}) {
        CAPTURE(bad);
        REQUIRE_FALSE(parsed(bad));
        CHECK(parsed(bad).error().code == ErrorCode::malformed);
    }
}

TEST_CASE("what an instance is wanted as (PS3.18 9.4.1.2)") {
    CHECK(*with("transferSyntax=1.2.840.10008.1.2.4.90")->transfer_syntax == "1.2.840.10008.1.2.4.90");
    CHECK(*with("transferSyntax=*")->transfer_syntax == "*");
    CHECK(with("anonymize=yes")->anonymize == Anonymize::yes);
    CHECK_FALSE(with("anonymize=yes&transferSyntax=*&unknown=x")->for_rendering);
}

TEST_CASE("what a picture is wanted as (PS3.18 9.5.1.2)") {
    auto const frame = with("frameNumber=3");
    CHECK(frame->frame == 3);
    CHECK(frame->rendering.frame == 3);
    CHECK(with("rows=100&columns=200")->rendering.viewport->height == 100);
    CHECK(with("rows=100&columns=200")->rendering.viewport->width == 200);
    CHECK(with("rows=100")->rendering.viewport->width == 16'384);
    auto const region = with("region=0.25,0.5,0.75,1");
    CHECK(region->rendering.region->x == 0.25);
    CHECK(region->rendering.region->y == 0.5);
    CHECK(*region->rendering.region->width == 0.5);
    CHECK(*region->rendering.region->height == 0.5);
    CHECK(region->rendering.region->unit == RegionUnit::fraction);
    CHECK(with("windowCenter=-50.5&windowWidth=400")->rendering.window->center == -50.5);
    CHECK(with("windowCenter=-50.5&windowWidth=400")->rendering.window->width == 400);
    CHECK(with("imageQuality=75")->rendering.quality == 75);
    CHECK(with("annotation=patient,technique")->rendering.annotations.patient);
    CHECK(with("imageAnnotation=technique")->rendering.annotations.technique);
    CHECK(with("annotation=patient,colours")->unsupported_annotations.size() == 1);
    auto const presentation = with("presentationSeriesUID=1.5&presentationUID=1.6")->presentation;
    CHECK(presentation->series.str() == "1.5");
    CHECK(presentation->instance.str() == "1.6");
    CHECK(with("rows=1")->for_rendering);
}

TEST_CASE("what cannot be read, and what does not go together, is a bad request (PS3.18 9.4.3, 9.5.3)") {
    for (char const* bad : {"frameNumber=0",
                            "frameNumber=-1",
                            "frameNumber=one",
                            "rows=0",
                            "rows=99999",
                            "columns=x",
                            "rows=1,2,3,4,5",
                            "region=0,0,1",
                            "region=0,0,1,1,1",
                            "region=0.5,0,0.5,1",
                            "region=0,0,1,1.5",
                            "region=a,b,c,d",
                            "region=nan,0,1,1",
                            "windowCenter=1",
                            "windowWidth=100",
                            "windowCenter=1&windowWidth=0",
                            "windowCenter=x&windowWidth=100",
                            "imageQuality=0",
                            "imageQuality=101",
                            "transferSyntax=jpeg",
                            "transferSyntax=1.2,1.3",
                            "anonymize=no",
                            "presentationUID=1.6",
                            "presentationSeriesUID=1.5",
                            "presentationSeriesUID=1.5&presentationUID=1.6&windowCenter=1&windowWidth=100",
                            "presentationSeriesUID=1.5&presentationUID=1.6&anonymize=yes"}) {
        CAPTURE(bad);
        REQUIRE_FALSE(with(bad));
        CHECK(with(bad).error().code == ErrorCode::malformed);
    }
}

}  // namespace cassette::dicomweb
