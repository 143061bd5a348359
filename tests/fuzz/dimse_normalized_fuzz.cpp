// Law: whatever data sets a peer sends with N-CREATE and N-SET of a performed procedure step (PS3.4 F.7.2) and with N-ACTION of
// storage commitment (PS3.4 J.3.2), each request is read to its end and answered once, by a status that the service has; and a
// step that was created can be had again by N-GET.
//
//   context length2 created... set...   the first bit of context: Implicit VR; length of what is created, little endian

#include "dimse/commitment.h"
#include "dimse/commitment_data_set.h"
#include "dimse/performed_step.h"
#include "storage/memory_blob_store.h"
#include "storage/sqlite_index.h"
#include "storage/uncached_renditions.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

using namespace cassette;
using namespace cassette::dimse;

namespace {

constexpr std::size_t input_max = 30'000;  // all of what is made of it fits into a socket's buffer
constexpr std::uint32_t pdu_length_max = 65536;

void require(bool holds) {
    if (!holds) std::abort();
}

// An archive without objects, whose index is in memory where the system offers that.
class EmptyArchive {
public:
    EmptyArchive() {
        require(::mkdtemp(folder_.data()) != nullptr);
        auto opened = open_sqlite_index(std::filesystem::path{folder_} / "index.sqlite");
        require(opened.has_value());
        index_ = std::move(*opened);
        archive_.emplace(Archive{*blobs_, *index_, renditions_, {}});
    }
    EmptyArchive(EmptyArchive const&) = delete;
    EmptyArchive& operator=(EmptyArchive const&) = delete;
    ~EmptyArchive() {
        index_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Archive& archive() { return *archive_; }

private:
    std::string folder_ = std::string{::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"} + "/cassette-fuzz-XXXXXX";
    std::unique_ptr<BlobStore> blobs_ = make_memory_blob_store();
    std::unique_ptr<Index> index_;
    UncachedRenditions renditions_;
    std::optional<Archive> archive_;
};

void append_big(std::string& out, std::uint32_t number) {
    for (int const shift : {24, 16, 8, 0}) out += static_cast<char>(number >> shift & 0xFFU);
}

// PS3.8 9.3.5: one PDU with one PDV, the last of a data set.
std::string data_pdu(std::uint8_t context, std::string_view data_set) {
    std::string pdu{"\x04\0", 2};
    append_big(pdu, static_cast<std::uint32_t>(data_set.size()) + 6);
    append_big(pdu, static_cast<std::uint32_t>(data_set.size()) + 2);
    pdu += static_cast<char>(context);
    pdu += '\2';
    return pdu += data_set;
}

// The command sets among what was answered.
std::vector<CommandSet> responses_in(std::string_view stream) {
    std::vector<CommandSet> responses;
    while (!stream.empty()) {
        require(stream.size() > 12 && stream[0] == 4);
        std::uint32_t length = 0;
        for (std::size_t i = 2; i < 6; ++i) length = length << 8 | static_cast<unsigned char>(stream[i]);
        require(stream.size() >= length + 6);
        bool const is_command = (static_cast<unsigned char>(stream[11]) & 1U) != 0;
        auto const command = stream.substr(12, length - 6);
        stream.remove_prefix(length + 6);
        if (!is_command) continue;
        auto const read = read_command_set(std::as_bytes(std::span{command}));
        require(read && read->is_response());
        responses.push_back(*read);
    }
    return responses;
}

std::string all_from(int socket) {
    std::string bytes;
    std::array<char, 65536> piece{};
    for (;;) {
        auto const count = ::recv(socket, piece.data(), piece.size(), MSG_DONTWAIT);
        if (count <= 0) return bytes;
        bytes.append(piece.data(), static_cast<std::size_t>(count));
    }
}

CommandSet command_for(CommandField field, std::string_view sop_class, std::string_view instance) {
    auto command = command_of(field);
    command.message_id = 1;
    command.has_data_set = field != CommandField::n_get_rq;
    bool const creates = field == CommandField::n_create_rq;
    (creates ? command.affected_sop_class : command.requested_sop_class) = sop_class;
    (creates ? command.affected_sop_instance : command.requested_sop_instance) = instance;
    if (field == CommandField::n_action_rq) command.action_type_id = 1;
    return command;
}

bool is_status_of_steps(std::uint16_t status) {
    static constexpr std::array<std::uint16_t, 10> known{0x0000, 0x0105, 0x0106, 0x0110, 0x0111,
                                                         0x0112, 0x0117, 0x0120, 0x0121, 0x0213};
    return std::ranges::find(known, status) != known.end();
}

struct Input {
    std::string_view transfer_syntax;
    std::string_view created;
    std::string_view set;
};

Input read_input(std::string_view bytes) {
    bool const implicit = (static_cast<unsigned char>(bytes[0]) & 1U) != 0;
    auto const length = static_cast<unsigned char>(bytes[1]) + 256U * static_cast<unsigned char>(bytes[2]);
    auto const rest = bytes.substr(3);
    auto const cut = std::min<std::size_t>(length, rest.size());
    return {implicit ? "1.2.840.10008.1.2" : "1.2.840.10008.1.2.1", rest.substr(0, cut), rest.substr(cut)};
}

void serve_all(MessageExchange& exchange, Scp const& scp, std::string const& step) {
    auto const& contexts = exchange.contexts();
    auto const requested = [&](CommandField field, std::size_t context, std::string_view instance) {
        return Request{command_for(field, contexts[context].abstract_syntax, instance), &contexts[context]};
    };
    auto const created = serve_step_creation(exchange, requested(CommandField::n_create_rq, 0, step), scp);
    (void)serve_step_change(exchange, requested(CommandField::n_set_rq, 0, step), scp);
    auto const had = serve_step_retrieval(exchange, requested(CommandField::n_get_rq, 1, step), scp);
    require((created.status == 0) == (had.status == 0));
    (void)serve_commitment(exchange, requested(CommandField::n_action_rq, 2, storage_commitment_push_model_instance),
                           scp);
    require(exchange.flush());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size < 3 || size > input_max) return 0;
    static EmptyArchive empty;
    static std::uint64_t steps = 0;
    auto const input = read_input({reinterpret_cast<char const*>(data), size});
    std::string const syntax{input.transfer_syntax};
    std::vector<AcceptedContext> contexts{
        {.id = 1, .abstract_syntax = std::string{performed_procedure_step}, .transfer_syntax = syntax},
        {.id = 3, .abstract_syntax = std::string{performed_procedure_step_retrieve}, .transfer_syntax = syntax},
        {.id = 5, .abstract_syntax = std::string{storage_commitment_push_model}, .transfer_syntax = syntax}};

    int ends[2];
    require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    dimse::FileDescriptor const peer{ends[1]};
    auto const sent = data_pdu(1, input.created) + data_pdu(1, input.set) + data_pdu(5, input.created);
    require(::send(peer.get(), sent.data(), sent.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(sent.size()));
    ::shutdown(peer.get(), SHUT_WR);
    Transport transport{Channel{dimse::FileDescriptor{ends[0]}}, {}, std::chrono::seconds{1}, {}};
    MessageExchange exchange{transport, UpperLayer{transport, {pdu_length_max, 0}}, std::move(contexts)};
    Scp const scp{.archive = empty.archive(),
                  .principal = local_operator(),
                  .source = "fuzz",
                  .ae_title = "CASSETTE",
                  .acceptance = {},
                  .calling_ae_title = "FUZZ"};
    serve_all(exchange, scp, "1.2.3." + std::to_string(++steps));
    auto const responses = responses_in(all_from(peer.get()));
    require(responses.size() == 4);
    for (std::size_t i = 0; i < 3; ++i) require(is_status_of_steps(responses[i].status));
    return 0;
}
