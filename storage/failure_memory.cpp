#include "storage/failure_memory.h"

namespace cassette {

namespace {

constexpr std::size_t failures_max = 4096;

bool is_transient(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case out_of_resources:
        case unavailable:
        case cancelled: return true;
        case malformed:
        case nonconformant:
        case unsupported_sop_class:
        case unsupported_transfer_syntax:
        case unsupported_media_type:
        case not_acceptable:
        case too_large:
        case not_authorized:
        case not_found:
        case conflict:
        case internal: return false;
    }
    return true;
}

}  // namespace

std::optional<Error> FailureMemory::find(Digest const& name) {
    std::scoped_lock const lock{mutex_};
    auto const found = failures_.find(name);
    if (found == failures_.end()) return std::nullopt;
    if (now_() < found->second.until) return found->second.error;
    failures_.erase(found);
    return std::nullopt;
}

void FailureMemory::remember(Digest const& name, Error const& error) {
    if (is_transient(error.code) || lifetime_ <= std::chrono::seconds{0}) return;
    auto const now = now_();
    std::scoped_lock const lock{mutex_};
    if (failures_.size() >= failures_max)
        std::erase_if(failures_, [&](auto const& each) { return each.second.until <= now; });
    if (failures_.size() >= failures_max) failures_.clear();
    failures_.insert_or_assign(name, Failed{error, now + lifetime_});
}

void FailureMemory::clear() {
    std::scoped_lock const lock{mutex_};
    failures_.clear();
}

}  // namespace cassette
