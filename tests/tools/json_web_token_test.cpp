#include "tools/json_web_token.h"

#include "tests/support/temporary_directory.h"
#include "tests/tools/made_token.h"

#include <doctest/doctest.h>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <memory>

namespace cassette {

namespace {

using testing::made_token;
constexpr std::string_view secret = "a secret of thirty-two bytes or so";
std::chrono::system_clock::time_point const now{std::chrono::seconds{1'700'000'000}};
TokenPolicy const by_secret{TokenAlgorithm::hs256, std::string{secret}, "issuer", "cassette"};
std::string const good_header = R"({"alg":"HS256","typ":"JWT"})";
std::string const good_claims = R"({"iss":"issuer","aud":"cassette","sub":"alice","exp":1700000100,"nbf":1699999900})";

struct Free {
    void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
    void operator()(BIO* bio) const noexcept { BIO_free(bio); }
};

std::string public_pem(EVP_PKEY* key) {
    std::unique_ptr<BIO, Free> const bio{BIO_new(BIO_s_mem())};
    PEM_write_bio_PUBKEY(bio.get(), key);
    char* bytes = nullptr;
    auto const size = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace

TEST_CASE("a token that our secret signed names its subject (RFC 7519, HS256)") {
    auto const subject = verify_token(made_token({good_header, good_claims}, secret), by_secret, now);
    REQUIRE(subject);
    CHECK(*subject == "alice");
    auto const listed = R"({"iss":"issuer","aud":["other","cassette"],"sub":"bob","exp":1700000000.5})";
    CHECK(*verify_token(made_token({good_header, listed}, secret), by_secret, now) == "bob");
}

TEST_CASE("a token that the key of our public key signed names its subject (RS256)") {
    testing::TemporaryDirectory const folder;
    std::unique_ptr<EVP_PKEY, Free> const key{EVP_RSA_gen(2048)};
    testing::write_file(folder / "key.pem", public_pem(key.get()));
    auto const policy = read_token_key(folder / "key.pem");
    REQUIRE(policy);
    CHECK(policy->algorithm == TokenAlgorithm::rs256);
    auto const token = made_token({R"({"alg":"RS256"})", good_claims}, key.get());
    auto const subject = verify_token(token, *policy, now);
    REQUIRE(subject);
    CHECK(*subject == "alice");
    std::unique_ptr<EVP_PKEY, Free> const other{EVP_RSA_gen(2048)};
    CHECK_FALSE(verify_token(made_token({R"({"alg":"RS256"})", good_claims}, other.get()), *policy, now));
    // RFC 8725 2.1: the public key is no secret to sign with.
    CHECK_FALSE(verify_token(made_token({good_header, good_claims}, policy->key), *policy, now));
}

TEST_CASE("any other token is not authorized") {
    auto const good = made_token({good_header, good_claims}, secret);
    auto const claims = [](std::string const& text) { return made_token({good_header, text}, secret); };
    auto const header = [](std::string const& text) { return made_token({text, good_claims}, secret); };
    struct Row {
        char const* what;
        std::string token;
    };
    for (auto const& row :
         {Row{"nothing", ""}, Row{"no dots", "abc"}, Row{"two parts", "a.b"}, Row{"no base64", "!.!.!"},
          Row{"unsigned", testing::base64url(R"({"alg":"none"})") + '.' + testing::base64url(good_claims) + '.'},
          Row{"another secret", made_token({good_header, good_claims}, "another secret of thirty-two bytes")},
          Row{"changed",
              testing::base64url(good_header) + '.' + testing::base64url(R"({"sub":"eve"})") +
                  good.substr(good.rfind('.'))},
          Row{"another algorithm", header(R"({"alg":"RS256"})")}, Row{"no JSON", header("alg")},
          Row{"critical extension", header(R"({"alg":"HS256","crit":["x"]})")},
          Row{"expired", claims(R"({"iss":"issuer","aud":"cassette","sub":"a","exp":1699999000})")},
          Row{"for ever", claims(R"({"iss":"issuer","aud":"cassette","sub":"a"})")},
          Row{"not yet", claims(R"({"iss":"issuer","aud":"cassette","sub":"a","exp":1700000100,"nbf":1700001000})")},
          Row{"another issuer", claims(R"({"iss":"x","aud":"cassette","sub":"a","exp":1700000100})")},
          Row{"another audience", claims(R"({"iss":"issuer","aud":["x"],"sub":"a","exp":1700000100})")},
          Row{"no audience", claims(R"({"iss":"issuer","sub":"a","exp":1700000100})")},
          Row{"no subject", claims(R"({"iss":"issuer","aud":"cassette","exp":1700000100})")},
          Row{"too long", good + std::string(20'000, 'A')}}) {
        CAPTURE(row.what);
        auto const subject = verify_token(row.token, by_secret, now);
        REQUIRE_FALSE(subject);
        CHECK(subject.error().code == ErrorCode::not_authorized);
    }
}

TEST_CASE("a key is a PEM public key or a secret of 32 bytes at least") {
    testing::TemporaryDirectory const folder;
    testing::write_file(folder / "secret", std::string{secret} + "\n");
    auto const policy = read_token_key(folder / "secret");
    REQUIRE(policy);
    CHECK(policy->algorithm == TokenAlgorithm::hs256);
    CHECK(policy->key == secret);
    testing::write_file(folder / "short", "too short\n");
    for (auto const* name : {"short", "missing"}) {
        auto const none = read_token_key(folder / name);
        REQUIRE_FALSE(none);
        CHECK(none.error().code == ErrorCode::malformed);
    }
}

}  // namespace cassette
