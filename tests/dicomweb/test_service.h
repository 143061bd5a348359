#pragma once

#include "dicomweb/service_routes.h"
#include "storage/folder_blob_store.h"
#include "storage/folder_rendition_cache.h"
#include "storage/sqlite_index.h"
#include "tests/support/temporary_directory.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

// An answer with its body read to the end.
struct Answer {
    unsigned status = 0;
    http::Fields fields;
    std::string body;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

// All services on a real archive in a folder of its own; requests go through the router, without a socket.
class TestService {
public:
    TestService();

    Answer get(std::string_view target, Headers const& headers = {});
    Answer get_as(std::string_view target, std::string const& accept) { return get(target, {{"Accept", accept}}); }
    // The body comes in chunks of so many bytes.
    Answer post(std::string_view target, std::string const& content_type, std::string_view body,
                std::size_t chunk = 4096);
    // Any method, without a body.
    Answer send(http::Method method, std::string_view target, Headers const& headers = {});
    // What an I/O thread has at hand for a GET, without its handler.
    std::optional<Answer> at_hand(std::string_view target, Headers const& headers = {});
    // One instance by POST; its answer must be 200.
    void store(std::string const& part10);

    Service& service() { return service_; }
    // Who asks from now on.
    void ask_as(Principal principal) { principal_ = std::move(principal); }

private:
    testing::TemporaryDirectory folder_;
    std::unique_ptr<BlobStore> blobs_;
    std::unique_ptr<Index> index_;
    std::unique_ptr<RenditionCache> renditions_;
    std::unique_ptr<Archive> archive_;
    Service service_;
    http::Router router_;
    Principal principal_ = local_operator();
};

// The body of a response, read to its end.
Answer answered(http::Response response);
// A request to a router alone, conditions evaluated; there must be a route.
Answer routed(http::Router const& router, http::Method method, std::string_view target, Headers const& headers);

// The parts of a multipart answer: header fields and bytes.
std::vector<std::pair<http::Fields, std::string>> parts_of(Answer const& answer);
// multipart/related with boundary "b" of application/dicom parts.
std::string multipart_of(std::vector<std::string> const& instances);

inline constexpr char const* multipart_type = "multipart/related; type=\"application/dicom\"; boundary=b";

}  // namespace cassette::dicomweb
