// The soak: fifty associations at once that store, find, get and move, a third of which end by abort or a closed connection at a
// random point, beside four clients of DICOMweb. Afterwards every acknowledged object is there, and the node has the threads,
// the descriptors and the memory it had before. Ten seconds in the usual run, CASSETTE_SOAK_SECONDS otherwise; what the node
// had in each of them goes to the file CASSETTE_SOAK_CSV. `tools/setup soak` takes ten minutes and draws that.

#include "tests/dimse/ct_slice.h"
#include "tests/end_to_end/process_samples.h"
#include "tests/end_to_end/soak_peer.h"
#include "tests/end_to_end/soak_web.h"
#include "tests/support/command.h"
#include "tests/support/free_port.h"
#include "tests/support/node.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <poll.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <thread>

namespace cassette::testing {

namespace {

using Clock = std::chrono::steady_clock;

// Sanitizers keep what is freed for a while.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool measures_memory = false;
#else
constexpr bool measures_memory = true;
#endif

constexpr int requestors = 50;
constexpr unsigned web_clients = 4;
constexpr std::uint8_t whole_command = command_fragment | last_fragment;
constexpr char const* study_root_move = "1.2.840.10008.5.1.4.1.2.2.2";
constexpr char const* study_root_get = "1.2.840.10008.5.1.4.1.2.2.3";
constexpr char const* destination = "SOAKDEST";
std::vector<Proposal> const contexts{{1, ct_storage, {implicit_little}},
                                     {3, study_root_find, {implicit_little}},
                                     {5, study_root_move, {implicit_little}},
                                     {7, study_root_get, {implicit_little}}};

std::chrono::seconds soak_duration() {
    char const* const text = std::getenv("CASSETTE_SOAK_SECONDS");
    return std::chrono::seconds{text == nullptr ? 10 : std::max(1, std::atoi(text))};
}

std::string even(std::string value, char pad = ' ') {
    if (value.size() % 2 != 0) value += pad;
    return value;
}

std::string query_command(char const* sop_class, std::uint16_t field, std::string const& move_to = {}) {
    auto const us = [](std::uint16_t number, std::uint16_t value) {
        return element(0x0000, number, little_endian(value, 2));
    };
    return command_set(element(0x0000, 0x0002, even(sop_class, '\0')) + us(0x0100, field) + us(0x0110, 9) +
                       (move_to.empty() ? std::string{} : element(0x0000, 0x0600, even(move_to))) + us(0x0700, 0) +
                       us(0x0800, 0x0102));
}

// What all requestors have seen together.
struct Tally {
    std::mutex mutex;
    std::vector<std::string> acknowledged;  // SOP Instance UIDs
    std::atomic<std::uint64_t> operations = 0, aborts = 0, sub_operations = 0, matches = 0;
    std::atomic<std::uint64_t> rejections = 0;  // those that ended by abort count until the node has noticed
    std::atomic<std::uint64_t> unanswered = 0;  // requests of associations that were not to be aborted
    std::atomic<std::uint64_t> failures = 0;    // statuses that are none of success

    void count(std::optional<std::uint16_t> status) {
        ++operations;
        if (!status)
            ++unanswered;
        else if (*status != 0x0000)
            ++failures;
    }
};

// One requestor: associations one after the other, each with some operations on a study of its own.
class Requestor {
public:
    Requestor(std::uint16_t port, int number, unsigned seed, Tally& tally)
        : port_{port}, number_{number}, random_{seed + static_cast<unsigned>(number)}, tally_{tally} {}

    void run(Clock::time_point end) {
        while (Clock::now() < end) associate();
    }

private:
    int pick(int below) { return std::uniform_int_distribution<int>{0, below - 1}(random_); }
    std::string study() const { return "1.2.840.99." + std::to_string(number_); }

    void associate() {
        SoakPeer peer{port_};
        bool const aborts = pick(3) == 0;
        if (!peer.associate(contexts, ct_storage)) {
            ++(peer.rejected() ? tally_.rejections : tally_.unanswered);
            return;
        }
        auto const operations = 1 + pick(4);
        for (int i = 0; i < operations; ++i) {
            if (aborts && i == operations - 1) return abort_amid(peer);
            if (!operate(peer)) return;
        }
        if (!peer.release()) ++tally_.unanswered;
    }

    bool operate(SoakPeer& peer) {
        auto const kind = pick(10);
        if (kind < 6 || stored_ == 0) return store(peer);
        if (!peer.send(kind < 8 ? find_request_bytes() : kind == 8 ? get_request_bytes() : move_request_bytes()))
            return false;
        auto const status = peer.final_status();
        tally_.count(status);
        tally_.matches += peer.pending();
        tally_.sub_operations += peer.sub_operations();
        return status.has_value();
    }

    bool store(SoakPeer& peer) {
        auto const instance = study() + ".1." + std::to_string(++stored_);
        auto const status = peer.send(store_bytes(instance)) ? peer.final_status() : std::nullopt;
        tally_.count(status);
        if (status != 0x0000) return false;
        std::lock_guard const lock{tally_.mutex};
        tally_.acknowledged.push_back(instance);
        return true;
    }

    // Sends a part of a request, or all of it without waiting for its end, and goes.
    void abort_amid(SoakPeer& peer) {
        ++tally_.aborts;
        std::array const requests{store_bytes(study() + ".2." + std::to_string(++stored_)), find_request_bytes(),
                                  get_request_bytes(), move_request_bytes()};
        auto const& request = requests[static_cast<std::size_t>(pick(4))];
        auto const part =
            pick(2) == 0 ? request.size() : static_cast<std::size_t>(pick(static_cast<int>(request.size())));
        (void)peer.send(std::string_view{request}.substr(0, part));
        if (pick(2) == 0)
            peer.abort();
        else
            peer.close();
    }

    std::string store_bytes(std::string const& instance) const {
        CtSlice const slice{.patient_id = "P" + std::to_string(number_),
                            .study = study(),
                            .series = study() + ".1",
                            .instance = instance,
                            .pixels = 4096};
        auto bytes = p_data(1, whole_command, store_request({.sop_instance = instance}));
        auto const data_set = data_set_of(slice);
        constexpr std::size_t piece = 4000;
        for (std::size_t at = 0; at < data_set.size(); at += piece) {
            bool const is_last = at + piece >= data_set.size();
            bytes +=
                p_data(1, is_last ? last_fragment : data_set_fragment, std::string_view{data_set}.substr(at, piece));
        }
        return bytes;
    }
    // The studies of all requestors, and not those of DICOMweb, of which there are more and more.
    std::string find_request_bytes() const {
        return p_data(3, whole_command, query_command(study_root_find, 0x0020)) +
            p_data(3, last_fragment,
                   element(0x0008, 0x0052, "STUDY ") + element(0x0010, 0x0010, "Doe*") + element(0x0020, 0x000D, ""));
    }
    std::string get_request_bytes() const {
        return p_data(7, whole_command, query_command(study_root_get, 0x0010)) +
            p_data(7, last_fragment, first_instance());
    }
    std::string move_request_bytes() const {
        return p_data(5, whole_command, query_command(study_root_move, 0x0021, destination)) +
            p_data(5, last_fragment, first_instance());
    }
    // Retrieving whole studies would be all that the node does after a while.
    std::string first_instance() const {
        return element(0x0008, 0x0018, even(study() + ".1.1", '\0')) + element(0x0008, 0x0052, "IMAGE ") +
            element(0x0020, 0x000D, even(study(), '\0')) + element(0x0020, 0x000E, even(study() + ".1", '\0'));
    }

    std::uint16_t port_;
    int number_;
    std::mt19937 random_;
    Tally& tally_;
    int stored_ = 0;
};

// Both wires at once.
struct Load {
    Tally dimse;
    WebTally web;
};

void soak(Node const& node, unsigned seed, std::chrono::milliseconds duration, Load& load) {
    auto const port = static_cast<std::uint16_t>(std::stoi(node.dimse_port()));
    auto const end = Clock::now() + duration;
    std::vector<std::thread> threads;
    for (int number = 0; number < requestors; ++number)
        threads.emplace_back([&, number] { Requestor{port, number, seed, load.dimse}.run(end); });
    for (unsigned number = 0; number < web_clients; ++number)
        threads.emplace_back([&, number] { ask_by_web(node, 100 * seed + number, end, load.web); });
    for (auto& thread : threads) thread.join();
}

// nullptr when nobody wants to know.
std::unique_ptr<ProcessSamples> samples_of(pid_t process, std::vector<Load const*> loads) {
    char const* const file = std::getenv("CASSETTE_SOAK_CSV");
    if (file == nullptr) return nullptr;
    auto const progress = [loads = std::move(loads)] {
        Progress done;
        for (auto const* load : loads) {
            done.operations += load->dimse.operations;
            done.web_requests += load->web.requests;
        }
        return done;
    };
    return std::make_unique<ProcessSamples>(process, file, progress);
}

// What a process has; comes down to `most` or stays where it is after a minute.
template <class Measure>
std::size_t settled(Measure const& measure, std::size_t most) {
    auto const deadline = Clock::now() + std::chrono::minutes{1};
    while (measure() > most && Clock::now() < deadline) (void)::poll(nullptr, 0, 50);
    return measure();
}

// What a process has once that has not changed for a second: some threads start after the node is ready.
template <class Measure>
std::size_t at_rest(Measure const& measure) {
    auto last = measure();
    for (int same = 0; same < 20;) {
        (void)::poll(nullptr, 0, 50);
        auto const now = measure();
        same = now == last ? same + 1 : 0;
        last = now;
    }
    return last;
}

std::set<std::string> instances_found(std::uint16_t port, std::string const& study) {
    ScriptedPeer peer{port};
    std::set<std::string> found;
    if (peer.associate({{3, study_root_find, {implicit_little}}}) != std::vector{0}) return found;
    auto const keys = element(0x0008, 0x0018, "") + element(0x0008, 0x0052, "IMAGE ") +
        element(0x0020, 0x000D, even(study, '\0')) + element(0x0020, 0x000E, even(study + ".1", '\0'));
    CHECK(peer.send(p_data(3, whole_command, query_command(study_root_find, 0x0020)) + p_data(3, last_fragment, keys)));
    while (auto const message = peer.receive_message()) {
        if ((message->status() & 0xFF00U) != 0xFF00U) break;
        // The identifier is a run of elements as a command set is: (0008,0018) comes first.
        auto const length = static_cast<unsigned char>(message->data_set[4]);
        found.insert(message->data_set.substr(8, length).c_str());
    }
    CHECK(peer.release());
    return found;
}

// Renditions that the cache keeps open, and the answers that are made of them and of metadata.
constexpr std::size_t answers_open_max = 256 + 256 + 32;

}  // namespace

TEST_CASE("a soak of fifty associations leaves nothing behind and loses nothing that was acknowledged") {
    TemporaryDirectory const scratch;
    auto const duration = soak_duration();
    auto const seed = static_cast<unsigned>(duration.count());
    CAPTURE(seed);
    auto other = Node::start(scratch / "other", {"--aet", destination});
    write_file(scratch / "soak.toml",
               std::string{"[[dimse.peers]]\nae_title = \""} + destination + "\"\nhost = \"127.0.0.1\"\nport = " +
                   other.dimse_port() + "\n[[dimse.peers]]\nae_title = \"SCRIPTED\"\n");
    auto node = Node::start(scratch / "data", {"--config", scratch / "soak.toml", "--log-level", "warn"});
    auto const port = static_cast<std::uint16_t>(std::stoi(node.dimse_port()));
    auto const& process = node.process();
    auto const threads = at_rest([&] { return threads_of(process.id()); });

    Load warm_up, load;
    auto samples = samples_of(process.id(), {&warm_up, &load});
    soak(node, seed, duration / 5, warm_up);
    CHECK(settled([&] { return threads_of(process.id()); }, threads) == threads);
    auto const descriptors = descriptors_of(process.id()).others;
    auto const resident = process.resident_bytes();

    soak(node, seed + 1000, duration, load);
    samples.reset();
    auto const& tally = load.dimse;
    MESSAGE(tally.operations.load() << " operations, " << tally.acknowledged.size() << " stored, "
                                    << tally.matches.load() << " matches, " << tally.sub_operations.load()
                                    << " C-GET sub-operations, " << tally.aborts.load() << " aborts, "
                                    << tally.rejections.load() << " rejections; " << load.web.requests.load()
                                    << " requests of DICOMweb; RSS " << resident / 1048576 << " MiB before, "
                                    << process.resident_bytes() / 1048576 << " MiB after");
    CHECK(tally.unanswered.load() + load.web.unanswered.load() == 0);
    CHECK(tally.failures.load() == 0);
    CHECK(load.web.failures.load() == 0);
    CHECK(tally.aborts.load() > 0);
    CHECK(settled([&] { return threads_of(process.id()); }, threads) == threads);
    // The journal opens its second segment when the first is full.
    CHECK(settled([&] { return descriptors_of(process.id()).others; }, descriptors + 1) <= descriptors + 1);
    CHECK(descriptors_of(process.id()).of_index < 2 * requestors);
    CHECK(descriptors_of(process.id()).of_answers <= answers_open_max);
    if (measures_memory) CHECK(process.resident_bytes() < resident + resident / 4 + (std::uint64_t{32} << 20));

    std::size_t lost = 0;
    std::set<std::string> kept;
    for (int number = 0; number < requestors; ++number)
        kept.merge(instances_found(port, "1.2.840.99." + std::to_string(number)));
    for (auto const* each : {&warm_up, &load}) {
        for (auto const& instance : each->dimse.acknowledged) lost += kept.contains(instance) ? 0 : 1;
        lost += lost_by_web(node, each->web);
    }
    CHECK(lost == 0);
    CHECK(node.stop() == 0);
    CHECK(other.stop() == 0);
    constexpr std::chrono::minutes patience{30};  // ten minutes leave hundreds of thousands of objects to read
    CHECK(run_command({CASSETTE_BINARY, "verify", "--data", scratch / "data"}, patience).exit_code == 0);
}

}  // namespace cassette::testing
