#include "tests/support/failing_sqlite.h"

#include <sqlite3.h>

#include <atomic>
#include <map>
#include <mutex>

namespace cassette::testing {

namespace {

std::atomic<FailingSqlite::Call> failing = FailingSqlite::Call::none;
std::atomic<int> failing_code = 0;

// A file's own methods, and those of them that may fail in front. The file itself is the real one.
struct Methods : sqlite3_io_methods {
    sqlite3_io_methods const* real = nullptr;
};

sqlite3_io_methods const& real_of(sqlite3_file* file) { return *static_cast<Methods const*>(file->pMethods)->real; }

int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
    if (failing == FailingSqlite::Call::read) return failing_code;
    return real_of(file).xRead(file, bytes, size, offset);
}

int write(sqlite3_file* file, void const* bytes, int size, sqlite3_int64 offset) {
    if (failing == FailingSqlite::Call::write) return failing_code;
    return real_of(file).xWrite(file, bytes, size, offset);
}

int sync(sqlite3_file* file, int flags) {
    if (failing == FailingSqlite::Call::sync) return failing_code;
    return real_of(file).xSync(file, flags);
}

}  // namespace

class FailingSqlite::Layer : public sqlite3_vfs {
public:
    Layer() : sqlite3_vfs{*sqlite3_vfs_find(nullptr)}, real_{sqlite3_vfs_find(nullptr)} {
        zName = "failing";
        xOpen = open;
        (void)sqlite3_vfs_register(this, 1);
    }
    Layer(Layer const&) = delete;
    Layer& operator=(Layer const&) = delete;
    ~Layer() {
        (void)sqlite3_vfs_unregister(this);
        (void)sqlite3_vfs_register(real_, 1);
    }

private:
    static int open(sqlite3_vfs* layer, char const* name, sqlite3_file* file, int flags, int* flags_out) {
        auto& self = *static_cast<Layer*>(layer);
        int const code = self.real_->xOpen(self.real_, name, file, flags, flags_out);
        if (code != SQLITE_OK || file->pMethods == nullptr) return code;
        std::scoped_lock const lock{self.mutex_};
        auto& ours = self.methods_[file->pMethods];
        if (ours.real == nullptr) {
            static_cast<sqlite3_io_methods&>(ours) = *file->pMethods;
            ours.real = file->pMethods;
            ours.xRead = read;
            ours.xWrite = write;
            ours.xSync = sync;
        }
        file->pMethods = &ours;
        return SQLITE_OK;
    }

    sqlite3_vfs* real_;
    std::mutex mutex_;
    std::map<sqlite3_io_methods const*, Methods> methods_;
};

FailingSqlite::FailingSqlite() : layer_{std::make_unique<Layer>()} {}

FailingSqlite::~FailingSqlite() { recover(); }

void FailingSqlite::fail_at(Call call, int code) {
    failing_code = code;
    failing = call;
}

}  // namespace cassette::testing
