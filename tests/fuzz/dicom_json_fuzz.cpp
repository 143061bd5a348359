// Laws: a value of any bytes makes an attribute that keeps to the DICOM JSON Model; of any JSON object the members come as
// they stand; a data set becomes well-formed XML, and a table line of as many fields as there are columns, none a formula.

#include "dicomweb/csv.h"
#include "dicomweb/dicom_json.h"
#include "dicomweb/dicom_xml.h"
#include "tests/support/dicom_json_checker.h"
#include "tests/support/xml_reader.h"

#include <boost/json/parse.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace cassette;
using namespace cassette::dicomweb;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

// Of VRs whose values have no rule beyond the model's.
void check_attribute(std::uint8_t choice, std::string_view value) {
    constexpr std::string_view vrs[] = {"LO", "PN", "IS", "DS", "UT", "UV", "SV", "CS", "OB", "SQ", "UI", "DA"};
    auto const attribute = json_attribute(vrs[choice % std::size(vrs)], value);
    require(testing::dicom_json_problems("{\"00091001\":" + attribute + "}").empty());
}

void check_members(std::string_view text, boost::json::object const& object) {
    std::vector<std::string> names;
    require(for_each_member(text, [&](std::string_view name, std::string_view value) {
                boost::json::error_code error;
                (void)boost::json::parse(value, error, {}, {.max_depth = 600});
                require(!error);
                names.emplace_back(name);
            }).has_value());
    require(names.size() >= object.size());  // a name that is there twice counts twice
}

std::vector<std::string> fields_of(std::string_view line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        bool const doubled = quoted && line.substr(i, 2) == "\"\"";
        if (doubled)
            fields.back() += line[++i];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    require(!quoted);
    return fields;
}

void check_line(std::string_view text) {
    std::vector<AttributePath> const columns{
        {{}, {0x0010, 0x0010}}, {{}, {0x0010, 0x4000}}, {{{0x0040, 0x0275}}, {0x0040, 0x0009}}};
    auto const line = csv_line(columns, text);
    require(line.ends_with("\r\n"));
    auto const fields = fields_of(std::string_view{line}.substr(0, line.size() - 2));
    require(fields.size() == columns.size());
    for (auto const& field : fields) require(field.empty() || (field.front() != '=' && field.front() != '@'));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const text{reinterpret_cast<char const*>(data) + 1, size - 1};
    check_attribute(data[0], text);
    check_line(text);
    auto const visited = for_each_member(text, [](std::string_view, std::string_view) {});
    boost::json::error_code error;
    auto const parsed = boost::json::parse(text, error, {}, {.max_depth = 500});
    if (error || !parsed.is_object()) return 0;
    require(visited.has_value());
    check_members(text, parsed.get_object());
    auto const xml = native_dicom_model(text);
    require(xml && testing::read_xml(*xml));
    return 0;
}
