#include "dimse/store.h"

#include "archive/ingest/incoming_instance.h"
#include "dimse/store_status.h"
#include "dimse/storing_priority.h"

#include <optional>
#include <utility>

namespace cassette::dimse {

namespace {

struct Refused {
    DimseStatus status;
    std::string detail;
};

constexpr std::uint64_t discarded_max = std::uint64_t{16} << 30;  // bytes of a data set that has already failed

Refused refused(Error const& error) { return {store_status(error.code), error.detail}; }

// Where the data set goes: to the archive until something is wrong, then nowhere.
class Intake {
public:
    Intake(Request const& request, Scp const& scp) { open(request, scp); }

    void take(std::span<std::byte const> bytes) {
        size_ += bytes.size();
        if (refused_) return;
        if (auto const written = instance_->write(bytes); !written) refuse(refused(written.error()));
    }
    Result<StoredInstance> commit() { return instance_->commit(); }
    void refuse(Refused why) {
        instance_.reset();
        refused_ = std::move(why);
    }
    std::optional<Refused> const& refusal() const { return refused_; }
    std::uint64_t size() const { return size_; }

private:
    void open(Request const& request, Scp const& scp) {
        auto const& command = request.command;
        auto const instance = SOPInstanceUID::received(command.affected_sop_instance);
        if (!instance) return refuse({invalid_sop_instance, "Affected SOP Instance UID is not a UID"});
        auto const sop_class = SOPClassUID::received(command.affected_sop_class);
        // The presentation context's own class (PS3.7 9.1.1.1.4), or, leniently, any other that we would have accepted.
        bool const negotiated = command.affected_sop_class == request.context->abstract_syntax;
        if (!sop_class || !(negotiated || is_storable(command.affected_sop_class, scp.acceptance)))
            return refuse({sop_class_not_supported, "Affected SOP Class UID is not a Storage SOP Class"});
        auto const transfer_syntax = TransferSyntaxUID::received(request.context->transfer_syntax);
        if (!transfer_syntax) return refuse(refused(transfer_syntax.error()));
        if (!command.has_data_set) return refuse({mistyped_argument, "a C-STORE without data set"});
        auto opened = IncomingInstance::dataset(scp.archive, scp.principal, scp.source,
                                                {*sop_class, *instance, *transfer_syntax});
        if (!opened) return refuse(refused(opened.error()));
        instance_ = std::move(*opened);
    }

    std::optional<IncomingInstance> instance_;
    std::optional<Refused> refused_;
    std::uint64_t size_ = 0;
};

// True when the whole data set has passed.
bool receive(MessageExchange& exchange, Request const& request, Intake& intake) {
    if (!request.command.has_data_set) return true;
    while (auto const pdv = exchange.next_fragment(request)) {
        intake.take(pdv->bytes);
        if (pdv->last) return true;
        if (intake.refusal() && intake.size() > discarded_max)
            exchange.end({Ending::Kind::violation, "a data set of no end", service_user_abort});
    }
    return false;
}

std::string join(std::vector<StoreWarning> const& warnings) {
    std::string text;
    for (auto const warning : warnings) {
        if (!text.empty()) text += ", ";
        text += describe(warning);
    }
    return text;
}

}  // namespace

Outcome serve_store(MessageExchange& exchange, Request const& request, Scp const& scp) {
    let_searches_go_first();
    Outcome outcome{.status = processing_failure.code};
    if (auto const uid = SOPInstanceUID::received(request.command.affected_sop_instance))
        outcome.sop_instance = uid->str();
    Intake intake{request, scp};
    bool const whole = receive(exchange, request, intake);
    outcome.bytes = intake.size();
    if (!whole) {
        outcome.error = exchange.ending().detail;
        return outcome;
    }
    auto status = success;
    if (!intake.refusal()) {
        auto const stored = intake.commit();
        if (!stored) intake.refuse(refused(stored.error()));
        if (stored && !stored->warnings.empty()) status = store_warning_status(stored->warnings.front());
        if (stored) outcome.warnings = join(stored->warnings);
    }
    if (intake.refusal()) status = intake.refusal()->status;
    outcome.status = status.code;
    if (intake.refusal()) outcome.error = intake.refusal()->detail;
    exchange.respond(request, {.status = status.code, .error_comment = status.comment});
    return outcome;
}

}  // namespace cassette::dimse
