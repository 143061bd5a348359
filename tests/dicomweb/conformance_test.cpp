// The tables of docs/conformance.md stand between "<!-- table: NAME -->" and "<!-- end -->" and are made here from the
// tables that the code uses. UPDATE_GOLDEN=1 in the environment writes them into the document.

#include "archive/pixels/codecs.h"
#include "dicomweb/http/method_name.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/http/reason_phrase.h"
#include "dicomweb/transaction.h"
#include "schema/attribute.h"
#include "schema/search_attribute.h"
#include "schema/transfer_syntax.h"
#include "tests/support/document_tables.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace cassette::dicomweb {

namespace {

using testing::table_heading;
using testing::table_row;

std::string code(std::string_view text) { return text.empty() ? "" : "`" + std::string{text} + "`"; }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

// "a|b" as "`a`, `b`".
std::string code_list(std::string_view items) {
    return items.empty() ? "" : "`" + replaced(std::string{items}, "|", "`, `") + "`";
}

std::string transaction_table() {
    auto text = table_heading({"Transaction", "Request", "Section", "Query parameters"});
    for (auto const& one : transactions())
        text += table_row({std::string{one.name},
                           code(std::string{http::name_of(one.method)} + " " +
                                (one.pattern.empty() ? "/" : std::string{one.pattern})),
                           one.section == "-" ? "extension" : std::string{one.section}, code_list(one.parameters)});
    return text;
}

std::string media_type_table() {
    auto text = table_heading({"Transaction", "Request payload", "Response payload, default first"});
    for (auto const& one : transactions()) {
        if (one.request_types.empty() && one.response_types.empty()) continue;
        text += table_row({std::string{one.name}, code_list(one.request_types), code_list(one.response_types)});
    }
    return text;
}

std::string_view level_name(Level level) {
    switch (level) {
        case Level::patient: return "Patient";
        case Level::study: return "Study";
        case Level::series: return "Series";
        case Level::instance: return "Instance";
    }
    return "";
}

std::string_view matching_name(Matching matching) {
    switch (matching) {
        case Matching::uid: return "single value, list of UIDs";
        case Matching::text: return "single value, wildcard";
        case Matching::person_name: return "single value, wildcard, fuzzy";
        case Matching::date:
        case Matching::time:
        case Matching::date_time: return "single value, range";
        case Matching::number: return "single value";
        case Matching::membership: return "one of, all of";
        case Matching::none: return "returned only";
    }
    return "";
}

std::string tag_text(Tag tag) {
    auto const hex = to_hex(tag);
    return "(" + hex.substr(0, 4) + "," + hex.substr(4) + ")";
}

std::string attribute_table() {
    auto text = table_heading({"Level", "Attribute", "Tag", "VR", "Matching"});
    for (auto const& one : attributes())
        text += table_row({std::string{level_name(one.level)}, std::string{one.keyword}, tag_text(one.tag),
                           std::string{one.vr}, std::string{matching_name(one.matching)}});
    return text;
}

std::string sequence_attribute_table() {
    auto text = table_heading({"Level", "Attribute", "Path", "VR", "Matching"});
    for (auto const& one : built_in_search_attributes())
        text += table_row({std::string{level_name(one.level)}, one.name, code(path_text(one.sequences, one.tag)),
                           one.vr, std::string{matching_name(one.matching)}});
    return text;
}

std::string transfer_syntax_table() {
    auto text = table_heading({"Transfer syntax", "UID", "Stored and returned", "Decoded", "Encoded without loss"});
    for (auto const& one : transfer_syntaxes())
        text += table_row(
            {std::string{one.name}, code(one.uid), "yes", !one.encapsulated || can_decode(one.uid) ? "yes" : "",
             (!one.encapsulated && one.encoding != DatasetEncoding::explicit_big) || can_encode(one.uid) ? "yes" : ""});
    return text;
}

std::string error_table() {
    using enum ErrorCode;
    constexpr std::array<std::pair<ErrorCode, std::string_view>, 14> errors{{
        {malformed, "the request, or what it names, cannot be understood"},
        {nonconformant, "it contradicts itself"},
        {not_authorized, "the principal may not"},
        {not_found, "nothing of that name is here"},
        {not_acceptable, "none of the representations that were asked for can be had; the detail lists those that can"},
        {unsupported_transfer_syntax, "the pixels cannot be decoded here"},
        {unsupported_sop_class, "the SOP Class is not taken"},
        {conflict, "other content is stored under that UID, and the policy keeps it"},
        {too_large, "beyond a configured limit"},
        {unsupported_media_type, "the payload is of a type that is not taken"},
        {out_of_resources, "the disk is full or refuses"},
        {unavailable, "busy; try again after Retry-After"},
        {cancelled, "given up, because the server stops or the client went away"},
        {internal, "a fault of the node"},
    }};
    auto text = table_heading({"Status", "When"});
    for (auto const& [error, what] : errors) {
        auto const status = http::http_status(error);
        text += table_row({std::to_string(status) + " " + std::string{http::reason_phrase(status)}, std::string{what}});
    }
    return text;
}

}  // namespace

TEST_CASE("the tables of the conformance statement are those of the code (PS3.2)") {
    testing::check_document_tables("table:",
                                   {{"transactions", transaction_table},
                                    {"media types", media_type_table},
                                    {"attributes", attribute_table},
                                    {"sequence attributes", sequence_attribute_table},
                                    {"transfer syntaxes", transfer_syntax_table},
                                    {"errors", error_table}});
}

}  // namespace cassette::dicomweb
