// STYLE 1: includes go down only, third-party headers stay in their rows, and some names are not used.

#include "tests/tidy/source_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <regex>
#include <span>
#include <string_view>
#include <vector>

namespace cassette::tidy {

namespace {

using Words = std::vector<std::string_view>;

struct Row {
    std::string_view folder;
    Words ours;
    Words third_party;  // beginnings of header names
};

// The table of STYLE 1. `dicomweb` sees storage/blob_store.h alone, and `dimse` nothing of storage.
std::vector<Row> const& table() {
    static std::vector<Row> const rows{
        {"schema", {"schema/"}, {}},
        {"storage", {"schema/", "storage/"}, {"sqlite3.h", "openssl/evp.h", "openssl/sha.h"}},
        {"archive",
         {"schema/", "storage/", "archive/"},
         {"dcmtk/config/", "dcmtk/ofstd/", "dcmtk/oflog/", "dcmtk/dcmdata/", "dcmtk/dcmimgle/", "dcmtk/dcmimage/",
          "dcmtk/dcmjpeg/", "dcmtk/dcmjpls/", "jpeglib.h", "png.h", "lcms2.h", "zlib.h", "openjpeg", "openjph/",
          "boost/json", "libavcodec/", "libavformat/", "libavutil/", "libswscale/"}},
        {"dimse",
         {"schema/", "archive/", "dimse/"},
         {"dcmtk/config/", "dcmtk/ofstd/", "dcmtk/oflog/", "dcmtk/dcmdata/", "openssl/"}},
        {"dicomweb",
         {"schema/", "storage/blob_store.h", "archive/", "dicomweb/"},
         {"dcmtk/config/", "dcmtk/ofstd/", "dcmtk/dcmdata/", "boost/beast", "boost/asio", "boost/json", "boost/url",
          "boost/system", "boost/core", "openssl/", "expat.h", "zlib.h", "zstd.h"}},
        {"tools", {""}, {""}},
        {"tests", {""}, {""}},
    };
    return rows;
}

// POSIX headers, for the folders that talk to files, sockets and processes.
Words const posix{"arpa/",  "dirent.h",  "errno.h",  "fcntl.h", "linux/magic.h", "netdb.h", "netinet/",
                  "poll.h", "pthread.h", "signal.h", "spawn.h", "sys/",          "unistd.h"};
Words const posix_folders{"storage", "dimse", "dicomweb", "tools", "tests"};
// 1.3: archive is plain blocking code.
Words const thread_headers{"thread", "future", "condition_variable", "coroutine"};
Words const threadless_folders{"schema", "archive"};

bool contains(Words const& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

bool begins_with_any(std::string_view text, Words const& beginnings) {
    return std::ranges::any_of(beginnings, [&](auto beginning) { return text.starts_with(beginning); });
}

Row const* row_of(std::string_view folder) {
    auto const found = std::ranges::find(table(), folder, &Row::folder);
    return found == table().end() ? nullptr : &*found;
}

// A header of the standard library has neither an extension nor a folder, except C's own with .h.
bool is_standard(std::string_view header) {
    return header.find('.') == std::string_view::npos && header.find('/') == std::string_view::npos;
}

std::optional<std::string> objection(Row const& row, std::string const& header, bool quoted) {
    if (quoted) {
        if (begins_with_any(header, row.ours)) return std::nullopt;
        return std::string{row.folder} + " must not include " + header + " (STYLE 1)";
    }
    if (contains(threadless_folders, row.folder) && contains(thread_headers, header)) {
        return std::string{row.folder} + " has no threads, so no <" + header + "> (STYLE 1.3)";
    }
    if (is_standard(header) || begins_with_any(header, row.third_party)) return std::nullopt;
    if (begins_with_any(header, posix) && contains(posix_folders, row.folder)) return std::nullopt;
    return "<" + header + "> does not belong in " + std::string{row.folder} + " (STYLE 1.2)";
}

void check_layering(SourceFile const& file, Findings& findings) {
    auto const* row = row_of(file.folder());
    if (!row) return findings.add(file.path, 1, "is in no folder of the map (STYLE 1)");
    static std::regex const include{R"(^\s*#\s*include\s*(["<])([^">]+)[">].*)"};
    std::size_t number = 0;
    for (auto const& line : lines(file.text)) {
        ++number;
        std::smatch match;
        if (!std::regex_match(line, match, include)) continue;
        auto const complaint = objection(*row, match[2], match[1] == "\"");
        if (complaint) findings.add(file.path, number, *complaint);
        if (match[1] == "\"" && match[2].str().find('/') == std::string::npos) {
            findings.add(file.path, number, "include from the repository root (STYLE 2.2)");
        }
    }
}

// 1.4, and the words of the standard that contain one of them.
Words const banned_words{"util",   "utils", "utility", "helper",  "helpers",
                         "common", "misc",  "base",    "manager", "context"};
Words const allowed_names{"presentation_context", "PresentationContext", "ProposedContext", "AcceptedContext"};

void check_file_name(std::string const& path, Findings& findings) {
    std::string word;
    std::string name;
    for (char const c : path + "/") {
        if (c != '/' && c != '_' && c != '.') {
            word += c;
            name += c;
            continue;
        }
        if (contains(banned_words, word) && !begins_with_any(name, allowed_names)) {
            findings.add(path, 1, "is called " + word + ", which says nothing (STYLE 1.4)");
        }
        word.clear();
        name = c == '_' ? name + c : "";
    }
}

void check_class_names(SourceFile const& file, Findings& findings) {
    static std::regex const bad{
        R"(\b(class|struct)\s+(\w*(Utils?|Utility|Helpers?|Common|Misc|Base|Manager|Context))\b)"};
    std::size_t number = 0;
    for (auto const& line : lines(file.code)) {
        ++number;
        std::smatch match;
        if (!std::regex_search(line, match, bad) || begins_with_any(match[2].str(), allowed_names)) continue;
        findings.add(file.path, number, match[2].str() + " says nothing (STYLE 1.4)");
    }
}

// 1.2: the types that name the library they come from, and the one folder whose headers may show them.
void check_types_in_headers(SourceFile const& file, Findings& findings) {
    if (!file.is_header()) return;
    static std::regex const sqlite{R"(\bsqlite3\w*)"};
    static std::regex const association{R"(\bT_ASC_\w+|\bT_DIMSE_\w+)"};
    if (file.folder() != "storage" && std::regex_search(file.code, sqlite)) {
        findings.add(file.path, 1, "sqlite3 stops at storage (STYLE 1.2)");
    }
    if (file.folder() != "dimse" && std::regex_search(file.code, association)) {
        findings.add(file.path, 1, "DCMTK's network types stop at dimse (STYLE 1.2)");
    }
}

Findings layering_of(SourceFile const& file) {
    Findings findings;
    check_layering(file, findings);
    check_file_name(file.path, findings);
    check_class_names(file, findings);
    check_types_in_headers(file, findings);
    return findings;
}

}  // namespace

TEST_CASE("includes go down only and third-party headers stay in their rows (STYLE 1, 1.2, 1.4)") {
    std::string all;
    for (auto const& file : source_files()) all += layering_of(file).text();
    CHECK_MESSAGE(all.empty(), all);
}

TEST_CASE("the layering rules find what they are for") {
    struct Sample {
        std::string path, text;
        bool bad;
    };
    for (auto const& [path, text, bad] : {
             Sample{"schema/x.h", "#include \"storage/blob_store.h\"\n", true},
             Sample{"storage/x.h", "#include \"schema/uid.h\"\n#include <string>\n", false},
             Sample{"storage/x.cpp", "#include <dcmtk/dcmdata/dctk.h>\n", true},
             Sample{"storage/x.cpp", "#include <sqlite3.h>\n#include <sys/stat.h>\n", false},
             Sample{"archive/x.cpp", "#include <boost/asio.hpp>\n", true},
             Sample{"archive/x.cpp", "#include <thread>\n", true},
             Sample{"archive/x.cpp", "#include <unistd.h>\n", true},
             Sample{"dimse/x.cpp", "#include \"dicomweb/http/server.h\"\n", true},
             Sample{"dicomweb/x.cpp", "#include \"dimse/server.h\"\n", true},
             Sample{"dicomweb/x.cpp", "#include \"storage/index.h\"\n", true},
             Sample{"dicomweb/x.cpp", "#include \"problem.h\"\n", true},
             Sample{"dicomweb/x.h", "struct sqlite3;\n", true},
             Sample{"archive/x.h", "struct T_ASC_Association;\n", true},
             Sample{"archive/string_utils.h", "", true},
             Sample{"archive/common/x.h", "", true},
             Sample{"dimse/presentation_context.h", "class PresentationContext {};\n", false},
             Sample{"dimse/store_context.h", "", true},
             Sample{"storage/database.h", "class Database {};\n", false},
             Sample{"storage/x.h", "class BlobManager {};\n", true},
             Sample{"web/x.h", "", true},
         }) {
        CAPTURE(path);
        CAPTURE(text);
        CHECK(layering_of(source_file(path, text)).empty() == !bad);
    }
}

}  // namespace cassette::tidy
