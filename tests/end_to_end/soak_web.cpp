#include "tests/end_to_end/soak_web.h"

#include "tests/support/http_connection.h"
#include "tools/generate/synthetic_study.h"

#include <array>
#include <memory>
#include <optional>
#include <random>
#include <string_view>
#include <vector>

namespace cassette::testing {

namespace {

constexpr std::string_view boundary = "2d9c6b1e-soak";
constexpr std::uint32_t instances_of_a_study = 100;
constexpr int requests_of_a_connection = 50;

std::uint16_t port_of(Node const& node) {
    auto const url = node.url("");
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

struct Request {
    std::string path;
    std::string accept;
};

class WebClient {
public:
    WebClient(std::uint16_t port, unsigned seed, WebTally& tally)
        : port_{port}, plan_{.seed = seed, .instances = instances_of_a_study}, random_{seed}, tally_{tally} {}

    void run(std::chrono::steady_clock::time_point end) {
        while (std::chrono::steady_clock::now() < end) {
            connection_ = std::make_unique<HttpConnection>(port_);
            for (int i = 0; i < requests_of_a_connection && std::chrono::steady_clock::now() < end; ++i)
                if (!step()) break;
        }
    }

private:
    std::uint32_t pick(std::uint32_t below) {
        return std::uniform_int_distribution<std::uint32_t>{0, below - 1}(random_);
    }
    generate::SyntheticUIDs uids(std::uint32_t instance) const {
        return generate::uids_of(plan_, {.study = study_, .instance = instance});
    }

    // Whether the connection is good for more.
    bool step() {
        if (stored_ == 0 || pick(4) == 0) return store(1 + pick(4));
        auto const request = something_to_ask();
        return count(connection_->get(request.path, request.accept));
    }

    bool count(std::optional<HttpConnection::Answer> const& answer) {
        ++tally_.requests;
        if (!answer)
            ++tally_.unanswered;
        else if (answer->status != 200)
            ++tally_.failures;
        return answer && answer->status == 200;
    }

    bool store(std::uint32_t instances) {
        if (stored_ + instances > instances_of_a_study) {
            ++study_;
            stored_ = 0;
        }
        auto const answer = connection_->exchange(stow_request(instances));
        if (!count(answer)) return false;
        std::lock_guard const lock{tally_.mutex};
        for (std::uint32_t i = 0; i < instances; ++i, ++stored_) {
            auto const stored = uids(stored_);
            tally_.acknowledged[stored.study].insert(stored.instance);
        }
        return true;
    }

    std::string stow_request(std::uint32_t instances) const {
        std::string body;
        for (std::uint32_t i = 0; i < instances; ++i)
            body += "--" + std::string{boundary} + "\r\nContent-Type: application/dicom\r\n\r\n" +
                generate::part10_of(plan_, {.study = study_, .instance = stored_ + i}) + "\r\n";
        body += "--" + std::string{boundary} + "--\r\n";
        return "POST /dicom-web/studies HTTP/1.1\r\nHost: localhost\r\nAccept: application/dicom+json\r\nContent-Type: "
               "multipart/related; type=\"application/dicom\"; boundary=" +
            std::string{boundary} + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    // Of an instance that is there. Every picture has a window of its own, so that none comes from the cache.
    Request something_to_ask() {
        auto const known = uids(pick(stored_));
        auto const study = "/dicom-web/studies/" + known.study;
        auto const series = study + "/series/" + known.series;
        auto const instance = series + "/instances/" + known.instance;
        auto const window = "?window=40," + std::to_string(100 + pictures_++) + ",linear";
        std::array const all{Request{"/dicom-web/studies?limit=20", "application/dicom+json"},
                             Request{"/dicom-web/studies?StudyInstanceUID=" + known.study, "application/dicom+json"},
                             Request{"/dicom-web/studies?PatientName=*a*&limit=20", "application/dicom+json"},
                             Request{study + "/instances?limit=20", "application/dicom+json"},
                             Request{series + "/metadata", "application/dicom+json"},
                             Request{instance, R"(multipart/related; type="application/dicom"; transfer-syntax=*)"},
                             Request{instance + "/frames/1", R"(multipart/related; type="application/octet-stream")"},
                             Request{instance + "/rendered" + window, "image/png"},
                             Request{instance + "/thumbnail", "image/jpeg"}};
        return all[pick(all.size())];
    }

    std::uint16_t port_;
    generate::SyntheticPlan plan_;
    std::mt19937 random_;
    WebTally& tally_;
    std::unique_ptr<HttpConnection> connection_;
    std::uint32_t study_ = 0;
    std::uint32_t stored_ = 0;  // of the study
    int pictures_ = 0;
};

}  // namespace

void ask_by_web(Node const& node, unsigned seed, std::chrono::steady_clock::time_point end, WebTally& tally) {
    WebClient{port_of(node), seed, tally}.run(end);
}

std::size_t lost_by_web(Node const& node, WebTally const& tally) {
    HttpConnection connection{port_of(node)};
    std::size_t lost = 0;
    for (auto const& [study, instances] : tally.acknowledged) {
        auto const path = "/dicom-web/studies/" + study + "/instances?limit=" + std::to_string(instances_of_a_study);
        auto const answer = connection.get(path, "application/dicom+json");
        for (auto const& instance : instances)
            if (!answer || answer->body.find('"' + instance + '"') == std::string::npos) ++lost;
    }
    return lost;
}

}  // namespace cassette::testing
