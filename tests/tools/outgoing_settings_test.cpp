#include "tools/outgoing_settings.h"

#include "tools/configuration.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

AETitle ae(std::string_view title) { return *AETitle::parse(title); }

Result<Configuration> configured(std::string const& toml) {
    Configuration configuration;
    if (auto applied = apply_file(configuration, toml, "test.toml"); !applied) return fail(applied.error());
    return configuration;
}

}  // namespace

TEST_CASE("forwarding and notification rules are read from the configuration file") {
    auto const configuration = configured(R"(
[[dimse.forward]]
to = "PACS"

[[dimse.forward]]
to               = "RESEARCH"
calling_ae_title = ["CT1", "CT2"]
modality         = "CT"
station_name     = "SCAN*"
sop_class        = "1.2.840.10008.5.1.4.1.1.2"
institution_name = ["General Hospital"]

[[dimse.notify]]
to            = "RIS"
quiet_seconds = 5
modality      = ["CT", "MR"]

[[dimse.notify]]
to = "OTHER"
)");
    REQUIRE(configuration);
    auto const& rules = configuration->outgoing;
    REQUIRE(rules.forward.size() == 2);
    CHECK(rules.forward[0] == ForwardingRule{ae("PACS")});
    CHECK(rules.forward[1] ==
          ForwardingRule{ae("RESEARCH"),
                         {{"CT1", "CT2"}, {"CT"}, {"SCAN*"}, {"1.2.840.10008.5.1.4.1.1.2"}, {"General Hospital"}}});
    REQUIRE(rules.notify.size() == 2);
    CHECK(rules.notify[0] == NotificationRule{ae("RIS"), std::chrono::seconds{5}, {.modality = {"CT", "MR"}}});
    CHECK(rules.notify[1].quiet == std::chrono::seconds{60});
}

TEST_CASE("a rule that is none names the key that is wrong") {
    struct {
        char const* toml;
        char const* complaint;
    } const rows[]{
        {"[[dimse.forward]]\nmodality = \"CT\"", "test.toml: dimse.forward.to names no AE title"},
        {"[[dimse.forward]]\nto = \"TITLE TOO LONG FOR AN AE\"", "test.toml: dimse.forward.to is not an AE title"},
        {"[[dimse.forward]]\nto = [\"A\", \"B\"]", "test.toml: dimse.forward.to names no AE title"},
        {"[[dimse.forward]]\nto = \"A\"\nfrom = \"B\"", "test.toml: dimse.forward.from is no key of a rule"},
        {"[[dimse.forward]]\nto = \"A\"\nquiet_seconds = 5",
         "test.toml: dimse.forward.quiet_seconds is no key of a rule"},
        {"[[dimse.forward]]\nto = \"A\"\nmodality = []",
         "test.toml: dimse.forward.modality is neither a text nor a list"},
        {"[[dimse.forward]]\nto = \"A\"\nmodality = 1.5",
         "test.toml: dimse.forward.modality is neither a text nor a list"},
        {"[dimse.forward]\nto = \"A\"", "test.toml: dimse.forward is not a list of tables"},
        {"dimse.notify = [1]", "test.toml: dimse.notify is not a list of tables"},
        {"[[dimse.notify]]\nto = \"A\"\nquiet_seconds = -1",
         "test.toml: dimse.notify.quiet_seconds is not a number of seconds up to a day"},
        {"[[dimse.notify]]\nto = \"A\"\nquiet_seconds = \"5x\"",
         "test.toml: dimse.notify.quiet_seconds is not a number of seconds up to a day"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.toml);
        auto const configuration = configured(row.toml);
        REQUIRE_FALSE(configuration);
        CHECK(configuration.error().detail == row.complaint);
    }
}

TEST_CASE("whoever is to be told something must be listed with a host") {
    std::vector const reachable{ae("A"), ae("B")};
    CHECK(check_destinations({.forward = {{ae("A")}}, .notify = {{ae("B"), {}}}}, reachable));
    auto const unknown = check_destinations({.forward = {{ae("A")}, {ae("C")}}}, reachable);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().detail == "dimse.forward.to: C is not listed in dimse.peers with a host");
    CHECK(check_destinations({.notify = {{ae("C"), {}}}}, reachable).error().detail ==
          "dimse.notify.to: C is not listed in dimse.peers with a host");
}

}  // namespace cassette
