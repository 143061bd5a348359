#pragma once

#include <csetjmp>

namespace cassette::jpeg2000 {

// The distribution's OpenJPEG has its assertions compiled in, and a damaged high-throughput block trips some of them, which
// would end the process. No look at the headers tells which: the damage is in entropy coded bits. So, while a trap is set, a
// failed assertion of this thread comes back by longjmp to the place that filled it; without one, it ends the process as ever.
// That is sound where it is used: OpenJPEG works in the calling thread unless it is given others, is C without destructors,
// and what it holds but for the job at hand belongs to its codec and image, which are freed. The job stays behind, some
// hundred bytes; frames that fail are not tried again soon (RenditionCache::failures).
// One trap a thread. It is set outside the function that fills it, where longjmp passes by no destructor.
class AssertionTrap {
public:
    // `here` is filled by setjmp before anything can fail.
    explicit AssertionTrap(std::jmp_buf& here);
    ~AssertionTrap();
    AssertionTrap(AssertionTrap const&) = delete;
    AssertionTrap& operator=(AssertionTrap const&) = delete;
};

}  // namespace cassette::jpeg2000
