// The tables of the DIMSE half of docs/conformance.md stand between "<!-- dimse table: NAME -->" and "<!-- end -->" and are
// made here from the tables that the code uses. UPDATE_GOLDEN=1 in the environment writes them into the document.

#include "dimse/admission.h"
#include "dimse/find_status.h"
#include "dimse/move_status.h"
#include "dimse/negotiation.h"
#include "dimse/presentation_context.h"
#include "dimse/query_retrieve_options.h"
#include "dimse/rejection_text.h"
#include "dimse/retrieve_identifier.h"
#include "dimse/store_status.h"
#include "schema/transfer_syntax.h"
#include "tests/support/document_tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace cassette::dimse {

namespace {

using testing::table_heading;
using testing::table_row;

std::string code(std::string_view text) { return "`" + std::string{text} + "`"; }

std::string hexadecimal(std::uint16_t value) {
    std::string text(4, '0');
    for (std::size_t i = 0; i < 4; ++i) text[3 - i] = "0123456789ABCDEF"[value >> (4 * i) & 0xFU];
    return text;
}

// The levels that a C-MOVE or C-FIND of the model may name, PS3.4 C.6, Y.6, Z.6.
std::string levels_of(InformationModel model) {
    std::string text;
    for (auto const* name : {"PATIENT", "STUDY", "SERIES", "IMAGE", "FRAME"}) {
        DataElements const identifier{{{0x0008, 0x0018}, "UI", "1.2.3"},
                                      {{0x0008, 0x0052}, "CS", name},
                                      {{0x0008, 0x1161}, "UL", std::string(4, '\1')}};
        auto const read = read_retrieve_identifier(identifier, model, Hierarchy::relational);
        auto const* found = std::get_if<RetrieveIdentifier>(&read);
        bool const at_frames = found != nullptr && found->frames.has_value();
        if (level_of(identifier, model) || at_frames) text += (text.empty() ? "" : ", ") + std::string{name};
    }
    return text;
}

std::string negotiated_options(QueryRetrieveSOPClass const& sop_class) {
    constexpr std::array<std::pair<bool QueryRetrieveOptions::*, std::string_view>, 6> names{{
        {&QueryRetrieveOptions::relational, "relational"},
        {&QueryRetrieveOptions::combined_date_time, "combined date and time"},
        {&QueryRetrieveOptions::fuzzy_person_names, "fuzzy person names"},
        {&QueryRetrieveOptions::timezone_adjustment, "timezone adjustment"},
        {&QueryRetrieveOptions::empty_values, "empty values"},
        {&QueryRetrieveOptions::multiple_values, "multiple values"},
    }};
    auto const granted = read_options(sop_class, granted_options(sop_class, std::string(16, '\1')));
    std::string text;
    for (auto const& [option, name] : names)
        if (granted.*option) text += (text.empty() ? "" : ", ") + std::string{name};
    return text;
}

std::string query_retrieve_table() {
    auto text = table_heading({"SOP Class", "UID", "Levels", "Extended negotiation"});
    for (auto const& one : query_retrieve_sop_classes())
        text += table_row({std::string{one.name}, code(one.uid), levels_of(one.model), negotiated_options(one)});
    return text;
}

std::string query_retrieve_status_table() {
    using enum ErrorCode;
    struct Row {
        DimseStatus status;
        std::string_view operation, when;
    };
    std::array const rows{
        Row{success, "all", "done"},
        Row{find_pending, "C-FIND", "a match; every key was supported"},
        Row{find_pending_without_some_keys, "C-FIND", "a match; a key was not supported"},
        Row{sub_operations_continue, "C-MOVE, C-GET", "sub-operations continue"},
        Row{find_status(cancelled), "all", "after a C-CANCEL"},
        Row{sub_operations_with_failures, "C-MOVE, C-GET", "some sub-operations failed, or had a warning"},
        Row{sub_operations_failed, "C-MOVE, C-GET", "every sub-operation failed"},
        Row{move_destination_unknown, "C-MOVE", "the destination is no listed peer with an address"},
        Row{find_status(nonconformant), "all",
            "the level is missing or none of the model's, or a unique key has no single value: see Offending Element"},
        Row{find_status(out_of_resources), "C-FIND", "the identifier is too large, or there are no resources"},
        Row{move_status(out_of_resources), "C-MOVE, C-GET", "the same"},
        Row{find_status(malformed), "all", "the identifier cannot be read, or a key's value is not of its VR"},
        Row{find_status(internal), "all", "a fault of the node"},
        Row{find_status(not_authorized), "all", "the AE title or its user may not query or retrieve"},
        Row{frame_status(not_found), "FRAME level", "no frame of the list is there"},
        Row{frame_status(unsupported_sop_class), "FRAME level", "no instance can be made of frames of this one"},
        Row{frame_status(not_acceptable), "FRAME level", "frames of a video"},
        Row{frame_status(nonconformant), "FRAME level", "a Time Range of what has no frame times"},
        Row{invalid_frame_request, "FRAME level", "not exactly one frame list, or a wrong one"},
    };
    auto text = table_heading({"Status", "Operation", "When"});
    for (auto const& [status, operation, when] : rows)
        text += table_row({hexadecimal(status.code), std::string{operation}, std::string{when}});
    return text;
}

std::string storage_table() {
    auto classes = storage_sop_classes();
    std::ranges::sort(classes, {}, &StorageSOPClass::name);
    auto text = table_heading({"SOP Class", "UID"});
    for (auto const& one : classes) text += table_row({std::string{one.name}, code(one.uid)});
    return text;
}

std::string transfer_syntax_table() {
    auto text = table_heading({"Transfer syntax", "UID", "Storage", "Other services"});
    for (auto const& one : transfer_syntaxes()) {
        auto const taken = [&](char const* abstract_syntax) {
            auto const answer = answer_to({1, abstract_syntax, {std::string{one.uid}}}, {});
            return answer.result == ContextResult::acceptance ? "yes" : "";
        };
        text += table_row(
            {std::string{one.name}, code(one.uid), taken("1.2.840.10008.5.1.4.1.1.2"), taken("1.2.840.10008.1.1")});
    }
    return text;
}

std::string rejection_table() {
    constexpr std::array<std::pair<Rejection, std::string_view>, 6> rejections{{
        {called_ae_title_not_recognized, "`dimse.check_called_ae_title` is set, and another AE title is called"},
        {calling_ae_title_not_recognized,
         "the calling AE title is not listed and has to be, or calls from another address than it may"},
        {application_context_not_supported, "another application context than DICOM's"},
        {protocol_version_not_supported, "another protocol version than 1"},
        {no_reason_given, "the request cannot be read, or its user is not known (PS3.7 D.3.3.7)"},
        {local_limit_exceeded, "more associations than are allowed, in all or for the AE title"},
    }};
    auto text = table_heading({"Result, source, reason", "Meaning", "When"});
    for (auto const& [rejection, when] : rejections)
        text += table_row({std::to_string(rejection.result) + ", " + std::to_string(rejection.source) + ", " +
                               std::to_string(rejection.reason),
                           describe(rejection).substr(std::string_view{"rejected, "}.size()), std::string{when}});
    return text;
}

std::string store_status_table() {
    using enum ErrorCode;
    constexpr std::array<std::pair<ErrorCode, std::string_view>, 9> failures{{
        {malformed, "the data set breaks off, or cannot be walked"},
        {nonconformant, "it contradicts the command: another SOP Class or SOP Instance UID"},
        {unsupported_sop_class, "no Storage SOP Class"},
        {unsupported_transfer_syntax, "it cannot be walked in its transfer syntax"},
        {too_large, "beyond `instance_bytes_max`"},
        {out_of_resources, "the disk is full or refuses"},
        {not_authorized, "the AE title or its user may not store"},
        {conflict, "other data under a known SOP Instance UID, and `on_duplicate` is `reject`"},
        {internal, "a fault of the node"},
    }};
    auto text = table_heading({"Status", "Error Comment", "When"});
    text += table_row({"0000", "", "stored, on stable storage"});
    for (auto const& [warning, when] :
         {std::pair{StoreWarning::trailing_bytes, "stored; bytes follow the data set"},
          {StoreWarning::missing_type_2, "stored; something in it is not as it should be"}}) {
        auto const status = store_warning_status(warning);
        text += table_row({hexadecimal(status.code), std::string{status.comment}, when});
    }
    for (auto const& [error, when] : failures) {
        auto const status = store_status(error);
        text += table_row({hexadecimal(status.code), std::string{status.comment}, std::string{when}});
    }
    return text;
}

}  // namespace

TEST_CASE("the DIMSE tables of the conformance statement are those of the code (PS3.2)") {
    testing::check_document_tables("dimse table:",
                                   {{"rejections", rejection_table},
                                    {"transfer syntaxes", transfer_syntax_table},
                                    {"query and retrieve", query_retrieve_table},
                                    {"query and retrieve statuses", query_retrieve_status_table},
                                    {"Storage SOP Classes", storage_table},
                                    {"C-STORE statuses", store_status_table}});
}

}  // namespace cassette::dimse
