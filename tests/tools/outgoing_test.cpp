#include "tools/outgoing.h"

#include "storage/outbox.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <netinet/in.h>
#include <sys/socket.h>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;

// A port on loopback where nobody listens, for as long as this lives.
class DeadPort {
public:
    DeadPort() : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(socket_.get(), reinterpret_cast<sockaddr*>(&address), size) == 0);
        REQUIRE(::getsockname(socket_.get(), reinterpret_cast<sockaddr*>(&address), &size) == 0);
        number_ = ntohs(address.sin_port);
    }
    std::uint16_t number() const { return number_; }

private:
    dimse::FileDescriptor socket_;
    std::uint16_t number_ = 0;
};

AETitle ae(std::string_view title) { return *AETitle::parse(title); }

void store(Archive& archive, std::string const& instance) {
    testing::stored_file(archive, testing::small_image({.instance = instance}).part10());
}

template <class Condition>
void wait_until(Condition const& condition) {
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (!condition()) {
        REQUIRE(std::chrono::steady_clock::now() < deadline);
        std::this_thread::yield();
    }
}

}  // namespace

TEST_CASE("what cannot be delivered is tried, kept, and there after a restart; stopping takes no time") {
    ArchiveOnDisk disk;
    DeadPort const port;
    OutgoingSettings const settings{
        .ae_title = ae("CASSETTE"),
        .destinations = {{.ae_title = ae("PACS"), .host = "127.0.0.1", .port = port.number()}},
        .rules = {.forward = {{ae("PACS")}}},
        .retry = {std::chrono::seconds{600}, std::chrono::seconds{600}}};
    {
        Outgoing outgoing{disk.archive(), settings};
        REQUIRE(outgoing.prepare());
        store(disk.archive(), "1.2.3.1.1");
        outgoing.start();
        wait_until([&] { return outgoing.figures(TaskKind::forward).failed > 0; });
        CHECK(outgoing.figures(TaskKind::forward).delivered == 0);
    }
    disk.reopen_index();
    auto const tasks = disk.archive().index.outbox().list({});
    REQUIRE(tasks);
    REQUIRE(tasks->size() == 1);
    CHECK(tasks->front().attempts == 1);
    CHECK_FALSE(tasks->front().last_error.empty());
}

TEST_CASE("what is too old is given up") {
    ArchiveOnDisk disk;
    auto& outbox = disk.archive().index.outbox();
    REQUIRE(outbox.enqueue({TaskKind::commitment_report, ae("GONE"), "2.25.1", "", 1, 1}));
    Outgoing outgoing{disk.archive(), {.ae_title = ae("CASSETTE"), .destinations = {}}};
    REQUIRE(outgoing.prepare());
    outgoing.start();
    wait_until([&] { return outgoing.figures(TaskKind::commitment_report).given_up == 1; });
    CHECK(outbox.list({})->empty());
}

TEST_CASE("what the node held when it died is taken up again") {
    ArchiveOnDisk disk;
    auto& outbox = disk.archive().index.outbox();
    REQUIRE(outbox.enqueue({TaskKind::forward, ae("PACS"), "1.2.3", "", 1, 1}));
    Claim const claim{ae("PACS"), TaskKind::forward, 2, 1'000'000'000'000, "CASSETTE"};
    REQUIRE(outbox.claim(claim)->size() == 1);
    Outgoing outgoing{disk.archive(), {.ae_title = ae("CASSETTE"), .destinations = {}}};
    REQUIRE(outgoing.prepare());
    CHECK(outbox.claim(claim)->size() == 1);
}

}  // namespace cassette
