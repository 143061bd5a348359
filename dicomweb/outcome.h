#pragma once

namespace cassette::dicomweb {

// How a request that is not an Error ends. Errors have their own table in dicomweb/http/problem.h.
enum class Outcome {
    ok,
    accepted_with_failures,  // PS3.18 10.5.3.1: stored, but not all or not as sent
    no_content,
    partial_content,             // some of the instances, or a range of the bytes
    all_failed,                  // PS3.18 10.5.3.1
    none_for_lack_of_storage,    // all failed, and only because the disk is full or refuses: the client may try again
    none_for_lack_of_resources,  // all failed, and only because the node could not take them now: likewise
    all_too_large,
    range_not_satisfiable,
};

// The one table of statuses of PS3.18 8.5, RFC 9110 15 and RFC 4918 11 for outcomes.
constexpr unsigned http_status(Outcome outcome) {
    switch (outcome) {
        case Outcome::ok: return 200;
        case Outcome::accepted_with_failures: return 202;
        case Outcome::no_content: return 204;
        case Outcome::partial_content: return 206;
        case Outcome::all_failed: return 409;
        case Outcome::all_too_large: return 413;
        case Outcome::range_not_satisfiable: return 416;
        case Outcome::none_for_lack_of_resources: return 503;
        case Outcome::none_for_lack_of_storage: return 507;  // RFC 4918 11.5
    }
    return 200;
}

}  // namespace cassette::dicomweb
