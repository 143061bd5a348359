#include "tests/tidy/source_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace cassette::tidy {

namespace {

constexpr std::array folders{"schema", "storage", "archive", "dimse", "dicomweb", "tools", "tests"};

// Copies text to a blanked version of it; line breaks stay where they are.
class Blanker {
public:
    explicit Blanker(std::string_view text) : text_{text} { code_.reserve(text.size()); }

    std::string run() {
        while (position_ < text_.size()) step();
        return std::move(code_);
    }

private:
    bool at(std::string_view token) const { return text_.substr(position_).starts_with(token); }

    void blank_until(std::size_t end) {
        for (; position_ < std::min(end, text_.size()); ++position_) { code_ += text_[position_] == '\n' ? '\n' : ' '; }
    }

    void blank_through(std::string_view token, std::size_t from) {
        auto const found = text_.find(token, from);
        blank_until(found == std::string_view::npos ? text_.size() : found + token.size());
    }

    void blank_literal(char quote) {
        auto end = position_ + 1;
        while (end < text_.size() && text_[end] != quote && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
        code_ += quote;
        ++position_;
        blank_until(end);
        if (position_ < text_.size() && text_[position_] == quote) {
            code_ += quote;
            ++position_;
        }
    }

    // A ' between digits separates them and opens nothing.
    bool separates_digits() const {
        return position_ > 0 && std::isalnum(static_cast<unsigned char>(text_[position_ - 1])) != 0;
    }

    void step() {
        if (at("//")) return blank_until(text_.find('\n', position_));
        if (at("/*")) return blank_through("*/", position_ + 2);
        if (at("R\"")) {
            auto const open = text_.find('(', position_);
            auto const end = ")" + std::string{text_.substr(position_ + 2, open - position_ - 2)} + "\"";
            return blank_through(end, open);
        }
        if (at("\"")) return blank_literal('"');
        if (at("'") && !separates_digits()) return blank_literal('\'');
        code_ += text_[position_++];
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::string code_;
};

std::vector<SourceFile> read_source_files() {
    std::vector<SourceFile> files;
    std::filesystem::path const root{CASSETTE_SOURCE_DIR};
    for (auto const* folder : folders) {
        if (!std::filesystem::exists(root / folder)) continue;
        for (auto const& entry : std::filesystem::recursive_directory_iterator{root / folder}) {
            auto const extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp") continue;
            auto const path = std::filesystem::relative(entry.path(), root).generic_string();
            files.push_back(source_file(path, read_text(path)));
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

}  // namespace

std::string SourceFile::stem() const { return std::filesystem::path{path}.stem().string(); }

std::string without_comments_and_literals(std::string_view text) { return Blanker{text}.run(); }

SourceFile source_file(std::string path, std::string text) {
    auto code = without_comments_and_literals(text);
    return {std::move(path), std::move(text), std::move(code)};
}

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> all;
    std::istringstream stream{std::string{text}};
    for (std::string line; std::getline(stream, line);) all.push_back(line);
    return all;
}

std::vector<SourceFile> const& source_files() {
    static auto const files = read_source_files();
    REQUIRE_FALSE(files.empty());
    return files;
}

std::string read_text(std::string const& path) {
    std::ostringstream text;
    text << std::ifstream{std::filesystem::path{CASSETTE_SOURCE_DIR} / path, std::ios::binary}.rdbuf();
    return std::move(text).str();
}

void Findings::add(std::string const& path, std::size_t line, std::string const& message) {
    text_ += "\n" + path + ":" + std::to_string(line) + ": " + message;
}

}  // namespace cassette::tidy
