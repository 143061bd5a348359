#include "archive/pixels/jpeg2000/assertion_trap.h"

#include <doctest/doctest.h>

#include <cassert>

namespace cassette::jpeg2000 {

namespace {

bool comes_back(std::jmp_buf& here, [[maybe_unused]] bool holds) {
    if (setjmp(here) != 0) return true;
    assert(holds);
    return false;
}

bool survives(bool holds) {
    std::jmp_buf here;
    AssertionTrap const trap{here};
    return comes_back(here, holds);
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
