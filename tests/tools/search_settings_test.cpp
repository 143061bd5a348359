#include "tools/search_settings.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using Table = std::map<std::string, std::string>;

SearchAttribute parsed(Table const& table) {
    auto attribute = parse_search_attribute(table);
    if (!attribute) CAPTURE(attribute.error().detail);
    REQUIRE(attribute);
    return *attribute;
}

}  // namespace

TEST_CASE("a search attribute is named by tags or by keywords, through sequences") {
    auto const tags = parsed({{"path", "00400275.00400009"}, {"vr", "SH"}, {"level", "series"}});
    CHECK(tags.sequences == std::vector<Tag>{{0x0040, 0x0275}});
    CHECK(tags.tag == Tag{0x0040, 0x0009});
    CHECK(tags.level == Level::series);
    CHECK(tags.matching == Matching::text);
    CHECK(tags.name == "00400275.00400009");
    auto const keywords = parsed({{"path", "RequestAttributesSequence.ScheduledProcedureStepID"}, {"level", "series"}});
    CHECK(same_attribute(tags, keywords));
    CHECK(parsed({{"path", "KVP"}, {"level", "instance"}, {"name", "tube"}}).name == "tube");
    CHECK(parsed({{"path", "KVP"}, {"level", "instance"}}).vr == "DS");
}

TEST_CASE("a private attribute has a creator and a VR (PS3.5 7.8.1)") {
    auto const site = parsed({{"path", "00091001"}, {"vr", "LO"}, {"level", "study"}, {"private_creator", "ACME"}});
    CHECK(site.private_creator == "ACME");
    CHECK(parsed({{"path", "00091002.00080100"}, {"vr", "SH"}, {"level", "study"}, {"private_creator", "ACME"}})
              .sequences == std::vector<Tag>{{0x0009, 0x1002}});
}

TEST_CASE("what is wrong in a search attribute is an error that names the key") {
    struct Case {
        std::string key;
        Table table;
    };
    for (auto const& [key, table] : {
             Case{"path", {{"vr", "LO"}, {"level", "study"}}},
             Case{"path", {{"path", "NoSuchKeyword"}, {"vr", "LO"}, {"level", "study"}}},
             Case{"path", {{"path", "0040"}, {"vr", "LO"}, {"level", "study"}}},
             Case{"path", {{"path", "PatientID.CodeValue"}, {"vr", "LO"}, {"level", "study"}}},
             Case{"path", {{"path", "00081032.00081032.00081032.00081032.00081032.00080100"}, {"level", "study"}}},
             Case{"vr", {{"path", "KVP"}, {"vr", "XX"}, {"level", "study"}}},
             Case{"vr", {{"path", "KVP"}, {"vr", "OB"}, {"level", "study"}}},
             Case{"vr", {{"path", "ProcedureCodeSequence"}, {"level", "study"}}},
             Case{"vr", {{"path", "00091001"}, {"level", "study"}, {"private_creator", "ACME"}}},
             Case{"level", {{"path", "KVP"}, {"level", "frame"}}},
             Case{"level", {{"path", "KVP"}}},
             Case{"private_creator", {{"path", "00091001"}, {"vr", "LO"}, {"level", "study"}}},
             Case{"private_creator", {{"path", "KVP"}, {"level", "study"}, {"private_creator", "ACME"}}},
             Case{"colour", {{"path", "KVP"}, {"level", "study"}, {"colour", "red"}}},
         }) {
        CAPTURE(key);
        auto const refused = parse_search_attribute(table);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::malformed);
        CHECK(refused.error().detail.starts_with(key + ' '));
    }
}

TEST_CASE("what is searchable as it is need not be declared") {
    auto const kept = beyond_built_in({parsed({{"path", "AccessionNumber"}, {"level", "study"}}),
                                       parsed({{"path", "ProcedureCodeSequence.CodeValue"}, {"level", "study"}}),
                                       parsed({{"path", "PatientWeight"}, {"level", "study"}})});
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].tag == Tag{0x0010, 0x1030});
}

}  // namespace cassette
