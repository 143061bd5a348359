#include "tools/configuration.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <stdlib.h>

namespace cassette {

namespace {

// The example of the contract, word for word.
constexpr std::string_view example = R"(data  = "/var/lib/cassette"
http  = "127.0.0.1:8104"
dimse = "127.0.0.1:11112"
aet   = "CASSETTE"

[[dimse.peers]]                 # who we may send to, and who may come
ae_title = "WORKSTATION"
host     = "192.0.2.10"
port     = 104
)";

// A variable of the environment, as long as this lives.
class Variable {
public:
    Variable(std::string name, std::string const& value) : name_{std::move(name)} {
        setenv(name_.c_str(), value.c_str(), 1);
    }
    Variable(Variable const&) = delete;
    Variable& operator=(Variable const&) = delete;
    ~Variable() { unsetenv(name_.c_str()); }

private:
    std::string name_;
};

std::string refusal(std::string_view toml) {
    Configuration configuration;
    auto const applied = apply_file(configuration, toml, "node.toml");
    REQUIRE_FALSE(applied);
    CHECK(applied.error().code == ErrorCode::malformed);
    return applied.error().detail;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("the contract's example loads as it is") {
    Configuration configuration;
    auto const applied = apply_file(configuration, example, "node.toml");
    CHECK_MESSAGE(applied, applied.error().detail);
    CHECK(configuration.data == "/var/lib/cassette");
    CHECK(configuration.http.host == "127.0.0.1");
    CHECK(configuration.http.port == 8104);
    CHECK(configuration.dimse.port == 11112);
    CHECK(configuration.aet.str() == "CASSETTE");
    REQUIRE(configuration.peers.size() == 1);
    CHECK(configuration.peers[0].ae_title.str() == "WORKSTATION");
    CHECK(configuration.peers[0].host == "192.0.2.10");
    CHECK(configuration.peers[0].port == 104);
}

TEST_CASE("what is not set has the contract's default") {
    Configuration const configuration;
    CHECK(configuration.data == "cassette-data");
    CHECK(configuration.http.host == "127.0.0.1");
    CHECK(configuration.http.port == 8104);
    CHECK(configuration.dimse.host == "127.0.0.1");
    CHECK(configuration.dimse.port == 11112);
    CHECK(configuration.aet.str() == "CASSETTE");
    CHECK_FALSE(configuration.insecure);
    CHECK(check_exposure(configuration));
}

TEST_CASE("every setting is a flag, a variable and a key") {
    for (auto const& setting : settings()) {
        CAPTURE(setting.key);
        CHECK_FALSE(setting.help.empty());
        CHECK(flag_of(setting).starts_with("--"));
        CHECK(flag_of(setting).find_first_of("_.") == std::string::npos);
        CHECK(environment_of(setting).starts_with("CASSETTE_"));
        CHECK(environment_of(setting).find_first_of(".-abcdefghijklmnopqrstuvwxyz") == std::string::npos);
    }
    auto const& last = settings().back();
    CHECK(last.key == "dimse.jwt.audience");
    CHECK(flag_of(last) == "--dimse-jwt-audience");
    CHECK(environment_of(last) == "CASSETTE_DIMSE_JWT_AUDIENCE");
}

TEST_CASE("each key can be set in a file, in a table or with dots") {
    Configuration configuration;
    auto const applied = apply_file(configuration, R"(
log_format = "text"
log_level = "debug"
insecure = true
behind_tls_proxy = true
on_duplicate = "keep_first"
instance_bytes_max = 1000
renditions_bytes_max = 2000
workers = 3
dimse.associations_max = 4
dimse.accept_unknown_sop_classes = true
dimse.check_called_ae_title = true
dimse.accept_any_ae = true
)",
                                    "node.toml");
    CHECK_MESSAGE(applied, applied.error().detail);
    CHECK(configuration.log_format == LogFormat::text);
    CHECK(configuration.log_level == "debug");
    CHECK(configuration.insecure);
    CHECK(configuration.behind_tls_proxy);
    CHECK(configuration.on_duplicate == OnDuplicate::keep_first);
    CHECK(configuration.instance_bytes_max == 1000);
    CHECK(configuration.renditions_bytes_max == 2000);
    CHECK(configuration.workers == 3);
    CHECK(configuration.associations_max == 4);
    CHECK(configuration.accept_unknown_sop_classes);
    CHECK(configuration.check_called_ae_title);
    CHECK(configuration.accept_any_ae);
    Configuration table;
    CHECK(apply_file(table, "[dimse]\nassociations_max = 5\nlisten = \"127.0.0.1:104\"\n", "node.toml"));
    CHECK(table.associations_max == 5);
    CHECK(table.dimse.port == 104);
}

TEST_CASE("the flag comes before the variable, the variable before the file, the file before the default") {
    testing::TemporaryDirectory folder;
    auto const file = folder / "node.toml";
    testing::write_file(file, "aet = \"FILE\"\nworkers = 1\nlog_level = \"warn\"\n");
    CHECK(load_configuration(file, {})->aet.str() == "FILE");
    Variable const aet{"CASSETTE_AET", "VARIABLE"};
    Variable const workers{"CASSETTE_WORKERS", "2"};
    CHECK(load_configuration({}, {})->aet.str() == "VARIABLE");
    auto const all = load_configuration(file, {{"aet", "FLAG"}});
    REQUIRE(all);
    CHECK(all->aet.str() == "FLAG");
    CHECK(all->workers == 2);
    CHECK(all->log_level == "warn");
    CHECK(all->log_format == LogFormat::json);
}

TEST_CASE("an unknown key is an error that names it and the file") {
    CHECK(contains(refusal("colour = 1\n"), "colour"));
    CHECK(contains(refusal("colour = 1\n"), "node.toml"));
    CHECK(contains(refusal("[dimse]\ncolour = 1\n"), "dimse.colour"));
    CHECK(contains(refusal("[colour]\nred = 1\n"), "colour.red"));
    CHECK(contains(refusal("[[dimse.peers]]\nae_title = \"A\"\ncolour = 1\n"), "dimse.peers.colour"));
}

TEST_CASE("a wrong value is an error that names its key, variable or flag") {
    for (auto const& [toml, key] : {std::pair{"http = \"nowhere\"", "http"},
                                    {"dimse = \"127.0.0.1:70000\"", "dimse"},
                                    {"aet = \"A TITLE THAT IS TOO LONG\"", "aet"},
                                    {"aet = \"\"", "aet"},
                                    {"data = \"\"", "data"},
                                    {"log_format = \"xml\"", "log_format"},
                                    {"log_level = \"loud\"", "log_level"},
                                    {"insecure = \"perhaps\"", "insecure"},
                                    {"on_duplicate = \"shrug\"", "on_duplicate"},
                                    {"workers = -1", "workers"},
                                    {"workers = 1.5", "workers"},
                                    {"workers = [1]", "workers"},
                                    {"dimse.associations_max = \"many\"", "dimse.associations_max"},
                                    {"dimse.peers = 5", "dimse.peers"},
                                    {"dimse.peers = [5]", "dimse.peers"},
                                    {"[[dimse.peers]]\nhost = \"a\"", "dimse.peers.ae_title"},
                                    {"[[dimse.peers]]\nae_title = \"A\"\nport = 0", "dimse.peers.port"},
                                    {"[[dimse.peers]]\nae_title = \"A\"\nport = \"104\"", "dimse.peers.port"},
                                    {"[[dimse.peers]]\nae_title = \"A\"\nhost = 5", "dimse.peers.host"}}) {
        CAPTURE(toml);
        CHECK(contains(refusal(toml), key));
    }
    auto const flag = load_configuration({}, {{"log_format", "xml"}});
    REQUIRE_FALSE(flag);
    CHECK(contains(flag.error().detail, "--log-format"));
    Variable const variable{"CASSETTE_DIMSE_ASSOCIATIONS_MAX", "many"};
    auto const environment = load_configuration({}, {});
    REQUIRE_FALSE(environment);
    CHECK(contains(environment.error().detail, "CASSETTE_DIMSE_ASSOCIATIONS_MAX"));
}

TEST_CASE("what is no TOML is an error with its line, a file that is not there one with its name") {
    CHECK(contains(refusal("workers = 1\nworkers = \n"), "node.toml:2"));
    auto const missing = load_configuration("no-such-file.toml", {});
    REQUIRE_FALSE(missing);
    CHECK(contains(missing.error().detail, "no-such-file.toml"));
}

TEST_CASE("an endpoint is HOST:PORT, IPv6 in brackets or not") {
    struct Sample {
        std::string_view text, host;
        std::uint16_t port;
    };
    for (auto const& [text, host, port] :
         {Sample{"127.0.0.1:8104", "127.0.0.1", 8104}, Sample{"localhost:0", "localhost", 0},
          Sample{"[::1]:8104", "::1", 8104}, Sample{"::1:8104", "::1", 8104}, Sample{"0.0.0.0:65535", "0.0.0.0", 65535},
          Sample{"[fe80::1%eth0]:1", "fe80::1%eth0", 1}}) {
        CAPTURE(text);
        auto const endpoint = parse_endpoint(text);
        REQUIRE(endpoint);
        CHECK(endpoint->host == host);
        CHECK(endpoint->port == port);
    }
    for (std::string_view const bad : {"", "localhost", ":80", "localhost:", "localhost:-1", "localhost:65536",
                                       "localhost:8o", "[]:80", "localhost:+80", "localhost: 80"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_endpoint(bad));
    }
}

TEST_CASE("these addresses are this machine's own") {
    for (std::string_view const own : {"127.0.0.1:1", "127.1.2.3:1", "localhost:1", "[::1]:1"}) {
        CAPTURE(own);
        CHECK(parse_endpoint(own)->is_loopback());
    }
    for (std::string_view const open :
         {"0.0.0.0:1", "[::]:1", "192.0.2.1:1", "127.example.com:1", "example.com:1", "1127.0.0.1:1"}) {
        CAPTURE(open);
        CHECK_FALSE(parse_endpoint(open)->is_loopback());
    }
}

TEST_CASE("beyond loopback the node wants to be told that it is meant (contract: safe by default)") {
    struct Sample {
        std::string_view toml;
        std::string_view refused;  // the flag that is named, or nothing
    };
    for (auto const& [toml, refused] : {
             Sample{"", ""},
             Sample{"http = \"localhost:0\"\ndimse = \"[::1]:0\"", ""},
             Sample{"http = \"0.0.0.0:8104\"", "--http"},
             Sample{"http = \"[::]:8104\"", "--http"},
             Sample{"http = \"0.0.0.0:8104\"\ninsecure = true", ""},
             Sample{"http = \"0.0.0.0:8104\"\nbehind_tls_proxy = true", "--http"},  // authentication is missing
             Sample{"dimse = \"0.0.0.0:11112\"", "--dimse"},
             Sample{"dimse = \"0.0.0.0:11112\"\ninsecure = true", ""},
             Sample{"dimse = \"0.0.0.0:11112\"\ndimse.accept_any_ae = true", ""},
             Sample{"dimse = \"0.0.0.0:11112\"\n[[dimse.peers]]\nae_title = \"A\"\nhost = \"a\"", ""},
         }) {
        CAPTURE(toml);
        Configuration configuration;
        REQUIRE(apply_file(configuration, toml, "node.toml"));
        auto const allowed = check_exposure(configuration);
        CHECK(allowed.has_value() == refused.empty());
        if (!allowed) CHECK(contains(allowed.error().detail, refused));
        if (!allowed) CHECK(contains(allowed.error().detail, "--insecure"));
    }
}

TEST_CASE("search attributes are tables of the file, and what is wrong in one names its key") {
    Configuration configuration;
    REQUIRE(apply_file(configuration,
                       "[[search.attributes]]\nname = \"ward\"\npath = \"00091001\"\nprivate_creator = \"ACME\"\n"
                       "vr = \"LO\"\nlevel = \"study\"\n[[search.attributes]]\npath = \"KVP\"\nlevel = \"instance\"\n",
                       "a.toml"));
    REQUIRE(configuration.search_attributes.size() == 2);
    CHECK(configuration.search_attributes[0].private_creator == "ACME");
    CHECK(configuration.search_attributes[1].tag == Tag{0x0018, 0x0060});
    for (auto const* toml : {"[[search.attributes]]\npath = \"KVP\"\nlevel = \"frame\"\n",
                             "[search]\nattributes = \"KVP\"\n", "[search]\nattributes = [\"KVP\"]\n"}) {
        CAPTURE(toml);
        auto const refused = apply_file(configuration, toml, "a.toml");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().detail.starts_with("a.toml: search.attributes"));
    }
}

}  // namespace cassette
