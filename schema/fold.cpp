#include "schema/fold.h"

#include "schema/fold_table.h"
#include "schema/utf8.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace cassette {

namespace {

fold_table::Entry const* find_entry(std::uint32_t code_point) {
    auto const* const end = std::end(fold_table::entries);
    auto const less = [](fold_table::Entry const& entry, std::uint32_t value) { return entry.code_point < value; };
    auto const* const found = std::lower_bound(std::begin(fold_table::entries), end, code_point, less);
    return found != end && found->code_point == code_point ? found : nullptr;
}

}  // namespace

std::string fold(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    while (!utf8.empty()) {
        auto const [code_point, length] = first_code_point(utf8);
        if (length == 0) {
            folded += replacement_character;
            utf8.remove_prefix(1);
            continue;
        }
        if (length == 1) {
            char const c = utf8[0];
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (auto const* const entry = find_entry(code_point)) {
            folded += fold_table::pool.substr(entry->offset, entry->length);
        } else {
            folded += utf8.substr(0, length);
        }
        utf8.remove_prefix(length);
    }
    return folded;
}

}  // namespace cassette
