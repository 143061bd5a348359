#include "archive/retrieve/text_blob.h"

#include <doctest/doctest.h>

#include <span>
#include <sys/resource.h>

namespace cassette {

namespace {

std::string read(Blob const& blob) {
    std::string text(blob.size(), '\0');
    REQUIRE(blob.read_at(0, std::as_writable_bytes(std::span{text})));
    return text;
}

// No further descriptors while it lives.
class NoDescriptors {
public:
    NoDescriptors() {
        REQUIRE(::getrlimit(RLIMIT_NOFILE, &before_) == 0);
        rlimit const none{0, before_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
    }
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("a text becomes a blob in a file that is at hand") {
    for (auto const& text : {std::string{}, std::string{"text"}, std::string(1'000'000, 'x')}) {
        auto const blob = text_blob(text);
        CHECK(blob->file());
        CHECK(blob->is_at_hand());
        CHECK(read(*blob) == text);
    }
}

TEST_CASE("without a descriptor it is a blob all the same") {
    std::shared_ptr<Blob const> blob;
    {
        NoDescriptors const none;
        blob = text_blob("text");
    }
    CHECK_FALSE(blob->file());
    CHECK(blob->is_at_hand());
    CHECK(read(*blob) == "text");
}

}  // namespace cassette
