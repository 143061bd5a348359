#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Items of the A-ASSOCIATE PDUs, PS3.8 9.3.2 and PS3.7 D.3.3: type (1) | reserved (1) | length (2, big endian) | value

namespace cassette::dimse {

enum ItemType : std::uint8_t {
    application_context_item = 0x10,
    proposed_context_item = 0x20,
    answered_context_item = 0x21,
    abstract_syntax_item = 0x30,
    transfer_syntax_item = 0x40,
    user_information_item = 0x50,
    maximum_length_item = 0x51,
    implementation_class_uid_item = 0x52,
    operations_window_item = 0x53,
    role_selection_item = 0x54,
    implementation_version_name_item = 0x55,
    extended_negotiation_item = 0x56,
    common_extended_negotiation_item = 0x57,
    user_identity_item = 0x58,
    user_identity_answer_item = 0x59,
};

inline constexpr std::string_view application_context_name = "1.2.840.10008.3.1.1.1";  // PS3.7 A.2.1
inline constexpr std::size_t associate_fixed_size =
    74;  // of A-ASSOCIATE-RQ and -AC, head included: then come the items

struct Item {
    std::uint8_t type = 0;
    std::string_view value;
};

// Takes the next item off `rest`; nullopt when its length does not fit.
[[nodiscard]] std::optional<Item> take_item(std::string_view& rest);
void append_item(std::string& out, std::uint8_t type, std::string_view value);

// A text behind its length (2), as sub-items have them inside.
[[nodiscard]] std::optional<std::string_view> take_counted(std::string_view& rest);
void append_counted(std::string& out, std::string_view text);

[[nodiscard]] std::uint64_t read_big(std::string_view bytes);
void append_big(std::string& out, std::uint64_t value, unsigned bytes);
// Writes what the PDU at the beginning of `pdu` says is its length.
void set_pdu_length(std::string& pdu);

// PS3.7 D.3.3.4: which roles the association requestor has (or, in an A-ASSOCIATE-AC, may have) for an abstract syntax.
struct RoleSelection {
    std::string abstract_syntax;
    bool scu = true;
    bool scp = false;
    bool operator==(RoleSelection const&) const = default;
};
[[nodiscard]] std::optional<RoleSelection> read_role_selection(std::string_view value);
void append_role_selection(std::string& out, RoleSelection const& roles);

// PS3.7 D.3.3.5: the Service-class-application-information of an abstract syntax, one byte for each thing there is to say in
// Query/Retrieve (PS3.4 C.5) and Storage (PS3.4 B.3.1).
struct ExtendedNegotiation {
    std::string abstract_syntax;
    std::string information;
    bool operator==(ExtendedNegotiation const&) const = default;
};
[[nodiscard]] std::optional<ExtendedNegotiation> read_extended_negotiation(std::string_view value);
void append_extended_negotiation(std::string& out, ExtendedNegotiation const& extended);

// PS3.7 D.3.3.3, 0 is no limit.
struct OperationsWindow {
    std::uint16_t invoked = 1;
    std::uint16_t performed = 1;
    bool operator==(OperationsWindow const&) const = default;
};
[[nodiscard]] std::optional<OperationsWindow> read_operations_window(std::string_view value);
void append_operations_window(std::string& out, OperationsWindow const& window);

// PS3.7 D.3.3.7.1, User-Identity-Type; a peer may send others.
enum class IdentityType : std::uint8_t { username = 1, username_and_passcode = 2, kerberos = 3, saml = 4, jwt = 5 };

struct UserIdentity {
    IdentityType type = IdentityType::username;
    bool response_requested = false;
    std::string primary;    // username, ticket, assertion or token
    std::string secondary;  // passcode
};
[[nodiscard]] std::optional<UserIdentity> read_user_identity(std::string_view value);
void append_user_identity(std::string& out, UserIdentity const& identity);

// The sub-items of the user information that an A-ASSOCIATE-RQ and an A-ASSOCIATE-AC have alike, PS3.8 D.1, PS3.7 D.3.3.
struct UserInformation {
    std::uint32_t pdu_length_max;
    std::optional<OperationsWindow> const& operations;
    std::vector<RoleSelection> const& roles;
    std::vector<ExtendedNegotiation> const& extended;
};
[[nodiscard]] std::string encoded_user_information(UserInformation const& information);

}  // namespace cassette::dimse
