#include "tests/support/xml_reader.h"

#include "schema/utf8.h"

#include <charconv>
#include <optional>

namespace cassette::testing {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
        c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

// XML 1.0 2.2 for characters below U+0080.
bool is_allowed(char c) { return static_cast<unsigned char>(c) >= 0x20 || is_space(c); }

class Reader {
public:
    explicit Reader(std::string_view text) : text_{text} {}

    Result<XmlElement> document() {
        if (text_.starts_with("<?xml ")) {
            auto const end = text_.find("?>");
            if (end == std::string_view::npos) return failure("the declaration has no end");
            position_ = end + 2;
        }
        skip_space();
        auto root = element();
        if (!root) return root;
        skip_space();
        if (position_ != text_.size()) return failure("there is more than one root");
        return root;
    }

private:
    Failure failure(std::string const& what) const {
        return fail(ErrorCode::malformed, what + " at " + std::to_string(position_));
    }
    bool at(std::string_view token) const { return text_.substr(position_).starts_with(token); }
    bool take(std::string_view token) {
        if (!at(token)) return false;
        position_ += token.size();
        return true;
    }
    bool skip_space() {
        auto const before = position_;
        while (position_ < text_.size() && is_space(text_[position_])) ++position_;
        return position_ > before;
    }
    std::string name() {
        auto const begin = position_;
        while (position_ < text_.size() && is_name_character(text_[position_])) ++position_;
        return std::string{text_.substr(begin, position_ - begin)};
    }

    Result<XmlElement> element() {
        XmlElement made;
        if (!take("<")) return failure("an element is expected");
        made.name = name();
        if (made.name.empty()) return failure("an element has no name");
        if (auto read = attributes(made); !read) return fail(read.error());
        if (take("/>")) return made;
        if (!take(">")) return failure("a start tag has no end");
        if (auto read = content(made); !read) return fail(read.error());
        return made;
    }

    Result<void> attributes(XmlElement& element) {
        while (skip_space() && !at("/>") && !at(">")) {
            auto const key = name();
            if (key.empty() || !take("=\"")) return failure("an attribute is not name=\"value\"");
            auto value = characters('"');
            if (!value) return fail(value.error());
            if (!take("\"")) return failure("an attribute has no end");
            if (!element.attributes.emplace(key, *value).second) return failure("an attribute is there twice");
        }
        return {};
    }

    Result<void> content(XmlElement& element) {
        while (true) {
            auto text = characters('<');
            if (!text) return fail(text.error());
            element.text += *text;
            if (position_ == text_.size()) return failure("an element has no end");
            if (take("</")) {
                if (name() != element.name || !take(">")) return failure("an end tag is another's");
                return {};
            }
            auto child = this->element();
            if (!child) return fail(child.error());
            element.children.push_back(*std::move(child));
        }
    }

    // Up to `end` or the end of the text, references resolved.
    Result<std::string> characters(char end) {
        std::string found;
        while (position_ < text_.size() && text_[position_] != end) {
            char const c = text_[position_];
            if (c == '<' || !is_allowed(c) || at("]]>")) return failure("a character may not stand here");
            if (c == '&') {
                auto const referred = reference();
                if (!referred) return failure("a reference is none");
                found += *referred;
                continue;
            }
            found += c;
            ++position_;
        }
        return found;
    }

    std::optional<char> reference() {
        auto const end = text_.find(';', position_);
        if (end == std::string_view::npos) return std::nullopt;
        auto const entity = text_.substr(position_ + 1, end - position_ - 1);
        position_ = end + 1;
        if (entity == "amp") return '&';
        if (entity == "lt") return '<';
        if (entity == "gt") return '>';
        if (entity == "quot") return '"';
        if (entity == "apos") return '\'';
        int code = 0;
        if (!entity.starts_with('#')) return std::nullopt;
        auto const [last, error] = std::from_chars(entity.data() + 1, entity.data() + entity.size(), code);
        bool const whole = error == std::errc{} && last == entity.data() + entity.size();
        if (!whole || code <= 0 || code > 0x7F || !is_allowed(static_cast<char>(code))) return std::nullopt;
        return static_cast<char>(code);
    }

    std::string_view text_;
    std::size_t position_ = 0;
};

}  // namespace

Result<XmlElement> read_xml(std::string_view text) {
    if (!is_utf8(text)) return fail(ErrorCode::malformed, "the text is not UTF-8");
    for (std::string_view const no_character : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        if (text.find(no_character) != std::string_view::npos)
            return fail(ErrorCode::malformed, "U+FFFE and U+FFFF are no characters");
    return Reader{text}.document();
}

}  // namespace cassette::testing
