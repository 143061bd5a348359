// A transaction in the outbox: text, one line each.
//
//   2.25.1 requested                      Transaction UID, and whether the references were verified
//   1.2.840.10008.5.1.4.1.1.2 1.2.3.4 0   SOP Class UID, SOP Instance UID, Failure Reason in decimal

#include "archive/outgoing/storage_commitment.h"

#include "archive/retrieve/retrieve.h"
#include "storage/sha256.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

namespace cassette {

namespace {

constexpr std::string_view requested = "requested", verified = "verified";
constexpr std::string_view of_a_duplicate = "/duplicate";  // behind the Transaction UID that is the subject

Failure damaged() { return fail(ErrorCode::internal, "the outbox is damaged: a storage commitment that is none"); }
Failure stopped() { return fail(ErrorCode::cancelled, "the node stops"); }

std::string_view take_until(std::string_view& rest, char end) {
    auto const at = rest.find(end);
    auto const taken = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return taken;
}

Result<CommitmentReference> decode_reference(std::string_view line) {
    auto sop_class = SOPClassUID::received(take_until(line, ' '));
    auto instance = SOPInstanceUID::received(take_until(line, ' '));
    std::uint16_t failure = 0;
    auto const [end, error] = std::from_chars(line.data(), line.data() + line.size(), failure);
    if (!sop_class || !instance || error != std::errc{} || end != line.data() + line.size()) return damaged();
    return CommitmentReference{*std::move(sop_class), *std::move(instance), static_cast<CommitmentFailure>(failure)};
}

// The location of an instance of which nothing but its UID is known; nullopt when there is none.
Result<std::optional<InstanceLocation>> find_instance(Archive const& archive, SOPInstanceUID const& instance) {
    static auto const by_instance = attribute_at({0x0008, 0x0018});
    static auto const study_at = attribute_at({0x0020, 0x000D}), series_at = attribute_at({0x0020, 0x000E});
    FindRequest const request{
        .level = Level::instance, .conditions = {{by_instance, OneOf{{instance.str()}}}}, .limit = 1};
    std::optional<InstanceLocation> location;
    std::optional<RetrieveScope> scope;
    auto const found = archive.index.find(request, [&](FoundRow const& row) -> Result<void> {
        auto study = StudyInstanceUID::received(row.values[study_at]);
        auto series = SeriesInstanceUID::received(row.values[series_at]);
        if (study && series) scope = RetrieveScope{*study, *series, instance};
        return {};
    });
    if (!found) return fail(found.error());
    if (!scope) return location;
    auto const located = archive.index.locate(*scope, [&](InstanceLocation const& each) -> Result<void> {
        location = each;
        return {};
    });
    if (!located) return fail(located.error());
    return location;
}

// Whether the blob's bytes still have the digest that is its name. ErrorCode::cancelled.
Result<bool> has_its_digest(Blob const& blob, Digest const& digest, std::function<bool()> const& goes_on) {
    constexpr std::uint64_t piece = 256 * 1024;
    std::vector<std::byte> buffer(static_cast<std::size_t>(std::min(piece, blob.size())));
    Sha256 hash;
    for (std::uint64_t offset = 0; offset < blob.size(); offset += piece) {
        if (!goes_on()) return stopped();
        auto const part = std::span{buffer}.first(static_cast<std::size_t>(std::min(piece, blob.size() - offset)));
        if (!blob.read_at(offset, part)) return false;
        hash.update(part);
    }
    return hash.finish() == digest;
}

Result<CommitmentFailure> verify_reference(Archive const& archive, Principal const& principal,
                                           CommitmentReference const& reference, std::function<bool()> const& goes_on) {
    using enum CommitmentFailure;
    auto const location = find_instance(archive, reference.instance);
    if (!location) return processing_failure;
    if (!*location) return no_such_object_instance;
    if ((*location)->sop_class != reference.sop_class) return class_instance_conflict;
    auto const blob = open_part10(archive, principal, **location);
    if (!blob) return blob.error().code == ErrorCode::not_found ? no_such_object_instance : processing_failure;
    auto const whole = has_its_digest(**blob, (*location)->blob, goes_on);
    if (!whole) return fail(whole.error());
    return *whole ? none : processing_failure;
}

bool asks_for_the_same(Commitment const& a, Commitment const& b) {
    auto const same = [](CommitmentReference const& one, CommitmentReference const& other) {
        return one.sop_class == other.sop_class && one.instance == other.instance;
    };
    return std::ranges::equal(a.references, b.references, same);
}

}  // namespace

std::string encode_commitment(Commitment const& commitment) {
    auto text = commitment.transaction.str() + ' ';
    text.append(commitment.verified ? verified : requested) += '\n';
    for (auto const& reference : commitment.references) {
        text.append(reference.sop_class.str()) += ' ';
        text.append(reference.instance.str()) += ' ';
        text.append(std::to_string(static_cast<std::uint16_t>(reference.failure))) += '\n';
    }
    return text;
}

Result<Commitment> decode_commitment(std::string_view payload) {
    auto head = take_until(payload, '\n');
    auto transaction = TransactionUID::received(take_until(head, ' '));
    if (!transaction || (head != requested && head != verified)) return damaged();
    Commitment commitment{*std::move(transaction), {}, head == verified};
    while (!payload.empty()) {
        auto reference = decode_reference(take_until(payload, '\n'));
        if (!reference) return fail(reference.error());
        commitment.references.push_back(*std::move(reference));
    }
    return commitment;
}

Result<std::optional<OutboxTask>> accept_commitment(Archive& archive, Commitment commitment,
                                                    CommitmentParties const& parties) {
    auto& outbox = archive.index.outbox();
    auto subject = commitment.transaction.str();
    auto const pending = outbox.list(
        {{.destination = parties.requestor.str(), .kind = TaskKind::commitment_report, .subject = subject}});
    if (!pending) return fail(pending.error());
    if (!pending->empty()) {
        auto const earlier = decode_commitment(pending->front().task.payload);
        if (!earlier) return fail(earlier.error());
        if (asks_for_the_same(*earlier, commitment)) return std::optional<OutboxTask>{};
        for (auto& reference : commitment.references) reference.failure = CommitmentFailure::duplicate_transaction;
        commitment.verified = true;
        subject += of_a_duplicate;
    }
    auto const queued = outbox.enqueue({TaskKind::commitment_report, parties.requestor, subject,
                                        encode_commitment(commitment), parties.now, parties.now});
    if (!queued) return fail(queued.error());
    auto claimed = outbox.claim({.destination = parties.requestor,
                                 .kind = TaskKind::commitment_report,
                                 .now = parties.now,
                                 .until = parties.until,
                                 .owner = parties.owner,
                                 .subject = std::move(subject)});
    if (!claimed) return fail(claimed.error());
    return claimed->empty() ? std::optional<OutboxTask>{} : std::optional{std::move(claimed->front())};
}

Result<void> verify_commitment(Archive const& archive, Principal const& principal, Commitment& commitment,
                               std::function<bool()> const& goes_on) {
    for (auto& reference : commitment.references) {
        if (reference.failure != CommitmentFailure::none) continue;
        if (!goes_on()) return stopped();
        auto const failure = verify_reference(archive, principal, reference, goes_on);
        if (!failure) return fail(failure.error());
        reference.failure = *failure;
    }
    commitment.verified = true;
    return {};
}

}  // namespace cassette
