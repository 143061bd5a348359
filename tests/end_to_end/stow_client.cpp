#include "tests/end_to_end/stow_client.h"

#include "tests/support/answers.h"
#include "tests/support/command.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

constexpr std::string_view boundary = "0f3cf5c0-70e0-41ef-baef-c6f9f65ec3e1";

HttpResponse post(Node const& node, std::filesystem::path const& body, std::string const& content_type) {
    HttpRequest request{.url = node.dicom_web("/studies"), .method = "POST", .body_file = body};
    request.headers = {"Content-Type: " + content_type, "Accept: application/dicom+json"};
    request.timeout = std::chrono::seconds{600};
    return send(request);
}

}  // namespace

HttpResponse stow_file(Node const& node, std::filesystem::path const& file) {
    return post(node, file, "application/dicom");
}

HttpResponse stow_multipart(Node const& node, std::filesystem::path const& file) {
    TemporaryDirectory const scratch;
    auto const delimiter = "\r\n--" + std::string{boundary};
    write_file(scratch / "body",
               delimiter + "\r\nContent-Type: application/dicom\r\n\r\n" + read_file(file) + delimiter + "--\r\n");
    return post(node, scratch / "body",
                "multipart/related; type=\"application/dicom\"; boundary=\"" + std::string{boundary} + "\"");
}

HttpResponse stow_bytes(Node const& node, std::string_view bytes) {
    TemporaryDirectory const scratch;
    write_file(scratch / "body", bytes);
    return stow_file(node, scratch / "body");
}

std::size_t instances_shown(Node const& node) {
    return ask_by_qido(node, {.level = "IMAGE", .resource = "/instances", .wanted = {"00080018"}}).size();
}

bool is_healthy(Node const& node) { return get(node.url("/health")).status == 200; }

int exit_code_of(std::string const& command, std::filesystem::path const& data) {
    auto const result = run_command({CASSETTE_BINARY, command, "--data", data}, std::chrono::seconds{600});
    if (result.exit_code != 0) MESSAGE(command << " said: " << result.all());
    return result.exit_code;
}

}  // namespace cassette::testing
