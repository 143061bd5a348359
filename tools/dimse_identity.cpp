#include "tools/dimse_identity.h"

#include <crypt.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace cassette {

namespace {

Failure refused(std::string why) { return fail(ErrorCode::not_authorized, std::move(why)); }

// Compares without saying by its time where the first difference is.
bool same(std::string_view one, std::string_view other) {
    unsigned difference = one.size() == other.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]));
    return difference == 0;
}

bool is_passcode(std::string const& passcode, std::string const& hash) {
    auto const scratch = std::make_unique<crypt_data>();
    char const* const made = crypt_r(passcode.c_str(), hash.c_str(), scratch.get());
    return made != nullptr && passcode.find('\0') == std::string::npos && same(made, hash);
}

dimse::VerifiedIdentity identity_of(DimseUser const& user) { return {{user.name}, user.permissions, {}}; }

class Verifier {
public:
    explicit Verifier(KnownUsers known) : known_{std::move(known)} {}

    Result<dimse::VerifiedIdentity> operator()(dimse::UserIdentity const& identity) const {
        using enum dimse::IdentityType;
        if (identity.type == username) return by_name(identity);
        if (identity.type == username_and_passcode) return by_passcode(identity);
        if (identity.type == jwt) return by_token(identity);
        return refused("a user identity of a type that is not supported");
    }

private:
    DimseUser const* find(std::string const& name) const {
        auto const found = std::ranges::find(known_.users, name, &DimseUser::name);
        return found == known_.users.end() ? nullptr : &*found;
    }

    Result<dimse::VerifiedIdentity> by_name(dimse::UserIdentity const& identity) const {
        auto const* const user = find(identity.primary);
        if (user == nullptr) return refused("a user that is not known");
        if (!user->passcode_hash.empty()) return refused("a user that has to give a passcode");
        return identity_of(*user);
    }

    Result<dimse::VerifiedIdentity> by_passcode(dimse::UserIdentity const& identity) const {
        auto const* const user = find(identity.primary);
        if (user == nullptr || !is_passcode(identity.secondary, user->passcode_hash))
            return refused("a user that is not known, or a wrong passcode");
        return identity_of(*user);
    }

    Result<dimse::VerifiedIdentity> by_token(dimse::UserIdentity const& identity) const {
        if (!known_.tokens) return refused("a token, and no key to verify it");
        auto const subject = verify_token(identity.primary, *known_.tokens, known_.now());
        if (!subject) return fail(subject.error());
        auto const* const user = find(*subject);
        return user != nullptr ? identity_of(*user) : dimse::VerifiedIdentity{{*subject}};
    }

    KnownUsers known_;
};

}  // namespace

dimse::IdentityVerifier identity_verifier(KnownUsers known) { return Verifier{std::move(known)}; }

}  // namespace cassette
