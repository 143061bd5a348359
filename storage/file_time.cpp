#include "storage/file_time.h"

#include "schema/moment.h"

#include <sys/stat.h>

namespace cassette {

std::int64_t modified_at(struct stat const& status) {
    return std::int64_t{status.st_mtim.tv_sec} * nanoseconds_in_second + status.st_mtim.tv_nsec;
}

void set_modified_at(int descriptor, std::int64_t time) {
    timespec const times[] = {{0, UTIME_OMIT}, {time / nanoseconds_in_second, time % nanoseconds_in_second}};
    (void)::futimens(descriptor, times);
}

}  // namespace cassette
