#include "dimse/commitment_data_set.h"

#include "dimse/commitment_status.h"

#include <doctest/doctest.h>

namespace cassette::dimse {

namespace {

constexpr char const* ct = "1.2.840.10008.5.1.4.1.1.2";

DataElement uid(std::uint16_t element, std::string value) {
    return {.tag = {0x0008, element}, .vr = "UI", .value = std::move(value)};
}

DataElement references(std::vector<DataElements> items) {
    return {.tag = {0x0008, 0x1199}, .vr = "SQ", .items = std::move(items)};
}

std::string bytes_of(DataElements const& elements, ElementEncoding encoding) {
    std::string bytes;
    for (auto const& element : elements) append_element(bytes, element, encoding);
    return bytes;
}

DataElements request() {
    return {uid(0x1195, "2.25.7"),
            references({{uid(0x1150, ct), uid(0x1155, "1.2.3.1")}, {uid(0x1150, ct), uid(0x1155, "1.2.3.22")}})};
}

Commitment commitment(std::initializer_list<CommitmentFailure> failures) {
    Commitment commitment{*TransactionUID::parse("2.25.7"), {}, true};
    int number = 0;
    for (auto const failure : failures)
        commitment.references.push_back(
            {*SOPClassUID::parse(ct), *SOPInstanceUID::parse("1.2." + std::to_string(++number)), failure});
    return commitment;
}

DataElements written(Commitment const& commitment) {
    auto const bytes = write_commitment_result(commitment, "ME", explicit_vr_little_endian);
    auto elements = read_elements(std::as_bytes(std::span{bytes}), explicit_vr_little_endian);
    REQUIRE(elements);
    return *std::move(elements);
}

std::string text(DataElement const& element) { return std::string{without_padding(element.value)}; }

}  // namespace

TEST_CASE("a storage commitment request is read in either encoding (PS3.4 Table J.3-1)") {
    for (auto const encoding : {implicit_vr_little_endian, explicit_vr_little_endian}) {
        auto const read = read_commitment_request(bytes_of(request(), encoding), encoding);
        REQUIRE(read.commitment);
        CHECK(read.commitment->transaction.str() == "2.25.7");
        REQUIRE(read.commitment->references.size() == 2);
        CHECK(read.commitment->references[1].sop_class.str() == ct);
        CHECK(read.commitment->references[1].instance.str() == "1.2.3.22");
        CHECK_FALSE(read.commitment->verified);
    }
}

TEST_CASE("what is no storage commitment request gets the status that says why (PS3.7 10.1.4.1.10)") {
    auto const encoding = explicit_vr_little_endian;
    auto broken = request();
    SUBCASE("no Transaction UID") { broken.erase(broken.begin()); }
    SUBCASE("an empty Transaction UID") { broken[0].value.clear(); }
    SUBCASE("a Transaction UID that is none") { broken[0].value = "../etc"; }
    SUBCASE("no Referenced SOP Sequence") { broken.pop_back(); }
    SUBCASE("an empty Referenced SOP Sequence") { broken[1].items.clear(); }
    SUBCASE("a reference without instance") { broken[1].items[1].pop_back(); }
    SUBCASE("a reference without class") { broken[1].items[1].erase(broken[1].items[1].begin()); }
    SUBCASE("an empty item") { broken[1].items[0].clear(); }
    auto const read = read_commitment_request(bytes_of(broken, encoding), encoding);
    REQUIRE_FALSE(read.commitment);
    CHECK(read.refusal.status.code == invalid_argument_value.code);
    CHECK_FALSE(read.refusal.detail.empty());
}

TEST_CASE("a data set that is none is a processing failure, however deep or cut off") {
    auto const encoding = explicit_vr_little_endian;
    auto const whole = bytes_of(request(), encoding);
    std::vector<std::string> broken{whole.substr(0, whole.size() - 3), whole + "abc", std::string(100, '\xFF')};
    DataElement nested{.tag = {0x0008, 0x1199}, .vr = "SQ", .items = {{}}};
    for (int depth = 0; depth < 50; ++depth) nested = {.tag = {0x0008, 0x1199}, .vr = "SQ", .items = {{nested}}};
    broken.push_back(bytes_of({uid(0x1195, "2.25.7"), nested}, encoding));
    for (auto const& bytes : broken) {
        CAPTURE(bytes.size());
        auto const read = read_commitment_request(bytes, encoding);
        REQUIRE_FALSE(read.commitment);
        CHECK(read.refusal.status.code == processing_failure.code);
    }
}

TEST_CASE("ten thousand references are one request") {
    auto const encoding = implicit_vr_little_endian;
    std::vector<DataElements> items;
    for (int i = 1; i <= 10'000; ++i) items.push_back({uid(0x1150, ct), uid(0x1155, "1.2.3." + std::to_string(i))});
    auto const read =
        read_commitment_request(bytes_of({uid(0x1195, "2.25.7"), references(std::move(items))}, encoding), encoding);
    REQUIRE(read.commitment);
    CHECK(read.commitment->references.size() == 10'000);
    CHECK(read.commitment->references.back().instance.str() == "1.2.3.10000");
}

TEST_CASE("a result names what is committed and what failed (PS3.4 Table J.3-2)") {
    using enum CommitmentFailure;
    SUBCASE("all committed: event type 1, no Failed SOP Sequence") {
        auto const result = commitment({none, none});
        CHECK(event_type_of(result) == 1);
        auto const elements = written(result);
        REQUIRE(elements.size() == 3);
        CHECK(elements[0].tag == Tag{0x0008, 0x0054});
        CHECK(text(elements[0]) == "ME");
        CHECK(text(elements[1]) == "2.25.7");
        CHECK(elements[2].tag == Tag{0x0008, 0x1199});
        CHECK(elements[2].items.size() == 2);
        CHECK(elements[2].items[0].size() == 2);
    }
    SUBCASE("some failed: event type 2, both sequences") {
        auto const result = commitment({none, class_instance_conflict, none});
        CHECK(event_type_of(result) == 2);
        auto const elements = written(result);
        REQUIRE(elements.size() == 4);
        auto const& failed = elements[2];
        CHECK(failed.tag == Tag{0x0008, 0x1198});
        REQUIRE(failed.items.size() == 1);
        CHECK(text(failed.items[0][1]) == "1.2.2");
        CHECK(failed.items[0][2].tag == Tag{0x0008, 0x1197});
        CHECK(read_little(failed.items[0][2].value) == 0x0119);
        CHECK(elements[3].items.size() == 2);
    }
    SUBCASE("all failed: nothing is committed, and nothing can be retrieved") {
        auto const result = commitment({no_such_object_instance});
        CHECK(event_type_of(result) == 2);
        auto const elements = written(result);
        REQUIRE(elements.size() == 2);
        CHECK(elements[1].tag == Tag{0x0008, 0x1198});
    }
}

}  // namespace cassette::dimse
