#include "dimse/courier.h"

#include "archive/outgoing/dispatch.h"
#include "archive/outgoing/storage_commitment.h"
#include "archive/retrieve/retrieve.h"
#include "dimse/availability_notification.h"
#include "dimse/commitment_data_set.h"
#include "dimse/commitment_report.h"
#include "dimse/requestor.h"
#include "dimse/store_scu.h"

#include <poll.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace cassette::dimse {

namespace {

Fate delivered() { return {Fate::Kind::delivered}; }
Fate gone() { return {Fate::Kind::gone}; }
Fate failed(std::string why) { return {Fate::Kind::failed, std::move(why)}; }

// A task with what it is to tell, once that is known.
struct Parcel {
    std::size_t position;  // among the tasks
    std::vector<InstanceLocation> instances = {};
    std::optional<Commitment> commitment = {};
};

ProposedContext uncompressed_context(std::string_view abstract_syntax) {
    return {.id = 0,
            .abstract_syntax = std::string{abstract_syntax},
            .transfer_syntaxes = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2"}};
}

// One journey to the destination.
class Journey {
public:
    Journey(Archive& archive, CourierSettings const& settings, std::span<OutboxTask const> tasks,
            FateObserver const& tell)
        : archive_{archive}, settings_{settings}, tasks_{tasks}, tell_{tell}, principal_{settings.ae_title.str()} {}

    Result<void> run() {
        if (tasks_.empty()) return {};
        if (auto packed = pack(); !packed) return packed;
        if (parcels_.empty()) return {};
        if (settings_.destination.host.empty()) return fail(ErrorCode::unavailable, "no host is known");
        auto opened = Requestor::open(settings_.destination, proposal(), settings_.stop_event);
        if (!opened) return fail(opened.error());
        association_ = *std::move(opened);
        for (auto const& parcel : parcels_) {
            if (stopping()) return stopped();
            auto const brought = bring(parcel);
            if (brought) tell_(parcel.position, delivered());
            if (!brought && brought.error().code == ErrorCode::cancelled) return brought;
            if (!brought) tell_(parcel.position, failed(brought.error().detail));
            // One that ends the association must not keep the others from going: they get another one.
            if (association_->exchange().ended()) return {};
        }
        (void)association_->release();
        return {};
    }

private:
    TaskKind kind() const { return tasks_.front().task.kind; }

    // ---- before there is an association ---------------------------------------------------------------------------------

    Result<void> pack() {
        for (std::size_t position = 0; position < tasks_.size(); ++position) {
            auto const packed = pack_one(position);
            if (packed) continue;
            if (packed.error().code == ErrorCode::cancelled) return packed;
            bool const nothing = packed.error().code == ErrorCode::not_found;
            tell_(position, nothing ? gone() : failed(packed.error().detail));
        }
        return {};
    }

    Result<void> pack_one(std::size_t position) {
        if (stopping()) return stopped();
        switch (kind()) {
            case TaskKind::forward: return pack_instances(position, scope_of_forward(tasks_[position].task));
            case TaskKind::commitment_report: return pack_commitment(position);
            case TaskKind::availability_notification: return pack_instances(position, study_of(tasks_[position]));
        }
        return {};
    }

    static Result<RetrieveScope> study_of(OutboxTask const& task) {
        auto study = StudyInstanceUID::received(task.task.subject);
        if (!study) return fail(ErrorCode::internal, "the outbox is damaged: a task without a study");
        return RetrieveScope{*std::move(study), {}, {}};
    }

    Result<void> pack_instances(std::size_t position, Result<RetrieveScope> const& scope) {
        if (!scope) return fail(scope.error());
        auto found = locate(archive_, principal_, *scope);
        if (!found) return fail(found.error());
        parcels_.push_back({.position = position, .instances = *std::move(found)});
        return {};
    }

    // What has come out is kept: a destination that cannot be had does not make us read everything again.
    Result<void> pack_commitment(std::size_t position) {
        auto const& task = tasks_[position];
        auto commitment = decode_commitment(task.task.payload);
        if (!commitment) return fail(commitment.error());
        if (!commitment->verified) {
            auto const goes_on = [this] { return !stopping(); };
            auto const verified = verify_commitment(archive_, principal_, *commitment, goes_on);
            if (!verified) return verified;
            auto const kept = archive_.index.outbox().amend(task, encode_commitment(*commitment));
            if (!kept) return fail(kept.error());
        }
        parcels_.push_back({.position = position, .commitment = *std::move(commitment)});
        return {};
    }

    AssociationProposal proposal() const {
        AssociationProposal proposal{.calling_ae_title = settings_.ae_title, .contexts = {}};
        switch (kind()) {
            case TaskKind::forward: proposal.contexts = store_contexts(); break;
            case TaskKind::commitment_report:
                proposal.contexts.push_back(uncompressed_context(storage_commitment_push_model));
                // PS3.4 J.3.3 and PS3.7 D.3.3.4: we open the association, and are the SCP all the same.
                proposal.roles.push_back({std::string{storage_commitment_push_model}, false, true});
                break;
            case TaskKind::availability_notification:
                proposal.contexts.push_back(uncompressed_context(instance_availability_notification));
                break;
        }
        return proposal;
    }

    std::vector<ProposedContext> store_contexts() const {
        std::vector<SelectedKind> kinds;
        for (auto const& parcel : parcels_)
            kinds.push_back({parcel.instances.front().sop_class, parcel.instances.front().transfer_syntax});
        std::ranges::sort(kinds);
        kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
        // So few instances fit in one portion.
        return store_proposals(kinds).front();
    }

    // ---- with one -------------------------------------------------------------------------------------------------------

    Result<void> bring(Parcel const& parcel) {
        switch (kind()) {
            case TaskKind::forward: return store(parcel);
            case TaskKind::commitment_report: return report(parcel);
            case TaskKind::availability_notification: return notify(parcel);
        }
        return {};
    }

    Result<void> store(Parcel const& parcel) {
        StoreScu scu{association_->operations(), association_->contexts(), {}};
        auto const open = [this](InstanceLocation const& location, std::span<std::string const> accepted) {
            return outgoing_dataset(archive_, principal_, location, accepted);
        };
        auto const status = scu.store(parcel.instances.front(), open);
        if (!status) return fail(status.error());
        bool const taken =
            *status == 0 || (*status & 0xF000U) == 0xB000U;  // PS3.4 Table B.2-1: a warning is stored, too
        return taken ? Result<void>{} : failed_with("C-STORE", *status);
    }

    Result<void> report(Parcel const& parcel) {
        auto const* const context = association_->context_for(storage_commitment_push_model);
        if (context == nullptr) return fail(ErrorCode::not_acceptable, "Storage Commitment is not accepted");
        auto const& roles = association_->answer().roles;
        auto const answered = std::ranges::find(roles, storage_commitment_push_model, &RoleSelection::abstract_syntax);
        // Deviates from PS3.7 D.3.3.4: an acceptor that says nothing of roles is taken to be the SCU all the same, since
        // that is what a Storage Commitment SCU can only be here.
        if (answered != roles.end() && !answered->scp)
            return fail(ErrorCode::not_acceptable, "the peer does not take us as the SCP of Storage Commitment");
        return report_commitment(association_->operations(), *context, *parcel.commitment, settings_.ae_title.str());
    }

    Result<void> notify(Parcel const& parcel) {
        auto const* const context = association_->context_for(instance_availability_notification);
        if (context == nullptr) return fail(ErrorCode::not_acceptable, "availability notifications are not accepted");
        auto const attributes =
            write_availability(parcel.instances, settings_.ae_title.str(), encoding_of(context->transfer_syntax));
        return notify_availability(association_->operations(), *context, notification_uid(tasks_[parcel.position]),
                                   attributes);
    }

    bool stopping() const {
        pollfd event{settings_.stop_event, POLLIN, 0};
        return settings_.stop_event >= 0 && ::poll(&event, 1, 0) > 0;
    }
    static Failure stopped() { return fail(ErrorCode::cancelled, "the node stops"); }

    Archive& archive_;
    CourierSettings const& settings_;
    std::span<OutboxTask const> tasks_;
    FateObserver const& tell_;
    Principal principal_;
    std::vector<Parcel> parcels_;
    std::unique_ptr<Requestor> association_;
};

}  // namespace

Courier courier_to(Archive& archive, CourierSettings settings) {
    return [&archive, settings = std::move(settings)](std::span<OutboxTask const> tasks,
                                                      FateObserver const& tell) -> Result<void> {
        return Journey{archive, settings, tasks, tell}.run();
    };
}

}  // namespace cassette::dimse
