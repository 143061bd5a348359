#include "tools/progress_line.h"

#include "tests/support/temporary_directory.h"
#include "tests/tools/redirected_errors.h"

#include <doctest/doctest.h>

#include <stdlib.h>

#include <array>

namespace cassette {

namespace {

// The slave of a pseudo-terminal; what is written there is read from the master.
class PseudoTerminal {
public:
    PseudoTerminal() : master_{::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)} {
        REQUIRE(master_ >= 0);
        REQUIRE(::grantpt(master_) == 0);
        REQUIRE(::unlockpt(master_) == 0);
    }
    PseudoTerminal(PseudoTerminal const&) = delete;
    PseudoTerminal& operator=(PseudoTerminal const&) = delete;
    ~PseudoTerminal() { ::close(master_); }

    std::filesystem::path path() const {
        std::array<char, 128> name{};
        REQUIRE(::ptsname_r(master_, name.data(), name.size()) == 0);
        return name.data();
    }
    std::string written() const {
        std::array<char, 4096> text{};
        auto const size = ::read(master_, text.data(), text.size());
        return size > 0 ? std::string{text.data(), static_cast<std::size_t>(size)} : std::string{};
    }

private:
    int master_;
};

}  // namespace

TEST_CASE("without a terminal there is no bar, only what is said") {
    testing::TemporaryDirectory folder;
    {
        testing::RedirectedErrors const redirected{folder / "errors"};
        ProgressLine line{"imported", 10};
        line.update(5, 1 << 20);
        line.say("one.dcm: not DICOM");
    }
    CHECK(testing::read_file(folder / "errors") == "one.dcm: not DICOM\n");
}

TEST_CASE("on a terminal the bar ends with the last state") {
    PseudoTerminal terminal;
    {
        testing::RedirectedErrors const redirected{terminal.path()};
        ProgressLine line{"imported", 10};
        line.update(10, 3 << 20);
    }
    auto const text = terminal.written();
    CHECK(text.find("[##############################] imported 10/10  3.0 MiB") != std::string::npos);
}

TEST_CASE("more than the total, and a total of nothing, fill the bar") {
    for (std::uint64_t const total : {0, 4}) {
        CAPTURE(total);
        PseudoTerminal terminal;
        {
            testing::RedirectedErrors const redirected{terminal.path()};
            ProgressLine line{"imported", 1};
            line.set_total(total);
            line.update(9, 0);
        }
        CHECK(terminal.written().find("[##############################] imported 9/") != std::string::npos);
    }
}

}  // namespace cassette
