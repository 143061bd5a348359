#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

// Bytes of PDUs and command sets, PS3.8 9.3 and PS3.7 6.3.

std::string big_endian(std::uint64_t value, int bytes);
std::string little_endian(std::uint64_t value, int bytes);
// type | 00 | length (4) | body
std::string pdu(std::uint8_t type, std::string_view body);
// type | 00 | length (2) | value
std::string item(std::uint8_t type, std::string_view value);

struct Proposal {
    std::uint8_t id;
    std::string abstract_syntax;
    std::vector<std::string> transfer_syntaxes;
};
std::string presentation_context(Proposal const& proposal);
// An A-ASSOCIATE-RQ from SCRIPTED to CASSETTE that takes PDUs of 16384 bytes.
std::string associate_request(std::vector<Proposal> const& proposals);

// A P-DATA-TF with one PDV: 04 | 00 | length (4) | length (4) | context | flags: 1 command, 2 last | fragment
std::string p_data(std::uint8_t context, std::uint8_t flags, std::string_view fragment);
inline constexpr std::uint8_t data_set_fragment = 0, command_fragment = 1, last_fragment = 2;

// Implicit VR Little Endian: group (2) | element (2) | length (4) | value
std::string element(std::uint16_t group, std::uint16_t number, std::string_view value);
// With its Command Group Length (0000,0000) in front.
std::string command_set(std::string_view elements);
std::string echo_request(std::uint16_t message_id = 1);
struct StoreCommand {
    std::string sop_class = "1.2.840.10008.5.1.4.1.1.2";
    std::string sop_instance = "1.2.3.4";
    std::uint16_t message_id = 1;
    std::uint16_t data_set_type = 0x0102;
};
std::string store_request(StoreCommand const& command);
std::string find_request(std::string const& sop_class, std::uint16_t message_id = 1);
std::string cancel_request(std::uint16_t message_id);

// Status (0000,0900), or another 16-bit element of group 0000, of a command set.
std::optional<std::uint16_t> number_in(std::string_view command, std::uint16_t element_number);
std::string text_in(std::string_view command, std::uint16_t element_number);

inline constexpr char const* implicit_little = "1.2.840.10008.1.2";
inline constexpr char const* explicit_little = "1.2.840.10008.1.2.1";
inline constexpr char const* verification = "1.2.840.10008.1.1";
inline constexpr char const* ct_storage = "1.2.840.10008.5.1.4.1.1.2";
inline constexpr char const* patient_root_find = "1.2.840.10008.5.1.4.1.2.1.1";
inline constexpr char const* study_root_find = "1.2.840.10008.5.1.4.1.2.2.1";

// One message of the peer we talk to.
struct ReceivedMessage {
    std::uint8_t context = 0;
    std::string command;
    std::string data_set;
    std::uint16_t status() const { return number_in(command, 0x0900).value_or(0xFFFF); }
};

// A peer that says exactly what the test tells it to.
class ScriptedPeer {
public:
    explicit ScriptedPeer(std::uint16_t port);
    // On a connection that is there; takes the socket.
    struct Connected {
        int socket;
    };
    explicit ScriptedPeer(Connected connected) : socket_{connected.socket} {}
    ScriptedPeer(ScriptedPeer const&) = delete;
    ScriptedPeer& operator=(ScriptedPeer const&) = delete;
    ~ScriptedPeer();

    bool send(std::string_view bytes);
    // The next PDU whole, with its head; empty when the connection has ended. The test fails when nothing comes for long.
    std::string receive();
    // Sends the request and takes the A-ASSOCIATE-AC; the result of each presentation context by position, or nothing when
    // the answer is another.
    std::vector<int> associate(std::vector<Proposal> const& proposals);
    // The next message; nullopt when something else comes.
    std::optional<ReceivedMessage> receive_message();
    // True when A-RELEASE-RQ is answered by A-RELEASE-RP and then the connection is closed.
    bool release();
    // Waits until the other side has closed.
    bool closed();
    void close();

private:
    bool receive_exactly(std::string& out, std::size_t size);
    int socket_;
};

}  // namespace cassette::testing
