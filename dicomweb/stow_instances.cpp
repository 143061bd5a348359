#include "dicomweb/store_parts.h"

#include <optional>
#include <utility>

namespace cassette::dicomweb {

namespace {

// Some clients send the parts as application/octet-stream, or without saying: the bytes tell.
bool may_be_instance(http::Fields const& headers) {
    auto const type = parse_media_type(headers.get("Content-Type"));
    return !type || type->essence == "application/dicom" || type->essence == "application/octet-stream";
}

class InstanceParts final : public StoreParts {
public:
    explicit InstanceParts(StoreSession& session) : session_{session} {}

    Result<void> begin_part(http::Fields const& headers) override {
        if (!session_.takes_part()) return {};
        if (!may_be_instance(headers)) {
            session_.failed({}, {ErrorCode::unsupported_media_type, "a part is not application/dicom"});
            return {};
        }
        auto incoming =
            IncomingInstance::part10(session_.service().archive, session_.request().principal, session_.source());
        if (!incoming) {
            session_.failed({}, incoming.error());
            return {};
        }
        incoming_ = *std::move(incoming);
        if (session_.study()) incoming_->require_study(*session_.study());
        return {};
    }

    // The rest of a part that failed is read and dropped.
    Result<void> part_data(std::span<std::byte const> bytes) override {
        if (!incoming_) return {};
        if (auto written = incoming_->write(bytes); !written) abandon(written.error());
        return {};
    }

    Result<void> end_part() override {
        if (!incoming_) return {};
        auto stored = incoming_->commit();
        if (!stored) {
            abandon(stored.error());
            return {};
        }
        session_.stored(*stored);
        incoming_.reset();
        return {};
    }

    Result<void> refuse_part(Error const& error) override {
        if (session_.takes_part()) session_.failed({}, error);
        return {};
    }

    void abandon(Error const& error) override {
        if (incoming_) session_.failed(incoming_->identification(), error);
        incoming_.reset();
    }

    void complete() override {}

private:
    StoreSession& session_;
    std::optional<IncomingInstance> incoming_;
};

}  // namespace

std::unique_ptr<StoreParts> instance_parts(StoreSession& session) { return std::make_unique<InstanceParts>(session); }

}  // namespace cassette::dicomweb
