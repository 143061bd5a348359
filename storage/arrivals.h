#pragma once

#include "storage/index.h"
#include "storage/outbox.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cassette {

// A SOP Instance that has come in, or came again with other content: what a rule may ask about it.
struct Arrival {
    StudyInstanceUID study;
    SeriesInstanceUID series;
    SOPInstanceUID instance;
    std::string sop_class;
    std::string source;  // how it came: an AE title and its address, an address, "import"
    std::string modality, station_name, institution_name;  // empty where absent
    std::int64_t at = 0;                                   // nanoseconds since 1970
};

// A stretch of the change feed, with what is an arrival and still there.
struct ArrivalPage {
    std::vector<Arrival> arrivals;
    std::int64_t last = 0;  // sequence of the last entry that was looked at; `after` when there was none
};

// What has come in and was not yet looked at by whoever tells others of it. As the Index it belongs to: thread-safe, durable on
// return.
class Arrivals {
public:
    virtual ~Arrivals() = default;

    // How far it was looked at; nullopt: never.
    virtual Result<std::optional<std::int64_t>> cursor() const = 0;
    // Begins at the end of the feed, unless it has begun already.
    virtual Result<void> begin() = 0;
    // As if it had never begun.
    virtual Result<void> forget() = 0;
    virtual Result<ArrivalPage> after(ChangeRange const& range) const = 0;
    // Queues what became of arrivals and moves the cursor, in one transaction. Of several tasks of one kind, destination and
    // subject the last counts.
    virtual Result<void> pass(std::span<NewTask const> tasks, std::int64_t cursor) = 0;
};

}  // namespace cassette
