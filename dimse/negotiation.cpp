#include "dimse/negotiation.h"

#include "dimse/query_retrieve_options.h"
#include "dimse/worklist.h"

#include <algorithm>

namespace cassette::dimse {

namespace {

// PS3.7 D.3.3.4: the roles are answered where some were proposed. A requestor may be SCP of Storage alone, for its C-GET.
std::optional<RoleSelection> granted_roles(AssociateRequest const& request, AcceptedContext const& context) {
    auto const found = std::ranges::find(request.roles, context.abstract_syntax, &RoleSelection::abstract_syntax);
    if (found == request.roles.end()) return std::nullopt;
    return RoleSelection{context.abstract_syntax, found->scu, found->scp && context.service == Service::storage};
}

// PS3.4 Table B.3-2, so far as it was proposed: Level 2, all attributes are kept; Digital Signatures are kept with the bits
// (level 3) unless something rewrites them; no element is coerced.
std::string storage_information(std::size_t proposed, bool keeps_bits) {
    std::string information{'\2', '\0', keeps_bits ? '\3' : '\0', '\0', '\0', '\0'};
    return information.substr(0, proposed);
}

// PS3.4 B.3.1: of the Storage SOP Classes that were accepted.
std::vector<ExtendedNegotiation> granted_storage_options(ServerSettings const& settings,
                                                         AssociateRequest const& request,
                                                         std::vector<AcceptedContext> const& contexts) {
    std::vector<ExtendedNegotiation> granted;
    for (auto const& proposed : request.extended) {
        auto const is_storage = [&](AcceptedContext const& context) {
            return context.service == Service::storage && context.abstract_syntax == proposed.abstract_syntax;
        };
        if (!std::ranges::any_of(contexts, is_storage)) continue;
        granted.push_back(
            {proposed.abstract_syntax, storage_information(proposed.information.size(), settings.keeps_bits)});
    }
    return granted;
}

AcceptedContext take(AssociateRequest const& request, AssociateAccept& accept, AcceptedContext context) {
    auto const roles = granted_roles(request, context);
    if (!roles) return context;
    if (std::ranges::find(accept.roles, *roles) == accept.roles.end()) accept.roles.push_back(*roles);
    context.requestor_is_scu = roles->scu;
    context.requestor_is_scp = roles->scp;
    return context;
}

}  // namespace

AcceptancePolicy acceptance_of(ServerSettings const& settings) {
    auto const unknown =
        settings.accept_unknown_sop_classes ? UnknownSOPClasses::accept_as_storage : UnknownSOPClasses::refuse;
    return {unknown, settings.sop_classes, settings.transfer_syntaxes};
}

Negotiation negotiate(ServerSettings const& settings, AssociateRequest const& request) {
    Negotiation negotiation{.accept = {.contexts = {}, .pdu_length_max = settings.pdu_length_max}, .contexts = {}};
    auto& accept = negotiation.accept;
    auto const policy = acceptance_of(settings);
    for (auto const& proposed : request.contexts) {
        auto const answer = answer_to(proposed, policy);
        accept.contexts.push_back({proposed.id, answer.result, answer.transfer_syntax});
        if (answer.result != ContextResult::acceptance) continue;
        negotiation.contexts.push_back(take(request, accept,
                                            {.id = proposed.id,
                                             .service = answer.service,
                                             .abstract_syntax = proposed.abstract_syntax,
                                             .transfer_syntax = answer.transfer_syntax}));
    }
    accept.extended = granted_query_retrieve_options(request.extended);
    auto const worklist = granted_worklist_options(request.extended);
    accept.extended.insert(accept.extended.end(), worklist.begin(), worklist.end());
    auto storage = granted_storage_options(settings, request, negotiation.contexts);
    accept.extended.insert(accept.extended.end(), storage.begin(), storage.end());
    // PS3.7 D.3.3.3: one operation at a time, either way.
    if (request.operations) accept.operations = OperationsWindow{1, 1};
    return negotiation;
}

}  // namespace cassette::dimse
