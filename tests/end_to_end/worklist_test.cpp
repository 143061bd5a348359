// The worklist: what `cassette worklist` schedules, findscu finds, beside a node that runs and after it has been started again.
// wlmscpfs of DCMTK gets the same files and the same queries, and has to agree.

#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/free_port.h"
#include "tests/support/node.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace cassette::testing {

namespace {

namespace fs = std::filesystem;

struct Step {
    std::string id;
    std::string name;
    std::string patient_id;
    std::string station;
    std::string modality;
    std::string date;
    std::string time;
};

std::vector<Step> const& steps() {
    static std::vector<Step> const all{
        {"SPD1", "VIVALDI^ANTONIO", "AV35674", "AA32\\AA33", "MR", "19951015", "085607"},
        {"SPD2", "HAENDEL^GEORG", "GFH123", "AA32", "CT", "19960406", "160700"},
        {"SPD3", "M\xFCLLER^J\xDCRGEN", "JM1", "AA33", "CT", "19960407", "080000"},
        {"SPD4", "VIVALDI^ANNA", "AV1", "AA33", "MR", "19960407", "120000"},
    };
    return all;
}

// A worklist file as wlmscpfs reads it, by dump2dcm.
fs::path worklist_file(TemporaryDirectory const& scratch, Step const& step) {
    std::string const number = step.id.substr(3);
    std::string const dump = "(0008,0005) CS [ISO_IR 100]\n(0008,0050) SH [0000" + number + "]\n(0010,0010) PN [" +
        step.name + "]\n(0010,0020) LO [" + step.patient_id + "]\n(0010,0030) DA [16780304]\n(0010,0040) CS [M]\n" +
        "(0020,000d) UI [1.2.276.0.7230010.3.2.10" + number + "]\n(0032,1032) PN [SMITH]\n(0032,1060) LO [EXAM6]\n" +
        "(0040,0100) SQ\n(fffe,e000) -\n(0008,0060) CS [" + step.modality + "]\n(0040,0001) AE [" + step.station +
        "]\n(0040,0002) DA [" + step.date + "]\n(0040,0003) TM [" + step.time + "]\n(0040,0006) PN [JOHNSON]\n" +
        "(0040,0007) LO [EXAM74]\n(0040,0009) SH [" + step.id +
        "]\n(0040,0010) SH [STN456]\n(0040,0011) SH [B34F56]\n" + "(fffe,e00d) -\n(fffe,e0dd) -\n(0040,1001) SH [RP" +
        number + "]\n(0040,1003) SH [LOW]\n";
    write_file(scratch / (step.id + ".dump"), dump);
    auto const file = scratch / "AET" / (step.id + ".wl");
    fs::create_directories(file.parent_path());
    auto const made = run_command({"dump2dcm", scratch / (step.id + ".dump"), file});
    REQUIRE_MESSAGE(made.exit_code == 0, made.all());
    return file;
}

CommandResult worklist(TemporaryDirectory const& scratch, std::vector<std::string> const& arguments) {
    std::vector<std::string> command{CASSETTE_BINARY, "worklist"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    command.insert(command.end(), {"--data", scratch / "data"});
    return run_command(command);
}

// The Scheduled Procedure Step IDs that findscu -W gets.
std::set<std::string> found(TemporaryDirectory const& scratch, std::string const& port,
                            std::vector<std::string> const& keys) {
    auto const folder = scratch / "found";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::vector<std::string> command{"findscu", "-W", "-aec", "AET", "-X", "-od", folder};
    command.insert(command.end(), {"-k", "(0040,0100)[0].0040,0009"});
    for (auto const& key : keys) command.insert(command.end(), {"-k", key});
    command.insert(command.end(), {"127.0.0.1", port});
    auto const result = run_command(command);
    REQUIRE_MESSAGE(result.exit_code == 0, result.all());
    std::set<std::string> ids;
    for (auto const& file : files_below(folder)) {
        std::istringstream lines{run_command({"dcmdump", file}).output};
        for (std::string line; std::getline(lines, line);) {
            auto const at = line.find("(0040,0009) SH [");
            if (at == std::string::npos) continue;
            auto id = line.substr(at + 16, line.find(']') - at - 16);
            id.erase(id.find_last_not_of(' ') + 1);
            ids.insert(id);
        }
    }
    return ids;
}

using IDs = std::set<std::string>;

}  // namespace

TEST_CASE("the worklist is imported, found, listed and removed, also while the node runs") {
    TemporaryDirectory const scratch;
    std::vector<fs::path> files;
    for (auto const& step : steps()) files.push_back(worklist_file(scratch, step));
    auto const first = worklist(scratch, {"import", files[0]});
    CHECK(first.exit_code == 0);
    CHECK(first.output == "1 files: 1 steps added, 0 updated; 0 files failed\n");

    auto node = Node::start(scratch / "data");
    CHECK(found(scratch, node.dimse_port(), {}) == IDs{"SPD1"});
    auto const rest = worklist(scratch, {"import", scratch / "AET"});
    CHECK(rest.exit_code == 0);
    CHECK(rest.output == "4 files: 3 steps added, 1 updated; 0 files failed\n");
    CHECK(found(scratch, node.dimse_port(), {}).size() == 4);
    CHECK(found(scratch, node.dimse_port(), {"0008,0005=ISO_IR 100", "0010,0010=m\xFCller*"}) == IDs{"SPD3"});

    auto const list = worklist(scratch, {"list", "--station", "AA33", "--date", "19960101-"});
    CHECK(list.exit_code == 0);
    CHECK(std::count(list.output.begin(), list.output.end(), '\n') == 2);
    CHECK(list.output.find("SPD4\t19960407 120000\tSCHEDULED\tMR\tAA33\tAV1\tVIVALDI^ANNA") != std::string::npos);
    auto const removed = worklist(scratch, {"remove", "1.2.276.0.7230010.3.2.104", "SPD4"});
    CHECK(removed.output == "1 steps removed\n");
    CHECK(found(scratch, node.dimse_port(), {"(0040,0100)[0].0040,0001=AA33"}) == IDs{"SPD1", "SPD3"});
    CHECK(node.stop() == 0);

    CHECK(worklist(scratch, {"remove", "1.2.276.0.7230010.3.2.104", "SPD4"}).exit_code == 1);
    auto again = Node::start(scratch / "data");
    CHECK(found(scratch, again.dimse_port(), {}).size() == 3);
    CHECK(again.stop() == 0);
    CHECK(run_command({CASSETTE_BINARY, "reindex", "--data", scratch / "data"}).exit_code == 0);
    CHECK(worklist(scratch, {"list"}).output.find("SPD1") != std::string::npos);
}

TEST_CASE("DICOM JSON is imported too, and files that are no worklist are told and cost the exit code") {
    TemporaryDirectory const scratch;
    auto const item = worklist_file(scratch, steps()[0]);
    auto const json = run_command({"dcm2json", item}).output;
    REQUIRE_FALSE(json.empty());
    write_file(scratch / "one.json", json);
    write_file(scratch / "broken.wl", "this is no worklist file, and DICOM neither");
    auto const imported =
        worklist(scratch, {"import", scratch / "one.json", scratch / "broken.wl", scratch / "absent.wl"});
    CHECK(imported.exit_code == 1);
    CHECK(imported.output == "3 files: 1 steps added, 0 updated; 2 files failed\n");
    CHECK(imported.errors.find("broken.wl: ") != std::string::npos);
    CHECK(imported.errors.find("absent.wl: ") != std::string::npos);
    CHECK(worklist(scratch, {"import", item}).output == "1 files: 0 steps added, 1 updated; 0 files failed\n");
    CHECK(worklist(scratch, {"list"}).output.find("VIVALDI^ANTONIO") != std::string::npos);
}

TEST_CASE("a wrong worklist command exits 2 and names what is wrong") {
    TemporaryDirectory const scratch;
    CHECK(worklist(scratch, {"frobnicate"}).exit_code == 2);
    CHECK(worklist(scratch, {"import"}).exit_code == 2);
    auto const date = worklist(scratch, {"list", "--date", "tomorrow"});
    CHECK(date.exit_code == 2);
    CHECK(date.errors.find("00400002") != std::string::npos);
    CHECK(worklist(scratch, {"list"}).exit_code == 1);
}

TEST_CASE("wlmscpfs finds the same steps by the same keys (PS3.4 Table K.6-1)") {
    TemporaryDirectory const scratch;
    for (auto const& step : steps()) (void)worklist_file(scratch, step);
    write_file(scratch / "AET" / "lockfile", "");
    REQUIRE(worklist(scratch, {"import", scratch / "AET"}).exit_code == 0);
    auto const port = free_port();
    auto wlmscpfs = ChildProcess::start({"wlmscpfs", "-dfp", scratch.path(), "-s", std::to_string(port)}, {});
    wait_for_listener(port);
    auto node = Node::start(scratch / "data");
    std::string const step = "(0040,0100)[0].";
    for (auto const& keys : std::vector<std::vector<std::string>>{
             {},
             {"0010,0010=VIVALDI*"},
             {"0010,0010=HAENDEL^GEORG"},
             {"0010,0020=JM1"},
             {step + "0040,0001=AA32"},
             {step + "0008,0060=MR"},
             {step + "0008,0060=CT", step + "0040,0001=AA33"},
             {step + "0040,0002=19960406"},
             {step + "0040,0002=19960406-19960407"},
             {step + "0040,0002=19960406-19960407", step + "0040,0003=100000-100000"},
             {step + "0040,0003=120000-"},
             {step + "0040,0006=JOHN*"},
             {step + "0040,0006=NOBODY"},
         }) {
        CAPTURE(keys);
        CHECK(found(scratch, node.dimse_port(), keys) == found(scratch, std::to_string(port), keys));
    }
    CHECK(found(scratch, node.dimse_port(), {step + "0040,0002=19960406-19960407", step + "0040,0003=100000-100000"}) ==
          IDs{"SPD2", "SPD3"});
    CHECK(node.stop() == 0);
    wlmscpfs.kill();
}

}  // namespace cassette::testing
