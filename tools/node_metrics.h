#pragma once

#include "dicomweb/http/server.h"
#include "dimse/server.h"
#include "storage/index.h"
#include "storage/outbox.h"
#include "storage/writability.h"
#include "tools/outgoing.h"
#include "tools/transcoding.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

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
        Writability::Standing writing;
        std::uint64_t rendition_bytes;
        std::uint64_t associations;
        std::uint64_t unfilled_versions;
        TranscodingJob::Figures transcoding;                                 // since the start
        std::array<Outgoing::Figures, std::size(task_kinds)> outgoing = {};  // since the start
        std::vector<TaskCount> outbox = {};
    };
    // The Prometheus text format 0.0.4, with the gauges as they are now.
    std::string exposition(Gauges const& gauges);

private:
    struct Families;
    static void show_outgoing(Families& families, Gauges const& gauges);
    std::unique_ptr<Families> families_;
};

}  // namespace cassette
