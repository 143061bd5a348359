#include "dicomweb/stow.h"

#include "archive/ingest/incoming_instance.h"
#include "dicomweb/accept.h"
#include "dicomweb/dicom_xml.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/multipart_reader.h"
#include "dicomweb/resource.h"
#include "dicomweb/store_response.h"

#include <array>
#include <optional>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view dicom_type = "application/dicom";

// PS3.18 10.5.3: JSON is what a client gets that asks for nothing or for nothing we have, for its instances are stored by then.
std::string response_type(http::Request const& request) {
    std::array const offers{Offer{"application/dicom+json", {}, {}}, Offer{"application/json", {}, {}},
                            Offer{"application/dicom+xml", {}, {}}, Offer{"application/xml", {}, {}}};
    return offers[negotiate(accepted_ranges(request), offers).value_or(0)].essence;
}

// Stores the parts of one request one after another and keeps the account.
class Storing final : public PartSink {
public:
    Storing(Service const& service, http::Request request, std::optional<StudyInstanceUID> study)
        : service_{service},
          request_{std::move(request)},
          study_{std::move(study)},
          report_{service_url(service, request_)} {}

    // Some clients send the parts as application/octet-stream, or without saying: the bytes tell.
    Result<void> begin_part(http::Fields const& headers) override {
        if (++parts_ > service_.settings.parts_max) return fail(ErrorCode::too_large, "too many parts");
        auto const type = parse_media_type(headers.get("Content-Type"));
        bool const other = type && type->essence != dicom_type && type->essence != "application/octet-stream";
        if (other)
            report_failure({}, {ErrorCode::unsupported_media_type, "a part is not application/dicom"});
        else
            begin_instance();
        return {};
    }

    Result<void> part_data(std::span<std::byte const> bytes) override {
        if (!incoming_) return {};
        if (auto written = incoming_->write(bytes); !written) give_up(written.error());
        return {};
    }

    Result<void> end_part() override {
        if (!incoming_) return {};
        if (auto stored = incoming_->commit())
            report_.stored(*stored);
        else
            give_up(stored.error());
        incoming_.reset();
        return {};
    }

    void begin_instance() {
        auto source = request_.remote.empty() ? request_.principal.name : request_.remote;
        auto incoming = IncomingInstance::part10(service_.archive, request_.principal, std::move(source));
        if (!incoming) return report_failure({}, incoming.error());
        incoming_ = *std::move(incoming);
        if (study_) incoming_->require_study(*study_);
    }

    http::Response respond() const {
        if (report_.empty()) return http::problem(request_, Error{ErrorCode::malformed, "no instance in the request"});
        auto const type = response_type(request_);
        Result<std::string> body = report_.json();
        if (type.ends_with("xml")) body = native_dicom_model(*body);
        if (!body) return http::problem(request_, body.error());
        http::Response response;
        response.status = http_status(report_.outcome());
        response.fields.set("Content-Type", type);
        response.error = first_error_;
        response.body = *std::move(body);
        return response;
    }

    http::Request const& request() const { return request_; }

private:
    // The rest of the part is read and dropped.
    void give_up(Error const& error) {
        report_failure(incoming_->identification(), error);
        incoming_.reset();
    }

    void report_failure(Identification const& identification, Error const& error) {
        report_.failed(identification, error.code);
        if (first_error_.empty()) first_error_ = error.detail;
    }

    Service const& service_;
    http::Request request_;
    std::optional<StudyInstanceUID> study_;
    StoreReport report_;
    std::optional<IncomingInstance> incoming_;
    std::size_t parts_ = 0;
    std::string first_error_;  // for the log
};

class MultipartStore final : public http::BodySink {
public:
    MultipartStore(Storing storing, MultipartReader reader)
        : storing_{std::move(storing)}, reader_{std::move(reader)} {}

    Result<void> write(std::span<std::byte const> bytes) override { return reader_.write(bytes, storing_); }
    http::Response finish() override {
        if (auto complete = reader_.finish(); !complete) return http::problem(storing_.request(), complete.error());
        return storing_.respond();
    }

private:
    Storing storing_;
    MultipartReader reader_;
};

class SingleStore final : public http::BodySink {
public:
    explicit SingleStore(Storing storing) : storing_{std::move(storing)} {}

    Result<void> write(std::span<std::byte const> bytes) override {
        if (!std::exchange(begun_, true)) storing_.begin_instance();
        return storing_.part_data(bytes);
    }
    http::Response finish() override {
        if (auto ended = storing_.end_part(); !ended) return http::problem(storing_.request(), ended.error());
        return storing_.respond();
    }

private:
    Storing storing_;
    bool begun_ = false;
};

using Sink = Result<std::unique_ptr<http::BodySink>>;

// RFC 2387 wants `type`; a multipart without it is taken for what we store.
bool is_multipart_of_dicom(MediaType const& type) {
    return type.essence == "multipart/related" && lower_case(type.parameter("type").value_or(dicom_type)) == dicom_type;
}

Sink store(Service const& service, http::Request const& request, http::PathValues const& values) {
    std::optional<StudyInstanceUID> study;
    if (!values.empty()) {
        auto scope = parse_scope(values);
        if (!scope) return fail(scope.error());
        study = scope->study;
    }
    auto const type = parse_media_type(request.fields.get("Content-Type"));
    bool const multipart = type && is_multipart_of_dicom(*type);
    if (!multipart && !(type && type->essence == dicom_type)) {
        return fail(ErrorCode::unsupported_media_type,
                    "Content-Type must be multipart/related; type=\"application/dicom\" or application/dicom");
    }
    Storing storing{service, request, std::move(study)};
    if (!multipart) return std::unique_ptr<http::BodySink>{std::make_unique<SingleStore>(std::move(storing))};
    auto reader = MultipartReader::create(*type, service.settings.part_header_bytes_max);
    if (!reader) return fail(reader.error());
    return std::unique_ptr<http::BodySink>{std::make_unique<MultipartStore>(std::move(storing), *std::move(reader))};
}

}  // namespace

std::vector<http::Route> stow_routes(Service const& service) {
    http::UploadHandler const upload = [&service](http::Request const& request, http::PathValues const& values) {
        return store(service, request, values);
    };
    auto const& base = service.settings.base_path;
    return {{http::Method::post, base + "/studies", upload}, {http::Method::post, base + "/studies/{study}", upload}};
}

}  // namespace cassette::dicomweb
