#include "dimse/associate_request.h"

#include "schema/uid.h"

#include <algorithm>
#include <bitset>

// PS3.8 Table 9-11, the A-ASSOCIATE-RQ:
//
//   head (6) | protocol version (2) | reserved (2) | called AE title (16) | calling AE title (16) | reserved (32) | items
//
// An item is type (1) | reserved (1) | length (2) | value. 10H is the application context, 20H a presentation context
// (id (1) | reserved (3) | sub-items 30H abstract syntax, 40H transfer syntax), 50H the user information (sub-items).

namespace cassette::dimse {

namespace {

constexpr std::size_t fixed_size = 74;
constexpr std::string_view application_context_name = "1.2.840.10008.3.1.1.1";  // PS3.7 A.2.1

enum ItemType : std::uint8_t {
    application_context = 0x10,
    presentation_context = 0x20,
    abstract_syntax = 0x30,
    transfer_syntax = 0x40,
    user_information = 0x50,
    maximum_length = 0x51,
    implementation_class_uid = 0x52,
    implementation_version_name = 0x55,
};

struct Item {
    std::uint8_t type = 0;
    std::string_view value;
    std::string_view whole;
};

std::size_t read_length(std::string_view bytes) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[0]) << 8U | static_cast<unsigned char>(bytes[1]));
}

// Takes the next item off `rest`; nullopt when its length does not fit.
std::optional<Item> take_item(std::string_view& rest) {
    if (rest.size() < 4) return std::nullopt;
    auto const length = read_length(rest.substr(2));
    if (rest.size() - 4 < length) return std::nullopt;
    Item const item{static_cast<std::uint8_t>(rest[0]), rest.substr(4, length), rest.substr(0, 4 + length)};
    rest.remove_prefix(4 + length);
    return item;
}

void append_item(std::string& out, std::uint8_t type, std::string_view value) {
    out.push_back(static_cast<char>(type));
    out.push_back('\0');
    out.push_back(static_cast<char>(value.size() >> 8U));
    out.push_back(static_cast<char>(value.size() & 0xFFU));
    out.append(value);
}

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
    explicit Reader(ReadRequest& out) : out_{out} {}

    // The complaint when something is wrong with the item.
    std::string_view take(Item const& item) {
        switch (item.type) {
            case application_context: return take_application_context(item);
            case presentation_context: return take_presentation_context(item);
            case user_information: return take_user_information(item);
            default: return {};  // PS3.8 9.3.1: unrecognized items are ignored
        }
    }
    bool complete() const {
        return has_application_context_ && has_user_information_ && !out_.request.contexts.empty();
    }
    bool has_known_application_context() const { return has_known_application_context_; }

private:
    std::string_view take_application_context(Item const& item) {
        if (has_application_context_) return "two application contexts";
        has_application_context_ = true;
        has_known_application_context_ = without_uid_padding(item.value) == application_context_name;
        append_item(out_.canonical, item.type, application_context_name);
        return {};
    }

    std::string_view take_presentation_context(Item const& item) {
        if (item.value.size() < 4) return "a presentation context is too short";
        ProposedContext context{
            .id = static_cast<std::uint8_t>(item.value[0]), .abstract_syntax = {}, .transfer_syntaxes = {}};
        if (context.id % 2 == 0 || ids_[context.id]) return "a presentation context ID is even or used twice";
        ids_.set(context.id);
        std::string canonical{item.value.substr(0, 1)};
        canonical.append(3, '\0');
        for (auto rest = item.value.substr(4); !rest.empty();) {
            auto const sub_item = take_item(rest);
            if (!sub_item) return "a presentation context sub-item does not fit";
            if (auto const complaint = take_syntax(*sub_item, context, canonical); !complaint.empty()) return complaint;
        }
        if (context.abstract_syntax.empty()) return "a presentation context without abstract syntax";
        if (context.transfer_syntaxes.empty()) return "a presentation context without transfer syntax";
        out_.request.contexts.push_back(std::move(context));
        append_item(out_.canonical, item.type, canonical);
        return {};
    }

    static std::string_view take_syntax(Item const& item, ProposedContext& context, std::string& canonical) {
        if (item.type != abstract_syntax && item.type != transfer_syntax) return {};
        auto const uid = without_uid_padding(item.value);
        // A UID we would not call one is not a reason to refuse the whole association: its context will not be accepted.
        if (uid.empty() || uid.size() > 64) return "an abstract or transfer syntax is not a UID";
        if (item.type == abstract_syntax && !context.abstract_syntax.empty()) return "two abstract syntaxes";
        if (item.type == abstract_syntax)
            context.abstract_syntax = uid;
        else
            context.transfer_syntaxes.emplace_back(uid);
        append_item(canonical, item.type, uid);
        return {};
    }

    std::string_view take_user_information(Item const& item) {
        if (has_user_information_) return "two user information items";
        has_user_information_ = true;
        std::string canonical;
        for (auto rest = item.value; !rest.empty();) {
            auto const sub_item = take_item(rest);
            if (!sub_item) return "a user information sub-item does not fit";
            if (sub_item->type == maximum_length && sub_item->value.size() != 4)
                return "a maximum length of no 4 bytes";
            bool const uid = sub_item->type == implementation_class_uid;
            bool const name = sub_item->type == implementation_version_name;
            if (sub_item->type == maximum_length) canonical.append(sub_item->whole);
            if (uid || name) append_item(canonical, sub_item->type, sub_item->value.substr(0, uid ? 64 : 16));
        }
        append_item(out_.canonical, item.type, canonical);
        return {};
    }

    ReadRequest& out_;
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

void set_length(std::string& pdu) {
    auto const length = pdu.size() - pdu_head_size;
    for (unsigned i = 0; i < 4; ++i) pdu[2 + i] = static_cast<char>(length >> (24 - 8 * i) & 0xFFU);
}

}  // namespace

ReadRequest read_associate_request(std::span<std::byte const> pdu) {
    ReadRequest read;
    std::string_view const bytes{reinterpret_cast<char const*>(pdu.data()), pdu.size()};
    if (bytes.size() < fixed_size) return refuse(read, no_reason_given, "the A-ASSOCIATE-RQ is too short");
    read.request.called_ae_title = ae_title_of(bytes.substr(10, 16));
    read.request.calling_ae_title = ae_title_of(bytes.substr(26, 16));
    // PS3.8 9.3.2: bit 0 of the protocol version is version 1; the others are not tested.
    if ((static_cast<unsigned char>(bytes[7]) & 1U) == 0)
        return refuse(read, protocol_version_not_supported, "not protocol version 1");

    read.canonical = bytes.substr(0, fixed_size);
    Reader reader{read};
    for (auto rest = bytes.substr(fixed_size); !rest.empty();) {
        auto const item = take_item(rest);
        if (!item) return refuse(read, no_reason_given, "an item does not fit the A-ASSOCIATE-RQ");
        if (auto const complaint = reader.take(*item); !complaint.empty())
            return refuse(read, no_reason_given, complaint);
    }
    if (!reader.complete()) return refuse(read, no_reason_given, "a required item of the A-ASSOCIATE-RQ is missing");
    if (!reader.has_known_application_context())
        return refuse(read, application_context_not_supported, "not the DICOM application context");
    set_length(read.canonical);
    return read;
}

}  // namespace cassette::dimse
