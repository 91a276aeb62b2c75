#include "common/base/ordinary_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "common/base/error.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

TEST_CASE("only an ordinary file, or a link to one, is opened; nothing else is waited for") {
  const TemporaryFolder folder;
  folder.write("file", "x");
  std::filesystem::create_symlink("file", folder / "link");
  std::filesystem::create_symlink("/dev/zero", folder / "zero");
  std::filesystem::create_symlink("nowhere", folder / "dangling");
  std::filesystem::create_directory(folder / "folder");
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  struct Row {
    const char* name;
    bool opens;
    ErrorCode code;
  };
  const Row rows[] = {
      {"file", true, {}},
      {"link", true, {}},
      {"zero", false, ErrorCode::bad_data},
      {"folder", false, ErrorCode::bad_data},
      {"pipe", false, ErrorCode::bad_data},
      {"dangling", false, ErrorCode::io},
      {"missing", false, ErrorCode::io},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    int descriptor = -1;
    const Error error = error_of([&] { descriptor = open_ordinary_file(folder / row.name); });
    CHECK((descriptor >= 0) == row.opens);
    if (row.opens) close(descriptor);
    if (!row.opens) CHECK((error.code() == row.code));
    const bool refused = error_of([&] { require_ordinary_file(folder / row.name); }).code() == ErrorCode::bad_data;
    CHECK(refused == (row.code == ErrorCode::bad_data && !row.opens));
  }
}

}  // namespace
}  // namespace hemero
