#pragma once

#include "dicomweb/http/server.h"
#include "dimse/server.h"
#include "storage/index.h"

#include <memory>
#include <string>

namespace cassette {

// The node's counters. Thread-safe. No label carries anything of a patient or of a single object.
class NodeMetrics {
public:
    NodeMetrics();
    ~NodeMetrics();
    NodeMetrics(NodeMetrics const&) = delete;
    NodeMetrics& operator=(NodeMetrics const&) = delete;

    void count(http::Exchange const& exchange);
    void count(dimse::Operation const& operation);

    struct Gauges {
        IndexCounts index;
        std::uint64_t rendition_bytes;
        std::uint64_t associations;
        std::uint64_t unfilled_versions;
    };
    // The Prometheus text format 0.0.4, with the gauges as they are now.
    std::string exposition(Gauges const& gauges);

private:
    struct Families;
    std::unique_ptr<Families> families_;
};

}  // namespace cassette
