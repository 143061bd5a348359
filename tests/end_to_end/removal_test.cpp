// Deleting, restoring and purging on the running node, and what browsers and proxies in front of it need.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/answers.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/http_client.h"
#include "tests/support/node.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

int status_of(Node const& node, std::string const& method, std::string const& path) {
    return send({.url = node.dicom_web(path), .method = method}).status;
}

void import_studies(TemporaryDirectory const& scratch) {
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", "5", "--studies", "2", "--series", "1", "--instances", "2",
                         "--out", scratch / "in"})
                .exit_code == 0);
    REQUIRE(run_command({CASSETTE_BINARY, "import", scratch / "in", "--data", scratch / "data"}).exit_code == 0);
}

std::size_t objects_in(TemporaryDirectory const& scratch) { return files_below(scratch / "data" / "objects").size(); }

}  // namespace

TEST_CASE("what is deleted is restored after a restart, and purged it is gone for good") {
    TemporaryDirectory const scratch;
    import_studies(scratch);
    auto node = Node::start(scratch / "data");
    auto const studies = ask_by_qido(node, studies_question());
    REQUIRE(studies.size() == 2);
    auto const study = "/studies/" + studies.begin()->at("0020000D");
    CHECK(status_of(node, "DELETE", study) == 204);
    CHECK(status_of(node, "GET", study + "/metadata") == 404);
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", scratch / "data") == 0);

    auto again = Node::start(scratch / "data");
    CHECK(ask_by_qido(again, studies_question()).size() == 1);
    CHECK(status_of(again, "POST", study + "/restore") == 204);
    CHECK(ask_by_qido(again, studies_question()) == studies);
    CHECK(status_of(again, "DELETE", study) == 204);
    CHECK(again.stop() == 0);

    CHECK(exit_code_of("purge", scratch / "data") == 0);
    CHECK(objects_in(scratch) == 4);
    auto const purged = run_command({CASSETTE_BINARY, "purge", "--deleted-days", "0", "--data", scratch / "data"});
    CHECK(purged.exit_code == 0);
    CHECK(purged.output == "purged 2 instances, freed 2 objects\n");
    CHECK(objects_in(scratch) == 2);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
    auto last = Node::start(scratch / "data");
    CHECK(status_of(last, "POST", study + "/restore") == 404);
    CHECK(get(last.dicom_web("/changes")).body.find("\"purged\"") != std::string::npos);
    CHECK(last.stop() == 0);
}

TEST_CASE("a page of a listed origin may read answers and errors, and is told so in its preflight (Fetch, CORS)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data", {"--http-allowed-origins", "https://viewer.example.org"});
    std::string const origin = "Origin: https://viewer.example.org";
    auto const preflight = send(
        {.url = node.dicom_web("/studies"),
         .method = "OPTIONS",
         .headers = {origin, "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: authorization"}});
    CHECK(preflight.status == 204);
    CHECK(preflight.header("access-control-allow-origin") == "https://viewer.example.org");
    CHECK(preflight.header("access-control-allow-methods").find("GET") != std::string::npos);
    CHECK(preflight.header("access-control-allow-headers") == "authorization");
    for (auto const* path : {"/studies", "/studies/9.9/metadata", "/nowhere"}) {
        CAPTURE(path);
        auto const answer = send({.url = node.dicom_web(path), .headers = {origin}});
        CHECK(answer.header("access-control-allow-origin") == "https://viewer.example.org");
        CHECK(send({.url = node.dicom_web(path), .headers = {"Origin: https://evil.example"}})
                  .header("access-control-allow-origin")
                  .empty());
    }
    CHECK(node.stop() == 0);
}

TEST_CASE("behind a trusted proxy URLs are those that the client knows (RFC 7239)") {
    TemporaryDirectory const scratch;
    import_studies(scratch);
    auto node = Node::start(scratch / "data", {"--http-trusted-proxies", "127.0.0.1"});
    auto const answer = send({.url = node.dicom_web("/studies"),
                              .headers = {"Forwarded: proto=https;host=pacs.example.org;for=198.51.100.7"}});
    CHECK(answer.body.find("https://pacs.example.org/dicom-web/studies/") != std::string::npos);
    CHECK(node.stop() == 0);
    CHECK(node.logs("198.51.100.7"));
}

TEST_CASE("OPTIONS on the base path describes the service (PS3.18 8.9)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    auto const wadl = send({.url = node.dicom_web("/"), .method = "OPTIONS"});
    CHECK(wadl.status == 200);
    CHECK(wadl.header("content-type") == "application/vnd.sun.wadl+xml");
    CHECK(wadl.body.find("RetrieveFrames") != std::string::npos);
    CHECK(node.stop() == 0);
}

}  // namespace cassette::testing
