#include "schema/ae_title.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("an AE title has 1 to 16 characters without outer spaces (PS3.5 6.2)") {
    CHECK(AETitle::parse("  STORE SCP   ")->str() == "STORE SCP");
    CHECK(AETitle::parse("ABCDEFGHIJKLMNOP"));
    for (std::string_view bad : {"", "    ", "ABCDEFGHIJKLMNOPQ", "A\\B", "A\nB", "\xC3\x84"}) {
        CAPTURE(bad);
        CHECK(AETitle::parse(bad).error().code == ErrorCode::malformed);
    }
}
