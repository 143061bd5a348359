#include "archive/ingest/instance_composer.h"
#include "dicomweb/dicom_json_reader.h"
#include "dicomweb/dicom_xml_reader.h"
#include "dicomweb/store_parts.h"

#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

bool is_metadata_type(std::string_view essence) {
    return essence.starts_with("application/dicom+") || essence == "application/json" || essence == "application/xml";
}

// Content-Location, or the Content-ID that a "cid:" URI names (RFC 2392).
std::string location_of(http::Fields const& headers) {
    auto const location = headers.get("Content-Location");
    if (!location.empty()) return std::string{location};
    auto id = headers.get("Content-ID");
    if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
    return id.empty() ? std::string{} : "cid:" + std::string{id};
}

// PS3.18 10.5.1.4: metadata first, then one part for each bulk value or frame. Instances are made at the end, when all parts
// have come: until then metadata are in memory, as text within a limit, and bulk data in the blob store's spool.
class MetadataParts final : public StoreParts {
public:
    MetadataParts(StoreSession& session, MetadataFormat format)
        : session_{session}, format_{format}, bulk_{session.service().archive.blobs} {}

    Result<void> begin_part(http::Fields const& headers) override {
        reading_ = Reading::nothing;
        if (!session_.takes_part()) return {};
        auto const type = parse_media_type(headers.get("Content-Type"));
        bool const first = documents_.empty() && headers.get("Content-Location").empty();
        if (type ? is_metadata_type(type->essence) : first)
            begin_metadata();
        else
            begin_bulk(headers, type ? *type : MediaType{"application/octet-stream", {}});
        return {};
    }

    Result<void> part_data(std::span<std::byte const> bytes) override {
        if (reading_ == Reading::metadata) append_metadata(bytes);
        if (reading_ != Reading::bulk) return {};
        if (auto kept = bulk_.append(bytes); !kept) abandon(kept.error());
        return {};
    }

    Result<void> end_part() override {
        reading_ = Reading::nothing;
        return {};
    }

    Result<void> refuse_part(Error const& error) override {
        if (session_.takes_part()) session_.failed({}, error);
        return {};
    }

    // Instances that need a lost part fail for themselves.
    void abandon(Error const& error) override {
        if (reading_ == Reading::metadata) {
            metadata_bytes_ -= documents_.back().size();
            documents_.pop_back();
        }
        if (reading_ == Reading::bulk) bulk_.drop_last();
        if (reading_ != Reading::nothing) session_.failed({}, error);
        reading_ = Reading::nothing;
    }

    void complete() override {
        for (auto& document : documents_) {
            store_document(document);
            document = {};
        }
        for (std::size_t i = 0; i < bulk_.unclaimed(); ++i)
            session_.failed({}, {ErrorCode::malformed, "bulk data that no metadata name"});
    }

private:
    enum class Reading { nothing, metadata, bulk };

    void begin_metadata() {
        documents_.emplace_back();
        reading_ = Reading::metadata;
    }

    void append_metadata(std::span<std::byte const> bytes) {
        metadata_bytes_ += bytes.size();
        documents_.back().append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        if (metadata_bytes_ > session_.service().settings.metadata_bytes_max)
            abandon({ErrorCode::too_large, "more metadata than this node takes in a request"});
    }

    void begin_bulk(http::Fields const& headers, MediaType const& type) {
        auto location = location_of(headers);
        if (location.empty()) return session_.failed({}, {ErrorCode::malformed, "bulk data without Content-Location"});
        std::string syntax{type.parameter("transfer-syntax").value_or("")};
        auto const begun = bulk_.begin(std::move(location), type.essence, std::move(syntax));
        if (!begun) return session_.failed({}, begun.error());
        reading_ = Reading::bulk;
    }

    void store_document(std::string const& document) {
        InstanceVisitor const store = [this](boost::json::object metadata) -> Result<void> {
            store_instance(std::move(metadata));
            return {};
        };
        Result<void> done;
        if (format_ == MetadataFormat::json) {
            done = for_each_json_instance(document, {}, store);
        } else {
            auto metadata = read_xml_instance(document, {});
            done = metadata ? store(*std::move(metadata)) : Result<void>{fail(metadata.error())};
        }
        if (!done) session_.failed({}, done.error());
    }

    void store_instance(boost::json::object metadata) {
        auto const identification = identification_of(metadata);
        ComposerRequest const request{session_.service().archive, session_.request().principal, session_.source(),
                                      session_.study()};
        auto const stored = store_composed(request, std::move(metadata), bulk_);
        if (stored)
            session_.stored(*stored);
        else
            session_.failed(identification, stored.error());
    }

    StoreSession& session_;
    MetadataFormat format_;
    BulkParts bulk_;
    Reading reading_ = Reading::nothing;
    std::vector<std::string> documents_;  // one for each metadata part
    std::size_t metadata_bytes_ = 0;
};

}  // namespace

std::unique_ptr<StoreParts> metadata_parts(StoreSession& session, MetadataFormat format) {
    return std::make_unique<MetadataParts>(session, format);
}

}  // namespace cassette::dicomweb
