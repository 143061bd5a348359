#include "tools/configuration.h"

#include "tools/dimse_keys.h"
#include "tools/outgoing_settings.h"
#include "tools/search_settings.h"
#include "tools/setting_value.h"
#include "tools/transcoding.h"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace cassette {

namespace {

Failure wrong(std::string what) { return fail(ErrorCode::malformed, std::move(what)); }

template <std::uint64_t Configuration::*member>
Result<void> set_number(Configuration& configuration, std::string_view text) {
    auto const value = parse_setting_number(text);
    if (!value) return fail(value.error());
    configuration.*member = *value;
    return {};
}

template <bool Configuration::*member>
Result<void> set_toggle(Configuration& configuration, std::string_view text) {
    auto const value = parse_toggle(text);
    if (!value) return fail(value.error());
    configuration.*member = *value;
    return {};
}

template <Endpoint Configuration::*member>
Result<void> set_endpoint(Configuration& configuration, std::string_view text) {
    auto const value = parse_endpoint(text);
    if (!value) return fail(value.error());
    configuration.*member = *value;
    return {};
}

Result<void> set_data(Configuration& configuration, std::string_view text) {
    if (text.empty()) return wrong("is empty");
    configuration.data = std::filesystem::path{text};
    return {};
}

Result<void> set_aet(Configuration& configuration, std::string_view text) {
    auto title = AETitle::parse(text);
    if (!title) return fail(title.error());
    configuration.aet = *title;
    return {};
}

Result<void> set_log_format(Configuration& configuration, std::string_view text) {
    if (text != "json" && text != "text") return wrong("is neither json nor text");
    configuration.log_format = text == "json" ? LogFormat::json : LogFormat::text;
    return {};
}

Result<void> set_log_level(Configuration& configuration, std::string_view text) {
    for (auto const level : {"debug", "info", "warn", "error"})
        if (text == level) {
            configuration.log_level = text;
            return {};
        }
    return wrong("is none of debug, info, warn, error");
}

Result<void> set_viewer(Configuration& configuration, std::string_view text) {
    if (text.empty()) return wrong("is empty; none serves no viewer");
    configuration.viewer = text == "none" ? std::filesystem::path{} : std::filesystem::path{text};
    return {};
}

// A value that one function understands and one member holds.
template <auto parse, auto member>
Result<void> set_parsed(Configuration& configuration, std::string_view text) {
    auto value = parse(text);
    if (!value) return fail(value.error());
    configuration.*member = *std::move(value);
    return {};
}

Result<void> set_on_duplicate(Configuration& configuration, std::string_view text) {
    constexpr std::pair<std::string_view, OnDuplicate> policies[] = {{"supersede", OnDuplicate::supersede},
                                                                     {"keep_first", OnDuplicate::keep_first},
                                                                     {"reject", OnDuplicate::reject}};
    for (auto const& [name, policy] : policies)
        if (text == name) {
            configuration.on_duplicate = policy;
            return {};
        }
    return wrong("is none of supersede, keep_first, reject");
}

using Kind = Setting::Kind;
constexpr std::array<Setting, 22> table{{
    {"data", "folder that holds everything", Kind::value, set_data},
    {"http", "HOST:PORT of the HTTP door", Kind::value, set_endpoint<&Configuration::http>},
    {"dimse", "HOST:PORT of the DIMSE door", Kind::value, set_endpoint<&Configuration::dimse>},
    {"aet", "our AE title", Kind::value, set_aet},
    {"log_format", "json or text", Kind::value, set_log_format},
    {"log_level", "debug, info, warn or error", Kind::value, set_log_level},
    {"viewer", "folder of the OHIF viewer, or none", Kind::value, set_viewer},
    {"insecure", "serve beyond loopback without protection", Kind::toggle, set_toggle<&Configuration::insecure>},
    {"behind_tls_proxy", "a proxy in front speaks TLS", Kind::toggle, set_toggle<&Configuration::behind_tls_proxy>},
    {"on_duplicate", "supersede, keep_first or reject", Kind::value, set_on_duplicate},
    {"instance_bytes_max", "largest SOP Instance in bytes, 0 for no limit", Kind::value,
     set_number<&Configuration::instance_bytes_max>},
    {"renditions_bytes_max", "bound of the rendition cache in bytes", Kind::value,
     set_number<&Configuration::renditions_bytes_max>},
    {"workers", "threads for disk, index and codecs, 0 for twice the cores", Kind::value,
     set_number<&Configuration::workers>},
    {"http.public_url", "URL by which others reach the HTTP door", Kind::value,
     set_parsed<parse_public_url, &Configuration::public_url>},
    {"http.allowed_origins", "web pages of other origins that may use the HTTP door", Kind::list,
     set_parsed<parse_origins, &Configuration::cross_origin>},
    {"http.trusted_proxies", "addresses whose Forwarded fields count", Kind::list,
     set_parsed<parse_proxies, &Configuration::trusted_proxies>},
    {"retention.deleted_days", "days until what was deleted is purged", Kind::value,
     set_number<&Configuration::deleted_days>},
    {"storage.transcode",
     "none, htj2k-lossless, jpeg2000-lossless, jpegls-lossless or rle: what is uncompressed becomes", Kind::value,
     set_parsed<parse_transcoding, &Configuration::transcode>},
    {"storage.reserve_bytes", "bytes left free on the disk", Kind::value, set_number<&Configuration::reserve_bytes>},
    {"outbox.retry_seconds", "pause after the first failure to reach another AE", Kind::value,
     set_number<&Configuration::outbox_retry_seconds>},
    {"outbox.retry_seconds_max", "longest pause between two attempts", Kind::value,
     set_number<&Configuration::outbox_retry_seconds_max>},
    {"outbox.give_up_hours", "age at which what cannot be delivered is given up", Kind::value,
     set_number<&Configuration::outbox_give_up_hours>},
}};

std::vector<Setting> all_settings() {
    std::vector<Setting> all{table.begin(), table.end()};
    auto const door = dimse_door_keys();
    all.insert(all.end(), door.begin(), door.end());
    return all;
}

Setting const* find_setting(std::string_view key) {
    for (auto const& setting : settings())
        if (setting.key == key) return &setting;
    return nullptr;
}

std::string replaced(std::string_view key, char with, bool upper) {
    std::string text;
    for (char const c : key) {
        if (c == '_' || c == '.')
            text += with;
        else
            text += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

// `http = "..."` at the root beside `[[dimse.peers]]` reads well and is not TOML: a key is either a value or a table. So
// the two listening addresses are read as http.listen and dimse.listen.
std::string with_listen_keys(std::string_view toml) {
    std::istringstream lines{std::string{toml}};
    std::string rewritten;
    bool at_root = true;
    for (std::string line; std::getline(lines, line);) {
        auto const first = line.find_first_not_of(" \t");
        if (first != std::string::npos && line[first] == '[') at_root = false;
        for (std::string_view const key : {"http", "dimse"}) {
            bool const names = at_root && first != std::string::npos && line.compare(first, key.size(), key) == 0;
            auto const next = names ? line.find_first_not_of(" \t", first + key.size()) : std::string::npos;
            if (next != std::string::npos && line[next] == '=') line.insert(first + key.size(), ".listen");
        }
        rewritten += line + '\n';
    }
    return rewritten;
}

std::string text_of(toml::node const& node) {
    if (auto const* text = node.as_string()) return text->get();
    if (auto const* number = node.as_integer()) return std::to_string(number->get());
    if (auto const* toggle = node.as_boolean()) return toggle->get() ? "true" : "false";
    return {};
}

std::string text_of(toml::node const& node, Kind kind) {
    auto const* const list = node.as_array();
    if (list == nullptr || kind != Kind::list) return text_of(node);
    std::string items;
    for (auto const& item : *list) items.append(items.empty() ? "" : ",").append(text_of(item));
    return items;
}

Result<SearchAttribute> search_attribute_of(toml::node const& node, std::string const& where) {
    auto const* const entry = node.as_table();
    if (entry == nullptr) return wrong(where + " is not a table");
    std::map<std::string, std::string> members;
    for (auto const& [key, value] : *entry) members.emplace(std::string{key.str()}, text_of(value));
    auto attribute = parse_search_attribute(members);
    return attribute ? std::move(attribute) : wrong(where + '.' + attribute.error().detail);
}

Result<void> apply_search_attributes(Configuration& configuration, toml::node const& node, std::string_view name) {
    auto const where = std::string{name} + ": search.attributes";
    auto const* const list = node.as_array();
    if (list == nullptr) return wrong(where + " is not a list of tables");
    std::vector<SearchAttribute> attributes;
    for (auto const& entry : *list) {
        auto attribute = search_attribute_of(entry, where);
        if (!attribute) return fail(attribute.error());
        attributes.push_back(std::move(*attribute));
    }
    configuration.search_attributes = beyond_built_in(std::move(attributes));
    return {};
}

RuleTable rule_table_of(toml::table const& entry) {
    RuleTable rule;
    for (auto const& [key, value] : entry) {
        auto& values = rule[std::string{key.str()}];
        auto const* const list = value.as_array();
        if (list == nullptr) values.push_back(text_of(value));
        for (std::size_t at = 0; list != nullptr && at < list->size(); ++at) values.push_back(text_of((*list)[at]));
    }
    return rule;
}

// What is there with another type is wrong, though its text would do.
Result<dimse::RemoteAE> peer_of(toml::table const& entry) {
    if (entry.contains("port") && !entry["port"].is_integer()) return wrong("port is not a port");
    if (entry.contains("host") && !entry["host"].is_string()) return wrong("host is not a host");
    return parse_peer(rule_table_of(entry));
}

template <class Rule, class Parse>
Result<void> apply_rules(std::vector<Rule>& rules, toml::node const& node, std::string const& where,
                         Parse const& parse) {
    auto const* const list = node.as_array();
    if (list == nullptr) return wrong(where + " is not a list of tables");
    for (auto const& entry : *list) {
        if (!entry.is_table()) return wrong(where + " is not a list of tables");
        auto rule = parse(*entry.as_table());
        if (!rule) return wrong(where + '.' + rule.error().detail);
        rules.push_back(*std::move(rule));
    }
    return {};
}

template <auto parse>
auto parsed_as_rule(toml::table const& entry) {
    return parse(rule_table_of(entry));
}

// The keys that are lists of tables.
struct TableList {
    std::string_view key;
    Result<void> (*apply)(Configuration&, toml::node const&, std::string const& where);
};
constexpr std::array<TableList, 4> table_lists{{
    {"dimse.peers", [](auto& all, auto& node, auto& where) { return apply_rules(all.peers, node, where, peer_of); }},
    {"dimse.users",
     [](auto& all, auto& node, auto& where) {
         return apply_rules(all.door.users, node, where, parsed_as_rule<parse_user>);
     }},
    {"dimse.forward",
     [](auto& all, auto& node, auto& where) {
         return apply_rules(all.outgoing.forward, node, where, parsed_as_rule<parse_forwarding_rule>);
     }},
    {"dimse.notify",
     [](auto& all, auto& node, auto& where) {
         return apply_rules(all.outgoing.notify, node, where, parsed_as_rule<parse_notification_rule>);
     }},
}};

Result<void> apply_value(Configuration& configuration, Setting const& setting, std::string_view value,
                         std::string const& name) {
    auto applied = setting.apply(configuration, value);
    return applied ? applied : wrong(name + " " + applied.error().detail);
}

Result<void> apply_table(Configuration& configuration, toml::table const& values, std::string const& prefix,
                         std::string_view name) {
    for (auto const& [key, node] : values) {
        std::string full = prefix + std::string{key.str()};
        if (full == "http.listen" || full == "dimse.listen") full.resize(full.find('.'));
        auto const list = std::ranges::find(table_lists, full, &TableList::key);
        if (list != table_lists.end()) {
            auto applied = list->apply(configuration, node, std::string{name} + ": " + full);
            if (!applied) return applied;
            continue;
        }
        if (full == "search.attributes") {
            if (auto applied = apply_search_attributes(configuration, node, name); !applied) return applied;
            continue;
        }
        if (auto const* nested = node.as_table()) {
            if (auto applied = apply_table(configuration, *nested, full + '.', name); !applied) return applied;
            continue;
        }
        Setting const* const setting = find_setting(full);
        if (setting == nullptr) return wrong(std::string{name} + ": unknown key " + full);
        auto const where = std::string{name} + ": " + full;
        if (auto applied = apply_value(configuration, *setting, text_of(node, setting->kind), where); !applied)
            return applied;
    }
    return {};
}

}  // namespace

bool Endpoint::is_loopback() const {
    bool const numeric = host.find_first_not_of("0123456789.") == std::string::npos;  // 127.example.com is anywhere
    return host == "::1" || host == "localhost" || (numeric && host.starts_with("127."));
}

Result<Endpoint> parse_endpoint(std::string_view text) {
    auto const colon = text.rfind(':');
    if (colon == std::string_view::npos) return wrong("is not HOST:PORT");
    auto host = text.substr(0, colon);
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    auto const port = parse_setting_number(text.substr(colon + 1));
    if (host.empty() || !port || *port > 65535) return wrong("is not HOST:PORT");
    return Endpoint{std::string{host}, static_cast<std::uint16_t>(*port)};
}

AETitle default_ae_title() {
    auto title = AETitle::parse("CASSETTE");
    assert(title);
    return *title;
}

std::span<Setting const> settings() {
    static std::vector<Setting> const all = all_settings();
    return all;
}

std::string flag_of(Setting const& setting) { return "--" + replaced(setting.key, '-', false); }

std::string environment_of(Setting const& setting) { return "CASSETTE_" + replaced(setting.key, '_', true); }

Result<void> apply_file(Configuration& configuration, std::string_view toml, std::string_view name) {
    auto const parsed = toml::parse(with_listen_keys(toml));
    if (parsed) return apply_table(configuration, parsed.table(), "", name);
    auto const line = std::to_string(parsed.error().source().begin.line);
    return wrong(std::string{name} + ":" + line + ": " + std::string{parsed.error().description()});
}

Result<Configuration> load_configuration(std::optional<std::filesystem::path> const& file,
                                         GivenValues const& command_line) {
    Configuration configuration;
    if (file) {
        std::ifstream stream{*file};
        if (!stream) return wrong("--config: cannot read " + file->string());
        std::ostringstream text;
        text << stream.rdbuf();
        if (auto applied = apply_file(configuration, text.str(), file->string()); !applied)
            return fail(applied.error());
    }
    for (auto const& setting : settings()) {
        auto const name = environment_of(setting);
        char const* const value = std::getenv(name.c_str());
        if (value == nullptr) continue;
        if (auto applied = apply_value(configuration, setting, value, name); !applied) return fail(applied.error());
    }
    for (auto const& [key, value] : command_line) {
        Setting const* const setting = find_setting(key);
        assert(setting != nullptr);
        auto const applied = apply_value(configuration, *setting, value, flag_of(*setting));
        if (!applied) return fail(applied.error());
    }
    std::vector<AETitle> reachable;
    for (auto const& peer : configuration.peers)
        if (!peer.host.empty()) reachable.push_back(peer.ae_title);
    if (auto known = check_destinations(configuration.outgoing, reachable); !known) return fail(known.error());
    return configuration;
}

bool dimse_is_loopback(Configuration const& configuration) {
    auto const& tls_host = configuration.door.tls_host;
    return configuration.dimse.is_loopback() && (tls_host.empty() || Endpoint{tls_host, 0}.is_loopback());
}

Result<void> check_exposure(Configuration const& configuration) {
    if (configuration.insecure) return {};
    if (!configuration.http.is_loopback())
        return wrong("--http: beyond loopback the node needs TLS and authentication; --insecure overrides");
    bool const peers_known = configuration.accept_any_ae || !configuration.peers.empty();
    if (!dimse_is_loopback(configuration) && !peers_known)
        return wrong("--dimse: beyond loopback list dimse.peers or set dimse.accept_any_ae; --insecure overrides");
    return {};
}

}  // namespace cassette
