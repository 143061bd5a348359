#include "dimse/commitment_data_set.h"

#include "dimse/commitment_status.h"

#include <algorithm>
#include <span>
#include <utility>

namespace cassette::dimse {

namespace {

constexpr Tag retrieve_ae_title{0x0008, 0x0054}, referenced_sop_class_uid{0x0008, 0x1150},
    referenced_sop_instance_uid{0x0008, 0x1155}, transaction_uid{0x0008, 0x1195}, failure_reason_tag{0x0008, 0x1197},
    failed_sop_sequence{0x0008, 0x1198}, referenced_sop_sequence{0x0008, 0x1199};
constexpr std::uint16_t all_committed = 1, some_failed = 2;

// PS3.7 C: there is no status for what is missing from an action's information, so it counts as a value that does not do.
ReadCommitment refuse(Tag tag, std::string detail) {
    return {.refusal = {invalid_argument_value, std::move(detail), tag}};
}

DataElement const* find_element(DataElements const& elements, Tag tag) {
    auto const found = std::ranges::find(elements, tag, &DataElement::tag);
    return found == elements.end() ? nullptr : &*found;
}

template <class Identifier>
std::optional<Identifier> uid_in(DataElements const& elements, Tag tag) {
    auto const* const element = find_element(elements, tag);
    if (element == nullptr) return std::nullopt;
    auto uid = Identifier::received(without_padding(element->value));
    return uid ? std::optional{*std::move(uid)} : std::nullopt;
}

DataElement uid_element(Tag tag, std::string value) { return {.tag = tag, .vr = "UI", .value = std::move(value)}; }

DataElements reference_item(CommitmentReference const& reference) {
    DataElements item{uid_element(referenced_sop_class_uid, reference.sop_class.str()),
                      uid_element(referenced_sop_instance_uid, reference.instance.str())};
    if (reference.failure != CommitmentFailure::none)
        item.push_back(
            {.tag = failure_reason_tag, .vr = "US", .value = little_16(static_cast<std::uint16_t>(reference.failure))});
    return item;
}

}  // namespace

ElementEncoding encoding_of(std::string_view transfer_syntax) {
    return transfer_syntax == "1.2.840.10008.1.2" ? implicit_vr_little_endian : explicit_vr_little_endian;
}

ReadCommitment read_commitment_request(std::string_view data_set, ElementEncoding encoding) {
    auto const elements = read_elements(std::as_bytes(std::span{data_set}), encoding);
    if (!elements) return {.refusal = {processing_failure, elements.error().detail}};
    auto transaction = uid_in<TransactionUID>(*elements, transaction_uid);
    if (!transaction) return refuse(transaction_uid, "no Transaction UID");
    auto const* const sequence = find_element(*elements, referenced_sop_sequence);
    if (sequence == nullptr || sequence->items.empty())
        return refuse(referenced_sop_sequence, "no Referenced SOP Sequence");
    Commitment commitment{*std::move(transaction), {}};
    for (auto const& item : sequence->items) {
        auto sop_class = uid_in<SOPClassUID>(item, referenced_sop_class_uid);
        auto instance = uid_in<SOPInstanceUID>(item, referenced_sop_instance_uid);
        if (!sop_class || !instance) return refuse(referenced_sop_sequence, "a reference without UIDs");
        commitment.references.push_back({*std::move(sop_class), *std::move(instance)});
    }
    return {.commitment = std::move(commitment)};
}

std::uint16_t event_type_of(Commitment const& commitment) {
    auto const committed = [](CommitmentReference const& reference) {
        return reference.failure == CommitmentFailure::none;
    };
    return std::ranges::all_of(commitment.references, committed) ? all_committed : some_failed;
}

// A sequence of no items is left out: each is there when there is something to say (Type 1C).
std::string write_commitment_result(Commitment const& commitment, std::string_view ae_title, ElementEncoding encoding) {
    DataElement failed{.tag = failed_sop_sequence, .vr = "SQ"};
    DataElement committed{.tag = referenced_sop_sequence, .vr = "SQ"};
    for (auto const& reference : commitment.references) {
        auto& sequence = reference.failure == CommitmentFailure::none ? committed : failed;
        sequence.items.push_back(reference_item(reference));
    }
    std::string data_set;
    if (!committed.items.empty())
        append_element(data_set, {.tag = retrieve_ae_title, .vr = "AE", .value = std::string{ae_title}}, encoding);
    append_element(data_set, uid_element(transaction_uid, commitment.transaction.str()), encoding);
    if (!failed.items.empty()) append_element(data_set, failed, encoding);
    if (!committed.items.empty()) append_element(data_set, committed, encoding);
    return data_set;
}

}  // namespace cassette::dimse
