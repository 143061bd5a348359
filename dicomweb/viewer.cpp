#include "dicomweb/viewer.h"

#include "dicomweb/file_type.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/outcome.h"
#include "dicomweb/viewer_configuration.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view path = "/viewer";
constexpr std::string_view index_file = "index.html";
constexpr std::string_view configuration_file = "app-config.js";

struct RootName {
    std::string_view extension;
    std::string_view before;  // of the root's '/'
};
// Where OHIF 3.13's build names the root of the site.
constexpr std::array<RootName, 5> root_names{{
    {".html", "=\""},                       // src, href and content, and window.PUBLIC_URL
    {".js", "__webpack_require__.p = \""},  // where chunks, workers and codecs are loaded from
    {".js", "browserImportFunction('"},     // the microscopy viewer
    {".css", "url("},                       // the font
    {".json", "\"src\": \""},               // icons of manifest.json
}};

// PS3.18 is served to the viewer from its own origin, and nothing of it is to leave that origin. The two policies for
// openers and embedders give it SharedArrayBuffer; codecs in WebAssembly and generated code need 'unsafe-eval'.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> policies{{
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Content-Security-Policy",
     "default-src 'self' data: blob:; script-src 'self' blob: 'unsafe-inline' 'unsafe-eval'; "
     "style-src 'self' 'unsafe-inline'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"},
}};

// The path of "https://pacs.example.org/archive" is "/archive".
std::string_view path_of(std::string_view url) {
    auto const scheme = url.find("://");
    auto const slash = scheme == std::string_view::npos ? scheme : url.find('/', scheme + 3);
    return slash == std::string_view::npos ? std::string_view{} : url.substr(slash);
}

http::Response configuration(std::string const& base_path) {
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", std::string{file_type(configuration_file).media_type});
    response.fields.set("Cache-Control", "no-cache");
    response.body = viewer_configuration(base_path);
    return response;
}

// A path of the application's own router is answered with the application.
std::string_view file_for(StaticFiles const& files, std::string_view asked) {
    return !files.has(asked) && !has_extension(asked) ? index_file : asked;
}

http::Response answer(StaticFiles const& files, http::Request const& request, std::string_view asked) {
    auto response = files.get(request, file_for(files, asked));
    return response ? *std::move(response) : http::problem(request, response.error());
}

}  // namespace

Result<StaticFiles> open_viewer(std::filesystem::path const& folder, OpenFile open, ServiceSettings const& settings) {
    auto const home = std::string{path_of(settings.public_url)} + std::string{path} + '/';
    StaticFolder contents{folder, open, {}};
    for (auto const& [extension, before] : root_names)
        contents.rewritings.push_back({std::string{extension}, std::string{before} + '/', std::string{before} + home});
    auto files = StaticFiles::open(std::move(contents));
    if (files && !files->has(index_file)) return fail(ErrorCode::not_found, "no index.html in the folder");
    return files;
}

std::vector<http::Route> viewer_routes(std::shared_ptr<StaticFiles const> files, ServiceSettings const& settings) {
    auto serve = [files = std::move(files), base_path = settings.base_path](http::Request const& request,
                                                                            http::PathValues const& values) {
        if (!files)
            return http::problem(request,
                                 {ErrorCode::not_found, "this node has no viewer: tools/setup fetches it by npm"});
        auto const asked = values.empty() ? index_file : std::string_view{values.front()};
        auto response = asked == configuration_file ? configuration(base_path) : answer(*files, request, asked);
        for (auto const& [name, value] : policies) response.fields.set(std::string{name}, std::string{value});
        return response;
    };
    return {{http::Method::get, std::string{path}, serve},
            {http::Method::get, std::string{path} + "/{path...}", serve}};
}

}  // namespace cassette::dicomweb
