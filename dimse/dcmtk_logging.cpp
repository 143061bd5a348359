#include "dimse/dcmtk_logging.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/oflog/oflog.h>

#include <mutex>

namespace cassette::dimse {

void silence_dcmtk_logging() {
    static std::once_flag once;
    std::call_once(once, [] { OFLog::configure(OFLogger::OFF_LOG_LEVEL); });
}

}  // namespace cassette::dimse
