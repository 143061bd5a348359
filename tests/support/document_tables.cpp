#include "tests/support/document_tables.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

namespace cassette::testing {

namespace {

std::string made(std::string_view name, TableMakers const& makers) {
    auto const maker = makers.find(name);
    if (maker != makers.end()) return maker->second();
    FAIL_CHECK("docs/conformance.md names a table that nobody makes: " << name);
    return {};
}

// The document with every table made anew.
std::string renewed(std::string_view document, std::string_view mark, TableMakers const& makers) {
    auto const begin = "<!-- " + std::string{mark} + ' ';
    constexpr std::string_view end = "<!-- end -->";
    std::string text;
    std::size_t tables = 0;
    for (auto at = document.find(begin); at != std::string_view::npos; at = document.find(begin)) {
        auto const name = document.substr(at + begin.size(), document.find(" -->", at) - at - begin.size());
        auto const close = document.find(end, at);
        REQUIRE(close != std::string_view::npos);
        text.append(document.substr(0, at)).append(begin).append(name).append(" -->\n\n");
        text.append(made(name, makers)).append("\n").append(end);
        document.remove_prefix(close + end.size());
        ++tables;
    }
    CHECK(tables == makers.size());
    return text.append(document);
}

}  // namespace

void check_document_tables(std::string_view mark, TableMakers const& makers) {
    auto const file = std::filesystem::path{CASSETTE_SOURCE_DIR} / "docs/conformance.md";
    auto const document = read_file(file);
    auto const renewal = renewed(document, mark, makers);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) return write_file(file, renewal);
    CHECK(renewal == document);
}

std::string table_row(std::initializer_list<std::string> cells) {
    std::string text = "|";
    for (auto const& cell : cells) text += ' ' + cell + " |";
    return text + '\n';
}

std::string table_heading(std::initializer_list<std::string> cells) {
    std::string text = table_row(cells) + '|';
    for (std::size_t i = 0; i < cells.size(); ++i) text += "---|";
    return text + '\n';
}

}  // namespace cassette::testing
