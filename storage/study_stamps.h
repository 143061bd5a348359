#pragma once

#include "schema/uid.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace cassette {

// Counts what changes in studies, in this process (Index::stamp). Whoever commits moves the count on after the commit and
// before telling anybody of it. Studies share counts: one that changes may make others seem to. Thread-safe, without locks.
class StudyStamps {
public:
    std::uint64_t of(StudyInstanceUID const& study) const { return everywhere_.load() + count_of(study).load(); }
    void changed(StudyInstanceUID const& study) { ++counts_[position_of(study)]; }
    void all_changed() { ++everywhere_; }

private:
    static constexpr std::size_t counts_in_all = 4096;
    static std::size_t position_of(StudyInstanceUID const& study) {
        return std::hash<std::string>{}(study.str()) % counts_in_all;
    }
    std::atomic<std::uint64_t> const& count_of(StudyInstanceUID const& study) const {
        return counts_[position_of(study)];
    }

    std::array<std::atomic<std::uint64_t>, counts_in_all> counts_{};
    std::atomic<std::uint64_t> everywhere_{0};
};

}  // namespace cassette
