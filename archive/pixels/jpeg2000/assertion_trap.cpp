#include "archive/pixels/jpeg2000/assertion_trap.h"

#include <cstdio>
#include <cstdlib>
#include <initializer_list>

namespace cassette::jpeg2000 {

namespace {

thread_local std::jmp_buf* trap = nullptr;

}  // namespace

AssertionTrap::AssertionTrap(std::jmp_buf& here) { trap = &here; }

AssertionTrap::~AssertionTrap() { trap = nullptr; }

[[noreturn]] static void fail_assertion(char const* assertion, char const* file) {
    if (auto* const here = trap) {
        trap = nullptr;
        std::longjmp(*here, 1);
    }
    for (auto const* const part : {file, ": Assertion `", assertion, "' failed.\n"}) std::fputs(part, stderr);
    std::abort();
}

}  // namespace cassette::jpeg2000

// What the macro assert() of the C library calls (LSB 5.0, baselib ---assert-fail-1): the program's own definition goes before
// that of the C library.
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the name is the C library's
extern "C" [[noreturn]] void __assert_fail(char const* assertion, char const* file, unsigned, char const*) noexcept {
    cassette::jpeg2000::fail_assertion(assertion, file);
}

#ifdef __SANITIZE_ADDRESS__
#define CASSETTE_LOOKS_FOR_LEAKS 1
#elif defined(__has_feature)
#define CASSETTE_LOOKS_FOR_LEAKS __has_feature(address_sanitizer)
#else
#define CASSETTE_LOOKS_FOR_LEAKS 0
#endif
#if CASSETTE_LOOKS_FOR_LEAKS
// A trapped assertion leaves a job of OpenJPEG's behind, some hundred bytes; the leak checker is to look at the rest.
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the name is the sanitizer's
extern "C" char const* __lsan_default_suppressions() { return "leak:libopenjp2"; }
#endif
