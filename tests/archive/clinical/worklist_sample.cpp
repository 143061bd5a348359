#include "tests/archive/clinical/worklist_sample.h"

#include <boost/json/array.hpp>
#include <boost/json/value_ref.hpp>

namespace cassette::testing {

namespace {

namespace json = boost::json;

json::object attribute(char const* vr, json::value_ref value) { return {{"vr", vr}, {"Value", json::array{value}}}; }

json::object code(std::string const& value, std::string const& meaning) {
    return {{"00080100", attribute("SH", value)},
            {"00080102", attribute("SH", "99TEST")},
            {"00080104", attribute("LO", meaning)}};
}

}  // namespace

json::object sample_item(SampleItem const& item) {
    json::object step{{"00080060", attribute("CS", item.modality)},
                      {"00400001", attribute("AE", item.station)},
                      {"00400002", attribute("DA", item.date)},
                      {"00400003", attribute("TM", item.time)},
                      {"00400006", attribute("PN", json::object{{"Alphabetic", "Roe^Jim"}})},
                      {"00400007", attribute("LO", "Head")},
                      {"00400009", attribute("SH", item.step)}};
    return {{"00080050", attribute("SH", item.accession)},
            {"00080090", json::object{{"vr", "PN"}}},
            {"00100010", attribute("PN", json::object{{"Alphabetic", item.patient_name}})},
            {"00100020", attribute("LO", item.patient_id)},
            {"00100030", attribute("DA", "19800229")},
            {"00101030", attribute("DS", 72.5)},
            {"0020000D", attribute("UI", item.study)},
            {"00321060", attribute("LO", "CT of the head")},
            {"00321064", json::object{{"vr", "SQ"}, {"Value", json::array{code("C1", "Head"), code("C2", "Neck")}}}},
            {"00380100",
             json::object{{"vr", "SQ"}, {"Value", json::array{json::object{{"00420010", attribute("ST", "Letter")}}}}}},
            {"00400100", json::object{{"vr", "SQ"}, {"Value", json::array{step}}}},
            {"00401001", attribute("SH", "RP1")}};
}

}  // namespace cassette::testing
