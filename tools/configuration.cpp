#include "tools/configuration.h"

#include "tools/search_settings.h"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace cassette {

namespace {

Failure wrong(std::string what) { return fail(ErrorCode::malformed, std::move(what)); }

Result<std::uint64_t> parse_number(std::string_view text) {
    std::uint64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return wrong("is not a number");
    return value;
}

Result<bool> parse_toggle(std::string_view text) {
    if (text == "true" || text == "1" || text == "yes") return true;
    if (text == "false" || text == "0" || text == "no") return false;
    return wrong("is neither true nor false");
}

template <std::uint64_t Configuration::*member>
Result<void> set_number(Configuration& configuration, std::string_view text) {
    auto const value = parse_number(text);
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
constexpr std::array<Setting, 21> table{{
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
    {"dimse.associations_max", "associations at a time", Kind::value, set_number<&Configuration::associations_max>},
    {"dimse.accept_unknown_sop_classes", "store SOP Classes that no dictionary lists", Kind::toggle,
     set_toggle<&Configuration::accept_unknown_sop_classes>},
    {"dimse.check_called_ae_title", "reject associations that call another AE title", Kind::toggle,
     set_toggle<&Configuration::check_called_ae_title>},
    {"dimse.accept_any_ae", "take associations from AE titles that are not listed", Kind::toggle,
     set_toggle<&Configuration::accept_any_ae>},
}};

Setting const* find_setting(std::string_view key) {
    for (auto const& setting : table)
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

Result<Peer> peer_of(toml::node const& node, std::string_view name) {
    auto const* const entry = node.as_table();
    if (entry == nullptr) return wrong(std::string{name} + ": dimse.peers: not a table");
    for (auto const& [key, value] : *entry)
        if (key != "ae_title" && key != "host" && key != "port")
            return wrong(std::string{name} + ": unknown key dimse.peers." + std::string{key.str()});
    auto title = AETitle::parse((*entry)["ae_title"].value_or(std::string{}));
    if (!title) return wrong(std::string{name} + ": dimse.peers.ae_title is not an AE title");
    // What is there with another type is wrong, not absent.
    auto const port = entry->contains("port") ? (*entry)["port"].value_exact<std::int64_t>() : std::int64_t{104};
    if (!port || *port < 1 || *port > 65535) return wrong(std::string{name} + ": dimse.peers.port is not a port");
    auto host = entry->contains("host") ? (*entry)["host"].value_exact<std::string>() : std::string{};
    if (!host) return wrong(std::string{name} + ": dimse.peers.host is not a host");
    return Peer{*title, std::move(*host), static_cast<std::uint16_t>(*port)};
}

Result<void> apply_peers(Configuration& configuration, toml::node const& node, std::string_view name) {
    auto const* const list = node.as_array();
    if (list == nullptr) return wrong(std::string{name} + ": dimse.peers is not a list of tables");
    for (auto const& entry : *list) {
        auto peer = peer_of(entry, name);
        if (!peer) return fail(peer.error());
        configuration.peers.push_back(std::move(*peer));
    }
    return {};
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
        if (full == "dimse.peers") {
            if (auto applied = apply_peers(configuration, node, name); !applied) return applied;
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
    auto const port = parse_number(text.substr(colon + 1));
    if (host.empty() || !port || *port > 65535) return wrong("is not HOST:PORT");
    return Endpoint{std::string{host}, static_cast<std::uint16_t>(*port)};
}

AETitle default_ae_title() {
    auto title = AETitle::parse("CASSETTE");
    assert(title);
    return *title;
}

std::span<Setting const> settings() { return table; }

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
    for (auto const& setting : table) {
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
    return configuration;
}

Result<void> check_exposure(Configuration const& configuration) {
    if (configuration.insecure) return {};
    if (!configuration.http.is_loopback())
        return wrong("--http: beyond loopback the node needs TLS and authentication; --insecure overrides");
    bool const peers_known = configuration.accept_any_ae || !configuration.peers.empty();
    if (!configuration.dimse.is_loopback() && !peers_known)
        return wrong("--dimse: beyond loopback list dimse.peers or set dimse.accept_any_ae; --insecure overrides");
    return {};
}

}  // namespace cassette
