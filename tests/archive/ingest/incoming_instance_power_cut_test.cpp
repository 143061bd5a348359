// The first promise, on a disk that forgets what was not synced: what `commit` acknowledged is there after the power went,
// whenever it went; nothing is there by half.

#include "archive/ingest/incoming_instance.h"

#include "archive/lifecycle/verify.h"
#include "storage/folder_blob_store.h"
#include "storage/folder_rendition_cache.h"
#include "storage/sqlite_index.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/power_cut_file_system.h"
#include "tests/support/power_cut_sqlite.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace cassette {

namespace {

using testing::Leftovers;
using testing::PowerCutFileSystem;
using testing::PowerCutSqlite;
using testing::small_image;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;

// The stores of a data folder, as a node opens them. Nothing when the power is off.
class OpenFolder {
public:
    static std::optional<OpenFolder> open(std::filesystem::path const& folder, FileSystem& files) {
        OpenFolder opened;
        auto blobs = open_folder_blob_store(folder, files);
        if (!blobs) return std::nullopt;
        opened.blobs_ = std::move(*blobs);
        auto index = open_sqlite_index(folder / "index.sqlite", {.readers = 1});
        if (!index) return std::nullopt;
        opened.index_ = std::move(*index);
        auto renditions = open_folder_rendition_cache(folder / "renditions");
        REQUIRE(renditions);
        opened.renditions_ = std::move(*renditions);
        opened.archive_ = std::make_unique<Archive>(Archive{*opened.blobs_, *opened.index_, *opened.renditions_, {}});
        return opened;
    }
    Archive& archive() { return *archive_; }

private:
    std::unique_ptr<BlobStore> blobs_;
    std::unique_ptr<Index> index_;
    std::unique_ptr<RenditionCache> renditions_;
    std::unique_ptr<Archive> archive_;
};

using Acknowledged = std::set<std::string>;  // SOP Instance UIDs

// Small ones go by way of the journal.
enum class Size { small, large };

void store(Archive& archive, std::string const& instance, Size size, Acknowledged& acknowledged) {
    auto incoming = IncomingInstance::part10(archive, local_operator(), "test");
    std::string const padding(size == Size::small ? 0 : 100'000, '\0');
    auto const bytes = small_image({.instance = instance}).bytes({0xFFFC, 0xFFFC}, "OB", padding).part10();
    if (!incoming || !incoming->write(std::as_bytes(std::span{bytes})) || !incoming->commit()) return;
    acknowledged.insert(instance);
}

// What goes wrong in a node's life.
struct Mishap {
    int cut_before = -1;        // the power goes before this call,
    std::size_t cut_after = 0;  // or when so many instances were acknowledged
    int ignored_sync = -1;
};

// A node's life: it starts on the folder, stores, stops, starts again and stores once more.
class Life {
public:
    Life(std::filesystem::path folder, PowerCutFileSystem& files, Mishap const& mishap)
        : folder_{std::move(folder)}, files_{files}, mishap_{mishap} {}

    Acknowledged live() {
        run({"1.2.3.1.1", "1.2.3.1.2"}, Size::small);
        run({"1.2.3.1.3"}, Size::large);
        return acknowledged_;
    }

private:
    void run(std::vector<std::string> const& instances, Size size) {
        auto opened = OpenFolder::open(folder_, files_);
        if (!opened) return;
        for (auto const& instance : instances) {
            store(opened->archive(), instance, size, acknowledged_);
            if (acknowledged_.size() == mishap_.cut_after) files_.cut_before(files_.calls());
        }
    }

    std::filesystem::path folder_;
    PowerCutFileSystem& files_;
    Mishap mishap_;
    Acknowledged acknowledged_;
};

struct Found {
    bool starts = false;
    std::uint64_t faults = 0;
    Acknowledged instances;
};

// What a node finds that starts on what the power cut left.
Found after_restart(PowerCutFileSystem const& files, Leftovers leftovers) {
    TemporaryDirectory const place;
    files.restart_into(place / "restarted", leftovers);
    Found found;
    auto opened = OpenFolder::open(place / "restarted" / "data", posix_file_system());
    if (!opened) return found;
    found.starts = true;
    auto const note = [&](VersionInfo const& version) -> Result<void> {
        found.instances.insert(version.instance.str());
        return {};
    };
    REQUIRE(opened->archive().index.for_each_version(note));
    VerifyObserver const observer{[](VersionInfo const&, Fault) {}, [](VerifyProgress const&) {}};
    auto const verified = verify(opened->archive(), local_operator(), observer);
    REQUIRE(verified);
    found.faults = verified->faults;
    return found;
}

bool holds(Found const& found, Acknowledged const& acknowledged) {
    return found.starts && found.faults == 0 && std::ranges::includes(found.instances, acknowledged);
}

// A data folder in which a node has run before, so that what is counted is storing.
void prepare(TemporaryDirectory const& place) {
    REQUIRE(OpenFolder::open(place / "data", posix_file_system()));
    std::filesystem::remove_all(place / "data" / "renditions");
}

struct Outcome {
    Acknowledged acknowledged;
    std::vector<std::string> calls;  // in order
    std::vector<std::string> syncs;  // those of them that sync
    bool holds = true;               // the law
};

Outcome life_with(Mishap const& mishap) {
    TemporaryDirectory const place;
    prepare(place);
    PowerCutFileSystem files{place.path()};
    files.settle();
    files.cut_before(mishap.cut_before);
    files.ignore_sync(mishap.ignored_sync);
    Outcome outcome;
    {
        PowerCutSqlite const sqlite{files};
        outcome.acknowledged = Life{place / "data", files, mishap}.live();
    }
    outcome.calls = files.log();
    for (auto const& call : outcome.calls)
        if (call.find("sync") != std::string::npos) outcome.syncs.push_back(call);
    for (auto const leftovers : {Leftovers::nothing, Leftovers::names_only})
        outcome.holds = outcome.holds && holds(after_restart(files, leftovers), outcome.acknowledged);
    return outcome;
}

// Which syncs of a life can be left out without breaking the law, by what is synced.
std::map<std::string, int> superfluous_syncs(std::vector<std::string> const& syncs) {
    std::map<std::string, int> superfluous;
    for (int sync = 0; sync < static_cast<int>(syncs.size()); ++sync) {
        bool held = life_with({.ignored_sync = sync}).holds;
        for (std::size_t cut_after = 1; held && cut_after <= 3; ++cut_after)
            held = life_with({.cut_after = cut_after, .ignored_sync = sync}).holds;
        if (held) ++superfluous[syncs[static_cast<std::size_t>(sync)]];
    }
    return superfluous;
}

}  // namespace

TEST_CASE("power cut: whenever the power goes, what was acknowledged is there, whole, and so is its row") {
    TemporaryFoldersInMemory const in_memory;
    auto const undisturbed = life_with({});
    CHECK(undisturbed.holds);
    REQUIRE(undisturbed.acknowledged.size() == 3);
    auto const& calls = undisturbed.calls;
    CHECK(calls.size() > 40);
    std::set<std::size_t> seen;
    for (std::size_t cut = 0; cut < calls.size(); ++cut) {
        // Within a row of writes nothing becomes durable: its first and its last stand for all.
        if (cut > 0 && cut + 1 < calls.size() && calls[cut - 1] == calls[cut] && calls[cut] == calls[cut + 1]) continue;
        CAPTURE(cut);
        auto const life = life_with({.cut_before = static_cast<int>(cut)});
        CHECK(life.holds);
        seen.insert(life.acknowledged.size());
    }
    CHECK(seen == std::set<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("power cut: of the syncs that storing needs, none can be left out") {
    TemporaryFoldersInMemory const in_memory;
    auto const syncs = life_with({}).syncs;
    CHECK(std::ranges::count(syncs, "sync") == 3);
    CHECK(std::ranges::count(syncs, "sync_all") == 1);
    // Two at each start, the names in the journal when they come and go, the two above the large one.
    CHECK(std::ranges::count(syncs, "sync_directory") == 2 * 2 + 2 + 2);
    auto const superfluous = superfluous_syncs(syncs);
    // Each start syncs two folders again that were safe already; records that come back do no harm.
    CHECK(superfluous.at("sync_directory") == 4 + 1);
    CHECK(superfluous.find("sync") == superfluous.end());
    CHECK(superfluous.find("sync_all") == superfluous.end());
    // SQLite's own: the head of a new log, and around its copying of the log at the stop.
    CHECK(superfluous.at("index sync") == 5);
    CHECK(std::ranges::count(syncs, "index sync") == 5 + 4);
}

}  // namespace cassette
