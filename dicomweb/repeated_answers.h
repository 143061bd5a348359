#pragma once

#include "dicomweb/service.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cassette::dicomweb {

// Answers that were given lately and are repeatable (http::Response), bodies as open blobs: the same request to a study that
// has not changed since gets them on the I/O thread, without a worker and without the index. The least recently used goes
// first. Thread-safe.
class RepeatedAnswers {
public:
    explicit RepeatedAnswers(std::size_t answers_max) : answers_max_{answers_max} {}

    // The answer kept under `key` with this stamp, while sending its body would not wait for a disk; one with another stamp is
    // forgotten.
    std::optional<http::Response> find(std::string const& key, std::uint64_t stamp);
    // Keeps a whole (200) answer that is repeatable and whose body is one range of a blob; others are left alone.
    void keep(std::string key, std::uint64_t stamp, http::Response const& response);

private:
    struct Answer {
        std::string key;
        std::uint64_t stamp;
        http::Fields fields;
        http::BlobPiece body;
    };
    using Order = std::list<Answer>;  // most recently used first

    std::size_t const answers_max_;
    std::mutex mutex_;  // of everything below
    Order order_;
    std::unordered_map<std::string_view, Order::iterator> by_key_;  // views of Answer::key
};

// A GET route whose repeatable answers are kept and given again while the stamp of the study, its first path value, stays
// (Index::stamp). Of `service`'s index; several routes may share `answers`.
[[nodiscard]] http::Route repeating_route(Service const& service, std::string pattern, ServiceHandler handle,
                                          std::shared_ptr<RepeatedAnswers> answers);

}  // namespace cassette::dicomweb
