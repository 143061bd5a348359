#include "dimse/tls.h"

#include "dimse/requestor.h"
#include "tests/dimse/ct_slice.h"
#include "tests/dimse/made_certificates.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <openssl/ssl.h>

using namespace cassette;
using namespace cassette::dimse;
using namespace cassette::testing;
using namespace std::chrono_literals;

namespace {

// Ours, theirs, and a stranger's that nobody trusts.
struct Certificates {
    TemporaryDirectory folder;
    MadeAuthority authority{folder.path(), "authority"};
    MadeAuthority stranger{folder.path(), "stranger"};
    MadeAuthority::Issued node = authority.issue("node");
    MadeAuthority::Issued modality = authority.issue("modality");
    MadeAuthority::Issued intruder = stranger.issue("intruder");

    TlsSettings of(MadeAuthority::Issued const& issued) const {
        return {.certificate = issued.certificate, .key = issued.key, .authorities = authority.certificate()};
    }
};

auto secure(TlsSettings const& tls) {
    return [tls](ServerSettings& settings) { settings.secure = SecureListener{tls, "127.0.0.1", 0}; };
}

RemoteAE remote_at(std::uint16_t port, std::optional<TlsSettings> tls) {
    return {.ae_title = *AETitle::parse("CASSETTE"),
            .host = "127.0.0.1",
            .port = port,
            .tls = std::move(tls),
            .association_timeout = 5s,
            .dimse_timeout = 5s};
}

Result<std::unique_ptr<Requestor>> open(std::uint16_t port, std::optional<TlsSettings> tls) {
    AssociationProposal const proposal{
        .calling_ae_title = *AETitle::parse("MODALITY"),
        .contexts = {{0, verification, {implicit_little}}, {0, ct_storage, {implicit_little}}}};
    return Requestor::open(remote_at(port, std::move(tls)), proposal, -1);
}

bool echoes(Requestor& association) {
    auto command = command_of(CommandField::c_echo_rq);
    command.affected_sop_class = verification;
    auto const reply = association.operations().invoke(*association.context_for(verification), command);
    return reply && reply->command.status == 0x0000;
}

}  // namespace

TEST_CASE("an association under TLS with certificates on both sides echoes and stores (PS3.15 B.10)") {
    Certificates const certificates;
    for (auto const profile : {TlsProfile::non_downgrading, TlsProfile::extended}) {
        auto ours = certificates.of(certificates.node);
        ours.profile = profile;
        NodeUnderTest node{secure(ours)};
        REQUIRE(node.server().secure_port() != 0);
        auto opened = open(node.server().secure_port(), certificates.of(certificates.modality));
        CHECK_MESSAGE(opened, opened.error().detail);
        CHECK(echoes(**opened));
        auto command = command_of(CommandField::c_store_rq);
        command.affected_sop_class = ct_storage;
        command.affected_sop_instance = "1.2.3.1.1";
        auto const data_set = data_set_of({.pixels = 60'000});
        auto const stored =
            (*opened)->operations().invoke(*(*opened)->context_for(ct_storage), command, in_one_piece(data_set));
        REQUIRE(stored);
        CHECK(stored->command.status == 0x0000);
        CHECK((*opened)->release());
        CHECK(node.disk().counts().instances == 1);
        // What is not secure is there, too, unless it was replaced.
        CHECK(open(node.port(), std::nullopt));
    }
}

TEST_CASE("TLS may be all there is") {
    Certificates const certificates;
    NodeUnderTest node{
        [&](ServerSettings& settings) { settings.secure = SecureListener{certificates.of(certificates.node)}; }};
    CHECK(node.port() == node.server().secure_port());
    CHECK(open(node.port(), certificates.of(certificates.modality)));
    CHECK_FALSE(open(node.port(), std::nullopt));
}

TEST_CASE("who shows no certificate, or one of a stranger, gets no association (PS3.15 B)") {
    Certificates const certificates;
    NodeUnderTest node{secure(certificates.of(certificates.node))};
    auto nameless = certificates.of({});
    for (auto const& theirs : {nameless, certificates.of(certificates.intruder)}) {
        CAPTURE(theirs.certificate.string());
        // Under TLS 1.3 the client learns of it after its handshake.
        auto const opened = open(node.server().secure_port(), theirs);
        CHECK_FALSE(opened);
        CHECK(node.await("A-ASSOCIATE").error.starts_with("no TLS connection: "));
    }
    auto tolerant = certificates.of(certificates.node);
    tolerant.peer_certificate = PeerCertificate::not_required;
    NodeUnderTest open_node{secure(tolerant)};
    CHECK(open(open_node.server().secure_port(), nameless));
}

TEST_CASE("an acceptor whose certificate a stranger signed is not spoken to") {
    Certificates const certificates;
    auto theirs = certificates.of(certificates.intruder);
    theirs.peer_certificate = PeerCertificate::not_required;
    NodeUnderTest node{secure(theirs)};
    auto const opened = open(node.server().secure_port(), certificates.of(certificates.modality));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::not_authorized);
    CHECK(opened.error().detail.find("certificate verify failed") != std::string::npos);
}

TEST_CASE(
    "nothing below TLS 1.2, and no cipher without forward secrecy and authentication, is spoken (PS3.15 B.10, B.11)") {
    Certificates const certificates;
    struct Row {
        char const* what;
        TlsProfile profile;
        int version_max;
        char const* ciphers;
        bool spoken;
    };
    for (auto const& row : {Row{"TLS 1.0", TlsProfile::non_downgrading, TLS1_VERSION, "ALL:@SECLEVEL=0", false},
                            Row{"TLS 1.1", TlsProfile::non_downgrading, TLS1_1_VERSION, "ALL:@SECLEVEL=0", false},
                            Row{"TLS 1.2", TlsProfile::non_downgrading, TLS1_2_VERSION, "ECDHE+AESGCM", true},
                            Row{"static RSA", TlsProfile::non_downgrading, TLS1_2_VERSION, "kRSA", false},
                            Row{"CBC", TlsProfile::extended, TLS1_2_VERSION, "ECDHE-ECDSA-AES256-SHA384", false},
                            Row{"TLS 1.3", TlsProfile::extended, TLS1_3_VERSION, "ECDHE+AESGCM", true}}) {
        CAPTURE(row.what);
        auto ours = certificates.of(certificates.node);
        ours.profile = row.profile;
        auto const credentials = TlsCredentials::load(ours);
        REQUIRE(credentials);
        auto const server = credentials->session();
        auto const client = client_session(certificates.of(certificates.modality));
        REQUIRE(client);
        auto* const theirs = client->get();
        SSL_set_min_proto_version(theirs, 0);
        SSL_set_max_proto_version(theirs, row.version_max);
        SSL_set_cipher_list(theirs, row.ciphers);
        BIO* ends[2] = {};
        REQUIRE(BIO_new_bio_pair(&ends[0], 0, &ends[1], 0) == 1);
        SSL_set_bio(server.get(), ends[0], ends[0]);
        SSL_set_bio(theirs, ends[1], ends[1]);
        for (int turn = 0; turn < 20; ++turn) {
            (void)SSL_do_handshake(theirs);
            (void)SSL_do_handshake(server.get());
        }
        CHECK((SSL_is_init_finished(server.get()) != 0) == row.spoken);
        if (row.spoken) CHECK(peer_name(server) == "modality");
    }
}

TEST_CASE("plain PDUs to the port of TLS end that connection and nothing else") {
    Certificates const certificates;
    NodeUnderTest node{secure(certificates.of(certificates.node))};
    ScriptedPeer plain{node.server().secure_port()};
    CHECK(plain.send(associate_request({{1, verification, {implicit_little}}})));
    while (!plain.receive().empty()) {}  // perhaps a TLS alert
    CHECK(node.await("A-ASSOCIATE").error.starts_with("no TLS connection: "));
    CHECK(open(node.server().secure_port(), certificates.of(certificates.modality)));
}

TEST_CASE("a handshake that never ends costs no thread and is let go when ARTIM expires (PS3.8 9.1.5)") {
    Certificates const certificates;
    NodeUnderTest node{[&](ServerSettings& settings) {
        settings.secure = SecureListener{certificates.of(certificates.node), "127.0.0.1", 0};
        settings.associations_max = 1;
        settings.artim_timeout = 1s;
    }};
    ScriptedPeer silent{node.server().secure_port()}, slow{node.server().secure_port()};
    CHECK(slow.send(std::string{"\x16\x03\x01\x02\x00\x01", 6}));
    CHECK(node.server().associations() == 0);
    CHECK(open(node.server().secure_port(), certificates.of(certificates.modality)));
    CHECK(silent.receive().empty());
    CHECK(slow.receive().empty());
}

TEST_CASE("files that cannot be used are unavailable and named") {
    Certificates const certificates;
    auto missing = certificates.of(certificates.node);
    missing.certificate = certificates.folder / "missing.pem";
    auto mismatched = certificates.of(certificates.node);
    mismatched.key = certificates.modality.key;
    auto no_authority = certificates.of(certificates.node);
    no_authority.authorities = certificates.folder / "nobody.pem";
    for (auto const& [settings, named] :
         {std::pair{missing, "missing.pem"}, {mismatched, "modality.key"}, {no_authority, "nobody.pem"}}) {
        CAPTURE(named);
        auto const credentials = TlsCredentials::load(settings);
        REQUIRE_FALSE(credentials);
        CHECK(credentials.error().code == ErrorCode::unavailable);
        CHECK(credentials.error().detail.find(named) != std::string::npos);
        CHECK_FALSE(client_session(settings));
    }
}
