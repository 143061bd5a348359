#include "dicomweb/capabilities.h"

#include "dicomweb/accept.h"
#include "dicomweb/http/method_name.h"
#include "dicomweb/outcome.h"
#include "dicomweb/resource.h"
#include "dicomweb/transaction.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <map>
#include <memory>
#include <utility>

namespace cassette::dicomweb {

namespace {

std::vector<std::string_view> split(std::string_view list, char separator) {
    std::vector<std::string_view> items;
    while (!list.empty()) {
        auto const item = list.substr(0, list.find(separator));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        items.push_back(item);
    }
    return items;
}

std::string escaped(std::string_view text) {
    std::string xml;
    for (char const c : text) {
        if (c == '&')
            xml += "&amp;";
        else if (c == '<')
            xml += "&lt;";
        else if (c == '"')
            xml += "&quot;";
        else
            xml += c;
    }
    return xml;
}

// A segment of the paths, with what stands below it.
struct Resource {
    std::vector<http::Route const*> routes;
    std::map<std::string, std::unique_ptr<Resource>, std::less<>> children;
};

bool is_below(std::string_view pattern, std::string_view base_path) {
    return pattern.starts_with(base_path) && (pattern.size() == base_path.size() || pattern[base_path.size()] == '/');
}

Resource tree_of(std::span<http::Route const> routes, std::string_view base_path) {
    Resource root;
    for (auto const& route : routes) {
        std::string_view const pattern = route.pattern;
        if (!is_below(pattern, base_path)) continue;
        auto* resource = &root;
        auto path = pattern.substr(base_path.size());
        if (path.starts_with('/')) path.remove_prefix(1);
        for (auto const segment : split(path, '/')) {
            auto& child = resource->children[std::string{segment}];
            if (child == nullptr) child = std::make_unique<Resource>();
            resource = child.get();
        }
        resource->routes.push_back(&route);
    }
    return root;
}

class WadlWriter {
public:
    explicit WadlWriter(std::string_view base_path) : base_path_{base_path} {}

    void write(std::string_view segment, Resource const& resource) {
        open("resource path=\"" + escaped(segment) + '"');
        if (segment.starts_with('{'))
            line("<param name=\"" + std::string{segment.substr(1, segment.size() - 2)} +
                 "\" style=\"template\" required=\"true\"/>");
        write_inside(resource);
        close("resource");
    }
    void write_inside(Resource const& resource) {
        for (auto const* route : resource.routes) write_method(*route);
        for (auto const& [segment, child] : resource.children) write(segment, *child);
    }
    std::string take() { return std::move(xml_); }
    void open(std::string const& element) {
        line("<" + element + ">");
        ++depth_;
    }
    void close(std::string const& element) {
        --depth_;
        line("</" + element + ">");
    }

private:
    void line(std::string const& text) { xml_.append(2 * depth_, ' ').append(text).append("\n"); }

    void write_method(http::Route const& route) {
        auto const* about = find_transaction(route.method, std::string_view{route.pattern}.substr(base_path_.size()));
        std::string element = "method name=\"" + std::string{http::name_of(route.method)} + '"';
        if (about == nullptr) return line("<" + element + "/>");
        std::string id;
        for (char const c : about->name)
            if (c != ' ') id += c;
        open(element + " id=\"" + id + '"');
        open("request");
        for (auto const parameter : split(about->parameters, '|'))
            line("<param name=\"" + escaped(parameter) + "\" style=\"query\"/>");
        for (auto const type : split(about->request_types, '|'))
            line("<representation mediaType=\"" + escaped(type) + "\"/>");
        close("request");
        open("response");
        for (auto const type : split(about->response_types, '|'))
            line("<representation mediaType=\"" + escaped(type) + "\"/>");
        close("response");
        close("method");
    }

    std::string_view base_path_;
    std::string xml_;
    std::size_t depth_ = 0;
};

boost::json::array list_of(std::string_view items) {
    boost::json::array list;
    for (auto const item : split(items, '|')) list.emplace_back(item);
    return list;
}

std::vector<Offer> const& offers() {
    static std::vector<Offer> const all{{"application/vnd.sun.wadl+xml", {}, {}}, {"application/json", {}, {}}};
    return all;
}

}  // namespace

std::string capabilities_wadl(std::span<http::Route const> routes, std::string_view base_path, std::string_view base) {
    WadlWriter writer{base_path};
    writer.open("application xmlns=\"http://wadl.dev.java.net/2009/02\"");
    writer.open("resources base=\"" + escaped(base) + '"');
    auto const root = tree_of(routes, base_path);
    for (auto const& [segment, child] : root.children) writer.write(segment, *child);
    writer.close("resources");
    writer.close("application");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + writer.take();
}

std::string capabilities_json(std::span<http::Route const> routes, std::string_view base_path, std::string_view base) {
    boost::json::array resources;
    for (auto const& route : routes) {
        if (!is_below(route.pattern, base_path)) continue;
        auto const path = std::string_view{route.pattern}.substr(base_path.size());
        boost::json::object resource{{"path", path}, {"method", http::name_of(route.method)}};
        if (auto const* about = find_transaction(route.method, path)) {
            resource["transaction"] = about->name;
            resource["section"] = about->section;
            resource["parameters"] = list_of(about->parameters);
            resource["requestTypes"] = list_of(about->request_types);
            resource["responseTypes"] = list_of(about->response_types);
        }
        resources.push_back(std::move(resource));
    }
    return boost::json::serialize(boost::json::object{{"base", base}, {"resources", std::move(resources)}});
}

std::vector<http::Route> capabilities_routes(Service const& service, std::vector<http::Route> routes) {
    auto const base_path = service.settings.base_path;
    routes.push_back({http::Method::options, base_path, http::Handler{}});
    auto answer = [&service, routes = std::move(routes)](http::Request const& request, http::PathValues const&) {
        auto const chosen = negotiate(accepted_ranges(request), offers());
        auto const base = service_url(service, request);
        auto const& path = service.settings.base_path;
        http::Response response;
        response.status = http_status(Outcome::ok);
        bool const json = chosen.value_or(0) == 1;
        response.fields.set("Content-Type", offers()[json ? 1 : 0].essence);
        response.fields.set("Allow", "OPTIONS");
        response.fields.set("Vary", "Accept");
        response.body = json ? capabilities_json(routes, path, base) : capabilities_wadl(routes, path, base);
        return response;
    };
    return {{http::Method::options, base_path, std::move(answer)}};
}

}  // namespace cassette::dicomweb
