#include "dimse/associate_accept.h"

#include "schema/uid.h"

// PS3.8 Table 9-17, the A-ASSOCIATE-AC:
//
//   head (6) | protocol version (2) | reserved (2) | 64 bytes of the request | items
//
// The items (associate_items.h) are the application context, the answered presentation contexts (id (1) | reserved (1) |
// result (1) | reserved (1) | transfer syntax) and the user information (sub-items).

namespace cassette::dimse {

namespace {

std::string user_information_of(AssociateAccept const& accept) {
    auto items = encoded_user_information({accept.pdu_length_max, accept.operations, accept.roles, accept.extended});
    if (accept.identity_response) {
        std::string response;
        append_counted(response, *accept.identity_response);
        append_item(items, user_identity_answer_item, response);
    }
    return items;
}

std::string item_of(AnsweredProposal const& context) {
    std::string value{static_cast<char>(context.id)};
    value.push_back('\0');
    value.push_back(static_cast<char>(context.result));
    value.push_back('\0');
    // PS3.8 9.3.3.2: there is one transfer syntax; when the context is not accepted it says nothing.
    append_item(value, transfer_syntax_item, context.transfer_syntax);
    return value;
}

bool take_context(AssociateAccept& accept, std::string_view value) {
    if (value.size() < 4) return false;
    AnsweredProposal context{static_cast<std::uint8_t>(value[0]), static_cast<ContextResult>(value[2]), {}};
    value.remove_prefix(4);
    // Some leave the transfer syntax of a refused context out.
    if (auto const sub_item = take_item(value); sub_item && sub_item->type == transfer_syntax_item)
        context.transfer_syntax = without_uid_padding(sub_item->value);
    if (context.result == ContextResult::acceptance && context.transfer_syntax.empty()) return false;
    accept.contexts.push_back(std::move(context));
    return true;
}

template <class T>
bool append_to(std::vector<T>& list, std::optional<T> read) {
    if (read) list.push_back(*std::move(read));
    return true;
}

bool take_identity_response(AssociateAccept& accept, std::string_view value) {
    if (auto const response = take_counted(value)) accept.identity_response = *response;
    return true;
}

bool take_sub_item(AssociateAccept& accept, Item const& item) {
    switch (item.type) {
        case maximum_length_item:
            accept.pdu_length_max = static_cast<std::uint32_t>(read_big(item.value));
            return item.value.size() == 4;
        case implementation_class_uid_item: accept.implementation_class = without_uid_padding(item.value); return true;
        case implementation_version_name_item: accept.implementation_version = item.value.substr(0, 16); return true;
        case operations_window_item: accept.operations = read_operations_window(item.value); return true;
        case role_selection_item: return append_to(accept.roles, read_role_selection(item.value));
        case extended_negotiation_item: return append_to(accept.extended, read_extended_negotiation(item.value));
        case user_identity_answer_item: return take_identity_response(accept, item.value);
        default: return true;  // PS3.8 9.3.1
    }
}

bool take_user_information(AssociateAccept& accept, std::string_view value) {
    while (!value.empty()) {
        auto const sub_item = take_item(value);
        if (!sub_item || !take_sub_item(accept, *sub_item)) return false;
    }
    return true;
}

bool take(AssociateAccept& accept, Item const& item) {
    switch (item.type) {
        case answered_context_item: return take_context(accept, item.value);
        case user_information_item: return take_user_information(accept, item.value);
        default: return true;  // PS3.8 9.3.1
    }
}

}  // namespace

std::string write_associate_accept(AssociateRequest const& request, AssociateAccept const& accept) {
    std::string pdu{static_cast<char>(PduType::a_associate_ac)};
    pdu.append(std::string_view{"\0\0\0\0\0\0\1\0\0", 9});  // protocol version 1
    pdu.append(request.echoed);
    pdu.resize(associate_fixed_size, '\0');
    append_item(pdu, application_context_item, application_context_name);
    for (auto const& context : accept.contexts) append_item(pdu, answered_context_item, item_of(context));
    append_item(pdu, user_information_item, user_information_of(accept));
    set_pdu_length(pdu);
    return pdu;
}

Result<AssociateAccept> read_associate_accept(std::span<std::byte const> pdu) {
    auto const malformed = [] { return fail(ErrorCode::malformed, "the A-ASSOCIATE-AC does not add up"); };
    std::string_view rest{reinterpret_cast<char const*>(pdu.data()), pdu.size()};
    if (rest.size() < associate_fixed_size) return malformed();
    rest.remove_prefix(associate_fixed_size);
    AssociateAccept accept;
    while (!rest.empty()) {
        auto const item = take_item(rest);
        if (!item || !take(accept, *item)) return malformed();
    }
    return accept;
}

}  // namespace cassette::dimse
