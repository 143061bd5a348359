#include "dimse/associate_items.h"

#include "archive/part10/file_meta.h"
#include "dimse/pdu.h"
#include "schema/uid.h"

#include <algorithm>

namespace cassette::dimse {

std::uint64_t read_big(std::string_view bytes) {
    std::uint64_t value = 0;
    for (char const c : bytes) value = value << 8U | static_cast<unsigned char>(c);
    return value;
}

void append_big(std::string& out, std::uint64_t value, unsigned bytes) {
    for (unsigned left = bytes; left > 0; --left) out.push_back(static_cast<char>(value >> (8 * (left - 1)) & 0xFFU));
}

void set_pdu_length(std::string& pdu) {
    std::string length;
    append_big(length, pdu.size() - pdu_head_size, 4);
    pdu.replace(2, 4, length);
}

std::optional<Item> take_item(std::string_view& rest) {
    if (rest.size() < 4) return std::nullopt;
    auto const length = read_big(rest.substr(2, 2));
    if (rest.size() - 4 < length) return std::nullopt;
    Item const item{static_cast<std::uint8_t>(rest[0]), rest.substr(4, length)};
    rest.remove_prefix(4 + length);
    return item;
}

void append_item(std::string& out, std::uint8_t type, std::string_view value) {
    out.push_back(static_cast<char>(type));
    out.push_back('\0');
    append_counted(out, value);
}

std::optional<std::string_view> take_counted(std::string_view& rest) {
    if (rest.size() < 2) return std::nullopt;
    auto const length = read_big(rest.substr(0, 2));
    if (rest.size() - 2 < length) return std::nullopt;
    auto const text = rest.substr(2, length);
    rest.remove_prefix(2 + length);
    return text;
}

void append_counted(std::string& out, std::string_view text) {
    append_big(out, text.size(), 2);
    out.append(text);
}

std::optional<RoleSelection> read_role_selection(std::string_view value) {
    auto const uid = take_counted(value);
    if (!uid || value.size() != 2) return std::nullopt;
    return RoleSelection{std::string{without_uid_padding(*uid)}, value[0] == 1, value[1] == 1};
}

void append_role_selection(std::string& out, RoleSelection const& roles) {
    std::string value;
    append_counted(value, roles.abstract_syntax);
    value.push_back(roles.scu ? '\1' : '\0');
    value.push_back(roles.scp ? '\1' : '\0');
    append_item(out, role_selection_item, value);
}

std::optional<ExtendedNegotiation> read_extended_negotiation(std::string_view value) {
    auto const uid = take_counted(value);
    if (!uid) return std::nullopt;
    return ExtendedNegotiation{std::string{without_uid_padding(*uid)}, std::string{value}};
}

void append_extended_negotiation(std::string& out, ExtendedNegotiation const& extended) {
    std::string value;
    append_counted(value, extended.abstract_syntax);
    append_item(out, extended_negotiation_item, value + extended.information);
}

std::optional<OperationsWindow> read_operations_window(std::string_view value) {
    if (value.size() != 4) return std::nullopt;
    return OperationsWindow{static_cast<std::uint16_t>(read_big(value.substr(0, 2))),
                            static_cast<std::uint16_t>(read_big(value.substr(2)))};
}

void append_operations_window(std::string& out, OperationsWindow const& window) {
    std::string value;
    append_big(value, window.invoked, 2);
    append_big(value, window.performed, 2);
    append_item(out, operations_window_item, value);
}

std::optional<UserIdentity> read_user_identity(std::string_view value) {
    if (value.size() < 2) return std::nullopt;
    UserIdentity identity{static_cast<IdentityType>(value[0]), value[1] == 1, {}, {}};
    value.remove_prefix(2);
    auto const primary = take_counted(value);
    // PS3.7 Table D.3-14: the secondary field is there, if only with the length 0; some leave it out.
    auto const secondary = value.empty() ? std::optional<std::string_view>{""} : take_counted(value);
    if (!primary || !secondary) return std::nullopt;
    identity.primary = *primary;
    identity.secondary = *secondary;
    return identity;
}

void append_user_identity(std::string& out, UserIdentity const& identity) {
    std::string value{static_cast<char>(identity.type)};
    value.push_back(identity.response_requested ? '\1' : '\0');
    append_counted(value, identity.primary);
    append_counted(value, identity.secondary);
    append_item(out, user_identity_item, value);
}

std::string encoded_user_information(UserInformation const& information) {
    std::string length_max;
    append_big(length_max, information.pdu_length_max, 4);
    std::string items;
    append_item(items, maximum_length_item, length_max);
    append_item(items, implementation_class_uid_item, implementation_class_uid);
    if (information.operations) append_operations_window(items, *information.operations);
    for (auto const& roles : information.roles) append_role_selection(items, roles);
    append_item(items, implementation_version_name_item, implementation_version_name);
    for (auto const& extended : information.extended) append_extended_negotiation(items, extended);
    return items;
}

}  // namespace cassette::dimse
