#include "dimse/dcmtk_connection.h"

#include <cerrno>
#include <memory>

namespace cassette::dimse {

OFCondition DcmtkConnection::serverSideHandshake() { return EC_Normal; }
OFCondition DcmtkConnection::clientSideHandshake() { return EC_Normal; }
OFCondition DcmtkConnection::renegotiate(char const*) { return EC_Normal; }

ssize_t DcmtkConnection::read(void* buffer, size_t size) {
    auto const count = transport_.read(static_cast<std::byte*>(buffer), size);
    if (count < 0) errno = ETIMEDOUT;  // DCMTK reads again after EINTR
    return count;
}

ssize_t DcmtkConnection::write(void* buffer, size_t size) {
    if (transport_.write({static_cast<std::byte const*>(buffer), size})) return static_cast<ssize_t>(size);
    errno = EPIPE;
    return -1;
}

unsigned long DcmtkConnection::getPeerCertificate(void*, unsigned long) { return 0; }

OFBool DcmtkConnection::networkDataAvailable(int timeout) {
    return transport_.wait(std::chrono::seconds{timeout}) == Transport::Wait::readable;
}

OFString& DcmtkConnection::dumpConnectionParameters(OFString& text) {
    text = "TCP/IP";
    return text;
}

DcmTransportConnection* DcmtkLayer::createConnection(DcmNativeSocketType, OFBool) {
    return std::make_unique<DcmtkConnection>(transport_).release();  // DCMTK owns and deletes it
}

}  // namespace cassette::dimse
