#include "dimse/commitment_report.h"

#include "dimse/commitment_data_set.h"

namespace cassette::dimse {

Failure failed_with(std::string_view operation, std::uint16_t status) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string detail{operation};
    detail += ": status ";
    for (int shift = 12; shift >= 0; shift -= 4) detail += digits[status >> shift & 0xFU];
    return fail(ErrorCode::internal, detail + 'H');
}

Result<void> report_commitment(Invoker& invoker, AcceptedContext const& context, Commitment const& commitment,
                               std::string_view ae_title) {
    auto command = command_of(CommandField::n_event_report_rq);
    command.affected_sop_class = storage_commitment_push_model;
    command.affected_sop_instance = storage_commitment_push_model_instance;
    command.event_type_id = event_type_of(commitment);
    auto const result = write_commitment_result(commitment, ae_title, encoding_of(context.transfer_syntax));
    auto const reply = invoker.invoke(context, std::move(command), in_one_piece(result));
    if (!reply) return fail(reply.error());
    auto const status = reply->command.status;
    return status == 0 ? Result<void>{} : failed_with("N-EVENT-REPORT", status);
}

}  // namespace cassette::dimse
