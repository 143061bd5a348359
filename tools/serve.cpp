#include "archive/access/principal.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/http/server.h"
#include "dicomweb/service_routes.h"
#include "dimse/server.h"
#include "storage/search_values.h"
#include "tools/backfill.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/dimse_door.h"
#include "tools/event_log.h"
#include "tools/node_metrics.h"
#include "tools/outgoing.h"
#include "tools/retention.h"
#include "tools/transcoding.h"
#include "tools/version.h"
#include "tools/viewer_folder.h"
#include "tools/writability_watch.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <optional>
#include <pthread.h>

namespace cassette {

namespace {

constexpr std::chrono::seconds stop_grace{30};

// Each answer while the node is busy, or the disk is full, is no new fault: that it is full was said once, loudly.
Severity severity_of(unsigned status) {
    for (auto const passing : {ErrorCode::out_of_resources, ErrorCode::unavailable})
        if (status == http::http_status(passing)) return Severity::warn;
    return status >= 500 ? Severity::error : Severity::info;
}

void log_exchange(http::Exchange const& exchange) {
    log_event(severity_of(exchange.status), "http",
              {{"request", exchange.id},
               {"method", exchange.method},
               {"path", exchange.path},
               {"remote", exchange.remote},
               {"status", std::int64_t{exchange.status}},
               {"bytes_in", static_cast<std::int64_t>(exchange.request_bytes)},
               {"bytes_out", static_cast<std::int64_t>(exchange.response_bytes)},
               {"ms", static_cast<double>(exchange.duration.count()) / 1000},
               {"error", exchange.error}});
}

void log_operation(dimse::Operation const& operation) {
    bool const failed = operation.status != 0 || !operation.error.empty();
    log_event(failed ? Severity::warn : Severity::info, "dimse",
              {{"association", operation.association},
               {"operation", operation.operation},
               {"calling", operation.calling_ae_title},
               {"called", operation.called_ae_title},
               {"remote", operation.remote},
               {"status", std::int64_t{operation.status}},
               {"sop_instance", operation.sop_instance},
               {"bytes", static_cast<std::int64_t>(operation.bytes)},
               {"matches", static_cast<std::int64_t>(operation.matches)},
               {"ms", static_cast<double>(operation.duration.count()) / 1000},
               {"warnings", operation.warnings},
               {"error", operation.error}});
}

OutgoingSettings outgoing_settings(Configuration const& configuration) {
    OutgoingSettings settings{.ae_title = configuration.aet, .destinations = {}, .rules = configuration.outgoing};
    for (auto& remote : remote_aes(configuration))
        if (!remote.host.empty()) settings.destinations.push_back(std::move(remote));
    constexpr std::uint64_t day = 24 * 60 * 60, century = 100 * 365 * 24;
    settings.retry = {std::chrono::seconds{std::min(configuration.outbox_retry_seconds, day)},
                      std::chrono::seconds{std::min(configuration.outbox_retry_seconds_max, day)}};
    settings.give_up_after = std::chrono::hours{std::min(configuration.outbox_give_up_hours, century)};
    return settings;
}

http::ServerSettings http_settings(Configuration const& configuration) {
    http::ServerSettings settings;
    settings.host = configuration.http.host;
    settings.port = configuration.http.port;
    settings.worker_threads = static_cast<int>(configuration.workers);
    settings.cross_origin = configuration.cross_origin;
    settings.trusted_proxies = configuration.trusted_proxies;
    return settings;
}

dicomweb::ServiceSettings service_settings(Configuration const& configuration) {
    dicomweb::ServiceSettings settings;
    settings.version = version;
    settings.public_url = configuration.public_url;
    return settings;
}

std::string authority(Endpoint const& endpoint, std::uint16_t port) {
    bool const v6 = endpoint.host.find(':') != std::string::npos;
    return (v6 ? '[' + endpoint.host + ']' : endpoint.host) + ':' + std::to_string(port);
}

// SIGTERM and SIGINT are blocked in every thread and taken here.
void block_signals(sigset_t& signals) {
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

// The two doors on one archive, and what watches them.
class Node {
public:
    Node(Configuration const& configuration, Stores& stores)
        : configuration_{configuration}, stores_{stores}, service_{*stores.archive, service_settings(configuration)} {}

    // Before `start`; nullptr for none.
    void show(Viewer viewer) { router_.add(dicomweb::viewer_routes(std::move(viewer), service_.settings)); }

    // Before `start`, for the metrics: outlives the node.
    void watch(TranscodingJob const& job) { transcoding_ = &job; }
    void watch(Outgoing const& outgoing) { outgoing_ = &outgoing; }

    Result<void> start() {
        router_.add(dicomweb::service_routes(service_, monitoring()));
        auto settings = dimse_settings(configuration_);
        if (!settings) return fail(settings.error());
        auto dimse = dimse::Server::start(*std::move(settings), *stores_.archive, [this](auto const& operation) {
            metrics_.count(operation);
            log_operation(operation);
        });
        if (!dimse) return fail(dimse.error());
        dimse_ = std::move(*dimse);
        auto http = http::Server::start(http_settings(configuration_), router_, [this](auto const& exchange) {
            metrics_.count(exchange);
            log_exchange(exchange);
        });
        if (!http) return fail(http.error());
        http_ = std::move(*http);
        return {};
    }

    void announce() const {
        auto const http = authority(configuration_.http, http_->port());
        auto const dimse = authority(configuration_.dimse, dimse_->port());
        std::printf("cassette ready http=%s dimse=%s\n", http.c_str(), dimse.c_str());
        std::fflush(stdout);
        auto const secure = dimse_->secure_port() == 0 ? std::string{} : std::to_string(dimse_->secure_port());
        log_event(Severity::info, "ready",
                  {{"http", http}, {"dimse", dimse}, {"dimse_tls_port", secure}, {"aet", configuration_.aet.str()}});
    }

    void stop() {
        if (dimse_) dimse_->stop(stop_grace);
        if (http_) http_->stop(stop_grace);
    }

private:
    dicomweb::Monitoring monitoring() {
        return {{{"index",
                  [this]() -> Result<void> {
                      auto const counts = stores_.index->counts();
                      return counts ? Result<void>{} : fail(counts.error());
                  }}},
                [this] { return exposition(); },
                [this] { return read_only_state(stores_.writability->standing()); }};
    }

    std::string exposition() {
        auto const counts = stores_.index->counts();
        std::uint64_t const associations = dimse_ ? dimse_->associations() : 0;
        auto const fill = stores_.index->search_values().progress();
        NodeMetrics::Gauges gauges{counts ? *counts : IndexCounts{},
                                   stores_.writability->standing(),
                                   stores_.renditions->bytes(),
                                   associations,
                                   fill ? fill->versions : 0,
                                   transcoding_ != nullptr ? transcoding_->figures() : TranscodingJob::Figures{}};
        if (auto waiting = stores_.index->outbox().counts()) gauges.outbox = *std::move(waiting);
        for (auto const kind : task_kinds)
            if (outgoing_ != nullptr) gauges.outgoing[static_cast<std::size_t>(kind)] = outgoing_->figures(kind);
        return metrics_.exposition(gauges);
    }

    Configuration const& configuration_;
    Stores& stores_;
    TranscodingJob const* transcoding_ = nullptr;
    Outgoing const* outgoing_ = nullptr;
    NodeMetrics metrics_;
    dicomweb::Service service_;
    http::Router router_;
    std::unique_ptr<dimse::Server> dimse_;
    std::unique_ptr<http::Server> http_;
};

ExitCode run(Configuration const& configuration, Viewer viewer, sigset_t const& signals) {
    auto folder = DataFolder::open(configuration.data, CreateFolder::if_missing);
    if (!folder) return exit_code_for(folder.error());
    auto stores = open_stores(*folder, configuration, folder->index_file());
    if (!stores) return exit_code_for(stores.error());
    auto const declared = stores->index->search_values().declare(configuration.search_attributes);
    if (!declared) return exit_code_for(declared.error());
    std::optional<TranscodingJob> job;
    if (configuration.transcode) job.emplace(*stores->archive, *configuration.transcode);
    Outgoing outgoing{*stores->archive, outgoing_settings(configuration)};
    if (auto prepared = outgoing.prepare(); !prepared) return exit_code_for(prepared.error());
    Node node{configuration, *stores};
    node.show(std::move(viewer));
    if (job) node.watch(*job);
    node.watch(outgoing);
    BackgroundWork const watch{writability_step(*stores->writability)};
    if (auto started = node.start(); !started) {
        node.stop();
        return exit_code_for(started.error());
    }
    node.announce();
    outgoing.start();
    std::optional<BackgroundWork> transcoding;
    if (job) transcoding.emplace([&job] { return job->step(); });
    BackgroundWork const retention{retention_step(*stores->archive, configuration.deleted_days)};
    BackgroundWork const backfill{backfill_step(*stores->archive)};
    int signal = 0;
    sigwait(&signals, &signal);
    log_event(Severity::info, "stopping", {{"signal", std::int64_t{signal}}});
    if (job) job->stop();
    outgoing.stop();
    node.stop();
    log_event(Severity::info, "stopped", {});
    return ExitCode::done;
}

}  // namespace

ExitCode serve(Configuration const& configuration) {
    if (auto safe = check_exposure(configuration); !safe) {
        complain(safe.error().detail);
        return ExitCode::usage;
    }
    auto viewer = find_viewer(configuration, service_settings(configuration));
    if (!viewer) {
        complain(viewer.error().detail);
        return ExitCode::usage;
    }
    sigset_t signals;
    block_signals(signals);
    start_log(configuration.log_format, configuration.log_level);
    if (configuration.insecure)
        log_event(Severity::warn, "insecure",
                  {{"detail", "serving without TLS and authentication, as --insecure says"}});
    if (!*viewer)
        log_event(Severity::info, "no_viewer", {{"detail", "/viewer is not served: tools/setup fetches it by npm"}});
    auto const code = run(configuration, *std::move(viewer), signals);
    stop_log();
    return code;
}

}  // namespace cassette
