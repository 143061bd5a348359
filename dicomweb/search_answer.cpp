#include "dicomweb/search_answer.h"

#include "dicomweb/csv.h"
#include "dicomweb/dicom_xml.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/outcome.h"

#include <optional>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr char const* xml_type = "application/dicom+xml";

// One part for each match (PS3.18 8.7.4). Deviates from PS3.18 8.3.4.4.1 for JSON and CSV only, where no match is an empty
// list and not 204: many clients read the body without looking at the status.
http::Response xml_response(PackedTexts texts, std::uint64_t matches) {
    if (matches == 0) {
        http::Response response;
        response.status = http_status(Outcome::no_content);
        return response;
    }
    auto shared = std::make_shared<PackedTexts>(std::move(texts));  // a generator is copyable, its texts are taken once
    return multipart_response(xml_type, [shared]() -> Result<std::optional<Part>> {
        auto text = shared->take_text();
        if (!text) return fail(text.error());
        if (!*text) return std::optional<Part>{};
        auto const length = (*text)->size();
        PiecesOpener open = [xml = **std::move(text)]() -> Result<Pieces> { return Pieces{xml}; };
        return std::optional<Part>{Part{xml_type, {}, length, std::move(open)}};
    });
}

struct Frame {
    std::string before;
    std::string after;
};

// A short answer is a string, which the connection compresses when that is worth it.
http::Response text_response(http::Request const& request, Frame frame, PackedTexts texts) {
    http::Response response;
    response.status = http_status(Outcome::ok);
    if (texts.is_short()) {
        auto batch = texts.take_batch();  // of a short one cannot fail
        response.body = frame.before + (batch && *batch ? **batch : std::string{}) + frame.after;
        return response;
    }
    auto const coding = http::choose_coding(request.fields.joined("Accept-Encoding"));
    bool const gzip = coding == http::ContentCoding::gzip;
    if (gzip) response.fields.set("Content-Encoding", http::name_of(http::ContentCoding::gzip).data());
    response.body = packed_body(std::move(frame.before), std::move(texts), std::move(frame.after),
                                gzip ? http::ContentCoding::gzip : http::ContentCoding::identity);
    return response;
}

}  // namespace

SearchAnswer::SearchAnswer(SearchFormat format, SearchResultWriter const& writer) : format_{format}, writer_{writer} {
    if (format_ != SearchFormat::csv) return;
    columns_ = writer_.columns();
    texts_.append(csv_heading(columns_));
}

Result<void> SearchAnswer::write(Match const& match) {
    switch (format_) {
        case SearchFormat::json:
            text_ = matches_ == 0 ? "" : ",\n";
            writer_.append_json(text_, match);
            return {};
        case SearchFormat::xml: {
            auto text = native_dicom_model(writer_.json(match));
            if (!text) return fail(text.error());
            text_ = *std::move(text);
            return {};
        }
        case SearchFormat::csv: text_ = csv_line(columns_, writer_.json(match)); return {};
    }
    return {};
}

Result<void> SearchAnswer::add(Match const& match) {
    if (auto written = write(match); !written) return written;
    texts_.append(text_);
    ++matches_;
    return {};
}

http::Response SearchAnswer::take_response(http::Request const& request, std::string const& media_type) {
    if (format_ == SearchFormat::xml) return xml_response(std::exchange(texts_, {}), matches_);
    bool const json = format_ == SearchFormat::json;
    auto response = text_response(request, json ? Frame{"[", "]"} : Frame{}, std::exchange(texts_, {}));
    response.fields.set("Content-Type", json ? media_type : media_type + "; charset=utf-8; header=present");
    return response;
}

}  // namespace cassette::dicomweb
