// Everything that is DICOM is stored, comes back bit for bit, is found alike by both doors, and renders if DCMTK decodes it.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/answers.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/raw_association.h"
#include "tests/support/sha256_of.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

namespace cassette::testing {

namespace {

std::vector<DicomObject> const& shared_objects() {
    static auto const objects = [] {
        std::vector<DicomObject> all;
        auto const data = shared_data();
        if (!data) {
            MESSAGE("there is no ../shared/data: real objects are not tested");
            return all;
        }
        for (auto const* folder : {"objects", "series"}) {
            for (auto const& file : files_below(*data / folder)) {
                auto object = read_dicom_object(file);
                CHECK_MESSAGE(object, file.string());
                if (object) all.push_back(*object);
            }
        }
        return all;
    }();
    return objects;
}

// The generated objects stand in where there are no real ones, and add what they lack.
std::vector<DicomObject> generated_objects(std::filesystem::path const& folder) {
    std::vector<DicomObject> all;
    for (std::string const syntax : {"explicit", "implicit", "big-endian"}) {
        auto const out = folder / syntax;
        auto const made =
            run_command({CASSETTE_GENERATE, "--seed", "7", "--studies", "6", "--series", "2", "--syntax", syntax,
                         "--instances", "2", "--modality", syntax == "implicit" ? "MR" : "US", "--out", out});
        REQUIRE(made.exit_code == 0);
        for (auto const& file : files_below(out)) all.push_back(*read_dicom_object(file));
    }
    return all;
}

// Where the node keeps it: an object without a study or a series was given them, so QIDO-RS is asked.
std::string instance_path(Node const& node, DicomObject const& object) {
    Question const question{.level = "IMAGE",
                            .resource = "/instances",
                            .keys = {{"00080018", object.instance}},
                            .wanted = {"0020000D", "0020000E", "00080018"}};
    auto const answers = ask_by_qido(node, question);
    CHECK(answers.size() == 1);
    if (answers.empty()) return {};
    auto const& answer = *answers.begin();
    if (!object.study.empty()) CHECK(answer.at("0020000D") == object.study);
    if (!object.series.empty()) CHECK(answer.at("0020000E") == object.series);
    return "/studies/" + answer.at("0020000D") + "/series/" + answer.at("0020000E") + "/instances/" + object.instance;
}

HttpResponse fetch(Node const& node, std::string const& path) {
    return get(node.dicom_web(path), "application/dicom; transfer-syntax=*");
}

// Which files DCMTK decodes: the column `dcmtk` of pixels.tsv.
std::map<std::string, bool> decodable() {
    std::map<std::string, bool> files;
    auto const data = shared_data();
    if (!data) return files;
    std::istringstream table{read_file(*data / "pixels.tsv")};
    for (std::string line; std::getline(table, line);) {
        std::vector<std::string> columns;
        std::istringstream stream{line};
        for (std::string column; std::getline(stream, column, '\t');) columns.push_back(column);
        if (columns.size() > 10) files[columns[0]] = columns[10] == "same" || columns[10].starts_with("differs by");
    }
    return files;
}

void check_rendered(Node const& node, std::string const& path, bool must_render) {
    auto const response = get(node.dicom_web(path + "/rendered"), "image/png");
    if (must_render)
        CHECK_MESSAGE(response.status == 200, response.body.substr(0, 300));
    else
        CHECK(response.status < 500);
    if (response.status == 200) CHECK(response.body.starts_with("\x89PNG\r\n"));
}

// It does not send what its own dictionary does not list.
bool is_beyond_storescu(CommandResult const& sent) {
    return sent.all().find("unknown storage SOP class in file") != std::string::npos ||
        sent.all().find("missing SOP class (or instance) in file") != std::string::npos;
}

void check_same_answers(Node const& node, Question const& question) {
    auto const found = ask_by_c_find(node, question);
    auto const searched = ask_by_qido(node, question);
    CAPTURE(question.resource);
    CHECK_MESSAGE(found == searched, ("C-FIND:\n" + to_text(found) + "QIDO-RS:\n" + to_text(searched)));
    CHECK_FALSE(found.empty());
}

// All three levels, from the top down.
void check_both_doors(Node const& node) {
    check_same_answers(node, studies_question());
    for (auto const& study : ask_by_qido(node, studies_question())) {
        auto const series_of_study = series_question(study.at("0020000D"));
        check_same_answers(node, series_of_study);
        for (auto const& series : ask_by_qido(node, series_of_study)) {
            check_same_answers(node, instances_question(study.at("0020000D"), series.at("0020000E")));
        }
    }
}

}  // namespace

TEST_CASE(
    "every object comes back from STOW-RS with the same SHA-256 and renders if DCMTK decodes it (PS3.18 10.4, 10.5)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    auto const renders = decodable();
    for (auto const& object : shared_objects()) {
        CAPTURE(object.path);
        auto const stored = stow_file(node, object.path);
        if (!object.is_identified()) {
            CHECK(stored.status == 409);
            continue;
        }
        CHECK_MESSAGE((stored.status == 200 || stored.status == 202), stored.body);
        auto const path = instance_path(node, object);
        auto const fetched = fetch(node, path);
        CHECK(fetched.status == 200);
        CHECK(sha256_of(fetched.body) == sha256_of_file(object.path));
        auto const metadata = get(node.dicom_web(path + "/metadata"), "application/dicom+json");
        CHECK(metadata.status == 200);
        auto const name = object.path.lexically_relative(*shared_data()).generic_string();
        check_rendered(node, path, renders.contains(name) && renders.at(name));
    }
    CHECK(is_healthy(node));
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
}

TEST_CASE("every object's data set comes back from C-STORE byte for byte, and both doors find the same (PS3.4 B, C)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data", {"--dimse-accept-unknown-sop-classes"});
    auto objects = generated_objects(scratch.path());
    objects.insert(objects.end(), shared_objects().begin(), shared_objects().end());
    for (auto const& object : objects) {
        CAPTURE(object.path);
        auto const dataset = dataset_of(read_file(object.path));
        ProposedStore const proposed{object.sop_class, object.instance, object.transfer_syntax};
        auto const outcome = raw_store(node.dimse_host(), node.dimse_port(), proposed, dataset);
        if (!object.is_identified()) {
            CHECK_FALSE(outcome.stored());
            continue;
        }
        CHECK(outcome.context_result == 0);
        CHECK(outcome.stored());
        auto const fetched = fetch(node, instance_path(node, object));
        CHECK(fetched.status == 200);
        CHECK(dataset_of(fetched.body) == dataset);
    }
    check_both_doors(node);
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
}

TEST_CASE("a stock storescu sends every object in its own transfer syntax (PS3.4 B)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data", {"--dimse-accept-unknown-sop-classes"});
    auto objects = generated_objects(scratch.path());
    objects.insert(objects.end(), shared_objects().begin(), shared_objects().end());
    std::size_t without_option = 0;
    for (auto const& object : objects) {
        auto const option = proposal_option(object.transfer_syntax);
        if (!option || !object.is_identified()) {
            ++without_option;
            continue;
        }
        CAPTURE(object.path);
        auto const sent = store_scu(node, {"-R", *option}, {object.path});
        if (is_beyond_storescu(sent)) {
            ++without_option;
            continue;
        }
        CHECK_MESSAGE(sent.exit_code == 0, sent.all());
        CHECK_MESSAGE(acknowledged_files(sent.all()).size() == 1, sent.all());
        CHECK(fetch(node, instance_path(node, object)).status == 200);
    }
    MESSAGE(without_option << " of " << objects.size() << " cannot be sent by storescu");
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
}

TEST_CASE("multipart STOW-RS keeps the file as it is, too (PS3.18 10.5.1)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    for (auto const& object : generated_objects(scratch.path())) {
        CAPTURE(object.path);
        CHECK(stow_multipart(node, object.path).status == 200);
        CHECK(sha256_of(fetch(node, instance_path(node, object)).body) == sha256_of_file(object.path));
    }
    CHECK(node.stop() == 0);
}

}  // namespace cassette::testing
