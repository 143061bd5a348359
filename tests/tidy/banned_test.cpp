// STYLE 11: what we do not write, each with the reason and with what to write instead.

#include "tests/tidy/source_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <regex>
#include <string_view>
#include <vector>

namespace cassette::tidy {

namespace {

enum class Where { code, text };  // with comments and literals blanked, or as it stands

struct Ban {
    std::string pattern;
    std::string reason;
    std::string instead;
    Where where = Where::code;
    std::vector<std::string_view> only_in = {};  // beginnings of paths; empty: everywhere
};

std::vector<Ban> const& bans() {
    static std::vector<Ban> const all{
        {R"(\bthrow\b)", "failures are values (STYLE 3.1)", "return fail(ErrorCode::..., ...)"},
        {R"(\bnew\b)", "one owner per object (STYLE 4.2)",
         "std::make_unique, then release() where DCMTK takes it over"},
        {R"((^|[^=\s])\s*\bdelete\b|^\s*delete\b)", "one owner per object (STYLE 4.2)", "unique_ptr with a deleter"},
        {R"(\b(malloc|calloc|realloc)\s*\()", "one owner per object (STYLE 4.2)", "std::vector or std::string"},
        {R"(\bdetached\b)", "an error nobody sees (STYLE 5.5)", "a completion handler that logs"},
        {R"(\bstd::(thread|jthread|async)\b)",
         "archive is plain blocking code (STYLE 1.3)",
         "a step function that tools calls from a thread",
         Where::code,
         {"schema/", "archive/"}},
        {R"(\bcatch\s*\()",
         "exceptions stop at the doors (STYLE 3.1)",
         "the call's variant with an error_code",
         Where::code,
         {"schema/", "storage/", "archive/query/", "archive/retrieve/"}},
        {R"(\bstd::(cout|cerr|clog)\b|\bf?printf\s*\()",
         "a library does not talk to the console",
         "an observer, or a Result",
         Where::code,
         {"schema/", "storage/", "archive/", "dimse/", "dicomweb/"}},
        {R"(\b(u|nano)?sleep\s*\(|\bsleep_(for|until)\b)", "slow, and wrong under load (STYLE 8.8)",
         "wait for the event: poll, a condition variable, a line of output"},
        {R"(\brand\s*\(|\bsrand\s*\()", "not reproducible (STYLE 8.8)", "std::mt19937_64 with a printed seed"},
        // The two halves keep this line from finding itself.
        {"/("
         "work|root|home|Users)/",
         "a path of one machine", "a path from the configuration or the build", Where::text},
        {"TO"
         "DO(?! (when|once|until|after) )|FIX"
         "ME|XX"
         "X ",
         "work that never ends (STYLE 7.3)",
         "finish it, or name the condition that ends it: TO"
         "DO when ...",
         Where::text},
        {R"(#\s*pragma\s+(GCC|clang)\s+diagnostic|NOLINT(?!.*: ))", "a warning silenced without a reason (STYLE 11)",
         "fix it, or NOLINT(check): reason", Where::text},
    };
    return all;
}

std::size_t line_at(std::string_view text, std::size_t position) {
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, position), '\n'));
}

bool applies(Ban const& ban, std::string const& path) {
    return ban.only_in.empty() ||
        std::ranges::any_of(ban.only_in, [&](auto beginning) { return path.starts_with(beginning); });
}

void check_ban(Ban const& ban, SourceFile const& file, Findings& findings) {
    std::regex const pattern{ban.pattern};
    std::size_t number = 0;
    for (auto const& line : lines(ban.where == Where::code ? file.code : file.text)) {
        ++number;
        if (!std::regex_search(line, pattern)) continue;
        findings.add(file.path, number, ban.reason + "; instead: " + ban.instead);
    }
}

// 5.2: the expression after co_await, up to its end, and the first [ or { in it.
std::optional<std::size_t> temporary_in_co_await(std::string_view code, std::size_t from) {
    int depth = 0;
    for (auto i = from; i < code.size(); ++i) {
        char const c = code[i];
        if (c == '[' || c == '{') return i;
        if (c == '(') ++depth;
        if (c == ')' && --depth < 0) return std::nullopt;
        if (c == ';') return std::nullopt;
    }
    return std::nullopt;
}

void check_co_await(SourceFile const& file, Findings& findings) {
    static constexpr std::string_view word = "co_await";
    for (auto at = file.code.find(word); at != std::string::npos; at = file.code.find(word, at + 1)) {
        if (!temporary_in_co_await(file.code, at + word.size())) continue;
        findings.add(
            file.path, line_at(file.code, at),
            "g++ 12 destroys temporaries in a co_await expression twice (STYLE 5.2); instead: name the closure "
            "or aggregate on the line above");
    }
}

Findings banned_in(SourceFile const& file) {
    Findings findings;
    for (auto const& ban : bans()) {
        if (applies(ban, file.path)) check_ban(ban, file, findings);
    }
    check_co_await(file, findings);
    return findings;
}

}  // namespace

TEST_CASE("nothing that is banned is written (STYLE 3.1, 4.2, 5.2, 5.5, 7.3, 8.8)") {
    std::string all;
    for (auto const& file : source_files()) {
        if (!file.path.starts_with("tests/tidy/banned_test")) all += banned_in(file).text();
    }
    CHECK_MESSAGE(all.empty(), all);
}

TEST_CASE("the bans find what they are for") {
    struct Sample {
        std::string text;
        bool bad;
    };
    for (auto const& [text, bad] : {
             Sample{"throw std::bad_alloc{};", true},
             Sample{"// we never throw\nauto s = \"new\";", false},
             Sample{"auto* p = new int;", true},
             Sample{"delete p;", true},
             Sample{"  if (p) delete p;", true},
             Sample{"A(A const&) = delete;", false},
             Sample{"auto renewed = deleted(news);", false},
             Sample{"co_spawn(io, f(), asio::detached);", true},
             Sample{"co_await run([x] { return x; });", true},
             Sample{"co_await run(Options{1});", true},
             Sample{"auto f = co_await run(pool,\n    std::move(read));\nauto g = [] {};", false},
             Sample{"while (co_await more(x)) { f[1] = 2; }", false},
             Sample{"std::thread t;", true},
             Sample{"} catch (std::exception const& e) {", false},
             Sample{"std::this_thread::sleep_for(1s);", true},
             Sample{"// TO"
                    "DO: later",
                    true},
             Sample{"// TO"
                    "DO when g++ 13 is the oldest compiler: remove",
                    false},
             Sample{"auto p = \"/"
                    "home/me/x\";",
                    true},
             Sample{"f();  // NOLINT", true},
             Sample{"std::cout << 1;", true},
         }) {
        CAPTURE(text);
        CHECK(banned_in(source_file("archive/x.cpp", text)).empty() == !bad);
    }
    CHECK_FALSE(banned_in(source_file("storage/x.cpp", "} catch (...) {")).empty());
    CHECK(banned_in(source_file("dimse/x.cpp", "} catch (std::exception const&) { std::thread t; }")).empty());
}

}  // namespace cassette::tidy
