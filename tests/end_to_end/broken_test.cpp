// ../shared/data/broken: stored sensibly or refused with a clear status, and the node goes on.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/dicom_object.h"
#include "tests/support/raw_association.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

std::vector<std::filesystem::path> broken_files() {
    auto const data = shared_data();
    if (data) return files_below(*data / "broken");
    MESSAGE("there is no ../shared/data: real broken objects are not tested");
    return {};
}

bool is_clear(int status) { return status == 200 || status == 202 || (status >= 400 && status < 500); }

}  // namespace

TEST_CASE("what is odd is stored or refused by STOW-RS with a status of PS3.18 10.5.3, and nothing breaks") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    std::size_t shown = 0;
    std::string refused_files;
    for (auto const& file : broken_files()) {
        auto const response = stow_file(node, file);
        CAPTURE(file);
        CAPTURE(response.body);
        CHECK(is_clear(response.status));
        CHECK(is_healthy(node));
        auto const now = instances_shown(node);
        bool const refused = response.status >= 400;
        CHECK((!refused || now == shown));
        if (refused) refused_files += " " + file.filename().string();
        shown = now;
    }
    MESSAGE(shown << " instances kept; refused:" << refused_files);
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
}

TEST_CASE("what is odd is stored or refused by C-STORE with a status of PS3.4 Table B.2-1, and nothing breaks") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    for (auto const& file : broken_files()) {
        auto const object = read_dicom_object(file);
        if (!object || object->sop_class.empty() || object->instance.empty() || object->transfer_syntax.empty())
            continue;
        CAPTURE(file);
        ProposedStore const proposed{object->sop_class, object->instance, object->transfer_syntax};
        auto const outcome = raw_store(node.dimse_host(), node.dimse_port(), proposed, dataset_of(read_file(file)));
        CHECK(outcome.context_result.has_value());
        CHECK((outcome.status.has_value() || outcome.context_result != 0));
        CHECK(is_healthy(node));
    }
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
}

}  // namespace cassette::testing
