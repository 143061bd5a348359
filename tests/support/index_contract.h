#pragma once

#include "storage/index.h"

namespace cassette::testing {

// What every Index promises. The index is empty. Call each from a TEST_CASE of its own: they have SUBCASEs.
void check_commit_contract(Index& index);    // the outcomes of commit, what they leave in the rows, counts and moves
void check_find_contract(Index& index);      // conditions, levels, order, pages
void check_matching_contract(Index& index);  // names, and the kinds of matching that a client asks for
void check_item_contract(Index& index);      // search attributes: matching in items, levels, what commits replace
void check_fill_contract(Index& index);      // declaring and back-filling them
void check_retrieve_contract(Index& index);  // locate, metadata, derived, history, versions
void check_removal_contract(Index& index);   // remove, restore, purge, the change feed
void check_worklist_contract(Index& index);  // scheduled and performed procedure steps
void check_sharing_contract(Index& index);   // many threads at once

}  // namespace cassette::testing
