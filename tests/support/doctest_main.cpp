#define DOCTEST_CONFIG_IMPLEMENT
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

// CASSETTE_TESTS_IN_MEMORY is set by ctest for those that prove nothing about the disk (tools/cmake/targets.cmake).
int main(int argc, char** argv) {
    if (std::getenv("CASSETTE_TESTS_IN_MEMORY") != nullptr) cassette::testing::put_temporary_folders_in_memory();
    return doctest::Context{argc, argv}.run();
}
