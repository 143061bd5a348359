// Associations of the built node with DCMTK's tools: TLS, users, peers.

#include "tests/dimse/made_certificates.h"
#include "tests/end_to_end/stow_client.h"
#include "tests/support/command.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/free_port.h"
#include "tests/support/node.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <crypt.h>

namespace cassette::testing {

namespace {

// A node that speaks TLS on a port of its own, and the certificates for it.
struct SecureNode {
    TemporaryDirectory scratch;
    MadeAuthority authority{scratch.path(), "authority"};
    MadeAuthority stranger{scratch.path(), "stranger"};
    MadeAuthority::Issued ours = authority.issue("node");
    MadeAuthority::Issued modality = authority.issue("modality");
    MadeAuthority::Issued intruder = stranger.issue("intruder");
    std::string port = std::to_string(free_port());
    Node node = Node::start(scratch / "data",
                            {"--dimse-tls-listen", "127.0.0.1:" + port, "--dimse-tls-certificate", ours.certificate,
                             "--dimse-tls-key", ours.key, "--dimse-tls-authorities", authority.certificate()});

    CommandResult echo(std::vector<std::string> const& options) const {
        std::vector<std::string> command{"echoscu", "-aec", "CASSETTE", "-to", "10"};
        command.insert(command.end(), options.begin(), options.end());
        command.insert(command.end(), {"127.0.0.1", port});
        return run_command(command);
    }
    std::vector<std::string> as(MadeAuthority::Issued const& who) const {
        return {"+tls", who.key, who.certificate, "+cf", authority.certificate()};
    }
};

std::vector<std::string> joined(std::vector<std::string> one, std::vector<std::string> const& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

std::string crypted(char const* passcode) {
    crypt_data scratch{};
    return crypt_r(passcode, "$6$rounds=1000$salt", &scratch);
}

}  // namespace

TEST_CASE("echoscu over TLS is answered by the profiles of PS3.15 B, and strangers are not") {
    SecureNode const secure;
    auto const known = secure.as(secure.modality);
    CHECK(secure.echo(known).exit_code == 0);
    CHECK(secure.echo(joined(known, {"+py"})).exit_code == 0);
    CHECK(secure.echo(joined(known, {"+pz"})).exit_code == 0);
    CHECK(secure.echo(secure.as(secure.intruder)).exit_code != 0);
    CHECK(secure.echo({"+tla", "-ic"}).exit_code != 0);
    CHECK(secure.echo({}).exit_code != 0);
    CHECK(echo_scu(secure.node).exit_code == 0);
    CHECK(secure.echo(known).exit_code == 0);
    CHECK(secure.node.logs("no TLS connection"));
}

TEST_CASE("a user with its passcode stores, another is rejected (PS3.7 D.3.3.7)") {
    TemporaryDirectory const scratch;
    write_file(scratch / "node.toml",
               "dimse.require_identity = true\n[[dimse.users]]\nname = \"alice\"\npasscode = \"" +
                   crypted("open sesame") + "\"\n");
    auto const node = Node::start(scratch / "data", {"--config", scratch / "node.toml"});
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", "1", "--instances", "1", "--rows", "64", "--columns", "64",
                         "--out", scratch / "in"})
                .exit_code == 0);
    auto const store = [&](std::vector<std::string> const& options) {
        auto command = joined({"storescu", "+sd", "+r", "-aec", "CASSETTE"}, options);
        return run_command(joined(command, {node.dimse_host(), node.dimse_port(), scratch / "in"}));
    };
    auto const stored = store({"-usr", "alice", "-pwd", "open sesame", "-rsp"});
    CHECK_MESSAGE(stored.exit_code == 0, stored.all());
    CHECK(store({"-usr", "alice", "-pwd", "wrong"}).exit_code != 0);
    CHECK(store({}).exit_code != 0);
}

TEST_CASE("dcmsend stores, and termscu, which asks a server to end, ends nothing (PS3.8 9.3.3.2)") {
    TemporaryDirectory const scratch;
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", "9", "--studies", "1", "--series", "1", "--instances", "3",
                         "--out", scratch / "in"})
                .exit_code == 0);
    auto node = Node::start(scratch / "data");
    auto const sent = run_command(
        {"dcmsend", "-aec", "CASSETTE", "+sd", "+r", "-v", node.dimse_host(), node.dimse_port(), scratch / "in"});
    CHECK_MESSAGE(sent.exit_code == 0, sent.all());
    CHECK(instances_shown(node) == 3);
    auto const asked = run_command({"termscu", "-aec", "CASSETTE", "-v", node.dimse_host(), node.dimse_port()});
    CAPTURE(asked.all());
    CHECK(instances_shown(node) == 3);
    CHECK(run_command({"echoscu", "-aec", "CASSETTE", node.dimse_host(), node.dimse_port()}).exit_code == 0);
    CHECK(node.logs("A-ASSOCIATE"));
    CHECK(node.stop() == 0);
}

TEST_CASE("cassette echo and cassette peers say who answers") {
    TemporaryDirectory const scratch;
    auto const node = Node::start(scratch / "data");
    auto const nobody = std::to_string(free_port());
    write_file(scratch / "peers.toml",
               "[[dimse.peers]]\nae_title = \"NODE\"\nhost = \"127.0.0.1\"\nport = " + node.dimse_port() +
                   "\n[[dimse.peers]]\nae_title = \"NOBODY\"\nhost = \"127.0.0.1\"\nport = " + nobody +
                   "\n[[dimse.peers]]\nae_title = \"CALLER\"\n");
    std::string const config = scratch / "peers.toml";
    auto const known = run_command({CASSETTE_BINARY, "echo", "NODE", "--config", config});
    CHECK(known.exit_code == 0);
    CHECK(known.output.starts_with("NODE\t127.0.0.1:" + node.dimse_port() + "\tok\t"));
    auto const direct = run_command({CASSETTE_BINARY, "echo", "ANY@127.0.0.1:" + node.dimse_port()});
    CHECK(direct.exit_code == 0);
    auto const gone = run_command({CASSETTE_BINARY, "echo", "NOBODY", "--config", config});
    CHECK(gone.exit_code == 1);
    CHECK(gone.output.find("failed") != std::string::npos);
    auto const unknown = run_command({CASSETTE_BINARY, "echo", "UNKNOWN", "--config", config});
    CHECK(unknown.exit_code == 2);
    auto const all = run_command({CASSETTE_BINARY, "peers", "--config", config});
    CHECK(all.exit_code == 1);
    CHECK(all.output.find("NODE\t") != std::string::npos);
    CHECK(all.output.find("NOBODY\t") != std::string::npos);
    CHECK(all.output.find("CALLER\t-\tonly calls\n") != std::string::npos);
    CHECK(node.logs("C-ECHO"));
}

}  // namespace cassette::testing
