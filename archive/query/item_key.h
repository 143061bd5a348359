#pragma once

#include "archive/query/find.h"
#include "storage/search_values.h"

#include <vector>

namespace cassette {

// Keys that the index has no column for: within sequences, private, or named by the configuration.

// The search attribute that one of the query's keys means; nullptr when there is none. A private key means the attribute of
// the creator that the query names beside it (PS3.5 7.8.1); without one, the attribute declared with that very tag, or the
// only one that differs in the block alone.
[[nodiscard]] DeclaredAttribute const* search_attribute_of(FindQuery const& query, FindKey const& key,
                                                           DeclaredAttributes const& declared);
// Whether a key only names a private creator.
[[nodiscard]] bool names_private_creator(FindKey const& key);

struct ItemMatched {
    std::vector<ItemCondition> conditions;  // none: universal matching
    bool nothing = false;                   // no value of this attribute can match
};
// As match_of (archive/query/condition.h).
[[nodiscard]] Result<ItemMatched> item_match_of(DeclaredAttribute const& declared, std::string_view value,
                                                MatchingOptions const& options);

}  // namespace cassette
