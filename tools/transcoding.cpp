#include "tools/transcoding.h"

#include "archive/access/principal.h"
#include "archive/lifecycle/transcoding.h"
#include "tools/event_log.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cassette {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds before_another_look{30'000};

// PS3.5 A.4.1 to A.4.4, 10.18; of HTJ2K the one whose resolutions follow each other (RPCL).
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names{{
    {"htj2k-lossless", "1.2.840.10008.1.2.4.202"},
    {"jpeg2000-lossless", "1.2.840.10008.1.2.4.90"},
    {"jpegls-lossless", "1.2.840.10008.1.2.4.80"},
    {"rle", "1.2.840.10008.1.2.5"},
}};

}  // namespace

Result<std::optional<TransferSyntaxUID>> parse_transcoding(std::string_view text) {
    if (text == "none") return std::optional<TransferSyntaxUID>{};
    for (auto const& [name, uid] : names) {
        if (text != name) continue;
        auto parsed = TransferSyntaxUID::parse(uid);
        return parsed ? Result<std::optional<TransferSyntaxUID>>{*std::move(parsed)} : fail(parsed.error());
    }
    return fail(ErrorCode::malformed, "is none of none, htj2k-lossless, jpeg2000-lossless, jpegls-lossless, rle");
}

TranscodingJob::TranscodingJob(Archive& archive, TransferSyntaxUID to) : archive_{archive}, to_{std::move(to)} {}

milliseconds TranscodingJob::step() {
    auto const begun = std::chrono::steady_clock::now();
    TranscodingPolicy const policy{.to = to_, .stopped = [this] { return stopped_.load(); }};
    auto const piece = transcoding_piece(archive_, local_operator(), policy, after_);
    if (!piece) return give_up(piece.error());
    after_ = piece->last;
    transcoded_ += piece->transcoded;
    refused_ += piece->refusals.size();
    bytes_before_ += piece->bytes_before;
    bytes_after_ += piece->bytes_after;
    for (auto const& refusal : piece->refusals)
        log_event(Severity::warn, "transcoding_refused",
                  {{"sop_instance", refusal.instance.str()}, {"reason", refusal.reason}});
    if (piece->finished) return finish();
    auto const took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begun);
    return std::max(took, milliseconds{1});
}

// A new version has a greater key than all that were looked at: the next look goes on where this one ended.
milliseconds TranscodingJob::finish() {
    auto const figures = this->figures();
    if (figures.transcoded + figures.refused > std::exchange(told_, figures.transcoded + figures.refused))
        log_event(Severity::info, "transcoded",
                  {{"transfer_syntax", to_.str()},
                   {"instances", static_cast<std::int64_t>(figures.transcoded)},
                   {"refused", static_cast<std::int64_t>(figures.refused)},
                   {"bytes_before", static_cast<std::int64_t>(figures.bytes_before)},
                   {"bytes_after", static_cast<std::int64_t>(figures.bytes_after)}});
    return before_another_look;
}

milliseconds TranscodingJob::give_up(Error const& error) {
    // That the disk takes nothing is said once, by writability_watch.
    bool const expected = error.code == ErrorCode::cancelled || error.code == ErrorCode::unavailable ||
        error.code == ErrorCode::out_of_resources;
    if (!expected) log_event(Severity::error, "transcoding_failed", {{"error", error.detail}});
    return before_another_look;
}

}  // namespace cassette
