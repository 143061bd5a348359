#include "archive/ingest/store_warning.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace cassette {

using enum StoreWarning;

TEST_CASE("every warning has its Warning Reason (PS3.18 Table I.2-1) and words of its own") {
    std::set<std::string> words;
    constexpr StoreWarning all[] = {
        no_preamble,        no_file_meta,  file_meta_disagrees, odd_length,   unknown_vr, unknown_transfer_syntax,
        missing_type_2,     character_set, trailing_bytes,      unterminated, stray_item, derived_uid,
        unconventional_uid, pixel_data,    not_searchable};
    for (auto const warning : all) {
        CAPTURE(describe(warning));
        CHECK(warning_reason(warning) == (warning == trailing_bytes ? 0xB006 : 0xB007));
        CHECK_FALSE(describe(warning).empty());
        words.emplace(describe(warning));
    }
    CHECK(words.size() == std::size(all));
}

}  // namespace cassette
