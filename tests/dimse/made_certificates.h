#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace cassette::testing {

// An authority of its own with what it signs, made anew each time (P-256, valid for a day) and written as PEM files.
class MadeAuthority {
public:
    MadeAuthority(std::filesystem::path folder, std::string name);
    MadeAuthority(MadeAuthority const&) = delete;
    MadeAuthority& operator=(MadeAuthority const&) = delete;
    ~MadeAuthority();

    std::filesystem::path const& certificate() const { return certificate_; }
    struct Issued {
        std::filesystem::path certificate, key;
    };
    Issued issue(std::string const& name) const;

private:
    struct Made;
    std::filesystem::path folder_;
    std::filesystem::path certificate_;
    std::unique_ptr<Made> made_;
};

}  // namespace cassette::testing
