#include "tests/end_to_end/crash_audit.h"

#include "tests/end_to_end/soak_peer.h"
#include "tests/support/dicom_object.h"
#include "tests/support/http_client.h"
#include "tests/support/http_connection.h"
#include "tests/support/sha256_of.h"

#include <map>
#include <regex>
#include <set>

namespace cassette::testing {

namespace {

constexpr char const* study_root_get = "1.2.840.10008.5.1.4.1.2.2.3";

std::string even(std::string value, char pad) {
    if (value.size() % 2 != 0) value += pad;
    return value;
}

// The values of an attribute in an answer in DICOM JSON (PS3.18 F.2.2), one each.
std::vector<std::string> values_of(std::string const& tag, std::string const& json) {
    std::regex const wanted{'"' + tag + R"re(":\{"vr":"..","Value":\["?([^"\]]*))re"};
    std::vector<std::string> values;
    for (std::sregex_iterator at{json.begin(), json.end(), wanted}, end; at != end; ++at) values.push_back((*at)[1]);
    return values;
}

std::string get_request(std::string const& study) {
    auto const us = [](std::uint16_t number, std::uint16_t value) {
        return element(0x0000, number, little_endian(value, 2));
    };
    auto const command = command_set(element(0x0000, 0x0002, even(study_root_get, '\0')) + us(0x0100, 0x0010) +
                                     us(0x0110, 9) + us(0x0700, 0) + us(0x0800, 0x0102));
    return p_data(3, command_fragment | last_fragment, command) +
        p_data(3, last_fragment, element(0x0008, 0x0052, "STUDY ") + element(0x0020, 0x000D, even(study, '\0')));
}

class Auditor {
public:
    Auditor(Node const& node, AuditReport& report)
        : report_{report}, http_{port_of(node.url(""))}, dimse_{port_of(':' + node.dimse_port())} {}

    void check(SentStudy const& study) {
        for (auto const& complaint : study.complaints) complain(study.study, complaint);
        auto const listed = listed_instances(study);
        std::map<std::string, SentInstance const*> expected;
        for (auto const& sent : study.instances) {
            report_.acknowledged += sent.acknowledged ? 1 : 0;
            if (listed.contains(sent.instance))
                expected[sent.instance] = &sent;
            else if (sent.acknowledged)
                complain(sent.instance, "was acknowledged and is not there");
        }
        if (listed.size() != expected.size()) complain(study.study, "has instances that nobody sent");
        report_.present += listed.size();
        if (listed.empty()) return;
        check_related(study, listed.size());
        for (auto const& [instance, sent] : expected) check_by_wado(study, *sent);
        check_by_get(study, expected);
    }

private:
    static std::uint16_t port_of(std::string const& address) {
        return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    }
    void complain(std::string const& about, std::string const& what) {
        report_.complaints.push_back(about + ' ' + what);
    }

    std::string asked(std::string const& path) {
        auto answer = http_.get("/dicom-web" + path, "application/dicom+json");
        if (!answer || (answer->status != 200 && answer->status != 204)) complain(path, "is not answered");
        return answer ? std::move(answer->body) : std::string{};
    }

    std::set<std::string> listed_instances(SentStudy const& study) {
        auto const values = values_of(
            "00080018", asked("/studies/" + study.study + "/series/" + study.series + "/instances?limit=50000"));
        std::set<std::string> listed{values.begin(), values.end()};
        if (listed.size() != values.size()) complain(study.study, "lists an instance twice");
        return listed;
    }

    // Number of Study Related Instances (0020,1208)
    void check_related(SentStudy const& study, std::size_t count) {
        auto const values = values_of("00201208", asked("/studies?StudyInstanceUID=" + study.study));
        if (values != std::vector{std::to_string(count)}) complain(study.study, "has a wrong number of instances");
    }

    void check_by_wado(SentStudy const& study, SentInstance const& sent) {
        auto const answer =
            http_.get("/dicom-web/studies/" + study.study + "/series/" + study.series + "/instances/" + sent.instance,
                      "application/dicom; transfer-syntax=*");
        if (!answer || answer->status != 200)
            complain(sent.instance, "is not retrieved by WADO-RS");
        else if (sha256_of(dataset_of(answer->body)) != sent.data_set_digest ||
                 (!sent.file_digest.empty() && sha256_of(answer->body) != sent.file_digest))
            complain(sent.instance, "comes changed by WADO-RS");
    }

    void check_by_get(SentStudy const& study, std::map<std::string, SentInstance const*> const& expected) {
        std::map<std::string, std::string> received;
        SoakPeer peer{dimse_};
        peer.on_store([&](std::string const& instance, std::string const& data_set) {
            received[instance] = sha256_of(data_set);
        });
        std::vector<Proposal> contexts;
        contexts.push_back({1, ct_storage, {implicit_little}});
        contexts.push_back({3, study_root_get, {implicit_little}});
        bool const asked = peer.associate(contexts, ct_storage) && peer.send(get_request(study.study));
        if (!asked || peer.final_status() != 0x0000 || !peer.release())
            complain(study.study, "is not retrieved by C-GET");
        if (received.size() != expected.size())
            complain(study.study, "comes by C-GET with another number of instances");
        for (auto const& [instance, digest] : received) {
            auto const sent = expected.find(instance);
            if (sent == expected.end() || sent->second->data_set_digest != digest)
                complain(instance, "comes changed by C-GET");
        }
    }

    AuditReport& report_;
    HttpConnection http_;
    std::uint16_t dimse_;
};

}  // namespace

AuditReport audit(Node const& node, std::vector<SentStudy> const& studies) {
    AuditReport report;
    Auditor auditor{node, report};
    for (auto const& study : studies) auditor.check(study);
    return report;
}

std::uint64_t instances_counted(Node const& node) {
    auto const metrics = get(node.url("/metrics")).body;
    static std::regex const instances{R"re(cassette_stored\{level="instance"\} (\d+))re"};
    std::smatch match;
    return std::regex_search(metrics, match, instances) ? std::stoull(match[1]) : 0;
}

}  // namespace cassette::testing
