#include "tests/dimse/node_under_test.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cassette::testing {

NodeUnderTest::NodeUnderTest(std::function<void(dimse::ServerSettings&)> const& adjust) {
    dimse::ServerSettings settings{.ae_title = *AETitle::parse("CASSETTE"), .port = 0};
    adjust(settings);
    auto server = dimse::Server::start(std::move(settings), disk_.archive(),
                                       [this](dimse::Operation const& operation) { observe(operation); });
    REQUIRE(server);
    server_ = std::move(*server);
}

void NodeUnderTest::observe(dimse::Operation const& operation) {
    std::lock_guard const lock{mutex_};
    observed_.push_back({.association = std::string{operation.association},
                         .operation = std::string{operation.operation},
                         .calling_ae_title = std::string{operation.calling_ae_title},
                         .sop_instance = std::string{operation.sop_instance},
                         .error = std::string{operation.error},
                         .warnings = std::string{operation.warnings},
                         .status = operation.status,
                         .bytes = operation.bytes,
                         .matches = operation.matches});
    arrived_.notify_all();
}

ObservedOperation NodeUnderTest::await(std::string const& operation) {
    std::unique_lock lock{mutex_};
    auto const find = [&] { return std::ranges::find(observed_, operation, &ObservedOperation::operation); };
    bool const came = arrived_.wait_for(lock, std::chrono::seconds{60}, [&] { return find() != observed_.end(); });
    REQUIRE_MESSAGE(came, "no operation of this name");
    auto const found = find();
    auto observed = *found;
    observed_.erase(found);
    return observed;
}

}  // namespace cassette::testing
