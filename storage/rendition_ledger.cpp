#include "storage/rendition_ledger.h"

#include <utility>

namespace cassette {

void RenditionLedger::add(Digest const& name, std::uint64_t size) {
    if (!touch(name)) {
        order_.push_front({.name = name, .size = 0});
        entries_.emplace(name, order_.begin());
    }
    auto& entry = order_.front();
    bytes_ += size - entry.size;
    entry.size = size;
}

bool RenditionLedger::touch(Digest const& name) {
    auto const found = entries_.find(name);
    if (found == entries_.end()) return false;
    order_.splice(order_.begin(), order_, found->second);
    return true;
}

std::shared_ptr<Blob const> RenditionLedger::opened(Digest const& name) const {
    auto const found = entries_.find(name);
    return found == entries_.end() ? nullptr : found->second->open;
}

void RenditionLedger::keep_open(Digest const& name, std::shared_ptr<Blob const> blob) {
    auto const found = entries_.find(name);
    if (found == entries_.end() || found->second->open) return;
    found->second->open = std::move(blob);
    opened_.push_back(name);
    if (opened_.size() <= open_max) return;
    auto const oldest = entries_.find(opened_.front());
    opened_.pop_front();
    if (oldest != entries_.end()) oldest->second->open = nullptr;
}

std::vector<Digest> RenditionLedger::trim(std::uint64_t bytes_max) {
    std::vector<Digest> forgotten;
    while (bytes_ > bytes_max || (bytes_max == 0 && !order_.empty())) {
        auto const& last = order_.back();
        bytes_ -= last.size;
        forgotten.push_back(last.name);
        entries_.erase(last.name);
        order_.pop_back();
    }
    return forgotten;
}

}  // namespace cassette
