#include "dimse/retrieve_identifier.h"

#include <doctest/doctest.h>

#include <bit>
#include <cstring>
#include <string>

using namespace cassette;
using namespace cassette::dimse;

namespace {

constexpr Tag level_tag{0x0008, 0x0052}, patient_id{0x0010, 0x0020}, study{0x0020, 0x000D}, series{0x0020, 0x000E},
    instance{0x0008, 0x0018};

DataElement key(Tag tag, std::string vr, std::string value) {
    return {.tag = tag, .vr = std::move(vr), .value = std::move(value)};
}

DataElement level(std::string value) { return key(level_tag, "CS", std::move(value)); }

template <class Number>
std::string binary(std::initializer_list<Number> numbers) {
    std::string bytes(numbers.size() * sizeof(Number), '\0');
    std::memcpy(bytes.data(), numbers.begin(), bytes.size());
    return bytes;
}

std::variant<RetrieveIdentifier, Refusal> read(DataElements const& identifier, InformationModel model,
                                               Hierarchy hierarchy = Hierarchy::strict) {
    return read_retrieve_identifier(identifier, model, hierarchy);
}

RetrieveIdentifier taken(std::variant<RetrieveIdentifier, Refusal> const& read) {
    auto const* identifier = std::get_if<RetrieveIdentifier>(&read);
    REQUIRE(identifier != nullptr);
    return *identifier;
}

Tag offending(std::variant<RetrieveIdentifier, Refusal> const& read) {
    auto const* refusal = std::get_if<Refusal>(&read);
    REQUIRE(refusal != nullptr);
    CHECK(refusal->status.code == 0xA900);
    REQUIRE(refusal->offending_element);
    return *refusal->offending_element;
}

}  // namespace

TEST_CASE("a retrieval is of the unique keys down to its level (PS3.4 C.4.2.1.4.1)") {
    using enum InformationModel;
    auto const retrieval =
        taken(read({level("SERIES"), key(patient_id, "LO", "P1 "), key(study, "UI", "1.2"),
                    key(series, "UI", "1.3\\1.4"), key(instance, "UI", "1.5"), key({0x0010, 0x0010}, "PN", "Doe")},
                   patient_root));
    CHECK(retrieval.selection.level == Level::series);
    CHECK_FALSE(retrieval.frames);
    REQUIRE(retrieval.selection.keys.size() == 3);
    CHECK(retrieval.selection.keys[0].value == "P1");
    CHECK(retrieval.selection.keys[2].value == "1.3\\1.4");
}

TEST_CASE("a retrieval without its level or unique keys is refused with the offending element (PS3.4 Table C.4-2)") {
    using enum InformationModel;
    CHECK(offending(read({key(study, "UI", "1.2")}, study_root)) == level_tag);
    CHECK(offending(read({level("PATIENT"), key(patient_id, "LO", "P1")}, study_root)) == level_tag);
    CHECK(offending(read({level("SERIES"), key(patient_id, "LO", "P1"), key(study, "UI", "1.2")},
                         patient_study_only)) == level_tag);
    CHECK(offending(read({level("STUDY")}, study_root)) == study);
    CHECK(offending(read({level("STUDY"), key(study, "UI", "")}, study_root)) == study);
    CHECK(offending(read({level("PATIENT"), key(patient_id, "LO", "P1\\P2")}, patient_root)) == patient_id);
    CHECK(offending(read({level("PATIENT"), key(patient_id, "LO", "P*")}, patient_root)) == patient_id);
    CHECK(offending(read({level("SERIES"), key(series, "UI", "1.3")}, study_root)) == study);
    CHECK(offending(read({level("SERIES"), key(study, "UI", "1.2\\1.3"), key(series, "UI", "1.3")}, study_root)) ==
          study);
}

TEST_CASE("a relational retrieval needs no key above its level (PS3.4 C.4.2.2.2.1)") {
    auto const retrieval = taken(
        read({level("IMAGE"), key(instance, "UI", "1.5\\1.6")}, InformationModel::study_root, Hierarchy::relational));
    CHECK(retrieval.selection.level == Level::instance);
    CHECK(retrieval.selection.keys.size() == 1);
}

TEST_CASE("the FRAME level names one instance and frames of it (PS3.4 Y.3.2, Y.6.1.1.4)") {
    auto const model = InformationModel::composite_instance_root;
    auto const simple = taken(
        read({level("FRAME"), key(instance, "UI", "1.5"), key({0x0008, 0x1161}, "UL", binary<std::uint32_t>({1, 3}))},
             model));
    REQUIRE(simple.frames);
    CHECK(simple.frames->simple == std::vector<std::uint32_t>{1, 3});
    auto const timed = taken(read(
        {level("FRAME"), key(instance, "UI", "1.5"), key({0x0008, 0x1163}, "FD", binary<double>({0.5, 2}))}, model));
    CHECK(timed.frames->time_range == std::vector<double>{0.5, 2});
    auto const several = read({level("FRAME"), key(instance, "UI", "1.5\\1.6")}, model);
    REQUIRE(std::holds_alternative<Refusal>(several));
    CHECK(std::get_if<Refusal>(&several)->status.code == 0xAA04);
    CHECK(offending(read({level("FRAME"), key(instance, "UI", "1.5")}, InformationModel::without_bulk_data)) ==
          level_tag);
}
