#include "tools/dimse_door.h"

#include "tests/support/temporary_directory.h"
#include "tools/dimse_keys.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

constexpr std::string_view everything = R"(
dimse = "0.0.0.0:11112"
dimse.sop_classes = ["1.3.46.670589.5.0.1", "1.2.3"]
dimse.transfer_syntaxes = ["1.2.840.10008.1.2.4.80"]
dimse.pdu_length_max = 65536
dimse.artim_seconds = 5
dimse.request_seconds = 30
dimse.idle_seconds = 120
[dimse.tls]
listen = "0.0.0.0:2762"
certificate = "node.pem"
key = "node.key"
authorities = "authorities.pem"
client_certificates = false
profile = "extended"
[[dimse.peers]]
ae_title = "WORKSTATION"
host = "192.0.2.10"
tls = true
permissions = ["query", "retrieve"]
[[dimse.users]]
name = "alice"
passcode = "$6$salt$hash"
)";

Configuration read(std::string_view toml) {
    Configuration configuration;
    auto const applied = apply_file(configuration, toml, "node.toml");
    REQUIRE_MESSAGE(applied, applied.error().detail);
    return configuration;
}

std::string refusal(std::string_view toml) {
    Configuration configuration;
    auto const applied = apply_file(configuration, toml, "node.toml");
    REQUIRE_FALSE(applied);
    return applied.error().detail;
}

}  // namespace

TEST_CASE("the DIMSE door is as the configuration says") {
    auto const settings = dimse_settings(read(everything));
    REQUIRE(settings);
    CHECK(settings->sop_classes == std::vector<std::string>{"1.3.46.670589.5.0.1", "1.2.3"});
    CHECK(settings->transfer_syntaxes == std::vector<std::string>{"1.2.840.10008.1.2.4.80"});
    CHECK(settings->pdu_length_max == 65536);
    CHECK(settings->artim_timeout == std::chrono::seconds{5});
    CHECK(settings->dimse_timeout == std::chrono::seconds{30});
    CHECK(settings->idle_timeout == std::chrono::seconds{120});
    CHECK(settings->callers == dimse::Callers::listed);
    CHECK(settings->keeps_bits);
    REQUIRE(settings->secure);
    CHECK(settings->secure->host == "0.0.0.0");
    CHECK(settings->secure->port == 2762);
    CHECK(settings->secure->tls.certificate == "node.pem");
    CHECK(settings->secure->tls.peer_certificate == dimse::PeerCertificate::not_required);
    CHECK(settings->secure->tls.profile == dimse::TlsProfile::extended);
    REQUIRE(settings->remotes.size() == 1);
    CHECK_FALSE(settings->remotes[0].permissions.store);
    REQUIRE(settings->remotes[0].tls);
    CHECK(settings->remotes[0].tls->authorities == "authorities.pem");
    CHECK(settings->verify_identity);
    CHECK(settings->identity == dimse::IdentityPolicy::optional);
}

TEST_CASE("on loopback anybody may call, beyond it who is listed, or anybody when told so") {
    for (auto const& [toml, callers] :
         {std::pair{"", dimse::Callers::anybody},
          {"[[dimse.peers]]\nae_title = \"A\"", dimse::Callers::anybody},
          {"dimse = \"0.0.0.0:104\"", dimse::Callers::listed},
          {"[dimse.tls]\nlisten = \"0.0.0.0:2762\"", dimse::Callers::listed},
          {"[dimse.tls]\nlisten = \"127.0.0.1:2762\"", dimse::Callers::anybody},
          {"dimse = \"0.0.0.0:104\"\ndimse.accept_any_ae = true", dimse::Callers::anybody},
          {"dimse = \"0.0.0.0:104\"\ninsecure = true", dimse::Callers::anybody}}) {
        CAPTURE(toml);
        auto const settings = dimse_settings(read(toml));
        REQUIRE(settings);
        CHECK(settings->callers == callers);
    }
}

TEST_CASE("without a certificate there is no TLS, and without users no identity") {
    auto const settings = dimse_settings(read(""));
    REQUIRE(settings);
    CHECK_FALSE(settings->secure);
    CHECK_FALSE(settings->verify_identity);
    auto const nobody = dimse_settings(read("dimse.require_identity = true"));
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().detail.find("dimse.require_identity") != std::string::npos);
    auto const no_key = dimse_settings(read("dimse.jwt.key = \"/nowhere\""));
    REQUIRE_FALSE(no_key);
    CHECK(no_key.error().detail.find("dimse.jwt.key") != std::string::npos);
    testing::TemporaryDirectory const folder;
    testing::write_file(folder / "key", "a secret of thirty-two bytes or so");
    auto const tokens = dimse_settings(read("dimse.require_identity = true\n[dimse.jwt]\nissuer = \"us\"\nkey = \"" +
                                            (folder / "key").string() + "\""));
    REQUIRE(tokens);
    CHECK(tokens->identity == dimse::IdentityPolicy::required);
}

TEST_CASE("a wrong value of the DIMSE door is named") {
    CHECK_FALSE(dimse_door_keys().empty());
    for (auto const& [toml, key] : {std::pair{"dimse.sop_classes = [\"a b\"]", "dimse.sop_classes"},
                                    {"dimse.transfer_syntaxes = [\"1.2.3\"]", "dimse.transfer_syntaxes"},
                                    {"dimse.idle_seconds = \"long\"", "dimse.idle_seconds"},
                                    {"dimse.tls.listen = \"nowhere\"", "dimse.tls.listen"},
                                    {"dimse.tls.profile = \"none\"", "dimse.tls.profile"},
                                    {"dimse.tls.client_certificates = \"some\"", "dimse.tls.client_certificates"},
                                    {"dimse.tls.key = \"\"", "dimse.tls.key"},
                                    {"dimse.users = 5", "dimse.users"},
                                    {"[[dimse.users]]\npasscode = \"$6$x\"", "dimse.users.name"}}) {
        CAPTURE(toml);
        CHECK(refusal(toml).find(key) != std::string::npos);
    }
}

}  // namespace cassette
