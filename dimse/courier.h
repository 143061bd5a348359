#pragma once

#include "archive/archive.h"
#include "archive/outgoing/delivery.h"
#include "dimse/remote_ae.h"
#include "schema/ae_title.h"

namespace cassette::dimse {

struct CourierSettings {
    RemoteAE destination;
    AETitle ae_title;     // ours
    int stop_event = -1;  // becomes readable when the node stops: then everything ends at once
};

// Brings tasks of any kind to one remote AE, all that it is given on one association: instances by C-STORE, in another transfer
// syntax where the peer does not take the stored one (PS3.4 B.2); results of storage commitment by N-EVENT-REPORT, as SCP by role
// selection (PS3.4 J.3.3); availability by N-CREATE (PS3.4 R.3.2). `archive` must outlive it. One thread at a time.
[[nodiscard]] Courier courier_to(Archive& archive, CourierSettings settings);

}  // namespace cassette::dimse
