#pragma once

#include "archive/outgoing/dispatch.h"
#include "schema/ae_title.h"
#include "schema/result.h"
#include "schema/search_attribute.h"
#include "schema/uid.h"
#include "storage/index.h"
#include "tools/dimse_settings.h"
#include "tools/web_settings.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cassette {

// HOST:PORT, the host perhaps in brackets (IPv6).
struct Endpoint {
    std::string host;
    std::uint16_t port;  // 0 picks a free one
    bool is_loopback() const;
};
[[nodiscard]] Result<Endpoint> parse_endpoint(std::string_view text);

enum class LogFormat { json, text };

[[nodiscard]] AETitle default_ae_title();  // CASSETTE

// Everything that can be set, with its default. docs/configuration.md lists the keys.
struct Configuration {
    std::filesystem::path data = "cassette-data";
    Endpoint http{"127.0.0.1", 8104};
    Endpoint dimse{"127.0.0.1", 11112};
    AETitle aet = default_ae_title();
    LogFormat log_format = LogFormat::json;
    std::string log_level = "info";
    std::optional<std::filesystem::path> viewer;  // absent: where tools/setup puts it; empty: none
    bool insecure = false;
    bool behind_tls_proxy = false;
    OnDuplicate on_duplicate = OnDuplicate::supersede;
    std::uint64_t instance_bytes_max = 0;  // 0: no limit
    std::uint64_t renditions_bytes_max = std::uint64_t{4} << 30;
    std::uint64_t reserve_bytes = std::uint64_t{256} << 20;  // new objects are refused when less is free
    std::uint64_t workers = 0;                               // 0: by the number of cores
    std::string public_url;  // what the outside world calls the HTTP door; empty: as each client reached it
    http::CrossOriginPolicy cross_origin;
    http::TrustedProxies trusted_proxies;
    std::uint64_t deleted_days = 30;             // how long what was deleted can be restored
    std::optional<TransferSyntaxUID> transcode;  // what is stored uncompressed becomes
    DispatchRules outgoing;                      // what is sent to, or told, others on receipt
    std::uint64_t outbox_retry_seconds = 5;      // after the first failure
    std::uint64_t outbox_retry_seconds_max = 600;
    std::uint64_t outbox_give_up_hours = 7 * 24;
    std::uint64_t associations_max = 64;
    bool accept_unknown_sop_classes = false;
    bool check_called_ae_title = false;
    bool accept_any_ae = false;
    std::vector<dimse::RemoteAE> peers;
    DimseSettings door;
    std::vector<SearchAttribute> search_attributes;  // beyond the built-in ones
};

// A key of the configuration file, which is a flag (--log-format) and an environment variable (CASSETTE_LOG_FORMAT) too.
struct Setting {
    std::string_view key;  // "log_format", "dimse.accept_any_ae"
    std::string_view help;
    enum class Kind { value, toggle, list } kind;  // a list: of TOML, or separated by commas
    Result<void> (*apply)(Configuration&, std::string_view value);
};
[[nodiscard]] std::span<Setting const> settings();
[[nodiscard]] std::string flag_of(Setting const& setting);         // "--log-format"
[[nodiscard]] std::string environment_of(Setting const& setting);  // "CASSETTE_LOG_FORMAT"

using GivenValues = std::vector<std::pair<std::string, std::string>>;  // key, value

// Defaults, then the file, then the environment, then what the command line gave. ErrorCode::malformed names the key, flag
// or variable that is wrong, and an unknown key.
[[nodiscard]] Result<Configuration> load_configuration(std::optional<std::filesystem::path> const& file,
                                                       GivenValues const& command_line);
// The same for a configuration file's text.
[[nodiscard]] Result<void> apply_file(Configuration& configuration, std::string_view toml, std::string_view name);

// Whether DIMSE is spoken with this machine alone.
[[nodiscard]] bool dimse_is_loopback(Configuration const& configuration);
// CONTRACT: bound beyond loopback, the node wants TLS, authentication and known peers, unless it is told to be insecure.
[[nodiscard]] Result<void> check_exposure(Configuration const& configuration);

}  // namespace cassette
