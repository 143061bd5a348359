#pragma once

#include "dimse/file_descriptor.h"
#include "dimse/remote_ae.h"
#include "dimse/requestor.h"
#include "dimse/store_scu.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace cassette::dimse {

// One C-STORE of a transfer.
struct TransferResult {
    SOPInstanceUID instance;
    std::optional<std::uint16_t> status;  // of the C-STORE-RSP; none: it was not sent, or not answered
    std::string error = {};
};

// Sends instances to one remote AE, on as many associations side by side as it may have, each with a thread of its own;
// they are opened as there is something to send. Of those that cannot be opened another one does the work; when none is
// left, what has not been sent fails at once: a dead destination costs one connect timeout. Few instances are held,
// however many pass. One thread offers and takes; it gives up what still runs when it is destroyed.
class StoreTransfer {
public:
    struct Settings {
        RemoteAE destination;
        AETitle calling_ae_title;
        std::vector<ProposedContext> contexts;
        StoreOrigin origin;
    };
    StoreTransfer(Settings settings, DatasetOpener open);
    ~StoreTransfer();
    StoreTransfer(StoreTransfer const&) = delete;
    StoreTransfer& operator=(StoreTransfer const&) = delete;

    // Whether contexts are proposed for the class.
    bool takes(SOPClassUID const& sop_class) const;
    // False when there is no room for another one within the time.
    bool offer(InstanceLocation const& location, std::chrono::milliseconds timeout);
    // There is nothing more to come. True when everything has been dealt with, false when the time is over first.
    bool finish(std::chrono::milliseconds timeout);
    // What has been dealt with since the last call.
    std::vector<TransferResult> take_results();
    // Lets go of everything: what is on its way is aborted, what waits is not sent.
    void give_up();

private:
    void start_worker();
    void run();
    bool work(std::unique_ptr<Requestor> association);
    std::unique_ptr<Requestor> open_association();
    bool store(StoreScu& scu, InstanceLocation const& location);
    std::optional<InstanceLocation> next();
    void deliver(TransferResult result);
    void leave();
    bool idle() const { return waiting_.empty() && running_ == 0; }

    Settings settings_;
    DatasetOpener open_;
    FileDescriptor stop_event_;

    std::mutex mutex_;  // of everything below
    std::condition_variable changed_;
    std::deque<InstanceLocation> waiting_;
    std::vector<TransferResult> results_;
    std::size_t workers_ = 0;  // that have not left
    std::size_t running_ = 0;  // instances on their way
    bool finished_ = false;
    bool given_up_ = false;
    std::string why_dead_;  // why the last association could not be opened
    std::vector<std::thread> threads_;
};

}  // namespace cassette::dimse
