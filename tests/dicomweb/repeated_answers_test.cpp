#include "dicomweb/repeated_answers.h"

#include "dicomweb/gathered_body.h"
#include "dicomweb/pieces.h"
#include "storage/removals.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

http::Response repeatable(std::string text) {
    http::Response response;
    response.fields.add("ETag", "\"1\"");
    response.body = body_of_text(std::move(text));
    response.repeatable = true;
    return response;
}

std::string text_of(std::optional<http::Response> response) {
    return response ? answered(*std::move(response)).body : "nothing";
}

constexpr char const* series = "/dicom-web/studies/1.2.3/series/1.2.3.4";

void store_two(TestService& service) {
    service.store(part10({.instance = "1.2.3.4.1"}));
    service.store(part10({.instance = "1.2.3.4.2", .instance_number = 2}));
}

}  // namespace

TEST_CASE("an answer is given again under its key and stamp, as often as it is asked for") {
    RepeatedAnswers answers{4};
    answers.keep("a", 7, repeatable("text"));
    CHECK(text_of(answers.find("b", 7)) == "nothing");
    for (int i = 0; i < 2; ++i) {
        auto found = answers.find("a", 7);
        REQUIRE(found);
        CHECK(found->status == 200);
        CHECK(found->fields.get("ETag") == "\"1\"");
        CHECK(text_of(std::move(found)) == "text");
    }
}

TEST_CASE("another stamp ends an answer for good; a newer answer takes its place") {
    RepeatedAnswers answers{4};
    answers.keep("a", 7, repeatable("old"));
    CHECK(text_of(answers.find("a", 8)) == "nothing");
    CHECK(text_of(answers.find("a", 7)) == "nothing");
    answers.keep("a", 8, repeatable("new"));
    answers.keep("a", 9, repeatable("newer"));
    CHECK(text_of(answers.find("a", 9)) == "newer");
}

TEST_CASE("of more answers than are kept the least recently used goes") {
    RepeatedAnswers answers{2};
    answers.keep("a", 1, repeatable("a"));
    answers.keep("b", 1, repeatable("b"));
    CHECK(text_of(answers.find("a", 1)) == "a");
    answers.keep("c", 1, repeatable("c"));
    CHECK(text_of(answers.find("b", 1)) == "nothing");
    CHECK(text_of(answers.find("a", 1)) == "a");
    CHECK(text_of(answers.find("c", 1)) == "c");
}

TEST_CASE("what is not repeatable, not whole, or not one piece of a blob is not kept") {
    RepeatedAnswers answers{4};
    auto once = repeatable("text");
    once.repeatable = false;
    auto part = repeatable("text");
    part.status = 206;
    auto text = repeatable("");
    text.body = std::string{"text"};
    auto pieces = repeatable("");
    pieces.body = body_of({std::string{"te"}, std::string{"xt"}});
    for (auto const* response : {&once, &part, &text, &pieces}) {
        answers.keep("a", 1, *response);
        CHECK(text_of(answers.find("a", 1)) == "nothing");
    }
}

TEST_CASE("a body that would have to be fetched is left to the handler") {
    class Remote final : public Blob {
    public:
        std::uint64_t size() const override { return 4; }
        Result<void> read_at(std::uint64_t, std::span<std::byte>) const override { return {}; }
    };
    RepeatedAnswers answers{4};
    auto response = repeatable("");
    response.body = body_of(whole(std::make_shared<Remote>()));
    answers.keep("a", 1, response);
    CHECK_FALSE(answers.find("a", 1));
}

TEST_CASE("pictures and metadata are at hand the second time, the same as the first") {
    TestService service;
    store_two(service);
    for (auto const& path : {std::string{series} + "/metadata", std::string{series} + "/rendered",
                             std::string{series} + "/instances/1.2.3.4.1/thumbnail"}) {
        CAPTURE(path);
        CHECK_FALSE(service.at_hand(path));
        auto const first = service.get(path);
        CHECK(first.status == 200);
        auto const second = service.at_hand(path);
        REQUIRE(second);
        CHECK(second->body == first.body);
        CHECK(second->fields.all() == first.fields.all());
    }
}

TEST_CASE("who asks, how, and for what parts answers") {
    TestService service;
    store_two(service);
    auto const path = std::string{series} + "/rendered";
    service.get(path, {{"Accept", "image/png"}});
    CHECK(service.at_hand(path, {{"Accept", "image/png"}}));
    CHECK_FALSE(service.at_hand(path, {{"Accept", "image/jpeg"}}));
    CHECK_FALSE(service.at_hand(path, {{"Accept", "image/png"}, {"Range", "bytes=0-9"}}));
    CHECK_FALSE(service.at_hand(path + "?quality=50", {{"Accept", "image/png"}}));
    service.ask_as({"somebody", true, true});
    CHECK_FALSE(service.at_hand(path, {{"Accept", "image/png"}}));
}

TEST_CASE("nothing old is given once the study has changed") {
    TestService service;
    store_two(service);
    auto const path = std::string{series} + "/metadata";
    auto const old = service.get(path);
    REQUIRE(service.at_hand(path));

    SUBCASE("by another study: it has not") {
        service.store(part10({.study = "1.2.9", .series = "1.2.9.1", .instance = "1.2.9.1.1"}));
        CHECK(service.at_hand(path));
    }
    SUBCASE("by an instance") {
        service.store(part10({.instance = "1.2.3.4.3", .instance_number = 3}));
        CHECK_FALSE(service.at_hand(path));
        CHECK(service.get(path).body.find("1.2.3.4.3") != std::string::npos);
    }
    SUBCASE("by another version of an instance") {
        service.store(part10({.instance = "1.2.3.4.2", .instance_number = 5}));
        CHECK_FALSE(service.at_hand(path));
        CHECK(service.get(path).body != old.body);
    }
    SUBCASE("by deleting, and by restoring") {
        auto const removed = service.send(http::Method::delete_, "/dicom-web/studies/1.2.3");
        CHECK(removed.status / 100 == 2);
        CHECK_FALSE(service.at_hand(path));
        CHECK(service.get(path).status == 404);
    }
}

TEST_CASE("what may depend on another study is made each time") {
    TestService service;
    store_two(service);
    // One instance has nothing to be joined: it goes out as it lies in the index.
    auto const path = std::string{series} + "/instances/1.2.3.4.1/metadata";
    CHECK(service.get(path).status == 200);
    CHECK_FALSE(service.at_hand(path));
}

}  // namespace cassette::dicomweb
