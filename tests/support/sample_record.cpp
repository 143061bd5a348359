#include "tests/support/sample_record.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

void set(AttributeValues& values, std::string_view keyword, std::string const& value) {
    auto const position = find_attribute(keyword);
    REQUIRE(position);
    values[*position] = value;
}

}  // namespace

StudyInstanceUID study_uid(int number) { return *StudyInstanceUID::parse("1.2.3.1." + std::to_string(number)); }
SeriesInstanceUID series_uid(int number) { return *SeriesInstanceUID::parse("1.2.3.2." + std::to_string(number)); }
SOPInstanceUID instance_uid(int number) { return *SOPInstanceUID::parse("1.2.3.3." + std::to_string(number)); }

Digest digest_of(std::string_view content) {
    Digest::Bytes bytes{};
    std::uint64_t state = 14695981039346656037U;  // FNV-1a
    for (char const c : content) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211U;
    for (auto& byte : bytes) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        byte = static_cast<std::uint8_t>(state >> 56U);
    }
    return Digest{bytes};
}

InstanceRecord sample_record(SampleInstance const& sample) {
    InstanceRecord record{study_uid(sample.study),
                          series_uid(sample.series),
                          instance_uid(sample.instance),
                          *SOPClassUID::parse(sample.sop_class),
                          *TransferSyntaxUID::parse("1.2.840.10008.1.2.1"),
                          AttributeValues(attributes().size()),
                          digest_of(sample.content),
                          1000,
                          1'700'000'000'000'000'000,
                          "TESTER",
                          "layout of " + sample.content,
                          {"metadata of " + sample.content, 7, 77}};
    set(record.values, "PatientName", "Doe^Jane");
    set(record.values, "PatientID", "P1");
    set(record.values, "StudyDate", "20200101");
    set(record.values, "Modality", "CT");
    set(record.values, "SeriesNumber", std::to_string(sample.series));
    set(record.values, "InstanceNumber", std::to_string(sample.instance));
    for (auto const& [keyword, text] : sample.values) set(record.values, keyword, text);
    return record;
}

Condition equals(std::string_view keyword, std::string value) { return one_of(keyword, {std::move(value)}); }

Condition one_of(std::string_view keyword, std::vector<std::string> values) {
    auto const attribute = find_attribute(keyword);
    REQUIRE(attribute);
    return {*attribute, OneOf{std::move(values)}};
}

Condition matches(std::string_view keyword, std::string pattern) {
    auto const attribute = find_attribute(keyword);
    REQUIRE(attribute);
    return {*attribute, Wildcard{std::move(pattern)}};
}

Condition between(std::string_view keyword, std::optional<std::string> first, std::optional<std::string> last) {
    auto const attribute = find_attribute(keyword);
    REQUIRE(attribute);
    return {*attribute, Between{std::move(first), std::move(last)}};
}

FindRequest request_for(Level level, std::vector<Condition> conditions) {
    FindRequest request;
    request.level = level;
    request.conditions = std::move(conditions);
    return request;
}

std::string const& value(FoundRow const& row, std::string_view keyword) {
    auto const attribute = find_attribute(keyword);
    REQUIRE(attribute);
    return row.values[*attribute];
}

std::vector<FoundRow> find_all(Index const& index, FindRequest const& request) {
    std::vector<FoundRow> rows;
    auto const found = index.find(request, [&](FoundRow const& row) {
        rows.push_back(row);
        return Result<void>{};
    });
    if (!found) CAPTURE(found.error().detail);
    REQUIRE(found);
    return rows;
}

std::string find_values(Index const& index, FindRequest const& request, std::string_view keyword) {
    std::string text;
    for (auto const& row : find_all(index, request)) {
        if (!text.empty()) text += ' ';
        text += value(row, keyword);
    }
    return text;
}

}  // namespace cassette::testing
