#pragma once

#include "tests/dimse/scripted_peer.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

// An association requestor for threads of its own: what fails is told and fails no test, and nothing waits for ever.
class SoakPeer {
public:
    explicit SoakPeer(std::uint16_t port);
    SoakPeer(SoakPeer const&) = delete;
    SoakPeer& operator=(SoakPeer const&) = delete;
    ~SoakPeer();

    // Whether every proposed presentation context was accepted. `sop_class_as_scp`: one that it is SCP of, for a C-GET.
    bool associate(std::vector<Proposal> const& proposals, std::string const& sop_class_as_scp = {});
    // Whether the request was rejected (A-ASSOCIATE-RJ): the node is full, for the moment.
    bool rejected() const { return rejected_; }
    // Who gets the data sets of the C-STORE requests that come in between.
    using StoreListener = std::function<void(std::string const& sop_instance, std::string const& data_set)>;
    void on_store(StoreListener listener) { listener_ = std::move(listener); }
    bool send(std::string_view bytes);
    // The Status of the final response; requests of the node's that come in between, C-STORE, are answered with success.
    // nullopt when the association ends or nothing comes for a minute.
    std::optional<std::uint16_t> final_status();
    bool release();
    void abort();  // A-ABORT, and closes
    void close();

    std::uint64_t pending() const { return pending_; }        // responses so far that were not final
    std::uint64_t sub_operations() const { return stored_; }  // that were answered

private:
    struct Message {
        std::uint8_t context = 0;
        std::string command;
        std::string data_set;
    };
    std::string receive();
    bool receive_exactly(std::string& out, std::size_t size);
    std::optional<Message> receive_message();
    bool answer_store(Message const& message);

    int socket_;
    StoreListener listener_;
    bool rejected_ = false;
    std::uint64_t pending_ = 0;
    std::uint64_t stored_ = 0;
};

}  // namespace cassette::testing
