#include "tests/support/power_cut_sqlite.h"

#include <sqlite3.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace cassette::testing {

namespace {

// SQLite allots the memory: ours, then that of the real file.
struct File : sqlite3_file {
    PowerCutFileSystem* files;
    std::string* path;     // owned; freed by `close`
    bool name_is_to_sync;  // SQLite syncs the folder of a new log together with the log's first sync

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& of(sqlite3_file* file) { return *static_cast<File*>(file); }

// Calls that change nothing go to the real file.
template <auto Method>
struct Forward;
template <class R, class... Arguments, R (*sqlite3_io_methods::*Method)(sqlite3_file*, Arguments...)>
struct Forward<Method> {
    static R call(sqlite3_file* file, Arguments... arguments) {
        auto* const real = of(file).real();
        return (real->pMethods->*Method)(real, arguments...);
    }
};

int close(sqlite3_file* file) {
    int const code = of(file).real()->pMethods->xClose(of(file).real());
    std::unique_ptr<std::string> const path{of(file).path};
    return code;
}

int write(sqlite3_file* file, void const* bytes, int size, sqlite3_int64 offset) {
    if (!of(file).files->begin("index write")) return SQLITE_IOERR_WRITE;
    return of(file).real()->pMethods->xWrite(of(file).real(), bytes, size, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (!of(file).files->begin("index truncate")) return SQLITE_IOERR_TRUNCATE;
    return of(file).real()->pMethods->xTruncate(of(file).real(), size);
}

int sync(sqlite3_file* file, int) {
    auto& self = of(file);
    if (!self.files->begin("index sync")) return SQLITE_IOERR_FSYNC;
    self.files->note_sync(*self.path);
    if (!self.name_is_to_sync) return SQLITE_OK;
    self.name_is_to_sync = false;
    if (!self.files->begin("index sync_directory")) return SQLITE_IOERR_DIR_FSYNC;
    self.files->note_directory_sync(std::filesystem::path{*self.path}.parent_path().native());
    return SQLITE_OK;
}

sqlite3_io_methods const methods{
    3,
    close,
    Forward<&sqlite3_io_methods::xRead>::call,
    write,
    truncate,
    sync,
    Forward<&sqlite3_io_methods::xFileSize>::call,
    Forward<&sqlite3_io_methods::xLock>::call,
    Forward<&sqlite3_io_methods::xUnlock>::call,
    Forward<&sqlite3_io_methods::xCheckReservedLock>::call,
    Forward<&sqlite3_io_methods::xFileControl>::call,
    Forward<&sqlite3_io_methods::xSectorSize>::call,
    Forward<&sqlite3_io_methods::xDeviceCharacteristics>::call,
    Forward<&sqlite3_io_methods::xShmMap>::call,
    Forward<&sqlite3_io_methods::xShmLock>::call,
    Forward<&sqlite3_io_methods::xShmBarrier>::call,
    Forward<&sqlite3_io_methods::xShmUnmap>::call,
    Forward<&sqlite3_io_methods::xFetch>::call,
    Forward<&sqlite3_io_methods::xUnfetch>::call,
};

}  // namespace

// SQLite's own layer, with what changes files replaced.
class PowerCutSqlite::Layer : public sqlite3_vfs {
public:
    explicit Layer(PowerCutFileSystem& files) : sqlite3_vfs{*sqlite3_vfs_find(nullptr)}, files_{files} {
        real_ = sqlite3_vfs_find(nullptr);
        szOsFile += static_cast<int>(sizeof(File));
        zName = "power-cut";
        xOpen = open;
        xDelete = remove;
        (void)sqlite3_vfs_register(this, 1);
    }
    Layer(Layer const&) = delete;
    Layer& operator=(Layer const&) = delete;
    ~Layer() {
        (void)sqlite3_vfs_unregister(this);
        (void)sqlite3_vfs_register(real_, 1);
    }

private:
    static int open(sqlite3_vfs* layer, char const* name, sqlite3_file* file, int flags, int* flags_out);
    static int remove(sqlite3_vfs* layer, char const* name, int sync_directory);

    sqlite3_vfs* real_;
    PowerCutFileSystem& files_;
};

PowerCutSqlite::PowerCutSqlite(PowerCutFileSystem& files) : layer_{std::make_unique<Layer>(files)} {}

PowerCutSqlite::~PowerCutSqlite() = default;

int PowerCutSqlite::Layer::open(sqlite3_vfs* layer, char const* name, sqlite3_file* file, int flags, int* flags_out) {
    auto& self = *static_cast<Layer*>(layer);
    bool const is_new = name != nullptr && (flags & SQLITE_OPEN_CREATE) != 0 && !std::filesystem::exists(name);
    file->pMethods = nullptr;  // until it is open there is nothing to close
    if (is_new && !self.files_.begin("index create")) return SQLITE_CANTOPEN;
    auto* const ours = std::construct_at(static_cast<File*>(file));
    int const code = self.real_->xOpen(self.real_, name, ours->real(), flags, flags_out);
    if (code != SQLITE_OK) return code;
    bool const is_log = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    ours->pMethods = &methods;
    ours->files = &self.files_;
    ours->path = std::make_unique<std::string>(name != nullptr ? name : "").release();
    ours->name_is_to_sync = is_new && is_log;
    return SQLITE_OK;
}

int PowerCutSqlite::Layer::remove(sqlite3_vfs* layer, char const* name, int sync_directory) {
    auto& self = *static_cast<Layer*>(layer);
    if (!self.files_.begin("index remove")) return SQLITE_IOERR_DELETE;
    int const code = self.real_->xDelete(self.real_, name, 0);
    if (code != SQLITE_OK || sync_directory == 0) return code;
    if (!self.files_.begin("index sync_directory")) return SQLITE_IOERR_DIR_FSYNC;
    self.files_.note_directory_sync(std::filesystem::path{name}.parent_path().native());
    return SQLITE_OK;
}

}  // namespace cassette::testing
