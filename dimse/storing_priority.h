#pragma once

namespace cassette::dimse {

// The calling thread stores from now on: where there is not enough of the processors for all it gets less of them than what
// answers a search, for as long as it lives (decision 20). Lowers once, however often it is called; where the system does not
// let it, nothing happens.
void let_searches_go_first();

}  // namespace cassette::dimse
