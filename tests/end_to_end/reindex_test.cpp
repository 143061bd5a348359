// The index is derived: a copy of objects/ alone gives one that answers the same.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/answers.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

// Bodies name the node they come from; which port it got is not what is compared.
std::string without_address(Node const& node, std::string text) {
    auto const address = node.url("");
    for (auto at = text.find(address); at != std::string::npos; at = text.find(address, at))
        text.erase(at, address.size());
    return text;
}

std::vector<std::string> transcript(Node const& node) {
    std::vector<std::string> paths{"/studies?limit=10000&includefield=all",
                                   "/series?limit=10000&includefield=all",
                                   "/instances?limit=10000",
                                   "/studies?PatientName=*a*&limit=10000",
                                   "/studies?StudyDate=20200101-20221231",
                                   "/studies?ModalitiesInStudy=CT&limit=10000",
                                   "/studies?limit=3&offset=2"};
    for (auto const& study : ask_by_qido(node, studies_question())) {
        paths.push_back("/studies/" + study.at("0020000D") + "/metadata");
    }
    std::vector<std::string> answers;
    for (auto const& path : paths) {
        auto const response = get(node.dicom_web(path), "application/dicom+json");
        CHECK_MESSAGE((response.status == 200 || response.status == 204), path);
        answers.push_back(path + "\n" + without_address(node, response.body));
    }
    return answers;
}

}  // namespace

TEST_CASE("reindex on a copied objects folder answers the same queries identically") {
    TemporaryDirectory const scratch;
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", "11", "--studies", "12", "--series", "2", "--instances", "3",
                         "--out", scratch / "in"})
                .exit_code == 0);
    REQUIRE(run_command({CASSETTE_BINARY, "import", scratch / "in", "--data", scratch / "data"}).exit_code == 0);
    auto node = Node::start(scratch / "data");
    if (auto const data = shared_data()) {
        // Fifteen encodings of one CT are among these: a history whose last version is current.
        for (auto const& file : files_below(*data / "objects" / "cornerstonejs-cornerstone3D"))
            (void)stow_file(node, file);
        for (auto const& file : files_below(*data / "series")) (void)stow_file(node, file);
    } else {
        MESSAGE("there is no ../shared/data: reindexing is tested with generated objects only");
    }
    auto const before = transcript(node);
    CHECK(node.stop() == 0);

    std::filesystem::create_directory(scratch / "copy");
    REQUIRE(run_command({"cp", "-a", scratch / "data" / "objects", scratch / "copy" / "objects"}).exit_code == 0);
    CHECK(exit_code_of("reindex", scratch / "copy") == 0);
    CHECK(exit_code_of("verify", scratch / "copy") == 0);
    auto copy = Node::start(scratch / "copy");
    auto const after = transcript(copy);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        CAPTURE(before[i].substr(0, before[i].find('\n')));
        CHECK((before[i] == after[i]));
    }
    CHECK(copy.stop() == 0);

    CHECK(exit_code_of("reindex", scratch / "data") == 0);
    auto again = Node::start(scratch / "data");
    CHECK((transcript(again) == before));
    CHECK(again.stop() == 0);
}

}  // namespace cassette::testing
