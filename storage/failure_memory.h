#pragma once

#include "schema/digest.h"
#include "schema/result.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace cassette {

// What failed and would fail again, so that a hostile object costs one attempt and not one per request. Bounded in number;
// each is forgotten after a while, and all of them with the process. Thread-safe.
class FailureMemory {
public:
    using Now = std::function<std::chrono::steady_clock::time_point()>;
    // A lifetime of 0 remembers nothing.
    FailureMemory(std::chrono::seconds lifetime, Now now) : lifetime_{lifetime}, now_{std::move(now)} {}

    // nullopt when nothing is remembered under the name.
    std::optional<Error> find(Digest const& name);
    // Errors that trying again may mend (out_of_resources, unavailable, cancelled) are not remembered.
    void remember(Digest const& name, Error const& error);
    void clear();

private:
    struct Failed {
        Error error;
        std::chrono::steady_clock::time_point until;
    };

    std::chrono::seconds lifetime_;
    Now now_;
    std::mutex mutex_;  // of what follows
    std::map<Digest, Failed> failures_;
};

}  // namespace cassette
