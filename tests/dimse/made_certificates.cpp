#include "tests/dimse/made_certificates.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdio>

namespace cassette::testing {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const noexcept { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const noexcept { X509_EXTENSION_free(extension); }
    void operator()(std::FILE* file) const noexcept { (void)std::fclose(file); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;
using File = std::unique_ptr<std::FILE, Free>;

constexpr long day = 86'400;

Certificate certificate_for(EVP_PKEY* key, std::string const& name, X509* issuer) {
    static long serial = 0;
    Certificate made{X509_new()};
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), day);
    X509_set_pubkey(made.get(), key);
    auto* const subject = X509_get_subject_name(made.get());
    auto const* const text = reinterpret_cast<unsigned char const*>(name.c_str());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0);
    X509_set_issuer_name(made.get(), issuer == nullptr ? subject : X509_get_subject_name(issuer));
    if (issuer == nullptr) {
        std::unique_ptr<X509_EXTENSION, Free> const extension{
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_basic_constraints, "critical,CA:TRUE")};
        X509_add_ext(made.get(), extension.get(), -1);
    }
    return made;
}

void write(std::filesystem::path const& file, X509* certificate) {
    File const out{std::fopen(file.c_str(), "w")};
    PEM_write_X509(out.get(), certificate);
}

void write(std::filesystem::path const& file, EVP_PKEY* key) {
    File const out{std::fopen(file.c_str(), "w")};
    PEM_write_PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
}

}  // namespace

struct MadeAuthority::Made {
    Key key;
    Certificate certificate;
};

MadeAuthority::MadeAuthority(std::filesystem::path folder, std::string name)
    : folder_{std::move(folder)}, certificate_{folder_ / (name + ".pem")}, made_{std::make_unique<Made>()} {
    made_->key.reset(EVP_EC_gen("P-256"));
    made_->certificate = certificate_for(made_->key.get(), name, nullptr);
    X509_sign(made_->certificate.get(), made_->key.get(), EVP_sha256());
    write(certificate_, made_->certificate.get());
}

MadeAuthority::~MadeAuthority() = default;

MadeAuthority::Issued MadeAuthority::issue(std::string const& name) const {
    Key const key{EVP_EC_gen("P-256")};
    auto const certificate = certificate_for(key.get(), name, made_->certificate.get());
    X509_sign(certificate.get(), made_->key.get(), EVP_sha256());
    Issued const issued{folder_ / (name + ".pem"), folder_ / (name + ".key")};
    write(issued.certificate, certificate.get());
    write(issued.key, key.get());
    return issued;
}

}  // namespace cassette::testing
