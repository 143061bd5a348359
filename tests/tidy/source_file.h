#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cassette::tidy {

// One file of the repository. `code` is `text` with comments, string and character literals blanked, line for line.
struct SourceFile {
    std::string path;  // from the repository root
    std::string text;
    std::string code;

    std::string folder() const { return path.substr(0, path.find('/')); }
    std::string stem() const;
    bool is_header() const { return path.ends_with(".h"); }
    bool is_generated() const { return text.substr(0, text.find('\n')).find("enerated") != std::string::npos; }
};

[[nodiscard]] std::string without_comments_and_literals(std::string_view text);
[[nodiscard]] SourceFile source_file(std::string path, std::string text);
[[nodiscard]] std::vector<std::string> lines(std::string_view text);

// Every .h and .cpp below the folders of the map (STYLE 1), ordered by path. Fails the test when there is none.
[[nodiscard]] std::vector<SourceFile> const& source_files();
[[nodiscard]] std::string read_text(std::string const& path);  // from the repository root; empty when absent

// What a rule found: "path:line: message", all of it, so that one run shows everything.
class Findings {
public:
    void add(std::string const& path, std::size_t line, std::string const& message);
    bool empty() const { return text_.empty(); }
    std::string const& text() const { return text_; }

private:
    std::string text_;
};

// 6.1: the functions of a file that are longer than `lines_max`, by counting braces.
struct LongFunction {
    std::size_t line;
    std::size_t length;
};
[[nodiscard]] std::vector<LongFunction> functions_longer_than(std::size_t lines_max, std::string_view code);

}  // namespace cassette::tidy
