#pragma once

#include "archive/archive.h"
#include "dimse/remote_ae.h"
#include "dimse/user_identity.h"
#include "schema/ae_title.h"
#include "schema/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// Who may open an association: anybody, or the remote AEs that are listed.
enum class Callers { anybody, listed };
// Whether a requestor has to say who its user is, PS3.7 D.3.3.7.
enum class IdentityPolicy { optional, required };

// TLS, PS3.15 B. Without an address of its own it takes the place of what is not secure.
struct SecureListener {
    TlsSettings tls;
    std::string host = {};   // empty: the server's own address speaks TLS, and there is no other
    std::uint16_t port = 0;  // 0 picks a free one
};

struct ServerSettings {
    AETitle ae_title;
    std::string host = "127.0.0.1";
    std::uint16_t port = 11112;             // 0 picks a free one
    std::size_t associations_max = 64;      // beyond it: A-ASSOCIATE-RJ, transient, local limit exceeded (PS3.8 9.3.4)
    std::uint32_t pdu_length_max = 131072;  // bytes we receive in one P-DATA-TF
    bool accept_unknown_sop_classes = false;    // abstract syntaxes that no dictionary lists, as Storage
    std::vector<std::string> sop_classes = {};  // further abstract syntaxes that are Storage, private ones mostly
    std::vector<std::string> transfer_syntaxes =
        {};                              // that we prefer, the best first; others as the requestor orders them
    bool keeps_bits = true;              // nothing rewrites what is stored
    bool check_called_ae_title = false;  // reject associations that call somebody else
    std::vector<RemoteAE> remotes = {};  // that the configuration lists
    Callers callers = Callers::anybody;
    std::optional<SecureListener> secure = {};
    IdentityVerifier verify_identity = {};  // none: what a requestor says of its user counts for nothing
    IdentityPolicy identity = IdentityPolicy::optional;
    std::chrono::seconds artim_timeout{15};  // PS3.8 9.1.5: from connection to a whole A-ASSOCIATE-RQ
    std::chrono::seconds dimse_timeout{60};  // between the pieces of one message
    std::chrono::seconds idle_timeout{600};  // between messages of an association
};

// One thing that happened, for the log and the metrics; never patient data. `operation` is "A-ASSOCIATE", "C-STORE", ...
struct Operation {
    std::string_view association;  // id, the same in every line of one association
    std::string_view operation;
    std::string_view calling_ae_title;
    std::string_view called_ae_title;
    std::string_view remote;
    std::uint16_t status;           // DIMSE status; 0 for association events that succeeded
    std::string_view sop_instance;  // UID, where there is one
    std::uint64_t bytes = 0;        // of the data set
    std::uint64_t matches = 0;      // of a C-FIND
    std::chrono::microseconds duration{};
    std::string_view error;          // Error::detail, otherwise empty
    std::string_view warnings = {};  // what was untidy in an object that was stored all the same
};
using OperationObserver = std::function<void(Operation const&)>;  // called from association threads

// The association acceptor: Verification, Storage and Query (Patient Root, Study Root) SCP.
class Server {
public:
    // Binds and listens. ErrorCode::unavailable when an address or the files of TLS cannot be had. `archive` must outlive the server.
    static Result<std::unique_ptr<Server>> start(ServerSettings settings, Archive& archive, OperationObserver observer);
    virtual ~Server() = default;
    virtual std::uint16_t port() const = 0;
    virtual std::uint16_t secure_port() const = 0;  // of TLS; 0 without
    virtual std::size_t associations() const = 0;   // open now
    // Stops accepting, lets running operations end, at most `grace`, then aborts what is left and joins all threads.
    virtual void stop(std::chrono::seconds grace) = 0;
};

}  // namespace cassette::dimse
