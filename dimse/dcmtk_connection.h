#pragma once

#include "dimse/transport.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmnet/dcmlayer.h>
#include <dcmtk/dcmnet/dcmtrans.h>

namespace cassette::dimse {

// Our transport as DCMTK sees it. Borrows; DCMTK may close and delete this one at any time, the socket stays with Transport.
class DcmtkConnection final : public DcmTransportConnection {
public:
    // -1: the base class then leaves the socket's options alone.
    explicit DcmtkConnection(Transport& transport) : DcmTransportConnection{-1}, transport_{transport} {}

    OFCondition serverSideHandshake() override;
    OFCondition clientSideHandshake() override;
    OFCondition renegotiate(char const* suite) override;
    ssize_t read(void* buffer, size_t size) override;
    ssize_t write(void* buffer, size_t size) override;
    void close() override {}
    void closeTransportConnection() override {}
    unsigned long getPeerCertificateLength() override { return 0; }
    unsigned long getPeerCertificate(void* buffer, unsigned long size) override;
    OFBool networkDataAvailable(int timeout) override;
    OFBool isTransparentConnection() override { return OFFalse; }
    OFString& dumpConnectionParameters(OFString& text) override;

private:
    Transport& transport_;
};

// Gives DCMTK a DcmtkConnection for the one connection it is about to receive.
class DcmtkLayer final : public DcmTransportLayer {
public:
    explicit DcmtkLayer(Transport& transport) : transport_{transport} {}
    DcmTransportConnection* createConnection(DcmNativeSocketType socket, OFBool secure) override;

private:
    Transport& transport_;
};

}  // namespace cassette::dimse
