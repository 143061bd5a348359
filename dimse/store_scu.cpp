#include "dimse/store_scu.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cassette::dimse {

namespace {

constexpr std::size_t contexts_max = 128;
constexpr std::array<std::string_view, 2> uncompressed{"1.2.840.10008.1.2.1", "1.2.840.10008.1.2"};

DataSetPieces pieces_of(OutgoingDataset& dataset, std::string& piece) {
    return [&dataset, &piece]() -> Result<std::span<std::byte const>> {
        while (true) {
            auto next = dataset.bytes->next();
            if (!next) return fail(next.error());
            if (!*next) return std::span<std::byte const>{};
            piece = std::move(**next);
            if (!piece.empty()) return std::as_bytes(std::span{piece});
        }
    };
}

// The contexts of one class.
std::vector<ProposedContext> proposals_for(std::string const& sop_class, std::vector<std::string> const& stored) {
    std::vector<ProposedContext> contexts;
    for (auto const& syntax : stored)
        contexts.push_back({.id = 0, .abstract_syntax = sop_class, .transfer_syntaxes = {syntax}});
    ProposedContext fallback{.id = 0, .abstract_syntax = sop_class, .transfer_syntaxes = {}};
    for (auto const syntax : uncompressed)
        if (std::ranges::find(stored, syntax) == stored.end()) fallback.transfer_syntaxes.emplace_back(syntax);
    if (!fallback.transfer_syntaxes.empty()) contexts.push_back(std::move(fallback));
    return contexts;
}

}  // namespace

AcceptedContext const* StoreScu::context_for(std::string_view sop_class, std::string_view transfer_syntax) const {
    auto const fits = [&](AcceptedContext const& context) {
        return context.abstract_syntax == sop_class && context.transfer_syntax == transfer_syntax;
    };
    auto const found = std::ranges::find_if(contexts_, fits);
    return found == contexts_.end() ? nullptr : &*found;
}

Result<std::uint16_t> StoreScu::store(InstanceLocation const& location, DatasetOpener const& open) {
    std::vector<std::string> accepted;
    for (auto const& context : contexts_)
        if (context.abstract_syntax == location.sop_class.str()) accepted.push_back(context.transfer_syntax);
    if (accepted.empty()) return fail(ErrorCode::not_acceptable, "no presentation context of its SOP Class");
    auto dataset = open(location, accepted);
    if (!dataset) return fail(dataset.error());
    auto const* context = context_for(location.sop_class.str(), dataset->transfer_syntax.str());
    if (context == nullptr) return fail(ErrorCode::internal, "a data set in a transfer syntax that was not accepted");
    auto command = command_of(CommandField::c_store_rq);
    command.affected_sop_class = location.sop_class.str();
    command.affected_sop_instance = dataset->instance.str();
    command.priority = origin_.priority;
    command.move_originator = origin_.move_originator;
    command.move_originator_message_id = origin_.move_originator_message_id;
    std::string piece;
    auto const reply = invoker_.invoke(*context, std::move(command), pieces_of(*dataset, piece));
    if (!reply) return fail(reply.error());
    return reply->command.status;
}

std::vector<std::vector<ProposedContext>> store_proposals(std::vector<SelectedKind> const& kinds) {
    std::vector<std::vector<ProposedContext>> portions;
    for (auto at = kinds.begin(); at != kinds.end();) {
        auto const& sop_class = at->sop_class;
        std::vector<std::string> stored;
        for (; at != kinds.end() && at->sop_class == sop_class; ++at) stored.push_back(at->transfer_syntax.str());
        auto contexts = proposals_for(sop_class.str(), stored);
        bool const fits = !portions.empty() && portions.back().size() + contexts.size() <= contexts_max;
        if (!fits) portions.emplace_back();
        std::ranges::move(contexts, std::back_inserter(portions.back()));
    }
    return portions;
}

}  // namespace cassette::dimse
