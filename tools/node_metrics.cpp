#include "tools/node_metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace cassette {

namespace {

// Seconds; from a cached answer to a long transfer.
prometheus::Histogram::BucketBoundaries const duration_buckets{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30};

double seconds(std::chrono::microseconds duration) { return std::chrono::duration<double>(duration).count(); }

std::string status_class(unsigned status) { return std::to_string(status / 100) + "xx"; }

// PS3.7 C: success and pending are none of the peer's business to worry about.
std::string outcome(std::uint16_t status) {
    if (status == 0) return "success";
    bool const warning = (status & 0xF000U) == 0xB000U;
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
    prometheus::Gauge& associations =
        prometheus::BuildGauge().Name("cassette_associations").Help("Associations open now").Register(registry).Add({});
};

NodeMetrics::NodeMetrics() : families_{std::make_unique<Families>()} {}
NodeMetrics::~NodeMetrics() = default;

void NodeMetrics::count(http::Exchange const& exchange) {
    std::string const method{exchange.method};
    families_->http_requests.Add({{"method", method}, {"status", status_class(exchange.status)}}).Increment();
    families_->http_bytes.Add({{"direction", "in"}}).Increment(static_cast<double>(exchange.request_bytes));
    families_->http_bytes.Add({{"direction", "out"}}).Increment(static_cast<double>(exchange.response_bytes));
    families_->http_duration.Add({{"method", method}}, duration_buckets).Observe(seconds(exchange.duration));
}

void NodeMetrics::count(dimse::Operation const& operation) {
    std::string const name{operation.operation};
    families_->dimse_operations.Add({{"operation", name}, {"outcome", outcome(operation.status)}}).Increment();
    families_->dimse_bytes.Add({{"operation", name}}).Increment(static_cast<double>(operation.bytes));
    families_->dimse_duration.Add({{"operation", name}}, duration_buckets).Observe(seconds(operation.duration));
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
    families_->rendition_bytes.Set(static_cast<double>(gauges.rendition_bytes));
    families_->associations.Set(static_cast<double>(gauges.associations));
    families_->unfilled_versions.Set(static_cast<double>(gauges.unfilled_versions));
    return prometheus::TextSerializer{}.Serialize(families_->registry.Collect());
}

}  // namespace cassette
