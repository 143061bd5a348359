#include "dimse/command_set.h"

#include <algorithm>
#include <array>

namespace cassette::dimse {

namespace {

constexpr Tag affected_sop_class_uid{0x0000, 0x0002};
constexpr Tag requested_sop_class_uid{0x0000, 0x0003};
constexpr Tag command_field{0x0000, 0x0100};
constexpr Tag message_id{0x0000, 0x0110};
constexpr Tag message_id_being_responded_to{0x0000, 0x0120};
constexpr Tag move_destination{0x0000, 0x0600};
constexpr Tag priority{0x0000, 0x0700};
constexpr Tag command_data_set_type{0x0000, 0x0800};
constexpr Tag status{0x0000, 0x0900};
constexpr Tag offending_element{0x0000, 0x0901};
constexpr Tag error_comment{0x0000, 0x0902};
constexpr Tag error_id{0x0000, 0x0903};
constexpr Tag affected_sop_instance_uid{0x0000, 0x1000};
constexpr Tag requested_sop_instance_uid{0x0000, 0x1001};
constexpr Tag event_type_id{0x0000, 0x1002};
constexpr Tag attribute_identifier_list{0x0000, 0x1005};
constexpr Tag action_type_id{0x0000, 0x1008};
constexpr Tag remaining_sub_operations{0x0000, 0x1020};
constexpr Tag completed_sub_operations{0x0000, 0x1021};
constexpr Tag failed_sub_operations{0x0000, 0x1022};
constexpr Tag warning_sub_operations{0x0000, 0x1023};
constexpr Tag move_originator_ae_title{0x0000, 0x1030};
constexpr Tag move_originator_message_id{0x0000, 0x1031};
constexpr std::size_t error_comment_max = 64;

void append_us(std::string& out, Tag tag, std::uint16_t value) {
    append_element(out, {.tag = tag, .vr = "US", .value = little_16(value)}, implicit_vr_little_endian);
}

void append_ui(std::string& out, Tag tag, std::string const& uid) {
    // What is longer than any UID (PS3.5 9.1) is not sent back.
    if (uid.empty() || uid.size() > 64) return;
    append_element(out, {.tag = tag, .vr = "UI", .value = uid}, implicit_vr_little_endian);
}

void append_text(std::string& out, Tag tag, std::string_view vr, std::string_view text) {
    if (text.empty()) return;
    append_element(out, {.tag = tag, .vr = std::string{vr}, .value = std::string{text}}, implicit_vr_little_endian);
}

void append_us(std::string& out, Tag tag, std::optional<std::uint16_t> value) {
    if (value) append_us(out, tag, *value);
}

void append_sub_operations(std::string& out, std::optional<SubOperations> const& sub_operations) {
    if (!sub_operations) return;
    append_us(out, remaining_sub_operations, sub_operations->remaining);
    append_us(out, completed_sub_operations, sub_operations->completed);
    append_us(out, failed_sub_operations, sub_operations->failed);
    append_us(out, warning_sub_operations, sub_operations->warning);
}

std::string with_group_length(std::string const& elements) {
    auto const size = static_cast<std::uint32_t>(elements.size());
    auto const length =
        little_16(static_cast<std::uint16_t>(size & 0xFFFFU)) + little_16(static_cast<std::uint16_t>(size >> 16U));
    std::string out;
    append_element(out, {.tag = {0x0000, 0x0000}, .vr = "UL", .value = length}, implicit_vr_little_endian);
    return out + elements;
}

std::vector<Tag> tags_of(std::string_view value) {
    std::vector<Tag> tags;
    for (; value.size() >= 4; value.remove_prefix(4))
        tags.push_back({static_cast<std::uint16_t>(read_little(value.substr(0, 2))),
                        static_cast<std::uint16_t>(read_little(value.substr(2, 2)))});
    return tags;
}

void append_tags(std::string& out, std::vector<Tag> const& tags) {
    std::string value;
    for (auto const tag : tags) value += little_16(tag.group) + little_16(tag.element);
    append_text(out, attribute_identifier_list, "AT", value);
}

std::string text_of(DataElement const& element) {
    auto const bare = without_padding(element.value);
    return std::string{bare.substr(std::min(bare.find_first_not_of(' '), bare.size()))};
}

std::uint16_t number_of(DataElement const& element) { return static_cast<std::uint16_t>(read_little(element.value)); }

struct TextElement {
    Tag tag;
    std::string CommandSet::*member;
};
constexpr std::array<TextElement, 7> text_elements{{
    {affected_sop_class_uid, &CommandSet::affected_sop_class},
    {requested_sop_class_uid, &CommandSet::requested_sop_class},
    {affected_sop_instance_uid, &CommandSet::affected_sop_instance},
    {requested_sop_instance_uid, &CommandSet::requested_sop_instance},
    {move_destination, &CommandSet::move_destination},
    {move_originator_ae_title, &CommandSet::move_originator},
    {error_comment, &CommandSet::error_comment},
}};

struct NumberElement {
    Tag tag;
    std::uint16_t CommandSet::*member;
};
constexpr std::array<NumberElement, 5> number_elements{{
    {command_field, &CommandSet::command_field},
    {message_id, &CommandSet::message_id},
    {message_id_being_responded_to, &CommandSet::message_id_being_responded_to},
    {priority, &CommandSet::priority},
    {status, &CommandSet::status},
}};

struct OptionalNumberElement {
    Tag tag;
    std::optional<std::uint16_t> CommandSet::*member;
};
constexpr std::array<OptionalNumberElement, 3> optional_number_elements{{
    {event_type_id, &CommandSet::event_type_id},
    {action_type_id, &CommandSet::action_type_id},
    {move_originator_message_id, &CommandSet::move_originator_message_id},
}};

void take_sub_operations(CommandSet& command, DataElement const& element) {
    if (element.tag < remaining_sub_operations || warning_sub_operations < element.tag) return;
    auto& sub_operations = command.sub_operations ? *command.sub_operations : command.sub_operations.emplace();
    if (element.tag == remaining_sub_operations) sub_operations.remaining = number_of(element);
    if (element.tag == completed_sub_operations) sub_operations.completed = number_of(element);
    if (element.tag == failed_sub_operations) sub_operations.failed = number_of(element);
    if (element.tag == warning_sub_operations) sub_operations.warning = number_of(element);
}

void take(CommandSet& command, DataElement const& element) {
    for (auto const& known : text_elements)
        if (known.tag == element.tag) command.*known.member = text_of(element);
    for (auto const& known : number_elements)
        if (known.tag == element.tag) command.*known.member = number_of(element);
    for (auto const& known : optional_number_elements)
        if (known.tag == element.tag) command.*known.member = number_of(element);
    if (element.tag == command_data_set_type) command.has_data_set = number_of(element) != no_data_set;
    if (element.tag == attribute_identifier_list) command.attribute_identifiers = tags_of(element.value);
    take_sub_operations(command, element);
}

bool has_priority(CommandSet const& command) {
    using enum CommandField;
    return command.is(c_store_rq) || command.is(c_find_rq) || command.is(c_get_rq) || command.is(c_move_rq);
}

}  // namespace

Result<CommandSet> read_command_set(std::span<std::byte const> bytes) {
    auto const elements = read_elements(bytes, implicit_vr_little_endian);
    if (!elements) return fail(elements.error());
    CommandSet command;
    bool has_command_field = false;
    for (auto const& element : *elements) {
        if (element.tag.group != 0x0000) return fail(ErrorCode::malformed, "a command set holds group 0000 only");
        has_command_field = has_command_field || (element.tag == command_field && element.value.size() == 2);
        take(command, element);
    }
    if (!has_command_field) return fail(ErrorCode::malformed, "a command set without Command Field");
    return command;
}

std::string write_response(CommandSet const& request, Response const& response) {
    // PS3.7 10.3: an N-service names what it asks for as Requested; its response names the same as Affected.
    auto const& sop_class =
        request.affected_sop_class.empty() ? request.requested_sop_class : request.affected_sop_class;
    auto const& asked =
        request.affected_sop_instance.empty() ? request.requested_sop_instance : request.affected_sop_instance;
    std::string elements;
    append_ui(elements, affected_sop_class_uid, sop_class);
    append_us(elements, command_field, static_cast<std::uint16_t>(request.command_field | response_bit));
    append_us(elements, message_id_being_responded_to, request.message_id);
    append_us(elements, command_data_set_type, response.data_set_follows ? std::uint16_t{0x0102} : no_data_set);
    append_us(elements, status, response.status);
    if (auto const tag = response.offending_element)
        append_text(elements, offending_element, "AT", little_16(tag->group) + little_16(tag->element));
    append_text(elements, error_comment, "LO", response.error_comment.substr(0, error_comment_max));
    append_us(elements, error_id, response.error_id);
    append_ui(elements, affected_sop_instance_uid,
              response.affected_sop_instance.empty() ? asked : std::string{response.affected_sop_instance});
    append_us(elements, event_type_id, request.event_type_id);
    append_tags(elements, response.attribute_identifiers);
    append_us(elements, action_type_id, request.action_type_id);
    append_sub_operations(elements, response.sub_operations);
    return with_group_length(elements);
}

std::string write_request(CommandSet const& request) {
    bool const cancels = request.is(CommandField::c_cancel_rq);
    std::string elements;
    append_ui(elements, affected_sop_class_uid, request.affected_sop_class);
    append_ui(elements, requested_sop_class_uid, request.requested_sop_class);
    append_us(elements, command_field, request.command_field);
    if (!cancels) append_us(elements, message_id, request.message_id);
    if (cancels) append_us(elements, message_id_being_responded_to, request.message_id_being_responded_to);
    append_text(elements, move_destination, "AE", request.move_destination);
    if (has_priority(request)) append_us(elements, priority, request.priority);
    append_us(elements, command_data_set_type, request.has_data_set ? std::uint16_t{0x0102} : no_data_set);
    append_ui(elements, affected_sop_instance_uid, request.affected_sop_instance);
    append_ui(elements, requested_sop_instance_uid, request.requested_sop_instance);
    append_us(elements, event_type_id, request.event_type_id);
    append_tags(elements, request.attribute_identifiers);
    append_us(elements, action_type_id, request.action_type_id);
    append_text(elements, move_originator_ae_title, "AE", request.move_originator);
    append_us(elements, move_originator_message_id, request.move_originator_message_id);
    return with_group_length(elements);
}

}  // namespace cassette::dimse
