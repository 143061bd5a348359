#pragma once

#include "dicomweb/http/message.h"

#include <string_view>

namespace cassette::http {

// As RFC 9110 9.1 writes it; "-" for a method that is not ours.
[[nodiscard]] constexpr std::string_view name_of(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::delete_: return "DELETE";
        case Method::options: return "OPTIONS";
        case Method::other: return "-";
    }
    return "-";
}

}  // namespace cassette::http
