#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace cassette {

// The closed list of expected failures. Each protocol translates it in one table (failure_reason.h, problem.h, ...).
enum class ErrorCode {
    malformed,                    // cannot be understood, or identifies nothing
    nonconformant,                // understood, but contradicts itself or what was announced
    unsupported_sop_class,        // abstract syntax not accepted here
    unsupported_transfer_syntax,  // encoding that cannot be walked or decoded
    unsupported_media_type,       // the payload is not of a kind this door takes
    not_acceptable,               // exists, but not in any representation that was asked for
    too_large,                    // beyond a configured limit
    out_of_resources,             // disk full, read-only, no memory
    unavailable,                  // busy now; try again later
    not_authorized,
    not_found,
    conflict,  // contradicts what is stored, and the policy keeps the stored one
    cancelled,
    internal,
};

// `detail` is for the operator and holds no patient data: a UID or a tag at most.
struct Error {
    ErrorCode code;
    std::string detail;
};

struct Failure {
    Error error;
};

[[nodiscard]] inline Failure fail(Error error) { return {std::move(error)}; }
[[nodiscard]] inline Failure fail(ErrorCode code, std::string detail) { return {{code, std::move(detail)}}; }

// A value or an Error, with the names of std::expected. There is no throwing value(): test it, then use *.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    Result(Failure failure) : state_{std::in_place_index<1>, std::move(failure.error)} {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }
    T& operator*() & {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T const& operator*() const& {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& operator*() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    T* operator->() {
        assert(has_value());
        return std::get_if<0>(&state_);
    }
    T const* operator->() const {
        assert(has_value());
        return std::get_if<0>(&state_);
    }
    Error const& error() const {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Failure failure) : error_{std::move(failure.error)}, failed_{true} {}

    bool has_value() const { return !failed_; }
    explicit operator bool() const { return has_value(); }
    Error const& error() const {
        assert(failed_);
        return error_;
    }

private:
    Error error_{ErrorCode::internal, {}};
    bool failed_ = false;
};

}  // namespace cassette
