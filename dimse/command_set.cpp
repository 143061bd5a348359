#include "dimse/command_set.h"

#include <algorithm>

namespace cassette::dimse {

namespace {

constexpr Tag affected_sop_class_uid{0x0000, 0x0002};
constexpr Tag requested_sop_class_uid{0x0000, 0x0003};
constexpr Tag command_field{0x0000, 0x0100};
constexpr Tag message_id{0x0000, 0x0110};
constexpr Tag message_id_being_responded_to{0x0000, 0x0120};
constexpr Tag command_data_set_type{0x0000, 0x0800};
constexpr Tag status{0x0000, 0x0900};
constexpr Tag offending_element{0x0000, 0x0901};
constexpr Tag error_comment{0x0000, 0x0902};
constexpr Tag affected_sop_instance_uid{0x0000, 0x1000};
constexpr Tag requested_sop_instance_uid{0x0000, 0x1001};
constexpr std::size_t error_comment_max = 64;

void append_us(std::string& out, Tag tag, std::uint16_t value) {
    append_element(out, {.tag = tag, .vr = "US", .value = little_16(value)}, implicit_vr_little_endian);
}

void append_ui(std::string& out, Tag tag, std::string const& uid) {
    // What is longer than any UID (PS3.5 9.1) is not sent back.
    if (uid.empty() || uid.size() > 64) return;
    append_element(out, {.tag = tag, .vr = "UI", .value = uid}, implicit_vr_little_endian);
}

void take(CommandSet& command, DataElement const& element) {
    auto const number = [&] { return static_cast<std::uint16_t>(read_little(element.value)); };
    auto const text = [&] {
        auto const bare = without_padding(element.value);
        return std::string{bare.substr(std::min(bare.find_first_not_of(' '), bare.size()))};
    };
    if (element.tag == command_field) command.command_field = number();
    if (element.tag == message_id) command.message_id = number();
    if (element.tag == message_id_being_responded_to) command.message_id_being_responded_to = number();
    if (element.tag == command_data_set_type) command.has_data_set = number() != no_data_set;
    if (element.tag == affected_sop_class_uid) command.affected_sop_class = text();
    if (element.tag == requested_sop_class_uid) command.requested_sop_class = text();
    if (element.tag == affected_sop_instance_uid) command.affected_sop_instance = text();
    if (element.tag == requested_sop_instance_uid) command.requested_sop_instance = text();
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
    auto const& instance =
        request.affected_sop_instance.empty() ? request.requested_sop_instance : request.affected_sop_instance;
    std::string elements;
    append_ui(elements, affected_sop_class_uid, sop_class);
    append_us(elements, command_field, static_cast<std::uint16_t>(request.command_field | response_bit));
    append_us(elements, message_id_being_responded_to, request.message_id);
    append_us(elements, command_data_set_type, response.data_set_follows ? std::uint16_t{0x0102} : no_data_set);
    append_us(elements, status, response.status);
    if (auto const tag = response.offending_element) {
        auto const value = little_16(tag->group) + little_16(tag->element);
        append_element(elements, {.tag = offending_element, .vr = "AT", .value = value}, implicit_vr_little_endian);
    }
    if (!response.error_comment.empty()) {
        std::string comment{response.error_comment.substr(0, error_comment_max)};
        append_element(elements, {.tag = error_comment, .vr = "LO", .value = std::move(comment)},
                       implicit_vr_little_endian);
    }
    append_ui(elements, affected_sop_instance_uid, instance);

    auto const size = static_cast<std::uint32_t>(elements.size());
    auto const length =
        little_16(static_cast<std::uint16_t>(size & 0xFFFFU)) + little_16(static_cast<std::uint16_t>(size >> 16U));
    std::string out;
    append_element(out, {.tag = {0x0000, 0x0000}, .vr = "UL", .value = length}, implicit_vr_little_endian);
    return out + elements;
}

}  // namespace cassette::dimse
