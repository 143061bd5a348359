#include "archive/outgoing/storage_commitment.h"

#include "archive/lifecycle/removal.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/failing_blobs.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using enum CommitmentFailure;

constexpr char const* ct = "1.2.840.10008.5.1.4.1.1.2";
constexpr char const* mr = "1.2.840.10008.5.1.4.1.1.4";

Commitment asking_for(std::initializer_list<std::pair<char const*, char const*>> references) {
    Commitment commitment{*TransactionUID::parse("2.25.1"), {}};
    for (auto const& [sop_class, instance] : references)
        commitment.references.push_back({*SOPClassUID::parse(sop_class), *SOPInstanceUID::parse(instance)});
    return commitment;
}

void store(Archive& archive, std::string const& instance) {
    testing::stored_file(archive, testing::small_image({.instance = instance}).part10());
}

CommitmentFailure outcome(Archive const& archive, Commitment commitment) {
    REQUIRE(verify_commitment(archive, local_operator(), commitment, [] { return true; }));
    CHECK(commitment.verified);
    return commitment.references.front().failure;
}

CommitmentParties parties(char const* requestor = "MODALITY") { return {*AETitle::parse(requestor), "node", 10, 1000}; }

}  // namespace

TEST_CASE("an instance whose bytes are read again and are whole is committed (PS3.4 J.3)") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1");
    CHECK(outcome(disk.archive(), asking_for({{ct, "1.2.3.1"}})) == none);
}

TEST_CASE("each failed reference gets its Failure Reason (PS3.3 C.14.1.1)") {
    ArchiveOnDisk disk;
    auto& archive = disk.archive();
    store(archive, "1.2.3.1");
    auto const asked = asking_for({{ct, "1.2.3.1"}});
    SUBCASE("an unknown instance") { CHECK(outcome(archive, asking_for({{ct, "1.2.9"}})) == no_such_object_instance); }
    SUBCASE("another SOP Class") { CHECK(outcome(archive, asking_for({{mr, "1.2.3.1"}})) == class_instance_conflict); }
    SUBCASE("a deleted instance") {
        REQUIRE(remove(archive, local_operator(), {*StudyInstanceUID::parse("1.2.3"), {}, {}}, "test"));
        CHECK(outcome(archive, asked) == no_such_object_instance);
    }
    SUBCASE("bytes that have changed on the disk, although the index knows nothing of it") {
        auto const file = disk.objects().front();
        std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
        std::fstream{file, std::ios::in | std::ios::out | std::ios::binary}.seekp(300).put('\x5A');
        CHECK(outcome(archive, asked) == processing_failure);
    }
    SUBCASE("a file that was cut off") {
        std::filesystem::resize_file(disk.objects().front(), 100);
        CHECK(outcome(archive, asked) == processing_failure);
    }
    SUBCASE("a file that is gone") {
        std::filesystem::remove(disk.objects().front());
        CHECK(outcome(archive, asked) == no_such_object_instance);
    }
    SUBCASE("a medium that fails") {
        testing::FailingBlobs blobs{archive.blobs};
        Archive const failing{blobs, archive.index, archive.renditions, {}};
        CHECK(outcome(failing, asked) == processing_failure);
    }
    SUBCASE("what has failed already stays so") {
        auto failed = asked;
        failed.references.front().failure = sop_class_not_supported;
        CHECK(outcome(archive, failed) == sop_class_not_supported);
    }
}

TEST_CASE("verification stops when it is told to") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1");
    auto commitment = asking_for({{ct, "1.2.3.1"}});
    int asked = 0;
    auto const stopped = verify_commitment(disk.archive(), local_operator(), commitment, [&] { return ++asked < 2; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::cancelled);
    CHECK_FALSE(commitment.verified);
}

TEST_CASE("a transaction waits in the outbox as it was asked for, and as it came out") {
    auto commitment = asking_for({{ct, "1.2.3.1"}, {mr, "1.2.3.2"}});
    auto const check = [&] {
        auto const read = decode_commitment(encode_commitment(commitment));
        REQUIRE(read);
        CHECK(read->transaction == commitment.transaction);
        CHECK(read->references == commitment.references);
        CHECK(read->verified == commitment.verified);
    };
    check();
    commitment.references[1].failure = class_instance_conflict;
    commitment.verified = true;
    check();
    for (char const* damaged : {"", "2.25.1\n", "2.25.1 else\n", "x y\n", "2.25.1 verified\n1.2\n",
                                "2.25.1 verified\n1.2 1.3 x\n", "2.25.1 verified\n1.2 1.3 1x\n"}) {
        CAPTURE(damaged);
        CHECK(decode_commitment(damaged).error().code == ErrorCode::internal);
    }
}

TEST_CASE("a transaction is kept before it is answered, and survives a restart") {
    ArchiveOnDisk disk;
    auto const held = accept_commitment(disk.archive(), asking_for({{ct, "1.2.3.1"}}), parties());
    REQUIRE(held);
    REQUIRE(*held);
    CHECK((*held)->task.subject == "2.25.1");
    disk.reopen_index();
    auto const tasks = disk.archive().index.outbox().list({});
    REQUIRE(tasks->size() == 1);
    CHECK(tasks->front().task.destination.str() == "MODALITY");
    CHECK(decode_commitment(tasks->front().task.payload)->references.size() == 1);
}

TEST_CASE("the same request again is answered by one report") {
    ArchiveOnDisk disk;
    REQUIRE(*accept_commitment(disk.archive(), asking_for({{ct, "1.2.3.1"}}), parties()));
    auto const again = accept_commitment(disk.archive(), asking_for({{ct, "1.2.3.1"}}), parties());
    REQUIRE(again);
    CHECK_FALSE(again->has_value());
    CHECK(disk.archive().index.outbox().list({})->size() == 1);
}

TEST_CASE("a Transaction UID in use for other instances fails as a whole: duplicate transaction UID (PS3.3 C.14.1.1)") {
    ArchiveOnDisk disk;
    REQUIRE(*accept_commitment(disk.archive(), asking_for({{ct, "1.2.3.1"}}), parties()));
    SUBCASE("of the same requestor") {
        auto const other = accept_commitment(disk.archive(), asking_for({{ct, "1.2.3.2"}}), parties());
        REQUIRE(other);
        REQUIRE(*other);
        auto const commitment = decode_commitment((*other)->task.payload);
        REQUIRE(commitment);
        CHECK(commitment->verified);
        CHECK(commitment->transaction.str() == "2.25.1");
        CHECK(commitment->references.front().failure == duplicate_transaction);
    }
    SUBCASE("another requestor's transactions are its own") {
        auto const other = accept_commitment(disk.archive(), asking_for({{ct, "1.2.3.2"}}), parties("OTHER"));
        REQUIRE(*other);
        CHECK_FALSE(decode_commitment((*other)->task.payload)->verified);
    }
    CHECK(disk.archive().index.outbox().list({})->size() == 2);
}

}  // namespace cassette
