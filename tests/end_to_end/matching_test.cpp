// The table of attribute matching through both doors of the node: C-FIND and QIDO-RS give the same.

#include "dimse/requestor.h"
#include "schema/attribute.h"
#include "tests/end_to_end/stow_client.h"
#include "tests/support/http_client.h"
#include "tests/support/matching_samples.h"
#include "tests/support/node.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include <algorithm>

namespace cassette::testing {

namespace {

constexpr char const* study_root_find = "1.2.840.10008.5.1.4.1.2.2.1";
constexpr char const* patient_root_find = "1.2.840.10008.5.1.4.1.2.1.1";
constexpr Tag patient_id{0x0010, 0x0020};

using Ids = std::vector<std::string>;

Ids sorted(Ids ids) {
    std::ranges::sort(ids);
    return ids;
}

Ids expected(MatchingSample const& sample) {
    Ids ids;
    for (std::string_view rest = sample.matches; !rest.empty();) {
        auto const end = std::min(rest.find(' '), rest.size());
        ids.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return sorted(std::move(ids));
}

Attribute const& attribute_of(MatchingKey const& key) {
    auto const position = find_attribute(key.keyword);
    REQUIRE(position);
    return attributes()[*position];
}

// ---- C-FIND

// PS3.4 Table C.5-1: relational queries always, the rest as the table wants it.
std::string extended(MatchingOptions const& options) {
    return {'\1', options.combined_date_time ? '\1' : '\0', options.fuzzy_person_names ? '\1' : '\0', '\0',
            '\0', options.empty_values ? '\1' : '\0',       options.multiple_values ? '\1' : '\0'};
}

std::unique_ptr<dimse::Requestor> associate(Node const& node, MatchingOptions const& options) {
    dimse::RemoteAE const remote{.ae_title = *AETitle::parse("CASSETTE"),
                                 .host = node.dimse_host(),
                                 .port = static_cast<std::uint16_t>(std::stoi(node.dimse_port()))};
    dimse::AssociationProposal proposal{*AETitle::parse("SCU"), {}};
    for (auto const* model : {study_root_find, patient_root_find}) {
        proposal.contexts.push_back({0, model, {"1.2.840.10008.1.2.1"}});
        proposal.extended.push_back({model, extended(options)});
    }
    auto opened = dimse::Requestor::open(remote, proposal, -1);
    REQUIRE_MESSAGE(opened, opened.error().detail);
    return std::move(*opened);
}

std::string identifier_of(MatchingSample const& sample) {
    std::vector<dimse::DataElement> elements{
        {.tag = {0x0008, 0x0005}, .vr = "CS", .value = "ISO_IR 192"},
        {.tag = {0x0008, 0x0052}, .vr = "CS", .value = std::string{query_retrieve_level(sample.level)}}};
    bool asked_for_id = false;
    for (auto const& key : sample.keys) {
        auto const& attribute = attribute_of(key);
        asked_for_id = asked_for_id || attribute.tag == patient_id;
        elements.push_back({.tag = attribute.tag, .vr = std::string{attribute.vr}, .value = key.value});
    }
    if (!asked_for_id) elements.push_back({.tag = patient_id, .vr = "LO"});
    std::ranges::sort(elements, {}, &dimse::DataElement::tag);
    std::string bytes;
    for (auto const& element : elements) dimse::append_element(bytes, element, dimse::explicit_vr_little_endian);
    return bytes;
}

std::string id_in(dimse::Reply const& reply) {
    auto const elements =
        dimse::read_elements(std::as_bytes(std::span{reply.data_set}), dimse::explicit_vr_little_endian);
    REQUIRE(elements);
    auto const found = std::ranges::find(*elements, patient_id, &dimse::DataElement::tag);
    REQUIRE(found != elements->end());
    return std::string{dimse::without_padding(found->value)};
}

// PS3.4 Table C.4-1: what lies below the level is matched and not returned.
std::uint16_t pending_status(MatchingSample const& sample) {
    auto const is_below = [&](MatchingKey const& key) { return attribute_of(key).level > sample.level; };
    return std::ranges::any_of(sample.keys, is_below) ? 0xFF01 : 0xFF00;
}

Ids found_by_c_find(dimse::Requestor& association, MatchingSample const& sample) {
    auto const* model = sample.level == Level::patient ? patient_root_find : study_root_find;
    auto command = dimse::command_of(dimse::CommandField::c_find_rq);
    command.affected_sop_class = model;
    auto const identifier = identifier_of(sample);
    auto const* context = association.context_for(model);
    REQUIRE(context != nullptr);
    auto const message_id = association.operations().send(*context, command, dimse::in_one_piece(identifier));
    REQUIRE(message_id);
    Ids ids;
    while (true) {
        auto const reply = association.operations().await(*message_id);
        REQUIRE_MESSAGE(reply, reply.error().detail);
        if (!reply->pending()) {
            CHECK(reply->command.status == 0x0000);
            return sorted(std::move(ids));
        }
        CHECK(reply->command.status == pending_status(sample));
        ids.push_back(id_in(*reply));
    }
}

// ---- QIDO-RS

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (auto const byte : text) {
        auto const value = static_cast<unsigned char>(byte);
        (encoded += '%') += digits[value >> 4U];
        encoded += digits[value & 0xFU];
    }
    return encoded;
}

std::string_view resource_of(Level level) {
    switch (level) {
        case Level::patient: break;  // QIDO-RS has none
        case Level::study: return "/studies";
        case Level::series: return "/series";
        case Level::instance: return "/instances";
    }
    return "";
}

Ids found_by_qido(Node const& node, MatchingTable const& table, MatchingSample const& sample) {
    std::string path{resource_of(sample.level)};
    path += "?includefield=PatientID";
    if (table.options.fuzzy_person_names) path += "&fuzzymatching=true";
    if (table.options.empty_values) path += "&emptyvaluematching=true";
    if (table.options.multiple_values) path += "&multiplevaluematching=true";
    for (auto const& key : sample.keys) path += "&" + std::string{key.keyword} + "=" + percent_encoded(key.value);
    auto const answer = get(node.dicom_web(path), "application/dicom+json");
    CAPTURE(answer.body);
    REQUIRE(answer.status == 200);
    Ids ids;
    auto const found = boost::json::parse(answer.body);
    for (auto const& match : found.as_array()) ids.emplace_back(match.at("00100020").at("Value").at(0).as_string());
    return sorted(std::move(ids));
}

// PS3.18 8.3.4.1.1: QIDO-RS always combines dates and times, and has no patients to search for.
bool is_for_qido(MatchingSample const& sample) {
    return sample.level != Level::patient && sample.section.find("not combined") == std::string_view::npos;
}

}  // namespace

TEST_CASE("C-FIND and QIDO-RS match alike, as each section says (PS3.4 C.2.2.2, PS3.18 8.3.4.1)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    int number = 0;
    for (auto const& object : matching_objects()) {
        auto const file = scratch / (std::to_string(++number) + ".dcm");
        write_file(file, object);
        REQUIRE(stow_file(node, file).status == 200);
    }
    for (auto const& table : matching_tables()) {
        CAPTURE(table.title);
        auto const association = associate(node, table.options);
        for (auto const& sample : table.samples) {
            CAPTURE(sample.section);
            for (auto const& key : sample.keys) CAPTURE(key.value);
            CHECK(found_by_c_find(*association, sample) == expected(sample));
            if (is_for_qido(sample)) CHECK(found_by_qido(node, table, sample) == expected(sample));
        }
        CHECK(association->release());
    }
    CHECK(node.stop() == 0);
}

}  // namespace cassette::testing
