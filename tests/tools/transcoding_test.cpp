#include "tools/transcoding.h"

#include "storage/transcodings.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("the policy is one of five words") {
    CHECK_FALSE(*parse_transcoding("none"));
    CHECK((*parse_transcoding("htj2k-lossless"))->str() == "1.2.840.10008.1.2.4.202");
    CHECK((*parse_transcoding("jpeg2000-lossless"))->str() == "1.2.840.10008.1.2.4.90");
    CHECK((*parse_transcoding("jpegls-lossless"))->str() == "1.2.840.10008.1.2.4.80");
    CHECK((*parse_transcoding("rle"))->str() == "1.2.840.10008.1.2.5");
    for (auto const* wrong : {"", "htj2k", "jpeg", "NONE"})
        CHECK(parse_transcoding(wrong).error().code == ErrorCode::malformed);
}

TEST_CASE("steps transcode what is stored, resting between them, and look again later for what arrives") {
    testing::ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    testing::stored_file(archive, testing::small_image().part10());
    TranscodingJob job{archive, *TransferSyntaxUID::parse("1.2.840.10008.1.2.4.202")};
    auto const rest_of_round = [&] {
        auto rest = job.step();
        while (rest < std::chrono::seconds{10}) rest = job.step();
    };
    auto const first = job.step();
    CHECK(first > std::chrono::milliseconds{0});
    CHECK(job.figures().transcoded == 1);
    CHECK(job.figures().refused == 0);
    CHECK(job.figures().bytes_before > 0);
    CHECK(job.figures().bytes_after > 0);
    rest_of_round();
    testing::stored_file(archive, testing::small_image({.instance = "1.2.3.1.2"}).part10());
    rest_of_round();
    CHECK(job.figures().transcoded == 2);
}

TEST_CASE("a job that is stopped does nothing more") {
    testing::ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    testing::stored_file(archive, testing::small_image().part10());
    TranscodingJob job{archive, *TransferSyntaxUID::parse("1.2.840.10008.1.2.5")};
    job.stop();
    CHECK(job.step() > std::chrono::seconds{1});
    CHECK(job.figures().transcoded == 0);
    CHECK(on_disk.counts().versions == 1);
}

}  // namespace cassette
