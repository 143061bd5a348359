#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cassette::testing {

struct ProposedStore {
    std::string sop_class;
    std::string sop_instance;
    std::string transfer_syntax;
};

// An association written byte by byte (PS3.8 9.3), so that a test decides what is on the wire: any transfer syntax, any
// data set, any lie. One presentation context, number 1.
class RawAssociation {
public:
    RawAssociation(std::string const& host, std::string const& port);
    RawAssociation(RawAssociation const&) = delete;
    RawAssociation& operator=(RawAssociation const&) = delete;
    ~RawAssociation();

    // A-ASSOCIATE-RQ; the result of the presentation context in the A-ASSOCIATE-AC (PS3.8 Table 9-18: 0 is acceptance),
    // or nullopt when the association was rejected or the connection ended.
    std::optional<int> request(std::string const& abstract_syntax, std::string const& transfer_syntax);
    // C-STORE-RQ with the data set as it is given; the Status (0000,0900), or nullopt when the peer aborted or went away.
    std::optional<std::uint16_t> store(ProposedStore const& proposed, std::string_view dataset);
    void release();  // A-RELEASE-RQ, and waits for the answer
    bool send(std::string_view bytes);
    // The next PDU, its six bytes of header included; empty when the connection has ended or nothing came in time.
    std::string receive();

private:
    bool send_fragments(std::string_view message, bool is_command);
    int socket_;
};

// All of the above: what became of one C-STORE. `context_result` other than 0: the context was not accepted.
struct RawStoreOutcome {
    std::optional<int> context_result;
    std::optional<std::uint16_t> status;
    bool stored() const { return status == 0 || (status && (*status & 0xF000) == 0xB000); }
};
[[nodiscard]] RawStoreOutcome raw_store(std::string const& host, std::string const& port, ProposedStore const& proposed,
                                        std::string_view dataset);

}  // namespace cassette::testing
