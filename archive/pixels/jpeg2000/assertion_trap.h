#pragma once

#include <csetjmp>

namespace cassette::jpeg2000 {

// The distribution's OpenJPEG has its assertions compiled in, and a damaged high-throughput block trips some of them, which
// would end the process. While a trap is set, a failed assertion of this thread comes back by longjmp to the place that set
// it; without one, it ends the process as ever. One trap a thread; only around C code that owns nothing on its stack.
class AssertionTrap {
public:
    // The caller has filled `here` by setjmp.
    explicit AssertionTrap(std::jmp_buf& here);
    ~AssertionTrap();
    AssertionTrap(AssertionTrap const&) = delete;
    AssertionTrap& operator=(AssertionTrap const&) = delete;
};

}  // namespace cassette::jpeg2000
