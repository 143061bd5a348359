#include "dimse/dcmtk_logging.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/oflog/oflog.h>

#include <doctest/doctest.h>

TEST_CASE("DCMTK's own log says nothing, which could be about patients") {
    cassette::dimse::silence_dcmtk_logging();
    cassette::dimse::silence_dcmtk_logging();
    for (auto const* name : {"dcmtk", "dcmtk.dcmnet", "dcmtk.dcmdata", "anything"}) {
        CAPTURE(name);
        CHECK_FALSE(OFLog::getLogger(name).isEnabledFor(OFLogger::FATAL_LOG_LEVEL));
    }
}
