// Law: folding is idempotent, and what is folded is UTF-8 without the spaces and delimiters that do not count.

#include "schema/person_name.h"
#include "schema/utf8.h"

#include <cstdint>
#include <cstdlib>

using namespace cassette;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const folded = fold_person_name({reinterpret_cast<char const*>(data), size});
    require(is_utf8(folded));
    require(fold_person_name(folded) == folded);
    require(folded.find("  ") == std::string::npos);
    require(!folded.ends_with('^') && !folded.ends_with('='));
    return 0;
}
