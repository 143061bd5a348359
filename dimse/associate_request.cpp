#include "dimse/associate_request.h"

#include "schema/uid.h"

#include <algorithm>
#include <bitset>

// PS3.8 Table 9-11, the A-ASSOCIATE-RQ:
//
//   head (6) | protocol version (2) | reserved (2) | called AE title (16) | calling AE title (16) | reserved (32) | items
//
// The items (associate_items.h) are the application context, presentation contexts (id (1) | reserved (3) | sub-items) and the
// user information (sub-items).

namespace cassette::dimse {

namespace {

// AE titles are compared and logged; a peer's control characters stop here.
std::string ae_title_of(std::string_view field) {
    std::string text{field.substr(0, field.find('\0'))};
    for (char& c : text)
        if (c < 0x20 || c > 0x7e || c == '\\') c = '?';
    auto const first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

class Reader {
public:
    explicit Reader(AssociateRequest& out) : out_{out} {}

    // The complaint when something is wrong with the item.
    std::string_view take(Item const& item) {
        switch (item.type) {
            case application_context_item: return take_application_context(item);
            case proposed_context_item: return take_presentation_context(item);
            case user_information_item: return take_user_information(item);
            default: return {};  // PS3.8 9.3.1: unrecognized items are ignored
        }
    }
    bool complete() const { return has_application_context_ && has_user_information_ && !out_.contexts.empty(); }
    bool has_known_application_context() const { return has_known_application_context_; }

private:
    std::string_view take_application_context(Item const& item) {
        if (has_application_context_) return "two application contexts";
        has_application_context_ = true;
        has_known_application_context_ = without_uid_padding(item.value) == application_context_name;
        return {};
    }

    std::string_view take_presentation_context(Item const& item) {
        if (item.value.size() < 4) return "a presentation context is too short";
        ProposedContext context{
            .id = static_cast<std::uint8_t>(item.value[0]), .abstract_syntax = {}, .transfer_syntaxes = {}};
        if (context.id % 2 == 0 || ids_[context.id]) return "a presentation context ID is even or used twice";
        ids_.set(context.id);
        for (auto rest = item.value.substr(4); !rest.empty();) {
            auto const sub_item = take_item(rest);
            if (!sub_item) return "a presentation context sub-item does not fit";
            if (auto const complaint = take_syntax(*sub_item, context); !complaint.empty()) return complaint;
        }
        if (context.abstract_syntax.empty()) return "a presentation context without abstract syntax";
        if (context.transfer_syntaxes.empty()) return "a presentation context without transfer syntax";
        out_.contexts.push_back(std::move(context));
        return {};
    }

    static std::string_view take_syntax(Item const& item, ProposedContext& context) {
        if (item.type != abstract_syntax_item && item.type != transfer_syntax_item) return {};
        auto const uid = without_uid_padding(item.value);
        // A UID we would not call one is not a reason to refuse the whole association: its context will not be accepted.
        if (uid.empty() || uid.size() > 64) return "an abstract or transfer syntax is not a UID";
        if (item.type == abstract_syntax_item && !context.abstract_syntax.empty()) return "two abstract syntaxes";
        if (item.type == abstract_syntax_item)
            context.abstract_syntax = uid;
        else
            context.transfer_syntaxes.emplace_back(uid);
        return {};
    }

    std::string_view take_user_information(Item const& item) {
        if (has_user_information_) return "two user information items";
        has_user_information_ = true;
        for (auto rest = item.value; !rest.empty();) {
            auto const sub_item = take_item(rest);
            if (!sub_item) return "a user information sub-item does not fit";
            if (sub_item->type == maximum_length_item && sub_item->value.size() != 4)
                return "a maximum length of no 4 bytes";
            take_sub_item(*sub_item);
        }
        return {};
    }

    void take_sub_item(Item const& item) {
        switch (item.type) {
            case maximum_length_item: out_.pdu_length_max = static_cast<std::uint32_t>(read_big(item.value)); break;
            case implementation_class_uid_item: out_.implementation_class = without_uid_padding(item.value); break;
            case implementation_version_name_item: out_.implementation_version = item.value.substr(0, 16); break;
            case operations_window_item: out_.operations = read_operations_window(item.value); break;
            case role_selection_item: append_to(out_.roles, read_role_selection(item.value)); break;
            case extended_negotiation_item: append_to(out_.extended, read_extended_negotiation(item.value)); break;
            case common_extended_negotiation_item:
                append_to(out_.common_extended, read_common_extended_negotiation(item.value));
                break;
            // An identity that cannot be read is one that nobody knows, not none.
            case user_identity_item: out_.identity = read_user_identity(item.value).value_or(no_identity()); break;
            default: break;  // PS3.8 9.3.1
        }
    }

    static UserIdentity no_identity() { return {static_cast<IdentityType>(0), false, {}, {}}; }

    template <class T>
    static void append_to(std::vector<T>& list, std::optional<T> read) {
        if (read) list.push_back(*std::move(read));
    }

    // PS3.7 D.3.3.6: the related general SOP Classes that follow are of no use to us.
    static std::optional<CommonExtendedNegotiation> read_common_extended_negotiation(std::string_view value) {
        auto const sop_class = take_counted(value);
        auto const service_class = sop_class ? take_counted(value) : std::nullopt;
        if (!service_class) return std::nullopt;
        return CommonExtendedNegotiation{std::string{without_uid_padding(*sop_class)},
                                         std::string{without_uid_padding(*service_class)}};
    }

    AssociateRequest& out_;
    std::bitset<256> ids_;
    bool has_application_context_ = false;
    bool has_known_application_context_ = false;
    bool has_user_information_ = false;
};

ReadRequest& refuse(ReadRequest& read, Rejection rejection, std::string_view complaint) {
    read.rejection = rejection;
    read.complaint = complaint;
    return read;
}

std::string padded_ae_title(std::string const& title) { return (title + std::string(16, ' ')).substr(0, 16); }

std::string user_information_of(AssociateRequest const& request) {
    auto items =
        encoded_user_information({request.pdu_length_max, request.operations, request.roles, request.extended});
    if (request.identity) append_user_identity(items, *request.identity);
    return items;
}

}  // namespace

ReadRequest read_associate_request(std::span<std::byte const> pdu) {
    ReadRequest read;
    std::string_view const bytes{reinterpret_cast<char const*>(pdu.data()), pdu.size()};
    if (bytes.size() < associate_fixed_size) return refuse(read, no_reason_given, "the A-ASSOCIATE-RQ is too short");
    read.request.echoed = bytes.substr(10, 64);
    read.request.called_ae_title = ae_title_of(bytes.substr(10, 16));
    read.request.calling_ae_title = ae_title_of(bytes.substr(26, 16));
    // PS3.8 9.3.2: bit 0 of the protocol version is version 1; the others are not tested.
    if ((static_cast<unsigned char>(bytes[7]) & 1U) == 0)
        return refuse(read, protocol_version_not_supported, "not protocol version 1");

    Reader reader{read.request};
    for (auto rest = bytes.substr(associate_fixed_size); !rest.empty();) {
        auto const item = take_item(rest);
        if (!item) return refuse(read, no_reason_given, "an item does not fit the A-ASSOCIATE-RQ");
        if (auto const complaint = reader.take(*item); !complaint.empty())
            return refuse(read, no_reason_given, complaint);
    }
    if (!reader.complete()) return refuse(read, no_reason_given, "a required item of the A-ASSOCIATE-RQ is missing");
    if (!reader.has_known_application_context())
        return refuse(read, application_context_not_supported, "not the DICOM application context");
    return read;
}

std::string write_associate_request(AssociateRequest const& request) {
    std::string pdu{static_cast<char>(PduType::a_associate_rq)};
    pdu.append(std::string_view{"\0\0\0\0\0\0\1\0\0", 9});  // protocol version 1
    pdu.append(padded_ae_title(request.called_ae_title)).append(padded_ae_title(request.calling_ae_title));
    pdu.append(32, '\0');
    append_item(pdu, application_context_item, application_context_name);
    for (auto const& context : request.contexts) {
        std::string value{static_cast<char>(context.id)};
        value.append(3, '\0');
        append_item(value, abstract_syntax_item, context.abstract_syntax);
        for (auto const& transfer_syntax : context.transfer_syntaxes)
            append_item(value, transfer_syntax_item, transfer_syntax);
        append_item(pdu, proposed_context_item, value);
    }
    append_item(pdu, user_information_item, user_information_of(request));
    set_pdu_length(pdu);
    return pdu;
}

RoleSelection AssociateRequest::roles_for(std::string_view abstract_syntax) const {
    auto const found = std::ranges::find(roles, abstract_syntax, &RoleSelection::abstract_syntax);
    return found == roles.end() ? RoleSelection{std::string{abstract_syntax}} : *found;
}

ExtendedNegotiation const* AssociateRequest::extended_for(std::string_view abstract_syntax) const {
    auto const found = std::ranges::find(extended, abstract_syntax, &ExtendedNegotiation::abstract_syntax);
    return found == extended.end() ? nullptr : &*found;
}

}  // namespace cassette::dimse
