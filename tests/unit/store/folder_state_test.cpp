#include "common/store/folder/folder_state.h"

#include <sstream>
#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

// In the form of proc_pid_mountinfo(5).
constexpr const char* mounts = R"(22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:25 / /srv rw,nosuid - ext4 /dev/sdb1 rw
41 30 0:48 / /srv/presse rw,relatime shared:9 master:1 - nfs4 depot:/presse rw,vers=4.2
42 22 0:49 / /media/fonds\040local rw - cifs //depot/fonds rw
43 22 0:50 / /mnt/ana/depot rw - fuse.sshfs ana@depot:/ rw
44 22 0:51 / /tmp rw - tmpfs tmpfs rw
)";

TEST_CASE("a path is on the file system of the longest mount point above it") {
  const struct {
    const char* path;
    const char* type;
    bool over_network;
    const char* reason;
  } rows[] = {
      {"/var/lib/archive", "ext4", false, "the root's"},
      {"/srv/presse", "nfs4", true, "the mount point itself"},
      {"/srv/presse/2019/archive", "nfs4", true, "below it, behind fields that may be there"},
      {"/srv/presse-locale", "ext4", false, "beside it: a name that only begins so"},
      {"/media/fonds local/archive", "cifs", true, "a blank in the name"},
      {"/mnt/ana/depot/archive", "fuse.sshfs", true, "a share by a program"},
      {"/tmp/archive", "tmpfs", false, "memory is local"},
  };
  for (const auto& row : rows) {
    INFO(row.path << ": " << row.reason);
    std::istringstream lines(mounts);
    const FileSystem found = file_system_of(row.path, lines);
    CHECK(found.type == row.type);
    CHECK(found.over_network == row.over_network);
  }
}

TEST_CASE("a file system that no line tells is not known") {
  for (const char* lines : {"", "no line of mounts\n", "22 1 8:1 / / rw -\n", "22 1 8:1 / \\9\n"}) {
    std::istringstream mounted(lines);
    CHECK(file_system_of("/srv/archive", mounted).type.empty());
  }
}

}  // namespace
}  // namespace hemero
