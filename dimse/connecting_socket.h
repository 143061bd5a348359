#pragma once

#include "dimse/file_descriptor.h"
#include "schema/result.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace cassette::dimse {

// Where to, for how long, and what ends it sooner.
struct Dial {
    std::string host;
    std::uint16_t port;
    std::chrono::milliseconds timeout;
    int stop_event = -1;  // ends it when it becomes readable
};

// A connected, non-blocking socket: tries every address of the host in turn. ErrorCode::unavailable when none answers in time;
// ErrorCode::cancelled. Looking up the host's name waits for the system's resolver whatever the timeout says.
[[nodiscard]] Result<FileDescriptor> connect_to(Dial const& dial);

}  // namespace cassette::dimse
