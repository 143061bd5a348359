#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cassette::testing {

struct HttpRequest {
    std::string url;
    std::string method = "GET";
    std::vector<std::string> headers = {};   // "Accept: image/png"
    std::filesystem::path body_file = {};    // sent when not empty
    std::filesystem::path output_file = {};  // the body goes there instead of into HttpResponse::body
    bool chunked = false;                    // Transfer-Encoding: chunked instead of Content-Length
    std::chrono::seconds timeout{120};
};

struct HttpResponse {
    int status = 0;                              // 0: no response at all
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
    std::string header(std::string const& name) const;
};

// By curl, an implementation of HTTP that is not ours; plain GETs of a node here by HttpConnection.
[[nodiscard]] HttpResponse send(HttpRequest const& request);
[[nodiscard]] HttpResponse get(std::string const& url, std::string const& accept = "*/*");

}  // namespace cassette::testing
