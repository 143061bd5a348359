// Media that forget: objects and the index changed behind the node's back. docs/durability.md says what is noticed where.

#include "tests/end_to_end/soak_peer.h"
#include "tests/end_to_end/stow_client.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace cassette::testing {

namespace {

constexpr char const* study_root_get = "1.2.840.10008.5.1.4.1.2.2.3";

enum class Damage { flipped_bit, cut, grown, gone };
constexpr Damage damages[] = {Damage::flipped_bit, Damage::cut, Damage::grown, Damage::gone};

char const* name_of(Damage damage) {
    switch (damage) {
        case Damage::flipped_bit: return "flipped_bit";
        case Damage::cut: return "cut";
        case Damage::grown: return "grown";
        case Damage::gone: return "gone";
    }
    return "";
}

// What `cassette verify` says of it.
char const* words_for(Damage damage) {
    switch (damage) {
        case Damage::flipped_bit: return "changed: its bytes have another digest";
        case Damage::cut:
        case Damage::grown: return "changed: it has another size";
        case Damage::gone: return "missing";
    }
    return "";
}

void flip_a_bit(std::filesystem::path const& file, std::uint64_t at) {
    std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
    stream.seekg(static_cast<std::streamoff>(at));
    auto const byte = static_cast<char>(stream.get() ^ 1);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(byte);
    REQUIRE(stream.good());
}

void inflict(Damage damage, std::filesystem::path const& file) {
    auto const size = std::filesystem::file_size(file);
    switch (damage) {
        case Damage::flipped_bit: flip_a_bit(file, size - 100); break;  // in the pixel data
        case Damage::cut: std::filesystem::resize_file(file, size - 100); break;
        case Damage::grown: std::filesystem::resize_file(file, size + 100); break;
        case Damage::gone: std::filesystem::remove(file); break;
    }
}

std::vector<DicomObject> generated(TemporaryDirectory const& scratch, int instances) {
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", "5", "--instances", std::to_string(instances), "--rows", "64",
                         "--columns", "64", "--modality", "CT", "--flat", "--out", scratch / "in"})
                .exit_code == 0);
    std::vector<DicomObject> objects;
    for (auto const& file : files_below(scratch / "in")) {
        auto object = read_dicom_object(file);
        REQUIRE(object);
        objects.push_back(*std::move(object));
    }
    REQUIRE(objects.size() == static_cast<std::size_t>(instances));
    return objects;
}

enum class Door { c_store, stow };
constexpr Door doors[] = {Door::c_store, Door::stow};

void store(Node const& node, Door door, DicomObject const& object) {
    if (door == Door::stow)
        REQUIRE(stow_file(node, object.path).status == 200);
    else
        REQUIRE(store_scu(node, {}, {object.path}).exit_code == 0);
}

// Stores it, and tells the file that is new below objects/.
std::filesystem::path stored(Node const& node, std::filesystem::path const& data, Door door,
                             DicomObject const& object) {
    auto const before = files_below(data / "objects");
    store(node, door, object);
    auto const after = files_below(data / "objects");
    REQUIRE(after.size() == before.size() + 1);
    return *std::mismatch(after.begin(), after.end(), before.begin(), before.end()).first;
}

HttpResponse retrieved(Node const& node, DicomObject const& object, std::string const& below = {},
                       std::string const& accept = "application/dicom; transfer-syntax=*") {
    return get(node.dicom_web("/studies/" + object.study + "/series/" + object.series + "/instances/" +
                              object.instance + below),
               accept);
}

CommandResult verified(std::filesystem::path const& data) {
    return run_command({CASSETTE_BINARY, "verify", "--data", data});
}

std::string get_request(std::string study) {
    auto const us = [](std::uint16_t number, std::uint16_t value) {
        return element(0x0000, number, little_endian(value, 2));
    };
    if (study.size() % 2 != 0) study += '\0';
    auto const command = command_set(element(0x0000, 0x0002, std::string{study_root_get} + '\0') + us(0x0100, 0x0010) +
                                     us(0x0110, 9) + us(0x0700, 0) + us(0x0800, 0x0102));
    return p_data(3, command_fragment | last_fragment, command) +
        p_data(3, last_fragment, element(0x0008, 0x0052, "STUDY ") + element(0x0020, 0x000D, study));
}

}  // namespace

TEST_CASE("verify names every object that rotted and what became of it, and no other") {
    TemporaryDirectory const scratch;
    auto const objects = generated(scratch, 5);
    auto const data = scratch / "data";
    auto node = Node::start(data);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        auto const file = stored(node, data, Door::stow, objects[i]);
        if (i == std::size(damages)) continue;
        inflict(damages[i], file);
        lines.push_back(objects[i].instance + ' ' + file.filename().string() + ' ' + words_for(damages[i]) + '\n');
    }
    CHECK(node.stop() == 0);
    auto const said = verified(data);
    CAPTURE(said.output);
    CHECK(said.exit_code == 1);
    for (auto const& line : lines) CHECK(said.output.find(line) != std::string::npos);
    CHECK(said.output.find(objects.back().instance + ' ') == std::string::npos);
    CHECK(said.output.find(": 4 faults, 0 unreferenced objects\n") != std::string::npos);
}

TEST_CASE("an object that is gone, cut or grown is never served, by either door, and the others are") {
    TemporaryDirectory const scratch;
    auto const objects = generated(scratch, 4);
    auto const data = scratch / "data";
    auto node = Node::start(data);
    Damage const told[] = {Damage::gone, Damage::cut, Damage::grown};
    for (std::size_t i = 0; i < objects.size(); ++i) {
        auto const file = stored(node, data, Door::stow, objects[i]);
        if (i < std::size(told)) inflict(told[i], file);
    }
    for (std::size_t i = 0; i < std::size(told); ++i) {
        CAPTURE(name_of(told[i]));
        CHECK(retrieved(node, objects[i]).status >= 400);
        CHECK(retrieved(node, objects[i], "/frames/1", "application/octet-stream").status >= 400);
        CHECK(retrieved(node, objects[i], "/rendered", "image/png").status >= 400);
        CHECK(retrieved(node, objects[i], "/metadata", "application/dicom+json").status == 200);
    }
    auto const sound = retrieved(node, objects.back());
    CHECK(sound.status == 200);
    CHECK((sound.body == read_file(objects.back().path)));
    CHECK(retrieved(node, objects.back(), "/rendered", "image/png").status == 200);

    SoakPeer peer{static_cast<std::uint16_t>(std::stoi(node.dimse_port()))};
    std::vector<std::string> received;
    peer.on_store([&](std::string const& instance, std::string const& data_set) {
        received.push_back(instance);
        CHECK((data_set == dataset_of(read_file(objects.back().path))));
    });
    REQUIRE(peer.associate({{1, ct_storage, {explicit_little}}, {3, study_root_get, {implicit_little}}}, ct_storage));
    REQUIRE(peer.send(get_request(objects[0].study)));
    CHECK(peer.final_status() == 0xB000);  // PS3.4 Table C.4-3: one or more failures
    CHECK(received == std::vector{objects.back().instance});
    CHECK(peer.release());
    CHECK(is_healthy(node));
    CHECK(node.stop() == 0);
}

TEST_CASE("an object that is sent again heals what rotted, by whichever door it came and comes") {
    TemporaryDirectory const scratch;
    auto const objects = generated(scratch, 16);
    auto const data = scratch / "data";
    auto node = Node::start(data);
    auto object = objects.begin();
    std::string unhealed;
    for (auto const damage : damages) {
        for (auto const came : doors) {
            for (auto const comes : doors) {
                CAPTURE(name_of(damage));
                CAPTURE((came == Door::stow));
                CAPTURE((comes == Door::stow));
                auto const file = stored(node, data, came, *object);
                inflict(damage, file);
                store(node, comes, *object);
                auto const again = retrieved(node, *object);
                CHECK(again.status == 200);
                CHECK((dataset_of(again.body) == dataset_of(read_file(object->path))));
                // Its File Meta was its sender's own, and is nowhere any more.
                bool const lost = damage == Damage::gone && came == Door::stow && comes == Door::c_store;
                if (lost) unhealed = object->instance + ' ' + file.filename().string() + " missing\n";
                ++object;
            }
        }
    }
    CHECK(node.stop() == 0);
    auto const said = verified(data);
    CHECK(said.output.starts_with(unhealed));
    CHECK_MESSAGE(said.output.find(": 1 faults, 0 unreferenced objects\n") != std::string::npos, said.output);
}

TEST_CASE("a node refuses to start on a damaged index and says so; reindex makes it again from the objects") {
    TemporaryDirectory const scratch;
    auto const data = scratch / "data";
    (void)generated(scratch, 40);
    REQUIRE(run_command({CASSETTE_BINARY, "import", scratch / "in", "--data", data}).exit_code == 0);
    auto const index = data / "index.sqlite";
    auto const size = std::filesystem::file_size(index);
    SUBCASE("its header page") { write_file(index, std::string(4096, '\x5A') + read_file(index).substr(4096)); }
    SUBCASE("a page in its middle") {
        auto bytes = read_file(index);
        bytes.replace(size / 4096 / 2 * 4096, 4096, std::string(4096, '\x5A'));
        write_file(index, bytes);
    }
    SUBCASE("its end") { std::filesystem::resize_file(index, size / 2); }
    SUBCASE("all of it") { write_file(index, "nothing of the kind"); }
    auto const served = run_command({CASSETTE_BINARY, "serve", "--data", data, "--http", "127.0.0.1:0", "--dimse",
                                     "127.0.0.1:0", "--log-level", "error"});
    CHECK(served.exit_code == 1);
    CHECK(served.output.empty());
    CHECK(served.errors.find("the index cannot be used: ") != std::string::npos);
    CHECK(served.errors.find("cassette reindex") != std::string::npos);
    auto const said = verified(data);
    CHECK(said.exit_code == 1);
    CHECK(said.errors.find("the index cannot be used: ") != std::string::npos);

    CHECK(exit_code_of("reindex", data) == 0);
    CHECK(exit_code_of("verify", data) == 0);
    auto node = Node::start(data);
    CHECK(instances_shown(node) == 40);
    CHECK(node.stop() == 0);
}

TEST_CASE("an index that is damaged under a running node is an error, never a crash, and reindex restores it") {
    TemporaryDirectory const scratch;
    auto const objects = generated(scratch, 20);
    auto const data = scratch / "data";
    {
        auto filling = Node::start(data);
        for (auto const& object : objects) store(filling, Door::stow, object);
        CHECK(filling.stop() == 0);
    }
    auto node = Node::start(data);
    auto const bytes = read_file(data / "index.sqlite");
    std::fstream stream{data / "index.sqlite", std::ios::in | std::ios::out | std::ios::binary};
    stream.seekp(4096);
    stream << std::string(bytes.size() - 4096, '\x0D');
    stream.flush();
    for (auto const* const query :
         {"/studies", "/series?Modality=CT", "/instances?limit=1000", "/studies?PatientName=*a*"})
        CHECK(get(node.dicom_web(query), "application/dicom+json").status >= 500);
    CHECK(retrieved(node, objects[0]).status >= 500);
    CHECK(stow_file(node, objects[1].path).status != 0);  // the writer may still have sound pages in memory
    CHECK(node.process().running());
    node.process().kill();
    CHECK(exit_code_of("reindex", data) == 0);
    CHECK(exit_code_of("verify", data) == 0);
}

}  // namespace cassette::testing
