// Part of a test binary that feeds DCMTK what it warns about: its log would hide the tests' own messages.

#include <dcmtk/oflog/oflog.h>

namespace cassette::testing {

namespace {

[[maybe_unused]] bool const quiet = [] {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    return true;
}();

}  // namespace

}  // namespace cassette::testing
