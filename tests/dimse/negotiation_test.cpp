#include "dimse/negotiation.h"

#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

ServerSettings settings() { return {.ae_title = *AETitle::parse("CASSETTE"), .port = 0}; }

AssociateRequest request(std::vector<ProposedContext> contexts) {
    AssociateRequest made;
    made.contexts = std::move(contexts);
    return made;
}

}  // namespace

TEST_CASE("every proposed context is answered, in order (PS3.8 9.3.3.2)") {
    auto const negotiated = negotiate(settings(),
                                      request({{1, verification, {implicit_little}},
                                               {3, "1.2.3", {implicit_little}},
                                               {5, ct_storage, {"1.2.3", explicit_little}}}));
    CHECK(negotiated.accept.contexts ==
          std::vector<AnsweredProposal>{{1, ContextResult::acceptance, implicit_little},
                                        {3, ContextResult::abstract_syntax_not_supported, ""},
                                        {5, ContextResult::acceptance, explicit_little}});
    REQUIRE(negotiated.contexts.size() == 2);
    CHECK(negotiated.contexts[1].service == Service::storage);
    CHECK(negotiated.accept.pdu_length_max == settings().pdu_length_max);
}

TEST_CASE("our preferred transfer syntaxes come first when there are any (PS3.8 7.1.1.13)") {
    auto preferring = settings();
    preferring.transfer_syntaxes = {"1.2.840.10008.1.2.4.80", explicit_little};
    auto const proposed = request({{1, ct_storage, {implicit_little, explicit_little}},
                                   {3, ct_storage, {implicit_little, "1.2.840.10008.1.2.4.80"}},
                                   {5, ct_storage, {implicit_little}}});
    auto const negotiated = negotiate(preferring, proposed);
    REQUIRE(negotiated.contexts.size() == 3);
    CHECK(negotiated.contexts[0].transfer_syntax == explicit_little);
    CHECK(negotiated.contexts[1].transfer_syntax == "1.2.840.10008.1.2.4.80");
    CHECK(negotiated.contexts[2].transfer_syntax == implicit_little);
    CHECK(negotiate(settings(), proposed).contexts[0].transfer_syntax == implicit_little);
}

TEST_CASE("SOP Classes of the configuration are Storage") {
    auto const proposed = request({{1, "1.3.46.670589.5.0.1", {implicit_little}}});
    CHECK(negotiate(settings(), proposed).contexts.empty());
    auto with_private = settings();
    with_private.sop_classes = {"1.3.46.670589.5.0.1"};
    auto const negotiated = negotiate(with_private, proposed);
    REQUIRE(negotiated.contexts.size() == 1);
    CHECK(negotiated.contexts[0].service == Service::storage);
}

TEST_CASE("asynchronous operations are turned down when proposed: one at a time (PS3.7 D.3.3.3)") {
    auto proposed = request({{1, verification, {implicit_little}}});
    CHECK_FALSE(negotiate(settings(), proposed).accept.operations);
    proposed.operations = OperationsWindow{0, 16};
    CHECK(negotiate(settings(), proposed).accept.operations == OperationsWindow{1, 1});
}

TEST_CASE("Storage declares level 2, kept signatures and no coercion where it is asked (PS3.4 B.3.1)") {
    auto proposed = request({{1, ct_storage, {implicit_little}}});
    CHECK(negotiate(settings(), proposed).accept.extended.empty());
    proposed.extended = {{ct_storage, std::string{"\3\0\0\0\2\0", 6}}, {"1.2.3", std::string(6, '\0')}};
    auto const declared = negotiate(settings(), proposed).accept.extended;
    CHECK(declared == std::vector<ExtendedNegotiation>{{ct_storage, std::string{"\2\0\3\0\0\0", 6}}});
    auto rewriting = settings();
    rewriting.keeps_bits = false;
    CHECK(negotiate(rewriting, proposed).accept.extended[0].information == std::string{"\2\0\0\0\0\0", 6});
}

TEST_CASE("a requestor may be SCP of Storage and of nothing else (PS3.7 D.3.3.4)") {
    auto proposed = request({{1, ct_storage, {implicit_little}}, {3, verification, {implicit_little}}});
    proposed.roles = {{ct_storage, false, true}, {verification, true, true}, {"1.2.3", true, true}};
    auto const negotiated = negotiate(settings(), proposed);
    CHECK(negotiated.accept.roles ==
          std::vector<RoleSelection>{{ct_storage, false, true}, {verification, true, false}});
    CHECK_FALSE(negotiated.contexts[0].requestor_is_scu);
    CHECK(negotiated.contexts[0].requestor_is_scp);
    CHECK(negotiated.contexts[1].requestor_is_scu);
    CHECK_FALSE(negotiated.contexts[1].requestor_is_scp);
}
