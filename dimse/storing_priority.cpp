#include "dimse/storing_priority.h"

#include <sys/resource.h>

#include <utility>

namespace cassette::dimse {

namespace {

// A tenth of the weight: enough for searches, and still half of what it stored before where searches never pause.
constexpr int nicer_by = 10;
constexpr int this_thread = 0;  // to Linux, whose threads each have a nice value; the system keeps it at 19 at most

}  // namespace

void let_searches_go_first() {
    thread_local bool lowered = false;
    if (std::exchange(lowered, true)) return;
    (void)setpriority(PRIO_PROCESS, this_thread, getpriority(PRIO_PROCESS, this_thread) + nicer_by);
}

}  // namespace cassette::dimse
