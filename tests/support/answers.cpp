#include "tests/support/answers.h"

#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/http_client.h"
#include "tests/support/temporary_directory.h"

#include <boost/json.hpp>
#include <dcmtk/dcmdata/dctk.h>
#include <doctest/doctest.h>

#include <algorithm>

namespace cassette::testing {

namespace {

namespace json = boost::json;

std::string normalised(std::string value) {
    while (!value.empty() && (value.back() == ' ' || value.back() == '\0' || value.back() == '=')) value.pop_back();
    value.erase(0, value.find_first_not_of(' '));
    bool const integer =
        !value.empty() && value.size() < 12 && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    if (integer) value.erase(0, std::min(value.find_first_not_of('0'), value.size() - 1));
    return value;
}

// "0020000D" as findscu wants it: "0020,000D".
std::string with_comma(std::string const& tag) { return tag.substr(0, 4) + "," + tag.substr(4); }

DcmTagKey tag_key(std::string const& tag) {
    return {static_cast<Uint16>(std::stoul(tag.substr(0, 4), nullptr, 16)),
            static_cast<Uint16>(std::stoul(tag.substr(4), nullptr, 16))};
}

Answer answer_in(std::filesystem::path const& file, std::vector<std::string> const& wanted) {
    DcmFileFormat format;
    CHECK_MESSAGE(format.loadFile(file.c_str()).good(), file.string());
    auto& dataset = *format.getDataset();
    CHECK(dataset.convertToUTF8().good());
    Answer answer;
    for (auto const& tag : wanted) {
        OFString value;
        bool const found = dataset.findAndGetOFStringArray(tag_key(tag), value).good();
        answer[tag] = found ? normalised({value.c_str(), value.length()}) : "";
    }
    return answer;
}

std::string text_of(json::value const& value) {
    if (value.is_string()) return std::string{value.as_string()};
    if (value.is_null()) return {};
    if (!value.is_object()) return json::serialize(value);
    // PS3.18 F.2.2: a person name is an object of component groups.
    auto const group = [&](char const* name) {
        auto const* found = value.as_object().if_contains(name);
        return found ? std::string{found->as_string()} : std::string{};
    };
    return group("Alphabetic") + "=" + group("Ideographic") + "=" + group("Phonetic");
}

std::string value_in(json::object const& match, std::string const& tag) {
    auto const* attribute = match.if_contains(tag);
    auto const* values = attribute ? attribute->as_object().if_contains("Value") : nullptr;
    std::string text;
    if (!values) return text;
    for (auto const& value : values->as_array()) {
        if (&value != &values->as_array().front()) text += '\\';
        text += normalised(text_of(value));
    }
    return text;
}

std::string with_parameters(Question const& question) {
    auto path = question.resource + "?limit=100000";
    for (auto const& [tag, value] : question.keys) path += "&" + tag + "=" + value;
    for (auto const& tag : question.wanted) path += "&includefield=" + tag;
    return path;
}

}  // namespace

Answers ask_by_c_find(Node const& node, Question const& question) {
    TemporaryDirectory const folder;
    std::vector<std::string> keys{"0008,0052=" + question.level, "0008,0005=ISO_IR 192"};
    for (auto const& [tag, value] : question.keys) keys.push_back(with_comma(tag) + "=" + value);
    for (auto const& tag : question.wanted) {
        if (!question.keys.contains(tag)) keys.push_back(with_comma(tag));
    }
    auto const result = find_scu(node, keys, folder.path());
    CHECK_MESSAGE(result.exit_code == 0, result.all());
    Answers answers;
    for (auto const& file : files_below(folder.path())) answers.insert(answer_in(file, question.wanted));
    return answers;
}

Answers ask_by_qido(Node const& node, Question const& question) {
    auto const response = get(node.dicom_web(with_parameters(question)), "application/dicom+json");
    Answers answers;
    if (response.status == 204) return answers;
    CHECK_MESSAGE(response.status == 200, (question.resource + ": " + response.body));
    json::error_code error;
    auto const parsed = json::parse(response.body, error);
    REQUIRE_MESSAGE((!error && parsed.is_array()), response.body);
    for (auto const& match : parsed.as_array()) {
        Answer answer;
        for (auto const& tag : question.wanted) answer[tag] = value_in(match.as_object(), tag);
        answers.insert(answer);
    }
    return answers;
}

std::string to_text(Answers const& answers) {
    std::string text;
    for (auto const& answer : answers) {
        for (auto const& [tag, value] : answer) text += tag + "=" + value + " ";
        text += "\n";
    }
    return text;
}

Question studies_question() {
    return {.level = "STUDY",
            .resource = "/studies",
            .wanted = {"0020000D", "00100010", "00100020", "00100030", "00080020", "00080050", "00081030", "00080061",
                       "00201206", "00201208"}};
}

Question series_question(std::string const& study) {
    return {.level = "SERIES",
            .resource = "/studies/" + study + "/series",
            .keys = {{"0020000D", study}},
            .wanted = {"0020000D", "0020000E", "00080060", "00200011", "0008103E", "00201209"}};
}

Question instances_question(std::string const& study, std::string const& series) {
    return {.level = "IMAGE",
            .resource = "/studies/" + study + "/series/" + series + "/instances",
            .keys = {{"0020000D", study}, {"0020000E", series}},
            .wanted = {"0020000D", "0020000E", "00080018", "00080016", "00200013"}};
}

}  // namespace cassette::testing
