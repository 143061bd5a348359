#include "tests/end_to_end/crash_load.h"

#include "tests/dimse/ct_slice.h"
#include "tests/end_to_end/soak_peer.h"
#include "tests/support/http_connection.h"
#include "tests/support/sha256_of.h"

#include <poll.h>

#include <random>

namespace cassette::testing {

namespace {

constexpr std::string_view boundary = "b8f3a1c2-crash";

// Different bytes for each instance, so that none can pass for another.
std::string data_set_for(SentStudy const& study, std::string const& instance, unsigned number) {
    std::size_t const pixels = number % 16 == 15 ? 60'000 : 64 + number * 37 % 4'000;
    auto bytes = data_set_of({.patient_id = "P" + study.study.substr(study.study.rfind('.') + 1),
                              .study = study.study,
                              .series = study.series,
                              .instance = instance,
                              .instance_number = std::to_string(number % 10'000),
                              .pixels = pixels});
    std::seed_seq seed(instance.begin(), instance.end());
    std::mt19937 random{seed};
    for (auto at = bytes.size() - 2 * pixels; at < bytes.size(); ++at) bytes[at] = static_cast<char>(random());
    return bytes;
}

std::string meta_element(std::uint16_t number, std::string_view vr_and_length, std::string_view value) {
    return little_endian(0x0002, 2) + little_endian(number, 2) + std::string{vr_and_length} + std::string{value};
}

std::string meta_uid(std::uint16_t number, std::string uid) {
    if (uid.size() % 2 != 0) uid += '\0';
    return meta_element(number, "UI" + little_endian(uid.size(), 2), uid);
}

// A File Meta group (PS3.10 7.1) that is not the one which the node would make.
std::string part10(std::string const& instance, std::string const& data_set) {
    auto const version = meta_element(0x0001, std::string{"OB\0\0"} + std::string(2, '\0') + little_endian(2, 4),
                                      std::string{'\0', '\1'});
    auto const group = version + meta_uid(0x0002, ct_storage) + meta_uid(0x0003, instance) +
        meta_uid(0x0010, implicit_little) + meta_uid(0x0012, "2.25.4711");
    return std::string(128, '\0') + "DICM" +
        meta_element(0x0000, "UL" + little_endian(4, 2), little_endian(group.size(), 4)) + group + data_set;
}

class Sender {
public:
    Sender(SentStudy& study, std::uint16_t port, std::chrono::milliseconds pause)
        : study_{study}, port_{port}, pause_{pause} {}

    // A new association after every few instances, so that the node dies in all phases of one.
    void store_until_gone() {
        while (store_on_association(1 + next_ % 40)) {}
    }

    // Requests of one to eight instances on one connection.
    void stow_until_gone() {
        HttpConnection connection{port_};
        while (stow(connection, 1 + next_ % 8)) {}
    }

private:
    void rest() const {
        if (pause_.count() > 0) (void)::poll(nullptr, 0, static_cast<int>(pause_.count()));
    }

    std::string next(std::string& data_set) {
        auto const number = next_++;
        auto instance = study_.series + '.' + std::to_string(number + 1);
        data_set = data_set_for(study_, instance, number);
        study_.instances.push_back({instance, sha256_of(data_set), {}});
        return instance;
    }

    bool store_on_association(unsigned instances) {
        SoakPeer peer{port_};
        if (!peer.associate({{1, ct_storage, {implicit_little}}})) {
            if (peer.rejected()) study_.complaints.emplace_back("an association was rejected");
            return false;
        }
        for (unsigned i = 0; i < instances; ++i)
            if (!store(peer)) return false;
        return peer.release();
    }

    bool store(SoakPeer& peer) {
        rest();
        std::string data_set;
        auto const instance = next(data_set);
        auto message = p_data(1, command_fragment | last_fragment, store_request({.sop_instance = instance}));
        constexpr std::size_t piece = 16'000;
        for (std::size_t at = 0; at < data_set.size(); at += piece) {
            bool const is_last = at + piece >= data_set.size();
            message +=
                p_data(1, is_last ? last_fragment : data_set_fragment, std::string_view{data_set}.substr(at, piece));
        }
        auto const status = peer.send(message) ? peer.final_status() : std::nullopt;
        if (!status) return false;
        if (*status == 0)
            study_.instances.back().acknowledged = true;
        else
            study_.complaints.push_back("C-STORE: status " + std::to_string(*status));
        return true;
    }

    bool stow(HttpConnection& connection, unsigned instances) {
        rest();
        auto const first = study_.instances.size();
        std::string body;
        for (unsigned i = 0; i < instances; ++i) {
            std::string data_set;
            auto const file = part10(next(data_set), data_set);
            study_.instances.back().file_digest = sha256_of(file);
            body.append("--").append(boundary).append("\r\nContent-Type: application/dicom\r\n\r\n");
            body.append(file).append("\r\n");
        }
        body.append("--").append(boundary).append("--\r\n");
        std::string request =
            "POST /dicom-web/studies HTTP/1.1\r\nHost: localhost\r\nAccept: application/dicom+json\r\n";
        request.append("Content-Type: multipart/related; type=\"application/dicom\"; boundary=").append(boundary);
        request.append("\r\nContent-Length: ").append(std::to_string(body.size())).append("\r\n\r\n").append(body);
        auto const answer = connection.exchange(request);
        if (!answer) return false;
        if (answer->status != 200) study_.complaints.push_back("STOW-RS: status " + std::to_string(answer->status));
        for (auto i = first; answer->status == 200 && i < study_.instances.size(); ++i)
            study_.instances[i].acknowledged = true;
        return true;
    }

    SentStudy& study_;
    std::uint16_t port_;
    std::chrono::milliseconds pause_;
    unsigned next_ = 0;
};

std::uint16_t http_port(Node const& node) {
    auto const address = node.url("");
    return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

}  // namespace

CrashLoad::CrashLoad(Node const& node, int round, std::chrono::milliseconds pause)
    : studies_(associations + stow_clients) {
    auto const dimse = static_cast<std::uint16_t>(std::stoi(node.dimse_port()));
    auto const http = http_port(node);
    for (std::size_t i = 0; i < studies_.size(); ++i) {
        auto& study = studies_[i];
        study.study = "1.2.840.99." + std::to_string(round + 1) + '.' + std::to_string(i + 1);
        study.series = study.study + ".1";
        if (i < associations)
            senders_.emplace_back([&study, dimse, pause] { Sender{study, dimse, pause}.store_until_gone(); });
        else
            senders_.emplace_back([&study, http, pause] { Sender{study, http, pause}.stow_until_gone(); });
    }
}

CrashLoad::~CrashLoad() { join(); }

void CrashLoad::join() {
    for (auto& sender : senders_) sender.join();
    senders_.clear();
}

std::vector<SentStudy> CrashLoad::sent() {
    join();
    return std::move(studies_);
}

}  // namespace cassette::testing
