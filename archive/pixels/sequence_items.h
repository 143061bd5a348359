#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcsequen.h>

namespace cassette {

// Calls `visit` for each item of a sequence, at most `items_max` of them; not at all where there is no such sequence.
template <class Visit>
void visit_items(DcmItem& holder, DcmTagKey const& key, unsigned long items_max, Visit visit) {
    DcmSequenceOfItems* sequence = nullptr;
    if (holder.findAndGetSequence(key, sequence).bad() || sequence == nullptr) return;
    DcmObject* at = nullptr;
    for (unsigned long i = 0; i < items_max; ++i) {
        at = sequence->nextInContainer(at);
        if (at == nullptr) return;
        visit(static_cast<DcmItem&>(*at));
    }
}

}  // namespace cassette
