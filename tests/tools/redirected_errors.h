#pragma once

#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace cassette::testing {

// Standard error goes to a file, or to a terminal, as long as this lives.
class RedirectedErrors {
public:
    explicit RedirectedErrors(std::filesystem::path const& target) : saved_{::dup(STDERR_FILENO)} {
        int const file = ::open(target.c_str(), O_WRONLY | O_CREAT | O_NOCTTY | O_CLOEXEC, 0600);
        REQUIRE(file >= 0);
        ::dup2(file, STDERR_FILENO);
        ::close(file);
    }
    RedirectedErrors(RedirectedErrors const&) = delete;
    RedirectedErrors& operator=(RedirectedErrors const&) = delete;
    ~RedirectedErrors() {
        ::dup2(saved_, STDERR_FILENO);
        ::close(saved_);
    }

private:
    int saved_;
};

}  // namespace cassette::testing
