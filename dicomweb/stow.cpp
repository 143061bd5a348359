#include "dicomweb/stow.h"

#include "dicomweb/http/problem.h"
#include "dicomweb/resource.h"
#include "dicomweb/store_parts.h"

#include <array>
#include <optional>
#include <utility>

namespace cassette::dicomweb {

namespace {

// What a Store request may be made of (PS3.18 10.5.1.4), by its media type or that of its root part.
enum class Payload { instances, json_metadata, xml_metadata };

struct PayloadType {
    std::string_view essence;
    Payload payload;
};

constexpr std::array<PayloadType, 3> payload_types{{
    {"application/dicom", Payload::instances},
    {"application/dicom+json", Payload::json_metadata},
    {"application/dicom+xml", Payload::xml_metadata},
}};

constexpr std::string_view multipart_related = "multipart/related";

// RFC 2387 wants `type`; a multipart without it is taken for instances.
std::optional<Payload> payload_of(MediaType const& type) {
    auto essence = type.essence;
    if (essence == multipart_related) essence = lower_case(type.parameter("type").value_or(payload_types[0].essence));
    for (auto const& known : payload_types)
        if (known.essence == essence) return known.payload;
    return std::nullopt;
}

std::unique_ptr<StoreParts> parts_for(Payload payload, StoreSession& session) {
    switch (payload) {
        case Payload::instances: return instance_parts(session);
        case Payload::json_metadata: return metadata_parts(session, MetadataFormat::json);
        case Payload::xml_metadata: return metadata_parts(session, MetadataFormat::xml);
    }
    return instance_parts(session);
}

class MultipartStore final : public http::BodySink {
public:
    MultipartStore(std::unique_ptr<StoreSession> session, Payload payload, MultipartReader reader)
        : session_{std::move(session)}, parts_{parts_for(payload, *session_)}, reader_{std::move(reader)} {}

    Result<void> write(std::span<std::byte const> bytes) override { return reader_.write(bytes, *parts_); }
    // Parts that came whole are stored even where the end is missing.
    http::Response finish() override {
        auto const complete = reader_.finish();
        if (!complete) parts_->abandon(complete.error());
        parts_->complete();
        return complete ? session_->respond() : session_->respond_to_broken(complete.error());
    }

private:
    std::unique_ptr<StoreSession> session_;
    std::unique_ptr<StoreParts> parts_;
    MultipartReader reader_;
};

// A body that is one part.
class SingleStore final : public http::BodySink {
public:
    SingleStore(std::unique_ptr<StoreSession> session, Payload payload)
        : session_{std::move(session)}, parts_{parts_for(payload, *session_)} {}

    Result<void> write(std::span<std::byte const> bytes) override {
        if (!std::exchange(begun_, true))
            if (auto begun = parts_->begin_part(session_->request().fields); !begun) return begun;
        return parts_->part_data(bytes);
    }
    http::Response finish() override {
        if (auto ended = parts_->end_part(); !ended) return http::problem(session_->request(), ended.error());
        parts_->complete();
        return session_->respond();
    }

private:
    std::unique_ptr<StoreSession> session_;
    std::unique_ptr<StoreParts> parts_;
    bool begun_ = false;
};

using Sink = Result<std::unique_ptr<http::BodySink>>;

Sink store(Service const& service, http::Request const& request, http::PathValues const& values) {
    std::optional<StudyInstanceUID> study;
    if (!values.empty()) {
        auto scope = parse_scope(values);
        if (!scope) return fail(scope.error());
        study = scope->study;
    }
    auto const type = parse_media_type(request.fields.get("Content-Type"));
    auto const payload = type ? payload_of(*type) : std::nullopt;
    if (!payload)
        return fail(ErrorCode::unsupported_media_type,
                    "Content-Type must be application/dicom, application/dicom+json or application/dicom+xml, or "
                    "multipart/related of one of these types");
    auto session = std::make_unique<StoreSession>(service, request, std::move(study));
    if (type->essence != multipart_related)
        return std::unique_ptr<http::BodySink>{std::make_unique<SingleStore>(std::move(session), *payload)};
    auto reader = MultipartReader::create(*type, service.settings.part_header_bytes_max);
    if (!reader) return fail(reader.error());
    return std::unique_ptr<http::BodySink>{
        std::make_unique<MultipartStore>(std::move(session), *payload, *std::move(reader))};
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
