#include "tests/support/http_client.h"

#include "tests/support/command.h"
#include "tests/support/http_connection.h"
#include "tests/support/temporary_directory.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace cassette::testing {

namespace {

// The header of the final response; those of interim ones (RFC 9110 15.2) come before it.
void parse_header(std::string const& text, HttpResponse& response) {
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.starts_with("HTTP/")) {
            response.headers.clear();
            response.status = std::stoi(line.substr(line.find(' ')));
            continue;
        }
        auto const colon = line.find(':');
        if (colon == std::string::npos) continue;
        auto name = line.substr(0, colon);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        auto const value = line.find_first_not_of(' ', colon + 1);
        response.headers[name] = value == std::string::npos ? "" : line.substr(value);
    }
}

}  // namespace

std::string HttpResponse::header(std::string const& name) const {
    auto const found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

HttpResponse send(HttpRequest const& request) {
    TemporaryDirectory const scratch;
    auto const header = scratch / "header";
    auto const body = request.output_file.empty() ? scratch / "body" : request.output_file;
    std::vector<std::string> command{"curl",
                                     "--silent",
                                     "--show-error",
                                     "--globoff",
                                     "--path-as-is",
                                     "--dump-header",
                                     header,
                                     "--output",
                                     body,
                                     "--max-time",
                                     std::to_string(request.timeout.count())};
    // -T streams a file of any size; --data-binary would read it into memory.
    if (!request.body_file.empty()) command.insert(command.end(), {"-T", request.body_file, "-H", "Expect:"});
    if (request.chunked) command.insert(command.end(), {"-H", "Transfer-Encoding: chunked"});
    if (request.method == "HEAD")
        command.emplace_back("--head");
    else
        command.insert(command.end(), {"--request", request.method});
    for (auto const& line : request.headers) command.insert(command.end(), {"-H", line});
    command.push_back(request.url);

    HttpResponse response;
    auto const ran = run_command(command, request.timeout + std::chrono::seconds{10});
    parse_header(read_file(header), response);
    if (request.output_file.empty()) response.body = read_file(body);
    if (response.status == 0) response.body = ran.errors;
    return response;
}

// Over a socket of the test's own where that will do: starting curl costs more than most answers.
HttpResponse get(std::string const& url, std::string const& accept) {
    constexpr std::string_view node = "http://127.0.0.1:";
    auto const path = url.find('/', node.size());
    if (!url.starts_with(node) || path == std::string::npos)
        return send({.url = url, .headers = {"Accept: " + accept}});
    auto const host = url.substr(std::string_view{"http://"}.size(), path - std::string_view{"http://"}.size());
    auto const port = static_cast<std::uint16_t>(std::stoi(url.substr(node.size())));
    HttpConnection connection{port};
    auto answer = connection.exchange("GET " + url.substr(path) + " HTTP/1.1\r\nHost: " + host +
                                      "\r\nAccept: " + accept + "\r\nConnection: close\r\n\r\n");
    HttpResponse response;
    response.body = "the connection ended before the answer did";
    if (!answer) return response;
    response.status = answer->status;
    response.headers = std::move(answer->headers);
    response.body = std::move(answer->body);
    return response;
}

}  // namespace cassette::testing
