#pragma once

#include <pthread.h>

#include <csignal>

namespace cassette::http {

// sendfile(2) to a peer that is gone raises SIGPIPE and, unlike send(2), has no flag against it. EPIPE says it all: whatever
// thread sends blocks the signal first.
inline void block_sigpipe() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace cassette::http
