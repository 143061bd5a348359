#include "dicomweb/retrieved_instance.h"

#include "archive/retrieve/retrieve.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

RetrievedInstance only_instance(TestService& service, std::string_view transfer_syntax) {
    auto const located =
        locate_instance(service.service().archive, local_operator(), {*StudyInstanceUID::parse("1.2.3"), {}, {}});
    REQUIRE(located);
    return {*located, *TransferSyntaxUID::parse(transfer_syntax)};
}

}  // namespace

TEST_CASE("an instance as it is stored has a length and is its blob") {
    TestService service;
    auto const sent = part10({});
    service.store(sent);
    auto const instance = only_instance(service, "1.2.840.10008.1.2.1");
    CHECK(instance.as_stored());
    CHECK(instance.length() == sent.size());
    CHECK(instance.content_type() == "application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
    auto const open = opener_of(service.service().archive, local_operator(), instance);
    auto const pieces = std::get<PiecesOpener>(open)();
    REQUIRE(pieces);
    CHECK(total_length(*pieces) == sent.size());
}

TEST_CASE("an instance in another transfer syntax is made when its turn comes") {
    TestService service;
    service.store(part10({}));
    auto const instance = only_instance(service, "1.2.840.10008.1.2.5");
    CHECK_FALSE(instance.as_stored());
    CHECK_FALSE(instance.length());
    auto const open = opener_of(service.service().archive, local_operator(), instance);
    auto const part = std::get<StreamOpener>(open)();
    REQUIRE(part);
    CHECK(part->content_type.empty());
    CHECK(part->body != nullptr);
}

TEST_CASE("what cannot be decoded is not acceptable at once, and as stored when its turn comes") {
    TestService service;
    auto const broken = part10({.compressed_frames = {"jpeg"}});
    service.store(broken);
    auto const instance = only_instance(service, "1.2.840.10008.1.2.1");
    auto const now = open_transcoded(service.service().archive, local_operator(), instance);
    REQUIRE_FALSE(now);
    CHECK(now.error().code == ErrorCode::not_acceptable);
    auto const open = opener_of(service.service().archive, local_operator(), instance);
    auto const part = std::get<StreamOpener>(open)();
    REQUIRE(part);
    CHECK(part->content_type == "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70");
    CHECK(part->body->length() == broken.size());
}

}  // namespace cassette::dicomweb
