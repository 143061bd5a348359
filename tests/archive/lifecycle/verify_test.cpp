#include "archive/lifecycle/verify.h"

#include "schema/moment.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/failing_blobs.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::small_image;
using testing::stored_file;

struct Verified {
    VerifyProgress progress;
    std::vector<Fault> faults;
};

Verified verified(Archive const& archive) {
    Verified result;
    std::uint64_t calls = 0;
    VerifyObserver const observer{[&](VersionInfo const&, Fault fault) { result.faults.push_back(fault); },
                                  [&](VerifyProgress const& progress) { CHECK(progress.versions == ++calls); }};
    auto const progress = verify(archive, local_operator(), observer);
    REQUIRE(progress);
    CHECK(progress->faults == result.faults.size());
    result.progress = *progress;
    return result;
}

// Two instances, and the file of the one that was stored last.
struct TwoInstances {
    TwoInstances() {
        stored_file(on_disk.archive(), small_image({.instance = "1.2.3.1.9"}).part10());
        auto const digest = stored_file(on_disk.archive(), small_image().part10()).blob.hex();
        for (auto const& path : on_disk.objects())
            if (path.filename() == digest) file = path;
        REQUIRE_FALSE(file.empty());
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }
    ArchiveOnDisk on_disk;
    std::filesystem::path file;
};

using Faults = std::vector<Fault>;

}  // namespace

TEST_CASE("a sound archive has no fault, and every version is read") {
    TwoInstances two;
    stored_file(two.on_disk.archive(), small_image({.patient_name = "Doe^John"}).part10());
    auto const result = verified(two.on_disk.archive());
    CHECK(result.faults.empty());
    CHECK(result.progress.versions == 3);
    CHECK(result.progress.bytes == two.on_disk.counts().bytes);
    CHECK(result.progress.unreferenced == 0);
}

TEST_CASE("a bit that flipped is another digest") {
    TwoInstances two;
    auto bytes = testing::read_file(two.file);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    testing::write_file(two.file, bytes);
    CHECK(verified(two.on_disk.archive()).faults == Faults{Fault::wrong_digest});
}

TEST_CASE("a file that was cut or grew has another size") {
    TwoInstances two;
    auto const bytes = testing::read_file(two.file);
    testing::write_file(two.file, bytes.substr(0, bytes.size() - 1));
    CHECK(verified(two.on_disk.archive()).faults == Faults{Fault::wrong_size});
    testing::write_file(two.file, bytes + '\0');
    CHECK(verified(two.on_disk.archive()).faults == Faults{Fault::wrong_size});
}

TEST_CASE("a file that is gone is missing") {
    TwoInstances two;
    std::filesystem::remove(two.file);
    CHECK(verified(two.on_disk.archive()).faults == Faults{Fault::missing});
}

TEST_CASE("a medium that fails is told as unreadable, for each version") {
    TwoInstances two;
    testing::FailingBlobs blobs{two.on_disk.archive().blobs};
    Archive const archive{blobs, two.on_disk.archive().index, two.on_disk.archive().renditions, {}};
    CHECK(verified(archive).faults == Faults{Fault::unreadable, Fault::unreadable});
}

TEST_CASE("an object under another SOP Instance UID has the wrong identity") {
    ArchiveOnDisk on_disk;
    auto const stored = stored_file(on_disk.archive(), small_image().part10());
    // The index says that the same blob is of another instance too, as one that was damaged might.
    InstanceRecord record{stored.study,
                          stored.series,
                          *SOPInstanceUID::parse("1.2.3.1.77"),
                          stored.sop_class,
                          *TransferSyntaxUID::parse("1.2.840.10008.1.2.1"),
                          AttributeValues(attributes().size()),
                          stored.blob,
                          small_image().part10().size(),
                          0,
                          "test",
                          {},
                          {}};
    REQUIRE(on_disk.archive().index.commit(record, OnDuplicate::supersede));
    CHECK(verified(on_disk.archive()).faults == Faults{Fault::wrong_identity});
}

TEST_CASE("a blob that no version names is counted") {
    TwoInstances two;
    auto writer = two.on_disk.archive().blobs.create();
    REQUIRE(writer);
    REQUIRE((*writer)->finish());
    REQUIRE((*writer)->publish(nanoseconds_now()));
    CHECK(verified(two.on_disk.archive()).progress.unreferenced == 1);
}

TEST_CASE("every fault has words of its own") {
    std::vector<std::string_view> words;
    for (auto const fault :
         {Fault::missing, Fault::unreadable, Fault::wrong_digest, Fault::wrong_size, Fault::wrong_identity}) {
        CHECK_FALSE(describe(fault).empty());
        CHECK(std::find(words.begin(), words.end(), describe(fault)) == words.end());
        words.push_back(describe(fault));
    }
}

}  // namespace cassette
