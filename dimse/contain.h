#pragma once

#include "schema/result.h"

#include <exception>
#include <typeinfo>

namespace cassette::dimse {

// The one place where this door catches what third-party code and the standard library throw: bad_alloc, a thread that
// cannot start. The text of an exception may quote data, so only its type is told. ErrorCode::internal.
template <class Work>
Result<void> contain(Work&& work) {
    try {
        work();
    } catch (std::exception const& thrown) {
        return fail(ErrorCode::internal, std::string{"exception of type "} + typeid(thrown).name());
    }
    return {};
}

}  // namespace cassette::dimse
