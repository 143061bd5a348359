#include "tests/tidy/source_file.h"

#include <algorithm>
#include <array>

namespace cassette::tidy {

namespace {

enum class Block { scope, function, other };

struct OpenBlock {
    Block kind;
    std::size_t line;  // where the statement that opened it begins
};

bool has_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        auto const is_letter = [&](std::size_t i) {
            return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || text[i] == '_');
        };
        if (!(at > 0 && is_letter(at - 1)) && !is_letter(at + word.size())) return true;
    }
    return false;
}

// What the text before an opening brace says of the block: "namespace x", "struct X : Y", "Result<int> f(int x) const".
Block kind_of(std::string_view before, Block enclosing) {
    if (enclosing != Block::scope) return Block::other;
    constexpr std::array scopes{"namespace", "class", "struct", "union", "enum", "extern"};
    auto const head = before.substr(0, before.find('('));
    if (std::ranges::any_of(scopes, [&](auto const* word) { return has_word(head, word); })) return Block::scope;
    return before.find('(') == std::string_view::npos ? Block::other : Block::function;
}

class FunctionScanner {
public:
    FunctionScanner(std::size_t lines_max, std::string_view code) : lines_max_{lines_max}, code_{code} {}

    std::vector<LongFunction> run() {
        for (char const c : code_) take(c);
        return std::move(found_);
    }

private:
    void take(char c) {
        if (c == '\n') ++line_;
        if (c == '{') return open();
        if (c == '}') return close();
        if (c == ';') return statement_.clear();
        if (statement_.empty() && (c == ' ' || c == '\n')) return;
        if (statement_.empty()) statement_line_ = line_;
        statement_ += c;
    }

    void open() {
        auto const enclosing = blocks_.empty() ? Block::scope : blocks_.back().kind;
        blocks_.push_back({kind_of(statement_, enclosing), statement_.empty() ? line_ : statement_line_});
        statement_.clear();
    }

    void close() {
        statement_.clear();
        if (blocks_.empty()) return;
        auto const block = blocks_.back();
        blocks_.pop_back();
        auto const length = line_ - block.line + 1;
        if (block.kind == Block::function && length > lines_max_) found_.push_back({block.line, length});
    }

    std::size_t lines_max_;
    std::string_view code_;
    std::size_t line_ = 1;
    std::string statement_;
    std::size_t statement_line_ = 1;
    std::vector<OpenBlock> blocks_;
    std::vector<LongFunction> found_;
};

}  // namespace

std::vector<LongFunction> functions_longer_than(std::size_t lines_max, std::string_view code) {
    return FunctionScanner{lines_max, code}.run();
}

}  // namespace cassette::tidy
