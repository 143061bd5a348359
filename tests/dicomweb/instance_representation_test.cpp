#include "dicomweb/instance_representation.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include "archive/retrieve/retrieve.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

// What an instance stored so leaves as.
std::string chosen(std::string const& part10, std::string_view accept, InstancePackaging packaging) {
    TestService service;
    service.store(part10);
    auto const principal = local_operator();
    auto const& archive = service.service().archive;
    auto const location = locate_instance(archive, principal, {*StudyInstanceUID::parse("1.2.3"), {}, {}});
    REQUIRE(location);
    InstanceNegotiation negotiation{{archive, principal}, parse_accept(accept), packaging};
    auto const syntax = negotiation.choose(*location);
    return syntax ? syntax->str() : "nothing";
}

std::string const native = "1.2.840.10008.1.2.1";
std::string const jpeg_lossless = "1.2.840.10008.1.2.4.70";
std::string const rle = "1.2.840.10008.1.2.5";

}  // namespace

TEST_CASE(
    "the transfer syntax is the stored one where that is taken, and what was asked otherwise (PS3.18 8.7.3.5.2, "
    "8.7.8)") {
    using enum InstancePackaging;
    auto const stored_native = part10({});
    auto const stored_jpeg = part10({.compressed_frames = {"not decoded here"}});
    struct Row {
        std::string const& object;
        char const* accept;
        InstancePackaging packaging;
        std::string expected;
    };
    for (auto const& row :
         {Row{stored_native, "application/dicom", alone, native}, Row{stored_native, "", alone, native},
          Row{stored_jpeg, "", alone, jpeg_lossless}, Row{stored_jpeg, "*/*", multipart, jpeg_lossless},
          Row{stored_jpeg, "multipart/related", multipart, jpeg_lossless},
          Row{stored_jpeg, "multipart/related; type=\"application/dicom\"", multipart, native},
          Row{stored_jpeg, "multipart/related; type=application/dicom; transfer-syntax=*", multipart, jpeg_lossless},
          Row{stored_jpeg, "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70", alone, jpeg_lossless},
          Row{stored_jpeg, "application/dicom; transfer-syntax=1.2.840.10008.1.2.5", alone, rle},
          Row{stored_native, "application/dicom; transfer-syntax=1.2.840.10008.1.2.5", alone, rle},
          Row{stored_native, "application/dicom; transfer-syntax=1.2.840.10008.1.2.5, application/dicom", alone,
              native},
          Row{stored_native, "application/dicom; transfer-syntax=1.2.840.10008.1.2.5, application/dicom;q=0.5", alone,
              rle},
          Row{stored_native, "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.102", alone, "nothing"},
          Row{stored_jpeg, "application/zip", zip, jpeg_lossless},
          Row{stored_jpeg, "application/zip; transfer-syntax=1.2.840.10008.1.2.1", zip, native}}) {
        CAPTURE(row.accept);
        CHECK(chosen(row.object, row.accept, row.packaging) == row.expected);
    }
}

}  // namespace cassette::dicomweb
