// The tables of the DIMSE half of docs/conformance.md stand between "<!-- dimse table: NAME -->" and "<!-- end -->" and are
// made here from the tables that the code uses. UPDATE_GOLDEN=1 in the environment writes them into the document.

#include "dimse/admission.h"
#include "dimse/negotiation.h"
#include "dimse/presentation_context.h"
#include "dimse/rejection_text.h"
#include "dimse/store_status.h"
#include "schema/transfer_syntax.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace cassette::dimse {

namespace {

std::string row(std::initializer_list<std::string> cells) {
    std::string text = "|";
    for (auto const& cell : cells) text += ' ' + cell + " |";
    return text + '\n';
}

std::string heading(std::initializer_list<std::string> cells) {
    std::string text = row(cells) + '|';
    for (std::size_t i = 0; i < cells.size(); ++i) text += "---|";
    return text + '\n';
}

std::string code(std::string_view text) { return "`" + std::string{text} + "`"; }

std::string hexadecimal(std::uint16_t value) {
    std::string text(4, '0');
    for (std::size_t i = 0; i < 4; ++i) text[3 - i] = "0123456789ABCDEF"[value >> (4 * i) & 0xFU];
    return text;
}

std::string storage_table() {
    auto classes = storage_sop_classes();
    std::ranges::sort(classes, {}, &StorageSOPClass::name);
    auto text = heading({"SOP Class", "UID"});
    for (auto const& one : classes) text += row({std::string{one.name}, code(one.uid)});
    return text;
}

std::string transfer_syntax_table() {
    auto text = heading({"Transfer syntax", "UID", "Storage", "Other services"});
    for (auto const& one : transfer_syntaxes()) {
        auto const taken = [&](char const* abstract_syntax) {
            auto const answer = answer_to({1, abstract_syntax, {std::string{one.uid}}}, {});
            return answer.result == ContextResult::acceptance ? "yes" : "";
        };
        text +=
            row({std::string{one.name}, code(one.uid), taken("1.2.840.10008.5.1.4.1.1.2"), taken("1.2.840.10008.1.1")});
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
    auto text = heading({"Result, source, reason", "Meaning", "When"});
    for (auto const& [rejection, when] : rejections)
        text += row({std::to_string(rejection.result) + ", " + std::to_string(rejection.source) + ", " +
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
    auto text = heading({"Status", "Error Comment", "When"});
    text += row({"0000", "", "stored, on stable storage"});
    for (auto const& [warning, when] :
         {std::pair{StoreWarning::trailing_bytes, "stored; bytes follow the data set"},
          {StoreWarning::missing_type_2, "stored; something in it is not as it should be"}}) {
        auto const status = store_warning_status(warning);
        text += row({hexadecimal(status.code), std::string{status.comment}, when});
    }
    for (auto const& [error, when] : failures) {
        auto const status = store_status(error);
        text += row({hexadecimal(status.code), std::string{status.comment}, std::string{when}});
    }
    return text;
}

std::string made(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string (*)()>, 4> makers{{
        {"rejections", rejection_table},
        {"transfer syntaxes", transfer_syntax_table},
        {"Storage SOP Classes", storage_table},
        {"C-STORE statuses", store_status_table},
    }};
    for (auto const& [each, make] : makers)
        if (each == name) return make();
    FAIL_CHECK("docs/conformance.md names a table that nobody makes: " << name);
    return {};
}

// The document with every table made anew.
std::string renewed(std::string_view document, std::size_t& tables) {
    constexpr std::string_view begin = "<!-- dimse table: ";
    constexpr std::string_view end = "<!-- end -->";
    std::string text;
    while (true) {
        auto const at = document.find(begin);
        if (at == std::string_view::npos) return text.append(document);
        auto const name = document.substr(at + begin.size(), document.find(" -->", at) - at - begin.size());
        auto const close = document.find(end, at);
        REQUIRE(close != std::string_view::npos);
        text.append(document.substr(0, at)).append(begin).append(name).append(" -->\n\n");
        text.append(made(name)).append("\n").append(end);
        document.remove_prefix(close + end.size());
        ++tables;
    }
}

}  // namespace

TEST_CASE("the DIMSE tables of the conformance statement are those of the code (PS3.2)") {
    auto const file = std::filesystem::path{CASSETTE_SOURCE_DIR} / "docs/conformance.md";
    auto const document = testing::read_file(file);
    std::size_t tables = 0;
    auto const renewal = renewed(document, tables);
    CHECK(tables == 4);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        testing::write_file(file, renewal);
        return;
    }
    CHECK(renewal == document);
}

}  // namespace cassette::dimse
