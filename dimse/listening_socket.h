#pragma once

#include "dimse/file_descriptor.h"
#include "schema/result.h"

#include <array>
#include <cstdint>
#include <string>

namespace cassette::dimse {

// Binds and listens. ErrorCode::unavailable when the address cannot be had.
[[nodiscard]] Result<FileDescriptor> listen_on(std::string const& host, std::uint16_t port);
[[nodiscard]] std::uint16_t local_port(FileDescriptor const& socket);

// A connection that has come in; an empty descriptor when there is none.
struct Accepted {
    FileDescriptor socket;
    std::string remote;                         // "192.0.2.10:40000"
    std::array<std::uint8_t, 16> address = {};  // IPv4 as IPv4-mapped IPv6
    bool exhausted = false;                     // no descriptor or memory is left for it: it still waits
};
[[nodiscard]] Accepted accept_from(FileDescriptor const& listening);

}  // namespace cassette::dimse
