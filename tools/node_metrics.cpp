#include "tools/node_metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <string_view>

namespace cassette {

namespace {

// Seconds; from a cached answer to a long transfer.
prometheus::Histogram::BucketBoundaries const duration_buckets{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30};

double seconds(std::chrono::microseconds duration) { return std::chrono::duration<double>(duration).count(); }

std::string class_name(std::size_t status_class) { return std::to_string(status_class) + "xx"; }

// Methods by which requests are counted. Any other that a client thinks of is counted as "-".
constexpr std::array<std::string_view, 8> kinds{"-", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

std::size_t kind_of(std::string_view method) {
    auto const at = std::find(kinds.begin(), kinds.end(), method);
    return at == kinds.end() ? 0 : static_cast<std::size_t>(at - kinds.begin());
}

constexpr std::size_t status_classes = 6;

// The series of one method, known once there has been such a request: to look one up by its labels costs as much as a small
// answer.
struct HttpSeries {
    std::array<std::atomic<prometheus::Counter*>, status_classes> requests{};
    std::atomic<prometheus::Histogram*> duration{nullptr};
};

// A family gives the same series for the same labels, whoever asks first.
template <class Series, class LookUp>
Series& found(std::atomic<Series*>& known, LookUp const& look_up) {
    auto* series = known.load();
    if (series == nullptr) {
        series = &look_up();
        known.store(series);
    }
    return *series;
}

// To a total that somebody else counts.
void raise(prometheus::Counter& counter, std::uint64_t total) {
    counter.Increment(std::max(0.0, static_cast<double>(total) - counter.Value()));
}

// PS3.7 C; an association event, which has no status, failed when there is something to say of it.
std::string outcome(dimse::Operation const& operation) {
    if (operation.status == 0) return operation.error.empty() ? "success" : "failure";
    bool const warning = (operation.status & 0xF000U) == 0xB000U;
    return warning ? "warning" : "failure";
}

}  // namespace

struct NodeMetrics::Families {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& http_requests = prometheus::BuildCounter()
                                                                 .Name("cassette_http_requests_total")
                                                                 .Help("HTTP requests answered")
                                                                 .Register(registry);
    prometheus::Family<prometheus::Counter>& http_bytes =
        prometheus::BuildCounter().Name("cassette_http_bytes_total").Help("Body bytes over HTTP").Register(registry);
    prometheus::Family<prometheus::Histogram>& http_duration = prometheus::BuildHistogram()
                                                                   .Name("cassette_http_duration_seconds")
                                                                   .Help("Time from request to the end of the answer")
                                                                   .Register(registry);
    prometheus::Counter& http_bytes_in = http_bytes.Add({{"direction", "in"}});
    prometheus::Counter& http_bytes_out = http_bytes.Add({{"direction", "out"}});
    std::array<HttpSeries, kinds.size()> http;
    prometheus::Family<prometheus::Counter>& dimse_operations = prometheus::BuildCounter()
                                                                    .Name("cassette_dimse_operations_total")
                                                                    .Help("DIMSE operations and association events")
                                                                    .Register(registry);
    prometheus::Family<prometheus::Counter>& dimse_bytes = prometheus::BuildCounter()
                                                               .Name("cassette_dimse_bytes_total")
                                                               .Help("Data set bytes over DIMSE")
                                                               .Register(registry);
    prometheus::Family<prometheus::Histogram>& dimse_duration = prometheus::BuildHistogram()
                                                                    .Name("cassette_dimse_duration_seconds")
                                                                    .Help("Time of a DIMSE operation")
                                                                    .Register(registry);
    prometheus::Family<prometheus::Gauge>& stored =
        prometheus::BuildGauge().Name("cassette_stored").Help("What the index holds").Register(registry);
    prometheus::Gauge& stored_bytes = prometheus::BuildGauge()
                                          .Name("cassette_stored_bytes")
                                          .Help("Bytes of all versions of all SOP Instances")
                                          .Register(registry)
                                          .Add({});
    prometheus::Gauge& rendition_bytes = prometheus::BuildGauge()
                                             .Name("cassette_rendition_bytes")
                                             .Help("Bytes in the rendition cache")
                                             .Register(registry)
                                             .Add({});
    prometheus::Gauge& unfilled_versions =
        prometheus::BuildGauge()
            .Name("cassette_backfill_versions_left")
            .Help("Versions still to be looked at for new search attributes, at most")
            .Register(registry)
            .Add({});
    prometheus::Family<prometheus::Counter>& transcodings =
        prometheus::BuildCounter()
            .Name("cassette_transcodings_total")
            .Help("Uncompressed versions that the policy transcoded, or refused to")
            .Register(registry);
    prometheus::Family<prometheus::Counter>& transcoding_bytes =
        prometheus::BuildCounter()
            .Name("cassette_transcoding_bytes_total")
            .Help("Bytes of what the policy transcoded, before and after")
            .Register(registry);
    prometheus::Family<prometheus::Gauge>& outbox = prometheus::BuildGauge()
                                                        .Name("cassette_outbox_tasks")
                                                        .Help("What other AEs are still to be sent or told")
                                                        .Register(registry);
    prometheus::Gauge& outbox_age = prometheus::BuildGauge()
                                        .Name("cassette_outbox_oldest_seconds")
                                        .Help("How long the oldest of it has waited")
                                        .Register(registry)
                                        .Add({});
    prometheus::Family<prometheus::Counter>& outgoing = prometheus::BuildCounter()
                                                            .Name("cassette_outgoing_total")
                                                            .Help("What other AEs were sent or told, or were not")
                                                            .Register(registry);
    prometheus::Family<prometheus::Gauge>& read_only =
        prometheus::BuildGauge()
            .Name("cassette_read_only")
            .Help("1 while nothing new is stored, for the reason that it names")
            .Register(registry);
    prometheus::Gauge& free_bytes = prometheus::BuildGauge()
                                        .Name("cassette_free_bytes")
                                        .Help("Bytes free on the disk of the data folder")
                                        .Register(registry)
                                        .Add({});
    prometheus::Gauge& associations =
        prometheus::BuildGauge().Name("cassette_associations").Help("Associations open now").Register(registry).Add({});
};

NodeMetrics::NodeMetrics() : families_{std::make_unique<Families>()} {}
NodeMetrics::~NodeMetrics() = default;

void NodeMetrics::count(http::Exchange const& exchange) {
    auto const kind = kind_of(exchange.method);
    auto const status = std::min<std::size_t>(exchange.status / 100, status_classes - 1);
    auto& series = families_->http[kind];
    std::string const method{kinds[kind]};
    found(
        series.requests[status],
        [&]() -> auto& {
            return families_->http_requests.Add({{"method", method}, {"status", class_name(status)}});
        })
        .Increment();
    found(
        series.duration,
        [&]() -> auto& {
            return families_->http_duration.Add({{"method", method}}, duration_buckets);
        })
        .Observe(seconds(exchange.duration));
    families_->http_bytes_in.Increment(static_cast<double>(exchange.request_bytes));
    families_->http_bytes_out.Increment(static_cast<double>(exchange.response_bytes));
}

void NodeMetrics::count(dimse::Operation const& operation) {
    std::string const name{operation.operation};
    families_->dimse_operations.Add({{"operation", name}, {"outcome", outcome(operation)}}).Increment();
    families_->dimse_bytes.Add({{"operation", name}}).Increment(static_cast<double>(operation.bytes));
    families_->dimse_duration.Add({{"operation", name}}, duration_buckets).Observe(seconds(operation.duration));
}

// By kind alone: whoever asks for storage commitment is a destination, and there is no bound on those.
void NodeMetrics::show_outgoing(Families& families, Gauges const& gauges) {
    std::int64_t oldest = 0;
    for (auto const kind : task_kinds) {
        std::string const name{name_of(kind)};
        std::uint64_t waiting = 0, failed = 0;
        for (auto const& count : gauges.outbox) {
            if (count.kind != kind) continue;
            waiting += count.waiting;
            failed += count.failed;
            if (oldest == 0 || count.oldest < oldest) oldest = count.oldest;
        }
        families.outbox.Add({{"kind", name}, {"state", "untried"}}).Set(static_cast<double>(waiting - failed));
        families.outbox.Add({{"kind", name}, {"state", "failed"}}).Set(static_cast<double>(failed));
        auto const& figures = gauges.outgoing[static_cast<std::size_t>(kind)];
        raise(families.outgoing.Add({{"kind", name}, {"outcome", "delivered"}}), figures.delivered);
        raise(families.outgoing.Add({{"kind", name}, {"outcome", "failed"}}), figures.failed);
        raise(families.outgoing.Add({{"kind", name}, {"outcome", "given_up"}}), figures.given_up);
    }
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    auto const age = oldest == 0 ? std::chrono::nanoseconds{0} : now - std::chrono::nanoseconds{oldest};
    families.outbox_age.Set(std::chrono::duration<double>(age).count());
}

std::string NodeMetrics::exposition(Gauges const& gauges) {
    auto const level = [this](char const* name, std::uint64_t value) {
        families_->stored.Add({{"level", name}}).Set(static_cast<double>(value));
    };
    level("patient", gauges.index.patients);
    level("study", gauges.index.studies);
    level("series", gauges.index.series);
    level("instance", gauges.index.instances);
    level("deleted_instance", gauges.index.removed);
    families_->stored_bytes.Set(static_cast<double>(gauges.index.bytes));
    for (auto const refusal : refusals)
        families_->read_only.Add({{"reason", std::string{refusal_name(refusal)}}})
            .Set(gauges.writing.refusal == refusal ? 1 : 0);
    families_->free_bytes.Set(static_cast<double>(gauges.writing.free_bytes));
    families_->rendition_bytes.Set(static_cast<double>(gauges.rendition_bytes));
    families_->associations.Set(static_cast<double>(gauges.associations));
    families_->unfilled_versions.Set(static_cast<double>(gauges.unfilled_versions));
    auto const& transcoding = gauges.transcoding;
    raise(families_->transcodings.Add({{"outcome", "transcoded"}}), transcoding.transcoded);
    raise(families_->transcodings.Add({{"outcome", "refused"}}), transcoding.refused);
    raise(families_->transcoding_bytes.Add({{"when", "before"}}), transcoding.bytes_before);
    raise(families_->transcoding_bytes.Add({{"when", "after"}}), transcoding.bytes_after);
    show_outgoing(*families_, gauges);
    return prometheus::TextSerializer{}.Serialize(families_->registry.Collect());
}

}  // namespace cassette
