#include "tests/dicomweb/test_service.h"

#include "dicomweb/http/conditional.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/http/request_target.h"
#include "dicomweb/multipart_reader.h"
#include "tests/support/dicom_json_checker.h"
#include "tests/support/native_model_checker.h"

#include <doctest/doctest.h>

namespace cassette::dicomweb {

namespace {

template <class T>
T opened(Result<T> result) {
    REQUIRE(result);
    return *std::move(result);
}

ServiceSettings settings() {
    ServiceSettings settings;
    settings.version = "test";
    return settings;
}

std::string read_all(http::BodySource& source) {
    std::string text;
    while (true) {
        auto piece = source.next();
        REQUIRE(piece);
        if (!*piece) break;
        if (auto const* memory = std::get_if<std::string>(&**piece)) {
            text += *memory;
            continue;
        }
        auto const& blob = std::get<http::BlobPiece>(**piece);
        std::string bytes(blob.range.length, '\0');
        REQUIRE(blob.blob->read_at(blob.range.offset, std::as_writable_bytes(std::span{bytes})));
        text += bytes;
    }
    if (source.length()) CHECK(*source.length() == text.size());
    return text;
}

http::Request request_for(http::Method method, std::string_view target, Headers const& headers) {
    http::Request request;
    request.method = method;
    request.target = target;
    request.id = "test";
    request.principal = local_operator();
    auto parsed = http::parse_request_target(target);
    REQUIRE(parsed);
    request.segments = std::move(parsed->segments);
    request.query = std::move(parsed->query);
    request.fields.add("Host", "node:8104");
    request.base = "http://node:8104";
    for (auto const& [name, value] : headers) request.fields.add(name, value);
    return request;
}

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

class PartCollector final : public PartSink {
public:
    Result<void> begin_part(http::Fields const& headers) override {
        parts.emplace_back(headers, "");
        return {};
    }
    Result<void> part_data(std::span<std::byte const> bytes) override {
        parts.back().second.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    }
    Result<void> end_part() override { return {}; }

    std::vector<std::pair<http::Fields, std::string>> parts;
};

}  // namespace

// Every data set that leaves in JSON or XML keeps to its model (PS3.18 F, PS3.19 A.1), whatever the test is about.
void check_models(Answer const& answer) {
    auto const type = answer.fields.get("Content-Type");
    bool const whole = !answer.body.empty() && answer.status != 206 && !answer.fields.has("Content-Encoding");
    if (!whole) return;
    if (type.starts_with("application/dicom+json")) CHECK(testing::dicom_json_report(answer.body) == "");
    if (type.starts_with("application/dicom+xml")) CHECK(testing::native_model_report(answer.body) == "");
    if (type.starts_with("multipart/related; type=\"application/dicom+xml\""))
        for (auto const& [fields, xml] : parts_of(answer)) CHECK(testing::native_model_report(xml) == "");
}

Answer answered(http::Response response) {
    Answer answer{response.status, std::move(response.fields), {}};
    if (auto* text = std::get_if<std::string>(&response.body))
        answer.body = std::move(*text);
    else
        answer.body = read_all(*std::get<std::unique_ptr<http::BodySource>>(response.body));
    check_models(answer);
    return answer;
}

Answer routed(http::Router const& router, http::Method method, std::string_view target, Headers const& headers) {
    auto const request = request_for(method, target, headers);
    auto const routed = router.route(request);
    REQUIRE(routed.route != nullptr);
    auto response = std::get<http::Handler>(routed.route->handler)(request, routed.values);
    http::apply_conditions(request, response);
    return answered(std::move(response));
}

TestService::TestService()
    : blobs_{opened(open_folder_blob_store(folder_.path()))},
      index_{opened(open_sqlite_index(folder_ / "index.sqlite"))},
      renditions_{opened(open_folder_rendition_cache(folder_ / "renditions"))},
      archive_{std::make_unique<Archive>(Archive{*blobs_, *index_, *renditions_, {}})},
      service_{*archive_, settings()} {
    router_.add(
        service_routes(service_, {{{"index", [] { return Result<void>{}; }}}, [] { return std::string{"up 1\n"}; }}));
}

Answer TestService::get(std::string_view target, Headers const& headers) {
    return send(http::Method::get, target, headers);
}

Answer TestService::send(http::Method method, std::string_view target, Headers const& headers) {
    auto request = request_for(method, target, headers);
    request.principal = principal_;
    auto const routed = router_.route(request);
    REQUIRE(routed.route != nullptr);
    auto const& route = *routed.route;
    auto ready = route.at_hand ? route.at_hand(request, routed.values) : std::nullopt;
    if (ready) return answered(*std::move(ready));
    return answered(std::get<http::Handler>(route.handler)(request, routed.values));
}

std::optional<Answer> TestService::at_hand(std::string_view target, Headers const& headers) {
    auto request = request_for(http::Method::get, target, headers);
    request.principal = principal_;
    auto const routed = router_.route(request);
    REQUIRE(routed.route != nullptr);
    REQUIRE(routed.route->at_hand);
    auto ready = routed.route->at_hand(request, routed.values);
    if (!ready) return std::nullopt;
    return answered(*std::move(ready));
}

Answer TestService::post(std::string_view target, std::string const& content_type, std::string_view body,
                         std::size_t chunk) {
    auto const request = request_for(http::Method::post, target, {{"Content-Type", content_type}});
    auto const routed = router_.route(request);
    REQUIRE(routed.route != nullptr);
    auto sink = std::get<http::UploadHandler>(routed.route->handler)(request, routed.values);
    if (!sink) return answered(http::problem(request, sink.error()));
    for (std::size_t at = 0; at < body.size(); at += chunk) {
        auto written = (*sink)->write(bytes_of(body.substr(at, chunk)));
        if (!written) return answered(http::problem(request, written.error()));
    }
    return answered((*sink)->finish());
}

void TestService::store(std::string const& part10) {
    auto const answer = post("/dicom-web/studies", "application/dicom", part10);
    CAPTURE(answer.body);
    REQUIRE(answer.status == 200);
}

std::vector<std::pair<http::Fields, std::string>> parts_of(Answer const& answer) {
    auto const type = parse_media_type(answer.fields.get("Content-Type"));
    REQUIRE(type);
    REQUIRE(type->essence == "multipart/related");
    auto reader = MultipartReader::create(*type, 4096);
    REQUIRE(reader);
    PartCollector collector;
    REQUIRE(reader->write(bytes_of(answer.body), collector));
    REQUIRE(reader->finish());
    return std::move(collector.parts);
}

std::string multipart_of(std::vector<std::string> const& instances) {
    std::string body;
    for (auto const& instance : instances) body += "\r\n--b\r\nContent-Type: application/dicom\r\n\r\n" + instance;
    return body + "\r\n--b--\r\n";
}

}  // namespace cassette::dicomweb
