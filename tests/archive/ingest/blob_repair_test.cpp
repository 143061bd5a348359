#include "archive/ingest/blob_repair.h"

#include "archive/lifecycle/reindex.h"
#include "archive/part10/file_meta.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/sha256_of.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <fstream>
#include <vector>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::small_image;
using testing::stored_file;

constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";

std::string with_other_meta(std::string file) {
    file.replace(0, 16, "another preamble");
    return file;
}

// The file as a C-STORE of its data set makes it.
std::string by_c_store(testing::DatasetBuilder const& image) {
    return make_file_prefix(std::string{testing::ct_image_storage}, "1.2.3.1.1", std::string{explicit_little}) +
        image.dataset();
}

std::filesystem::path file_of(ArchiveOnDisk const& on_disk, Digest const& digest) {
    for (auto const& path : on_disk.objects())
        if (path.filename() == digest.hex()) return path;
    return {};
}

enum class Damage { flipped_bit, cut, gone };

void inflict(Damage damage, std::filesystem::path const& file) {
    switch (damage) {
        case Damage::flipped_bit: {
            auto bytes = testing::read_file(file);
            bytes.back() = static_cast<char>(bytes.back() ^ 1);
            testing::write_file(file, bytes);
            break;
        }
        case Damage::cut: std::filesystem::resize_file(file, std::filesystem::file_size(file) - 2); break;
        case Damage::gone: std::filesystem::remove(file); break;
    }
}

constexpr OnDuplicate policies[] = {OnDuplicate::supersede, OnDuplicate::keep_first, OnDuplicate::reject};

ArchiveSettings on_duplicate(OnDuplicate policy) {
    ArchiveSettings settings;
    settings.on_duplicate = policy;
    return settings;
}

Result<StoredInstance> sent(Archive& archive, std::string_view file) {
    auto incoming = IncomingInstance::part10(archive, local_operator(), "test");
    REQUIRE(incoming);
    if (auto written = incoming->write(std::as_bytes(std::span{file})); !written) return fail(written.error());
    return incoming->commit();
}

std::vector<VersionInfo> history(Archive const& archive) {
    auto const versions = archive.index.history(*SOPInstanceUID::parse("1.2.3.1.1"));
    REQUIRE(versions);
    return *versions;
}

}  // namespace

TEST_CASE("a damaged blob is made again behind the File Meta that it still has, or that of a C-STORE") {
    for (auto const damage : {Damage::flipped_bit, Damage::cut, Damage::gone}) {
        CAPTURE(static_cast<int>(damage));
        ArchiveOnDisk on_disk;
        auto& blobs = on_disk.archive().blobs;
        auto const lost = by_c_store(small_image());
        auto const damaged = stored_file(on_disk.archive(), lost).blob;
        auto const file = file_of(on_disk, damaged);
        inflict(damage, file);
        auto const sound = stored_file(on_disk.archive(), with_other_meta(small_image().part10())).blob;
        REQUIRE(sound != damaged);
        inflict(damage, file);  // storing has repaired it
        auto const repaired =
            repair_blob(blobs, {damaged, sound, 7, lost.substr(0, lost.size() - small_image().dataset().size())});
        REQUIRE(repaired);
        CHECK(*repaired);
        CHECK((testing::read_file(file) == lost));
        CHECK(on_disk.incoming().empty());
    }
}

TEST_CASE("nothing is published that has not the digest that was lost") {
    ArchiveOnDisk on_disk;
    auto const damaged = stored_file(on_disk.archive(), with_other_meta(small_image().part10())).blob;
    auto const file = file_of(on_disk, damaged);
    std::filesystem::remove(file);
    auto const sound = stored_file(on_disk.archive(), by_c_store(small_image())).blob;
    auto const repaired = repair_blob(on_disk.archive().blobs, {damaged, sound, 7, "no prefix"});
    REQUIRE(repaired);
    CHECK_FALSE(*repaired);
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK(on_disk.incoming().empty());
}

TEST_CASE(
    "an instance that is sent again heals its blob under every policy, with the bytes and with the data set alone") {
    for (auto const policy : policies) {
        for (auto const damage : {Damage::flipped_bit, Damage::cut, Damage::gone}) {
            CAPTURE(static_cast<int>(policy));
            CAPTURE(static_cast<int>(damage));
            ArchiveOnDisk on_disk{on_duplicate(policy)};
            auto const lost = by_c_store(small_image());
            auto const digest = stored_file(on_disk.archive(), lost).blob;
            auto const file = file_of(on_disk, digest);
            inflict(damage, file);
            auto const same = sent(on_disk.archive(), lost);
            REQUIRE(same);
            CHECK(same->outcome == Committed::unchanged);
            CHECK((testing::read_file(file) == lost));

            inflict(damage, file);
            auto const other = sent(on_disk.archive(), with_other_meta(small_image().part10()));
            REQUIRE(other);
            CHECK((testing::read_file(file) == lost));
            auto const versions = history(on_disk.archive());
            REQUIRE(versions.size() == 2);
            CHECK(versions[0].current == (policy != OnDuplicate::supersede));
            on_disk.lose_index();
            REQUIRE(reindex(on_disk.archive(), local_operator(),
                            [](ReindexProgress const&, Digest const&, Error const*) {}));
            auto const found = history(on_disk.archive());
            REQUIRE(found.size() == 2);
            CHECK(found[0].blob == versions[0].blob);
            CHECK(found[0].current == versions[0].current);
        }
    }
}

TEST_CASE("a current version that is lost for good is superseded under every policy") {
    for (auto const policy : policies) {
        CAPTURE(static_cast<int>(policy));
        ArchiveOnDisk on_disk{on_duplicate(policy)};
        auto const lost = stored_file(on_disk.archive(), with_other_meta(small_image().part10())).blob;
        std::filesystem::remove(file_of(on_disk, lost));
        auto const again = sent(on_disk.archive(), by_c_store(small_image()));
        REQUIRE(again);
        CHECK(again->outcome == Committed::superseded);
        CHECK(history(on_disk.archive()).back().current);
    }
}

}  // namespace cassette
