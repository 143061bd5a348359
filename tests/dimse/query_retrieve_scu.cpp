#include "tests/dimse/query_retrieve_scu.h"

#include "archive/ingest/incoming_instance.h"
#include "dimse/data_element.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cassette::testing {

namespace {

constexpr std::size_t object_size_max = std::size_t{1} << 26;

dimse::DataElements elements_of(std::string const& data_set, std::string_view transfer_syntax) {
    auto const encoding =
        transfer_syntax == implicit_little ? dimse::implicit_vr_little_endian : dimse::explicit_vr_little_endian;
    auto const elements = dimse::read_elements(std::as_bytes(std::span{data_set}), encoding);
    REQUIRE(elements);
    return *elements;
}

std::optional<std::string> value_of(dimse::DataElements const& elements, Tag tag) {
    auto const found = std::ranges::find(elements, tag, &dimse::DataElement::tag);
    if (found == elements.end()) return std::nullopt;
    return std::string{dimse::without_padding(found->value)};
}

}  // namespace

std::string identifier(std::vector<std::pair<Tag, std::string>> const& keys) {
    std::string bytes;
    for (auto const& [tag, value] : keys) {
        bool const odd = value.size() % 2 != 0;
        bytes += element(tag.group, tag.element, odd ? value + ' ' : value);
    }
    return bytes;
}

void put(NodeUnderTest& node, RawObject const& object) {
    auto incoming =
        IncomingInstance::dataset(node.disk().archive(), {"test"}, "test",
                                  {*SOPClassUID::received(object.sop_class), *SOPInstanceUID::received(object.instance),
                                   *TransferSyntaxUID::parse(object.transfer_syntax)});
    REQUIRE(incoming);
    REQUIRE(incoming->write(std::as_bytes(std::span{object.data_set})));
    auto const stored = incoming->commit();
    REQUIRE_MESSAGE(stored, stored.error().detail);
}

void put(NodeUnderTest& node, CtSlice const& slice) {
    put(node, RawObject{ct_storage, slice.instance, implicit_little, data_set_of(slice)});
}

std::optional<std::string> value_in(ArrivedObject const& object, Tag tag) {
    return value_of(elements_of(object.data_set, object.transfer_syntax), tag);
}

QueryRetrieveScu::QueryRetrieveScu(NodeUnderTest const& node, Settings settings) : settings_{std::move(settings)} {
    dimse::AssociationProposal proposal{*AETitle::parse("SCU"), {{0, settings_.sop_class, {implicit_little}}}};
    for (auto const& context : settings_.storage) {
        proposal.contexts.push_back(context);
        dimse::RoleSelection const role{context.abstract_syntax, false, true};
        if (settings_.propose_roles && std::ranges::find(proposal.roles, role) == proposal.roles.end())
            proposal.roles.push_back(role);
    }
    if (!settings_.extended.empty()) proposal.extended.push_back({settings_.sop_class, settings_.extended});
    auto opened = dimse::Requestor::open(remote_ae(node, "CASSETTE"), proposal, -1);
    REQUIRE_MESSAGE(opened, opened.error().detail);
    association_ = std::move(*opened);
    association_->operations().on_request(
        [this](dimse::MessageExchange& exchange, dimse::Request const& request) { take(exchange, request); });
}

std::optional<std::string> QueryRetrieveScu::granted() const {
    auto const& extended = association_->answer().extended;
    auto const found = std::ranges::find(extended, settings_.sop_class, &dimse::ExtendedNegotiation::abstract_syntax);
    return found == extended.end() ? std::nullopt : std::optional{found->information};
}

void QueryRetrieveScu::take(dimse::MessageExchange& exchange, dimse::Request const& request) {
    auto data_set = exchange.read_data_set(request, object_size_max);
    REQUIRE(data_set);
    arrived_.push_back({request.command, request.context->transfer_syntax, std::move(*data_set)});
    if (arrived_.size() == cancel_at) {
        auto cancel = dimse::command_of(dimse::CommandField::c_cancel_rq);
        cancel.message_id_being_responded_to = 1;  // what the first request of an Invoker has
        exchange.send_command(exchange.contexts().front(), dimse::write_request(cancel));
    }
    exchange.respond(request, {.status = on_store ? on_store(arrived_.back()) : std::uint16_t{0}});
    exchange.flush();
}

QueryRetrieveScu::Answers QueryRetrieveScu::ask(dimse::CommandField field, std::string const& identifier,
                                                std::string const& destination) {
    auto command = dimse::command_of(field);
    command.affected_sop_class = settings_.sop_class;
    command.move_destination = destination;
    auto const* context = association_->context_for(settings_.sop_class);
    REQUIRE(context != nullptr);
    auto const message_id = association_->operations().send(*context, command, dimse::in_one_piece(identifier));
    REQUIRE(message_id);
    std::vector<dimse::Reply> pending;
    while (true) {
        auto reply = association_->operations().await(*message_id);
        REQUIRE_MESSAGE(reply, reply.error().detail);
        if (!reply->pending()) return {std::move(pending), std::move(*reply)};
        pending.push_back(std::move(*reply));
    }
}

QueryRetrieveScu::Answers QueryRetrieveScu::move(std::string const& identifier, std::string const& destination) {
    return ask(dimse::CommandField::c_move_rq, identifier, destination);
}

std::string QueryRetrieveScu::Answers::failed() const {
    if (last.data_set.empty()) return {};
    return value_of(elements_of(last.data_set, implicit_little), {0x0008, 0x0058}).value_or("");
}

dimse::RemoteAE remote_ae(NodeUnderTest const& node, std::string const& ae_title) {
    return {.ae_title = *AETitle::parse(ae_title), .host = "127.0.0.1", .port = node.port()};
}

}  // namespace cassette::testing
