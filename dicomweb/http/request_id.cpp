#include "dicomweb/http/request_id.h"

#include <cstdint>
#include <random>
#include <string_view>

namespace cassette::http {

namespace {

std::mt19937_64 seeded() {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device()};
    return std::mt19937_64{seed};
}

}  // namespace

std::string random_request_id() {
    constexpr std::string_view digits = "0123456789abcdef";
    thread_local std::mt19937_64 generator = seeded();
    auto number = generator();
    std::string id(16, '0');
    for (char& c : id) {
        c = digits[number & 15];
        number >>= 4;
    }
    return id;
}

}  // namespace cassette::http
