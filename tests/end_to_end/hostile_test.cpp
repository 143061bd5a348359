// What bad input gets, by both doors: a clear status on the wire, nothing stored, nothing leaked, and the node goes on.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/raw_association.h"
#include "tests/support/temporary_directory.h"
#include "tools/generate/synthetic_study.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <algorithm>
#include <functional>

namespace cassette::testing {

namespace {

using generate::ElementWriter;
using generate::Encoding;
using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr std::string_view ct_image_storage = "1.2.840.10008.5.1.4.1.1.2";
constexpr std::string_view explicit_little_endian = "1.2.840.10008.1.2.1";
constexpr std::string_view deflated = "1.2.840.10008.1.2.1.99";

enum class Fate { refused, refused_or_kept };

struct Hostile {
    std::string name;
    std::string dataset;
    Fate fate = Fate::refused;
    std::string instance = "1.2.3.4.5";
    std::string_view transfer_syntax = explicit_little_endian;
};

struct Identity {
    std::string instance = "1.2.3.4.5";
    std::string study = "1.2.3";
    std::string series = "1.2.3.4";
};

// A data set with what every instance has, up to group 0020, and then whatever `more` appends.
std::string dataset_with(Identity const& identity, std::function<void(ElementWriter&)> const& more) {
    ElementWriter out{Encoding::explicit_little_endian};
    out.text({0x0008, 0x0016}, "UI", ct_image_storage);
    if (!identity.instance.empty()) out.text({0x0008, 0x0018}, "UI", identity.instance);
    out.text({0x0008, 0x0060}, "CS", "CT");
    out.text({0x0010, 0x0010}, "PN", "Secret^Patient");
    out.text({0x0010, 0x0020}, "LO", "SECRET-ID");
    out.text({0x0020, 0x000D}, "UI", identity.study);
    out.text({0x0020, 0x000E}, "UI", identity.series);
    more(out);
    return out.take();
}

void nothing_more(ElementWriter&) {}

std::string sequences_without_items(int count) {
    return dataset_with({}, [count](ElementWriter& out) {
        for (int i = 0; i < count; ++i) {
            out.header({0x0040, 0xA730}, "SQ", 0xFFFFFFFF);
            out.bytes({0x0040, 0xA730}, "SQ", "");
        }
    });
}

// Items have no VR, so they are spelled out: PS3.5 7.5.
std::string nested(int depth) {
    auto text = dataset_with({}, nothing_more);
    for (int i = 0; i < depth; ++i) text += "\x40\0\x30\xA7SQ\0\0\xFF\xFF\xFF\xFF\xFE\xFF\0\xE0\xFF\xFF\xFF\xFF"sv;
    return text;
}

// One mebibyte of zeros, deflated so that copies of it can be joined: each ends in a full flush.
std::string deflated_piece(std::string const& text, int flush) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(text.size() + 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, flush);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

// 12 GiB of zeros in three values of 4 GiB, in about 12 MiB.
std::string deflate_bomb() {
    constexpr std::uint32_t value_bytes = 0xFFF00000;  // 4095 MiB
    auto const zeros = deflated_piece(std::string(std::size_t{1} << 20, '\0'), Z_FULL_FLUSH);
    std::string bomb = deflated_piece(dataset_with({}, nothing_more), Z_FULL_FLUSH);
    for (std::uint16_t element = 0x1001; element <= 0x1003; ++element) {
        ElementWriter head{Encoding::explicit_little_endian};
        head.header({0x0029, element}, "OB", value_bytes);
        bomb += deflated_piece(head.written(), Z_FULL_FLUSH);
        for (std::uint32_t done = 0; done < value_bytes; done += 1U << 20) bomb += zeros;
    }
    return bomb + deflated_piece("", Z_FINISH);
}

std::vector<Hostile> hostile_datasets() {
    auto const pixels = [](std::uint32_t length) {
        return [length](ElementWriter& out) {
            out.unsigned_short({0x0028, 0x0010}, 8);
            out.unsigned_short({0x0028, 0x0011}, 8);
            out.header({0x7FE0, 0x0010}, "OW", length);
        };
    };
    auto const unknown_vr = [](ElementWriter& out) { out.bytes({0x0028, 0x0004}, "ZZ", "MONOCHROME2 "); };
    auto whole = generate::part10_of({}, {});
    whole.resize(whole.size() / 2);
    auto const whole_uids = generate::uids_of({}, {});
    return {
        {.name = "noise", .dataset = "this is not DICOM at all, however long it goes on"},
        {.name = "nothing", .dataset = ""},
        {.name = "truncated in its pixel data", .dataset = dataset_of(whole), .instance = whole_uids.instance},
        {.name = "a value longer than the rest", .dataset = dataset_with({}, pixels(4096))},
        {.name = "a 4 GB length", .dataset = dataset_with({}, pixels(0xFFFFFFFE))},
        {.name = "an unknown VR", .dataset = dataset_with({}, unknown_vr), .fate = Fate::refused_or_kept},
        {.name = "10,000 nested sequences", .dataset = nested(10'000)},
        {.name = "a sequence without items", .dataset = sequences_without_items(10'000)},
        {.name = "no SOP Instance UID", .dataset = dataset_with({.instance = ""}, nothing_more)},
        {.name = "a path for a UID",
         .dataset = dataset_with({.instance = "1.2/../../etc"}, nothing_more),
         .instance = "1.2/../../etc"},
        // These are untidy: the instance is identified, and its place in the information model can be derived.
        {.name = "a path for a study",
         .dataset = dataset_with({.study = "../../../tmp/x"}, nothing_more),
         .fate = Fate::refused_or_kept},
        {.name = "no study", .dataset = dataset_with({.study = ""}, nothing_more), .fate = Fate::refused_or_kept},
        {.name = "a UID of 70 digits",
         .dataset = dataset_with({.series = "1." + std::string(68, '2')}, nothing_more),
         .fate = Fate::refused_or_kept},
        {.name = "deflated that is not",
         .dataset = dataset_with({}, nothing_more) + std::string(100, 'x'),
         .transfer_syntax = deflated},
    };
}

std::string file_of(Hostile const& hostile) {
    return generate::file_meta(ct_image_storage, hostile.instance, hostile.transfer_syntax) + hostile.dataset;
}

ProposedStore proposal_of(Hostile const& hostile) {
    return {std::string{ct_image_storage}, hostile.instance, std::string{hostile.transfer_syntax}};
}

void check_log_is_discreet(Node const& node) {
    auto const log = node.log();
    CHECK_FALSE(log.empty());
    CHECK(log.find("Secret") == std::string::npos);
    CHECK(log.find("SECRET") == std::string::npos);
}

void check_nothing_left(TemporaryDirectory const& scratch) {
    CHECK(files_below(scratch / "data" / "incoming").empty());
    CHECK(exit_code_of("verify", scratch / "data") == 0);
}

}  // namespace

TEST_CASE(
    "hostile objects are refused by STOW-RS with 4xx, leave nothing, and are logged without names (PS3.18 10.5.3)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    auto const descriptors = node.process().open_descriptors();
    for (auto const& hostile : hostile_datasets()) {
        CAPTURE(hostile.name);
        auto const response = stow_bytes(node, file_of(hostile));
        CAPTURE(response.body);
        bool const kept = hostile.fate == Fate::refused_or_kept && (response.status == 200 || response.status == 202);
        CHECK((kept || (response.status >= 400 && response.status < 500)));
        CHECK(is_healthy(node));
        if (!kept) CHECK(response.body.find("Secret") == std::string::npos);
    }
    CHECK(instances_shown(node) <= 1);
    CHECK(node.process().open_descriptors() <= descriptors + 10);  // connections, and the segments of the journal
    check_log_is_discreet(node);
    CHECK(node.stop() == 0);
    auto const log = node.log();
    CHECK(static_cast<std::size_t>(std::ranges::count(log, '\n')) > hostile_datasets().size());
    check_nothing_left(scratch);
}

TEST_CASE("hostile objects are refused by C-STORE with a status of PS3.4 Table B.2-1 and leave nothing") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    for (auto const& hostile : hostile_datasets()) {
        CAPTURE(hostile.name);
        auto const outcome = raw_store(node.dimse_host(), node.dimse_port(), proposal_of(hostile), hostile.dataset);
        CHECK(outcome.context_result == 0);
        CHECK((hostile.fate == Fate::refused_or_kept || !outcome.stored()));
        // PS3.7 9.1.1.1.9 has a status for all of these; only what breaks the protocol itself is aborted.
        if (!hostile.dataset.empty()) CHECK(outcome.status.has_value());
        CHECK(echo_scu(node).exit_code == 0);
    }
    CHECK(instances_shown(node) <= 1);
    check_log_is_discreet(node);
    CHECK(node.stop() == 0);
    check_nothing_left(scratch);
}

TEST_CASE("a deflated bomb is refused by both doors in bounded memory") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    Hostile const bomb{.name = "bomb", .dataset = deflate_bomb(), .transfer_syntax = deflated};
    auto const response = stow_bytes(node, file_of(bomb));
    CHECK(response.status >= 400);
    CHECK(response.status < 500);
    auto const outcome = raw_store(node.dimse_host(), node.dimse_port(), proposal_of(bomb), bomb.dataset);
    CHECK(outcome.context_result == 0);
    CHECK(outcome.status.has_value());
    CHECK_FALSE(outcome.stored());
    CHECK(instances_shown(node) == 0);
    CHECK(node.process().peak_resident_bytes() < std::uint64_t{1} << 30);
    CHECK(node.stop() == 0);
    check_nothing_left(scratch);
}

TEST_CASE("an unknown abstract syntax is not accepted (PS3.8 9.3.3.2, result 3)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    RawAssociation association{node.dimse_host(), node.dimse_port()};
    CHECK(association.request("1.2.840.10008.5.1.4.99.99.99", std::string{explicit_little_endian}) == 3);
    CHECK(node.stop() == 0);
}

TEST_CASE("what is no DICOM association is dropped, and the next one is served (PS3.8 9.2)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    for (std::string const bytes : {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\x01", "\x04\xff\xff\xff\xff\xff"}) {
        RawAssociation association{node.dimse_host(), node.dimse_port()};
        CHECK(association.send(bytes));
    }
    {
        RawAssociation half{node.dimse_host(), node.dimse_port()};
        CHECK(half.request(std::string{ct_image_storage}, std::string{explicit_little_endian}) == 0);
        CHECK(half.send("\x04\x00\x00\x01\x00\x00"sv));  // a P-DATA-TF that never comes
    }
    CHECK(echo_scu(node).exit_code == 0);
    CHECK(node.stop() == 0);
}

TEST_CASE("what is not there is 404, and an empty search is 200 or 204 (PS3.18 10.4.3, 10.6.3)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    auto const file = generate::part10_of({.frames = 2, .modality = "US"}, {});
    REQUIRE(stow_bytes(node, file).status == 200);
    auto const uids = generate::uids_of({.frames = 2, .modality = "US"}, {});
    auto const here = "/studies/" + uids.study + "/series/" + uids.series + "/instances/" + uids.instance;
    for (std::string const& path :
         {std::string{"/studies/1.2.3"}, std::string{"/studies/1.2.3/metadata"}, std::string{"/studies/1.2.3/rendered"},
          here + "/frames/3", here + "/frames/3/rendered", here + "9", here + "/bulkdata/00080018",
          "/studies/" + uids.study + "/series/1.2.3"}) {
        CAPTURE(path);
        auto const response = get(node.dicom_web(path));
        CHECK(response.status == 404);
        CHECK(response.header("content-type").starts_with("application/problem+json"));
    }
    for (std::string const path :
         {"/studies/../../etc/passwd", "/studies/1.2.x", "/studies/1.2.3/frames/0", "/nothing"}) {
        CAPTURE(path);
        auto const status = get(node.dicom_web(path)).status;
        CHECK((status == 400 || status == 404));
    }
    CHECK(get(node.dicom_web(here + "/frames/0")).status >= 400);
    auto const empty = get(node.dicom_web("/studies?PatientID=nobody"), "application/dicom+json");
    CHECK((empty.status == 204 || (empty.status == 200 && empty.body.starts_with("["))));
    CHECK(get(node.dicom_web(here), "text/html").status == 406);
    CHECK(send({.url = node.dicom_web(here), .method = "PATCH"}).status == 405);
    CHECK(node.stop() == 0);
}

TEST_CASE("a malformed multipart body is 400, and another type is 415 (RFC 2046 5.1, PS3.18 10.5.3)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    auto const post = [&](std::string const& type, std::string_view body) {
        write_file(scratch / "body", body);
        return send({.url = node.dicom_web("/studies"),
                     .method = "POST",
                     .headers = {"Content-Type: " + type},
                     .body_file = scratch / "body"})
            .status;
    };
    std::string const type = "multipart/related; type=\"application/dicom\"";
    auto const part = "--b\r\nContent-Type: application/dicom\r\n\r\n" + generate::part10_of({}, {});
    CHECK(post(type, "whatever") == 400);
    CHECK(post(type + "; boundary=", "whatever") == 400);
    CHECK(post(type + "; boundary=" + std::string(100, 'x'), "whatever") == 400);
    CHECK(post(type + "; boundary=b", "no boundary in here") == 400);
    CHECK(post(type + "; boundary=b", "--b\r\nno header end") == 400);
    CHECK(post(type + "; boundary=b", "--b--\r\n") >= 400);
    CHECK(post("text/plain", "hello") == 415);
    CHECK(post("multipart/form-data; boundary=b", part + "\r\n--b--") == 415);
    CHECK(instances_shown(node) == 0);
    // The part is whole but the closing delimiter is missing: the sender was cut off.
    CHECK(post(type + "; boundary=b", part) >= 400);
    CHECK(is_healthy(node));
    CHECK(node.stop() == 0);
    check_nothing_left(scratch);
}

TEST_CASE("requests that are not HTTP, too long, or cut off do no harm (RFC 9112)") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    auto const address = node.url("").substr(std::string_view{"http://"}.size());
    auto const colon = address.find(':');
    for (auto const& bytes :
         {"\x16\x03\x01\x02"s, "GET /"s, "GET /health HTTP/1.1\r\nX: "s + std::string(200'000, 'x'),
          "POST /dicom-web/studies HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n"s,
          "POST /dicom-web/studies HTTP/1.1\r\nHost: a\r\nContent-Type: application/dicom\r\n"
          "Content-Length: 1000\r\n\r\nDICM"s}) {
        RawAssociation connection{address.substr(0, colon), address.substr(colon + 1)};
        (void)connection.send(bytes);
    }
    CHECK(is_healthy(node));
    CHECK(instances_shown(node) == 0);
    CHECK(node.stop() == 0);
    check_nothing_left(scratch);
}

}  // namespace cassette::testing
