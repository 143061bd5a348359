#include "dimse/performed_step.h"

#include "archive/clinical/performed_step.h"
#include "archive/part10/value_representation.h"
#include "dimse/item_writer.h"
#include "dimse/performed_step_status.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace cassette::dimse {

namespace {

// A modality that lists ten thousand images by their UIDs sends two.
constexpr std::size_t data_set_size_max = 4 * 1024 * 1024;
constexpr Tag specific_character_set{0x0008, 0x0005};

ElementEncoding encoding_of(Request const& request) {
    bool const implicit = request.context->transfer_syntax == "1.2.840.10008.1.2";
    return implicit ? implicit_vr_little_endian : explicit_vr_little_endian;
}

Outcome refuse(MessageExchange& exchange, Request const& request, DimseStatus why, std::string detail) {
    Outcome outcome{.status = why.code};
    outcome.error = exchange.ended() ? std::string{exchange.ending().detail} : std::move(detail);
    exchange.respond(request, {.status = why.code, .error_comment = why.comment});
    return outcome;
}

Outcome refuse(MessageExchange& exchange, Request const& request, Error const& error) {
    return refuse(exchange, request, performed_step_status(error.code), error.detail);
}

std::string listed(std::span<Tag const> tags) {
    std::string text;
    for (auto const tag : tags) text += ' ' + to_hex(tag);
    return text;
}

// PS3.7 C.5.11 and C.5.14: the attributes whose values are wrong or missing, as they were sent.
std::string wrong_attributes(StepFault const& fault, Request const& request, std::string_view data_set) {
    std::string out;
    auto const elements = read_elements(std::as_bytes(std::span{data_set}), encoding_of(request));
    if (!elements) return out;
    for (auto const& element : *elements)
        if (std::ranges::find(fault.attributes, element.tag) != fault.attributes.end())
            append_element(out, element, encoding_of(request));
    return out;
}

Outcome refuse(MessageExchange& exchange, Request const& request, StepFault const& fault, std::string_view data_set) {
    using enum StepFault::Kind;
    auto const status = performed_step_status(fault.kind);
    Response response{.status = status.code, .error_comment = status.comment};
    if (fault.kind == may_not_be_updated) response.error_id = may_not_be_updated_error_id;
    if (fault.kind == missing_attribute || fault.kind == no_such_attribute)
        response.attribute_identifiers = fault.attributes;
    std::string wrong;
    if (fault.kind == invalid_value || fault.kind == missing_value) wrong = wrong_attributes(fault, request, data_set);
    response.data_set_follows = !wrong.empty();
    exchange.respond(request, response, wrong);
    return {.status = status.code, .error = std::string{status.comment} + listed(fault.attributes)};
}

using Verb = Result<std::optional<StepFault>> (*)(Index&, Principal const&, StepRequest const&);

// What N-CREATE and N-SET have in common; `sop_class` is the one that the request names.
Outcome apply(MessageExchange& exchange, Request const& request, Scp const& scp, Verb verb) {
    auto const& command = request.command;
    bool const creates = command.is(CommandField::n_create_rq);
    auto const data_set = exchange.read_data_set(request, data_set_size_max);
    if (!data_set) return refuse(exchange, request, data_set.error());
    if ((creates ? command.affected_sop_class : command.requested_sop_class) != request.context->abstract_syntax)
        return refuse(exchange, request, no_such_sop_class, "not the SOP Class of its context");
    auto uid = creates ? command.affected_sop_instance : command.requested_sop_instance;
    if (creates && uid.empty()) uid = new_performed_step_uid();

    auto const applied =
        verb(scp.archive.index, scp.principal, {uid, std::as_bytes(std::span{*data_set}), encoding_of(request)});
    auto outcome = Outcome{};
    if (!applied)
        outcome = refuse(exchange, request, applied.error());
    else if (applied->has_value())
        outcome = refuse(exchange, request, **applied, *data_set);
    else
        exchange.respond(request, {.status = success.code, .affected_sop_instance = uid});
    outcome.sop_instance = std::move(uid);
    outcome.bytes = data_set->size();
    return outcome;
}

// The attributes that were asked for, all of them where none are.
std::optional<std::string> attributes_of(MetadataItem const& step, Request const& request,
                                         CharacterSet const& character_set) {
    ItemWriter const writer{character_set, ReturnedItems::all};
    DataElements keys;
    for (auto const tag : request.command.attribute_identifiers)
        if (tag != specific_character_set && tag.element != 0)
            keys.push_back({.tag = tag, .vr = std::string{implicit_vr(tag, PixelRepresentation::unsigned_integer)}});
    std::ranges::sort(keys, {}, &DataElement::tag);
    auto elements = keys.empty() ? writer.everything(step) : writer.selected(keys, step);
    if (!elements) return std::nullopt;
    std::erase_if(*elements, [](DataElement const& element) { return element.tag == specific_character_set; });
    std::string out;
    append_element(out, {.tag = specific_character_set, .vr = "CS", .value = character_set.value()},
                   encoding_of(request));
    for (auto const& element : *elements) append_element(out, element, encoding_of(request));
    return out;
}

}  // namespace

Outcome serve_step_creation(MessageExchange& exchange, Request const& request, Scp const& scp) {
    return apply(exchange, request, scp, create_performed_step);
}

Outcome serve_step_change(MessageExchange& exchange, Request const& request, Scp const& scp) {
    return apply(exchange, request, scp, set_performed_step);
}

Outcome serve_step_retrieval(MessageExchange& exchange, Request const& request, Scp const& scp) {
    auto const& command = request.command;
    exchange.discard_data_set(request);
    if (command.requested_sop_class != request.context->abstract_syntax)
        return refuse(exchange, request, no_such_sop_class, "not the SOP Class of its context");
    auto const step = performed_step(scp.archive.index, scp.principal, command.requested_sop_instance);
    if (!step) return refuse(exchange, request, step.error());
    auto const attributes = attributes_of(step->root(), request, CharacterSet{"ISO_IR 192"});
    if (!attributes) return refuse(exchange, request, processing_failure, "attributes that cannot be written");
    exchange.respond(request, {.status = success.code, .data_set_follows = true}, *attributes);
    return {.sop_instance = command.requested_sop_instance, .bytes = attributes->size()};
}

}  // namespace cassette::dimse
