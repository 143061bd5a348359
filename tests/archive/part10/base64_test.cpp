#include "archive/part10/base64.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("base64 gives its bytes, with or without padding and white space (RFC 4648 4)") {
    CHECK(decode_base64("") == "");
    CHECK(decode_base64("Zg==") == "f");
    CHECK(decode_base64("Zm8=") == "fo");
    CHECK(decode_base64("Zm9v") == "foo");
    CHECK(decode_base64("Zm9vYg") == "foob");
    CHECK(decode_base64(" Zm9v\r\nYmFy ") == "foobar");
    CHECK(decode_base64("AP/+") == std::string("\x00\xFF\xFE", 3));
}

TEST_CASE("what is not base64 is refused") {
    for (std::string_view bad : {"Z", "Zm9vY", "Zg=", "Zg===", "=", "Zg==Zg==", "Zm9-", "Zm\x80v"}) {
        CAPTURE(bad);
        CHECK_FALSE(decode_base64(bad));
    }
}

}  // namespace cassette
