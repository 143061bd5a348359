#pragma once

#include "tests/support/node.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace cassette::testing {

// One instance that was sent, and what must come back of it.
struct SentInstance {
    std::string instance;         // SOP Instance UID
    std::string data_set_digest;  // SHA-256
    std::string file_digest;      // of the Part 10 file, where it came as one
    bool acknowledged = false;
};

// What one sender sent in one life of the node, all into one study.
struct SentStudy {
    std::string study, series;
    std::vector<SentInstance> instances;
    std::vector<std::string> complaints;  // answers that were no success
};

// Senders that store small CT Images, each different, over eight associations and by two STOW-RS clients at once, until the
// node is gone. Whether an instance was acknowledged is written down after its answer has come.
class CrashLoad {
public:
    static constexpr int associations = 8;
    static constexpr int stow_clients = 2;

    // `round` tells the studies of one load from those of another; `pause` is what a sender waits before each message.
    CrashLoad(Node const& node, int round, std::chrono::milliseconds pause = std::chrono::milliseconds{0});
    CrashLoad(CrashLoad const&) = delete;
    CrashLoad& operator=(CrashLoad const&) = delete;
    ~CrashLoad();

    // Waits for the senders, who end when the node does.
    std::vector<SentStudy> sent();

private:
    void join();

    std::vector<SentStudy> studies_;  // one a sender, which alone touches it
    std::vector<std::thread> senders_;
};

}  // namespace cassette::testing
