#include "dicomweb/repeated_answers.h"

#include "archive/retrieve/retrieve.h"
#include "dicomweb/outcome.h"
#include "dicomweb/pieces.h"

#include <utility>

namespace cassette::dicomweb {

namespace {

// Whatever an answer to GET may depend on: who asks, for what, how we were reached, and what is negotiated by.
std::string key_of(http::Request const& request) {
    std::string key;
    auto const add = [&key](std::string_view part) {
        key += part;
        key += '\n';  // in none of them
    };
    add(request.principal.name);
    add(request.principal.may_remove ? "r" : "-");
    add(request.principal.may_purge ? "p" : "-");
    add(request.base);
    add(request.target);
    for (auto const* name : {"Accept", "Accept-Charset", "Accept-Encoding"}) add(request.fields.joined(name));
    return key;
}

std::optional<std::uint64_t> stamp_of(Service const& service, http::Request const& request,
                                      http::PathValues const& values) {
    auto const study = StudyInstanceUID::parse(values.front());
    return study ? study_stamp(service.archive, request.principal, *study) : std::nullopt;
}

}  // namespace

std::optional<http::Response> RepeatedAnswers::find(std::string const& key, std::uint64_t stamp) {
    http::Response response;
    http::BlobPiece body;
    {
        std::scoped_lock const lock{mutex_};
        auto const known = by_key_.find(key);
        if (known == by_key_.end()) return std::nullopt;
        auto const answer = known->second;
        if (answer->stamp != stamp) {
            by_key_.erase(known);
            order_.erase(answer);
            return std::nullopt;
        }
        order_.splice(order_.begin(), order_, answer);
        response.fields = answer->fields;
        body = answer->body;
    }
    if (!body.blob->is_at_hand()) return std::nullopt;
    Pieces pieces;
    pieces.emplace_back(std::move(body));
    response.body = body_of(std::move(pieces));
    return response;
}

void RepeatedAnswers::keep(std::string key, std::uint64_t stamp, http::Response const& response) {
    auto const* source = std::get_if<std::unique_ptr<http::BodySource>>(&response.body);
    bool const whole = response.status == http_status(Outcome::ok) && source && *source;
    if (!whole || !response.repeatable) return;
    auto body = (*source)->only_piece();
    if (!body) return;
    std::scoped_lock const lock{mutex_};
    if (auto const known = by_key_.find(key); known != by_key_.end()) {
        auto const answer = known->second;
        by_key_.erase(known);
        order_.erase(answer);
    }
    order_.push_front({std::move(key), stamp, response.fields, *std::move(body)});
    by_key_.emplace(order_.front().key, order_.begin());
    if (order_.size() <= answers_max_) return;
    by_key_.erase(order_.back().key);
    order_.pop_back();
}

http::Route repeating_route(Service const& service, std::string pattern, ServiceHandler handle,
                            std::shared_ptr<RepeatedAnswers> answers) {
    auto at_hand = [&service, answers](http::Request const& request,
                                       http::PathValues const& values) -> std::optional<http::Response> {
        if (request.fields.has("Range")) return std::nullopt;
        auto const stamp = stamp_of(service, request, values);
        return stamp ? answers->find(key_of(request), *stamp) : std::nullopt;
    };
    auto answer = [&service, answers, make = handler(service, handle)](http::Request const& request,
                                                                       http::PathValues const& values) {
        // Before anything is read: what changes meanwhile makes the answer one of the past.
        auto const stamp = stamp_of(service, request, values);
        auto response = make(request, values);
        if (stamp) answers->keep(key_of(request), *stamp, response);
        return response;
    };
    return {http::Method::get, std::move(pattern), std::move(answer), std::move(at_hand)};
}

}  // namespace cassette::dicomweb
