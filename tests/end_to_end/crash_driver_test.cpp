// The promise under load: ten senders store at once, by C-STORE and STOW-RS, while the node is killed at random moments, in the
// middle of its start too. After each restart everything that was acknowledged is there, bit for bit. Ten kills in the usual
// run; `tools/setup crash` does three hundred.

#include "tests/end_to_end/crash_audit.h"
#include "tests/end_to_end/crash_load.h"
#include "tests/end_to_end/stow_client.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>

namespace cassette::testing {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// Sanitizers slow everything down.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr milliseconds restart_max{10'000};
#else
constexpr milliseconds restart_max{2'000};
#endif
constexpr int load_ms_max = 400;
constexpr std::chrono::seconds first_stored_max{30};
constexpr int rounds_between_verifies = 5;

unsigned number_from_environment(char const* name, unsigned otherwise) {
    char const* const text = std::getenv(name);
    return text == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

void let_pass(milliseconds time) { (void)::poll(nullptr, 0, static_cast<int>(time.count())); }

// How long the first thread of a process was ready to run and the machine had no core for it.
milliseconds waited_for_a_core(pid_t process) {
    std::ifstream statistics{"/proc/" + std::to_string(process) + "/schedstat"};
    std::int64_t ran_ns = 0, waited_ns = 0;
    statistics >> ran_ns >> waited_ns;
    return std::chrono::duration_cast<milliseconds>(std::chrono::nanoseconds{waited_ns});
}

// A data folder, the node that serves it and dies again and again, and what was sent to it.
class MortalNode {
public:
    MortalNode(std::filesystem::path data, unsigned seed) : data_{std::move(data)}, random_{seed} {}

    // One life: some load, the end at a random moment, perhaps some starts that get nowhere, and the start that is measured.
    void live_and_die(int round) {
        if (!node_) node_.emplace(Node::start(data_));
        CrashLoad load{*node_, round};
        // Every other time once something is stored, however slow the machine is.
        if (round % 2 == 1) await_first_stored();
        let_pass(milliseconds{pick(load_ms_max)});
        // Every eighth time it is about to stop by itself.
        if (pick(8) == 0) {
            node_->process().signal(SIGTERM);
            let_pass(milliseconds{pick(40)});
        }
        kill();
        auto sent = load.sent();
        studies_.insert(studies_.end(), std::make_move_iterator(sent.begin()), std::make_move_iterator(sent.end()));
        if (pick(4) == 0) die_while_starting(1 + pick(3));
        if (round % rounds_between_verifies == rounds_between_verifies - 1) verify();
        start();
    }

    // The studies of the last life and one of an earlier: the others have their turn at the end.
    void check_last() {
        CHECK(std::filesystem::is_empty(data_ / "incoming"));
        constexpr std::ptrdiff_t senders = CrashLoad::associations + CrashLoad::stow_clients;
        std::vector<SentStudy> last(studies_.end() - senders, studies_.end());
        auto const report = check(last);
        acknowledged_ += report.acknowledged;
        present_ += report.present;
        CHECK(instances_counted(*node_) == present_);
        CHECK(check({studies_[static_cast<std::size_t>(pick(static_cast<int>(studies_.size())))]}).present <= present_);
    }

    void check_all() {
        auto const report = check(studies_);
        CHECK(report.acknowledged == acknowledged_);
        CHECK(report.present == present_);
        CHECK(node_->stop() == 0);
        node_.reset();
        verify();
    }

    std::string summary() const {
        auto sorted = restarts_ms_;
        std::ranges::sort(sorted);
        return std::to_string(kills_) + " kills, " + std::to_string(kills_while_starting_) +
            " of them while it started; " + std::to_string(acknowledged_) + " instances acknowledged, " +
            std::to_string(present_ - acknowledged_) + " more kept; restart in " +
            std::to_string(sorted[sorted.size() / 2]) + " ms (median), " + std::to_string(sorted.back()) +
            " ms (longest), " + std::to_string(longest_wall_ms_) + " ms with waiting for a core";
    }
    std::uint64_t acknowledged() const { return acknowledged_; }

private:
    int pick(int below) { return std::uniform_int_distribution<int>{0, below - 1}(random_); }

    void await_first_stored() {
        auto const deadline = Clock::now() + first_stored_max;
        while (instances_counted(*node_) == present_ && Clock::now() < deadline) let_pass(milliseconds{5});
    }

    void kill() {
        node_->process().kill();
        node_.reset();
        ++kills_;
    }

    void start() {
        auto const begin = Clock::now();
        auto const waited_before = waited_for_a_core(::getpid());
        node_.emplace(Node::start(data_));
        auto const wall = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
        // The rest of the suite runs at the same time: what it took away is not the node's.
        auto const took =
            wall - waited_for_a_core(node_->process().id()) - (waited_for_a_core(::getpid()) - waited_before);
        longest_wall_ms_ = std::max<std::int64_t>(longest_wall_ms_, wall.count());
        restarts_ms_.push_back(took.count());
        CHECK(took.count() <= restart_max.count());
        CHECK(is_healthy(*node_));
    }

    void die_while_starting(int times) {
        auto const usual = restarts_ms_.empty() ? 50 : std::max(50, static_cast<int>(restarts_ms_.back()) + 5);
        for (int i = 0; i < times; ++i) {
            auto starting = ChildProcess::start(
                {CASSETTE_BINARY, "serve", "--data", data_, "--http", "127.0.0.1:0", "--dimse", "127.0.0.1:0"}, {});
            let_pass(milliseconds{pick(usual)});
            starting.kill();
            ++kills_;
            ++kills_while_starting_;
        }
    }

    void verify() {
        auto const verified = run_command({CASSETTE_BINARY, "verify", "--data", data_}, std::chrono::seconds{600});
        CAPTURE(verified.all());
        CHECK(verified.exit_code == 0);
        CHECK(verified.output.find(": 0 faults, ") != std::string::npos);
    }

    AuditReport check(std::vector<SentStudy> const& studies) {
        auto report = audit(*node_, studies);
        if (report.complaints.size() > 20) report.complaints.resize(20);
        for (auto const& complaint : report.complaints) FAIL_CHECK(complaint);
        return report;
    }

    std::filesystem::path data_;
    std::mt19937 random_;
    std::optional<Node> node_;
    std::vector<SentStudy> studies_;
    std::vector<std::int64_t> restarts_ms_;  // without waiting for a core
    std::int64_t longest_wall_ms_ = 0;
    std::uint64_t acknowledged_ = 0;
    std::uint64_t present_ = 0;
    int kills_ = 0;
    int kills_while_starting_ = 0;
};

bool tells(AuditReport const& report, std::string_view words) {
    return std::ranges::any_of(report.complaints,
                               [&](auto const& complaint) { return complaint.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("the audit tells what is lost, changed, too much or miscounted") {
    TemporaryDirectory const scratch;
    auto const data = scratch / "data";
    std::vector<SentStudy> studies;
    {
        auto node = Node::start(data);
        CrashLoad load{node, 0};
        while (instances_counted(node) < 20) let_pass(milliseconds{5});
        node.process().kill();
        studies = load.sent();
    }
    auto node = Node::start(data);
    auto const sound = audit(node, studies);
    CHECK(sound.complaints.empty());
    CHECK(sound.present >= 20);
    CHECK(sound.present >= sound.acknowledged);

    auto lost = studies;
    lost[0].instances.push_back({"1.2.3.4", {}, {}, true});
    CHECK(tells(audit(node, lost), "1.2.3.4 was acknowledged and is not there"));
    auto foreign = studies;
    for (auto& study : foreign) study.instances.clear();
    CHECK(tells(audit(node, foreign), "has instances that nobody sent"));
    auto changed = studies;
    for (auto& study : changed)
        for (auto& instance : study.instances) instance.data_set_digest.clear();
    CHECK(tells(audit(node, changed), "comes changed by WADO-RS"));
    CHECK(tells(audit(node, changed), "comes changed by C-GET"));
    for (auto const& file : files_below(data / "objects")) std::filesystem::resize_file(file, 100);
    CHECK(tells(audit(node, studies), "is not retrieved by WADO-RS"));
    CHECK(tells(audit(node, studies), "is not retrieved by C-GET"));
    CHECK(node.stop() == 0);
}

TEST_CASE("kill -9 under ten senders at once, at any moment, loses nothing acknowledged and changes nothing") {
    TemporaryDirectory const scratch;
    auto const seed = number_from_environment("CASSETTE_CRASH_SEED", std::random_device{}());
    auto const rounds = static_cast<int>(number_from_environment("CASSETTE_CRASH_KILLS", 10));
    MESSAGE("CASSETTE_CRASH_SEED=" << seed);
    MortalNode node{scratch / "data", seed};
    for (int round = 0; round < rounds; ++round) {
        CAPTURE(round);
        node.live_and_die(round);
        node.check_last();
    }
    node.check_all();
    MESSAGE(node.summary());
    CHECK(node.acknowledged() > static_cast<std::uint64_t>(rounds));
}

}  // namespace cassette::testing
