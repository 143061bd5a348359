#include "dimse/echo_scu.h"

#include "dimse/requestor.h"

#include <array>
#include <charconv>

namespace cassette::dimse {

namespace {

constexpr char const* verification_sop_class = "1.2.840.10008.1.1";

std::string in_hexadecimal(std::uint16_t status) {
    std::array<char, 8> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), status, 16).ptr;
    return {text.data(), end};
}

}  // namespace

Result<std::chrono::milliseconds> echo(RemoteAE const& remote, AETitle const& calling_ae_title) {
    auto const started = std::chrono::steady_clock::now();
    auto opened =
        Requestor::open(remote,
                        {.calling_ae_title = calling_ae_title,
                         .contexts = {{0, verification_sop_class, {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1"}}}},
                        -1);
    if (!opened) return fail(opened.error());
    auto& association = **opened;
    auto const* const context = association.context_for(verification_sop_class);
    if (context == nullptr) {
        (void)association.release();
        return fail(ErrorCode::not_acceptable, "Verification is not accepted");
    }
    auto command = command_of(CommandField::c_echo_rq);
    command.affected_sop_class = verification_sop_class;
    auto const reply = association.operations().invoke(*context, std::move(command));
    if (!reply) return fail(reply.error());
    (void)association.release();
    if (reply->command.status != 0)
        return fail(ErrorCode::not_acceptable, "status " + in_hexadecimal(reply->command.status));
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
}

}  // namespace cassette::dimse
