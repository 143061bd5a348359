#include "archive/pixels/jpeg2000/assertion_trap.h"

#include <doctest/doctest.h>

#include <cassert>

namespace cassette::jpeg2000 {

namespace {

bool survives(bool holds) {
    std::jmp_buf here;
    if (setjmp(here) != 0) return true;
    AssertionTrap const trap{here};
    assert(holds);
    return false;
}

}  // namespace

TEST_CASE("a failed assertion comes back to the trap that was set, each time") {
#ifdef NDEBUG
    MESSAGE("assertions are compiled out here; those of OpenJPEG are not");
#else
    CHECK(survives(false));
    CHECK(survives(false));
#endif
    CHECK_FALSE(survives(true));
}

}  // namespace cassette::jpeg2000
