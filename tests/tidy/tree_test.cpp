// STYLE 1.5, 1.6, 6.1, 7.2, 8.1 and 9.3: where files are, how long they are, and how they cite the standard.

#include "tests/tidy/source_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <string_view>
#include <vector>

namespace cassette::tidy {

namespace {

constexpr std::size_t source_lines_max = 400;
constexpr std::size_t header_lines_max = 200;
constexpr std::size_t function_lines_max = 60;
constexpr std::size_t test_case_lines_max = 120;  // what is longer than a function in a test is a table of cases
constexpr std::size_t readme_lines_max = 30;

constexpr std::array folders{"schema", "storage", "archive", "dimse", "dicomweb", "tools", "tests"};
constexpr std::array root_entries{"schema",
                                  "storage",
                                  "archive",
                                  "dimse",
                                  "dicomweb",
                                  "tools",
                                  "web",
                                  "tests",
                                  "docs",
                                  "CMakeLists.txt",
                                  "CMakePresets.json",
                                  "README.md",
                                  "ARCHITECTURE.md",
                                  "LICENSE",
                                  "build",
                                  "cassette-data"};

// Sources without a test of their own name, and the reason.
struct Unmirrored {
    std::string_view beginning;
    std::string_view reason;
};
constexpr std::array unmirrored{
    Unmirrored{"tools/cassette.cpp", "a main: driven whole by tests/end_to_end"},
    Unmirrored{"tools/command_line.cpp", "part of the main: driven whole by tests/end_to_end"},
    Unmirrored{"tools/serve.cpp", "a subcommand: driven whole by tests/end_to_end"},
    Unmirrored{"tools/import.cpp", "a subcommand: driven whole by tests/end_to_end/command_line_test.cpp"},
    Unmirrored{"tools/verify.cpp", "a subcommand: driven whole by tests/end_to_end"},
    Unmirrored{"dimse/pending_matches.cpp", "part of C-FIND: tests/dimse/find_test.cpp and worklist_test.cpp"},
    Unmirrored{"tools/backup.cpp", "a subcommand: driven whole by tests/end_to_end/backup_test.cpp"},
    Unmirrored{"tools/folder_copy.cpp", "of two subcommands: driven whole by tests/end_to_end/backup_test.cpp"},
    Unmirrored{"tools/reindex.cpp", "a subcommand: driven whole by tests/end_to_end/reindex_test.cpp"},
    Unmirrored{"tools/purge.cpp", "a subcommand: driven whole by tests/end_to_end/removal_test.cpp"},
    Unmirrored{"tools/shared_index.cpp", "of a subcommand: driven whole by tests/end_to_end/worklist_test.cpp"},
    Unmirrored{"tools/worklist.cpp", "a subcommand: driven whole by tests/end_to_end/worklist_test.cpp"},
    Unmirrored{"tools/stats.cpp", "a subcommand: driven whole by tests/end_to_end/command_line_test.cpp"},
    Unmirrored{"tools/echo.cpp", "a subcommand: driven whole by tests/end_to_end/associations_test.cpp"},
    Unmirrored{"tools/node_metrics.cpp", "read from /metrics by tests/end_to_end/command_line_test.cpp"},
    Unmirrored{"tools/stow_client.cpp", "the client of import --url: driven by tests/end_to_end/command_line_test.cpp"},
    Unmirrored{"storage/find_condition.cpp", "part of SqliteIndex: tests/support/index_find_contract.cpp"},
    Unmirrored{"storage/find_driver.cpp", "part of SqliteIndex: tests/support/index_find_contract.cpp"},
    Unmirrored{"storage/item_values.cpp", "part of SqliteIndex: tests/support/index_item_contract.cpp"},
    Unmirrored{"storage/search_value_rows.cpp", "part of SqliteIndex: tests/support/index_item_contract.cpp"},
    Unmirrored{"storage/sqlite_search_values.cpp", "part of SqliteIndex: tests/support/index_item_contract.cpp"},
    Unmirrored{"storage/sqlite_changes.cpp", "part of SqliteIndex: tests/support/index_removal_contract.cpp"},
    Unmirrored{"storage/sqlite_removals.cpp", "part of SqliteIndex: tests/support/index_removal_contract.cpp"},
    Unmirrored{"storage/sqlite_parents.cpp", "part of SqliteIndex: its contract suite"},
    Unmirrored{"storage/sqlite_retrieve.cpp", "part of SqliteIndex: its contract suite"},
    Unmirrored{"storage/sqlite_rows.cpp", "part of SqliteIndex: its contract suite"},
    Unmirrored{"storage/scheduled_step_rows.cpp", "part of SqliteIndex: tests/support/index_worklist_contract.cpp"},
    Unmirrored{"storage/sqlite_worklist.cpp", "part of SqliteIndex: tests/support/index_worklist_contract.cpp"},
    Unmirrored{"archive/pixels/video/without_video.cpp",
               "what a build without libavcodec answers: it has nothing to test"},
    Unmirrored{"dicomweb/pieces.cpp", "bodies in pieces: every test of a multipart response reads them"},
    Unmirrored{"tools/generate/main.cpp", "a main: the library below it has the test"},
};

// A test of its name, or, for a part of something larger, a test of the same folder that includes its header.
bool has_test(SourceFile const& file, std::vector<SourceFile> const& all) {
    auto const name = file.stem() + "_test";
    auto const include = "#include \"" + file.path.substr(0, file.path.rfind('.')) + ".h\"";
    auto const below = "tests/" + file.folder() + "/";
    return std::ranges::any_of(all, [&](auto const& other) {
        return other.path.starts_with(below) &&
            (other.stem() == name ||
             (other.stem().ends_with("_test") && other.text.find(include) != std::string::npos));
    });
}

bool is_excused(std::string const& path) {
    return std::ranges::any_of(unmirrored, [&](auto const& entry) { return path.starts_with(entry.beginning); });
}

void check_mirror(SourceFile const& file, std::vector<SourceFile> const& all, Findings& findings) {
    if (file.is_header() || file.is_generated() || file.folder() == "tests" || is_excused(file.path)) return;
    if (has_test(file, all)) return;
    findings.add(file.path, 1, "has no tests/" + file.folder() + "/" + file.stem() + "_test.cpp (STYLE 8.1)");
}

void check_lengths(SourceFile const& file, Findings& findings) {
    if (file.is_generated()) return;
    auto const count = lines(file.text).size();
    auto const most = file.is_header() ? header_lines_max : source_lines_max;
    if (count > most) {
        findings.add(file.path, count, "is longer than " + std::to_string(most) + " lines (STYLE 6.1)");
    }
    auto const function_most =
        file.stem().ends_with("_test") || file.stem().ends_with("_contract") ? test_case_lines_max : function_lines_max;
    for (auto const& [line, length] : functions_longer_than(function_most, file.code)) {
        findings.add(file.path, line, "a function of " + std::to_string(length) + " lines (STYLE 6.1)");
    }
    std::size_t number = 0;
    for (auto const& line : lines(file.text)) {
        ++number;
        if (line.find_first_of("\t\r") != std::string::npos) findings.add(file.path, number, "a tab or CR");
    }
}

// 7.2: "PS3.18 10.6.1", part and section, no URL.
void check_citations(SourceFile const& file, Findings& findings) {
    static std::regex const bad{
        R"(PS ?3-|PS 3|\bps3\.|PS3(?!\.)|PS3\.(?!([1-9]|1[0-9]|2[0-2])(?![0-9]))|PS3\.\d+(:|,? ?§|,? [Ss]ection)|nema\.org)"};
    std::size_t number = 0;
    for (auto const& line : lines(file.text)) {
        ++number;
        if (line.find("PS") == std::string::npos && line.find("ps3") == std::string::npos &&
            line.find("nema") == std::string::npos) {
            continue;
        }
        if (std::regex_search(line, bad)) findings.add(file.path, number, "cite as PS3.18 10.6.1 (STYLE 7.2)");
    }
}

bool lists(std::string const& list, std::string const& name) {
    static std::regex const separator{R"([\s()]+)"};
    std::sregex_token_iterator words{list.begin(), list.end(), separator, -1};
    return std::any_of(words, {}, [&](auto const& word) { return word == name; });
}

// 9.3: sources are listed, in the CMakeLists.txt of their folder or of one above it; what several tests compile, in theirs.
bool is_listed(std::string const& path) {
    for (auto folder = std::filesystem::path{path}.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        auto const name = std::filesystem::path{path}.lexically_relative(folder).generic_string();
        if (lists(read_text((folder / "CMakeLists.txt").generic_string()), name)) return true;
    }
    if (!path.starts_with("tests/support/")) return false;
    auto users = std::vector<std::string>(folders.begin(), folders.end());
    users.push_back("fuzz");
    return std::ranges::any_of(users, [&](std::string const& folder) {
        return lists(read_text("tests/" + folder + "/CMakeLists.txt"), ".." + path.substr(5));
    });
}

// The paths between backticks that are neither a folder nor a file, with or without its extension.
std::string missing_paths(std::string const& text) {
    static std::regex const path{R"(`((schema|storage|archive|dimse|dicomweb|tools|tests|docs)/[\w./]+)`)"};
    std::filesystem::path const root{CASSETTE_SOURCE_DIR};
    std::string missing;
    for (std::sregex_iterator match{text.begin(), text.end(), path}; match != std::sregex_iterator{}; ++match) {
        auto const name = (*match)[1].str();
        bool const found = std::ranges::any_of(std::array{"", ".h", ".cpp"}, [&](std::string const extension) {
            return std::filesystem::exists(root / (name + extension));
        });
        if (!found) missing += " " + name;
    }
    return missing;
}

void check_pragma(SourceFile const& file, Findings& findings) {
    if (file.is_header() && file.text.find("#pragma once") == std::string::npos) {
        findings.add(file.path, 1, "has no #pragma once (STYLE 2.1)");
    }
}

}  // namespace

TEST_CASE("files and functions are short and cite the standard as PS3.18 10.6.1 (STYLE 2.1, 6.1, 7.2)") {
    Findings findings;
    for (auto const& file : source_files()) {
        check_lengths(file, findings);
        check_pragma(file, findings);
        if (!file.path.starts_with("tests/tidy/tree_test")) check_citations(file, findings);
    }
    CHECK_MESSAGE(findings.empty(), findings.text());
}

TEST_CASE("every source has its test (STYLE 8.1)") {
    Findings findings;
    for (auto const& file : source_files()) check_mirror(file, source_files(), findings);
    CHECK_MESSAGE(findings.empty(), findings.text());
}

TEST_CASE("every source is listed by its CMakeLists.txt (STYLE 9.3)") {
    Findings findings;
    for (auto const& file : source_files()) {
        bool const is_main = file.path == "tests/support/doctest_main.cpp";  // part of every test binary
        if (!file.is_header() && !is_main && !is_listed(file.path)) findings.add(file.path, 1, "is not listed");
    }
    CHECK_MESSAGE(findings.empty(), findings.text());
}

TEST_CASE("every folder says in under 30 lines what it is for (STYLE 1.5)") {
    for (std::string const folder : folders) {
        CAPTURE(folder);
        auto const readme = read_text(folder + "/README.md");
        CHECK_FALSE(readme.empty());
        CHECK(lines(readme).size() < readme_lines_max);
    }
}

TEST_CASE("the root holds the folders, the documents and nothing else (STYLE 1.6)") {
    for (auto const& entry : std::filesystem::directory_iterator{CASSETTE_SOURCE_DIR}) {
        auto const name = entry.path().filename().string();
        CAPTURE(name);
        CHECK((name.starts_with(".") || std::ranges::find(root_entries, name) != root_entries.end()));
    }
}

TEST_CASE("the documents name files that exist (STYLE 10.1)") {
    for (std::string const document : {"ARCHITECTURE.md", "README.md", "docs/on-disk-format.md"}) {
        auto const missing = missing_paths(read_text(document));
        CHECK_MESSAGE(missing.empty(), (document + " names" + missing));
    }
    CHECK(missing_paths("see `schema/uid.h`, `schema/uid` and `tests/tidy`").empty());
    CHECK(missing_paths("see `schema/nothing`") == " schema/nothing");
}

TEST_CASE("every excuse for a missing test is still needed") {
    for (auto const& entry : unmirrored) {
        CAPTURE(entry.beginning);
        CHECK_FALSE(entry.reason.empty());
        CHECK(std::ranges::any_of(source_files(), [&](auto const& f) { return f.path.starts_with(entry.beginning); }));
    }
}

TEST_CASE("the rules of the tree find what they are for") {
    auto const objects = [](auto check, std::string const& path, std::string const& text) {
        Findings findings;
        check(source_file(path, text), findings);
        return !findings.empty();
    };
    std::string const long_text(source_lines_max + 1, '\n');
    CHECK(objects(check_lengths, "schema/x.cpp", long_text));
    CHECK_FALSE(objects(check_lengths, "schema/x.cpp", "// Generated by z.\n" + long_text));
    CHECK(objects(check_lengths, "schema/x.cpp", "void f() {\n" + std::string(function_lines_max, '\n') + "}\n"));
    CHECK(objects(check_lengths, "schema/x.cpp", "\tint x;\n"));
    CHECK(objects(check_pragma, "schema/x.h", "int x;\n"));
    for (std::string const good :
         {"// PS3.18 10.6.1", "// (PS3.6)", "// PS3.4 Table B.2-1", "// PS3.18 F.2.2", "// PSxx"}) {
        CAPTURE(good);
        CHECK_FALSE(objects(check_citations, "schema/x.cpp", good));
    }
    for (std::string const bad :
         {"// PS 3.5", "// PS3-5", "// PS3.18 section 4", "// PS3.99 1", "// dicom.nema.org/x"}) {
        CAPTURE(bad);
        CHECK(objects(check_citations, "schema/x.cpp", bad));
    }
    Findings findings;
    std::vector<SourceFile> const tests{source_file("tests/schema/deep/uid_test.cpp", "")};
    check_mirror(source_file("schema/uid.cpp", ""), tests, findings);
    CHECK(findings.empty());
    check_mirror(source_file("schema/tag.cpp", ""), tests, findings);
    CHECK_FALSE(findings.empty());
    CHECK(is_listed("tests/tidy/tree_test.cpp"));
    CHECK_FALSE(is_listed("tests/tidy/tree.cpp"));
}

}  // namespace cassette::tidy
