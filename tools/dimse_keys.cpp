#include "tools/dimse_keys.h"

#include "schema/transfer_syntax.h"
#include "schema/uid.h"
#include "tools/setting_value.h"

#include <array>

namespace cassette {

namespace {

Failure wrong(std::string what) { return fail(ErrorCode::malformed, std::move(what)); }

template <auto member>
auto& at(Configuration& configuration) {
    if constexpr (requires { configuration.*member; })
        return configuration.*member;
    else
        return configuration.door.*member;
}

template <auto member>
Result<void> set_number(Configuration& configuration, std::string_view text) {
    auto const value = parse_setting_number(text);
    if (!value) return fail(value.error());
    at<member>(configuration) = *value;
    return {};
}

template <auto member>
Result<void> set_toggle(Configuration& configuration, std::string_view text) {
    auto const value = parse_toggle(text);
    if (!value) return fail(value.error());
    at<member>(configuration) = *value;
    return {};
}

template <auto member>
Result<void> set_text(Configuration& configuration, std::string_view text) {
    if (text.empty()) return wrong("is empty");
    at<member>(configuration) = text;
    return {};
}

template <std::filesystem::path dimse::TlsSettings::*member>
Result<void> set_tls_file(Configuration& configuration, std::string_view text) {
    if (text.empty()) return wrong("is empty");
    configuration.door.tls.*member = text;
    return {};
}

Result<void> set_sop_classes(Configuration& configuration, std::string_view text) {
    auto const uids = split_list(text);
    for (auto const& uid : uids)
        if (!is_usable_uid(uid)) return wrong("has " + uid + ", which is no UID");
    configuration.door.sop_classes = uids;
    return {};
}

Result<void> set_transfer_syntaxes(Configuration& configuration, std::string_view text) {
    auto const uids = split_list(text);
    for (auto const& uid : uids)
        if (find_transfer_syntax(uid) == nullptr) return wrong("has " + uid + ", which is no transfer syntax");
    configuration.door.transfer_syntaxes = uids;
    return {};
}

Result<void> set_tls_listen(Configuration& configuration, std::string_view text) {
    auto endpoint = parse_endpoint(text);
    if (!endpoint) return fail(endpoint.error());
    configuration.door.tls_host = std::move(endpoint->host);
    configuration.door.tls_port = endpoint->port;
    return {};
}

Result<void> set_client_certificates(Configuration& configuration, std::string_view text) {
    auto const required = parse_toggle(text);
    if (!required) return fail(required.error());
    configuration.door.tls.peer_certificate =
        *required ? dimse::PeerCertificate::required : dimse::PeerCertificate::not_required;
    return {};
}

Result<void> set_tls_profile(Configuration& configuration, std::string_view text) {
    if (text != "non-downgrading" && text != "extended") return wrong("is neither non-downgrading nor extended");
    configuration.door.tls.profile =
        text == "extended" ? dimse::TlsProfile::extended : dimse::TlsProfile::non_downgrading;
    return {};
}

using Kind = Setting::Kind;
constexpr std::array<Setting, 20> keys{{
    {"dimse.associations_max", "associations at a time", Kind::value, set_number<&Configuration::associations_max>},
    {"dimse.accept_unknown_sop_classes", "store SOP Classes that no dictionary lists", Kind::toggle,
     set_toggle<&Configuration::accept_unknown_sop_classes>},
    {"dimse.check_called_ae_title", "reject associations that call another AE title", Kind::toggle,
     set_toggle<&Configuration::check_called_ae_title>},
    {"dimse.accept_any_ae", "take associations from AE titles that are not listed", Kind::toggle,
     set_toggle<&Configuration::accept_any_ae>},
    {"dimse.sop_classes", "UIDs of SOP Classes to store besides those of the dictionary", Kind::list, set_sop_classes},
    {"dimse.transfer_syntaxes", "UIDs of transfer syntaxes to accept first, the best first", Kind::list,
     set_transfer_syntaxes},
    {"dimse.pdu_length_max", "bytes we take in one P-DATA-TF", Kind::value, set_number<&DimseSettings::pdu_length_max>},
    {"dimse.artim_seconds", "time for the request of an association", Kind::value,
     set_number<&DimseSettings::artim_seconds>},
    {"dimse.request_seconds", "time between the pieces of a message, and for a response", Kind::value,
     set_number<&DimseSettings::request_seconds>},
    {"dimse.idle_seconds", "time between the messages of an association", Kind::value,
     set_number<&DimseSettings::idle_seconds>},
    {"dimse.tls.listen", "HOST:PORT of DIMSE over TLS; without it dimse itself speaks TLS", Kind::value,
     set_tls_listen},
    {"dimse.tls.certificate", "our certificate and its chain, PEM", Kind::value,
     set_tls_file<&dimse::TlsSettings::certificate>},
    {"dimse.tls.key", "the key of our certificate, PEM", Kind::value, set_tls_file<&dimse::TlsSettings::key>},
    {"dimse.tls.authorities", "whose signature counts on certificates of others, PEM", Kind::value,
     set_tls_file<&dimse::TlsSettings::authorities>},
    {"dimse.tls.client_certificates", "false: take who shows no certificate", Kind::value, set_client_certificates},
    {"dimse.tls.profile", "non-downgrading or extended (PS3.15 B.10, B.11)", Kind::value, set_tls_profile},
    {"dimse.require_identity", "take nobody who does not say who its user is", Kind::toggle,
     set_toggle<&DimseSettings::require_identity>},
    {"dimse.jwt.key", "public key (PEM) or secret that signs tokens", Kind::value, set_text<&DimseSettings::token_key>},
    {"dimse.jwt.issuer", "whose tokens are believed", Kind::value, set_text<&DimseSettings::token_issuer>},
    {"dimse.jwt.audience", "for whom tokens must be", Kind::value, set_text<&DimseSettings::token_audience>},
}};

}  // namespace

std::span<Setting const> dimse_door_keys() { return keys; }

}  // namespace cassette
