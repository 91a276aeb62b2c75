#include "common/store/folder/manifest.h"

#include <string>
#include <vector>

#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("a folder that is as it was made has no damaged file") {
  const TemporaryFolder folder;
  CHECK(damaged_files(folder.path(), Look::bytes).empty());  // there is no manifest
  folder.write("a", "one");
  folder.write("b", "");
  folder.write("flintlock", "");
  write_manifest(folder.path());
  CHECK(read_manifest(folder.path())->size() == 2);
  for (const Look look : {Look::sizes, Look::small, Look::bytes}) CHECK(damaged_files(folder.path(), look).empty());
  CHECK_NOTHROW(require_undamaged(folder.path(), Look::bytes));
  folder.write("c", "nobody asks for it");
  CHECK(damaged_files(folder.path(), Look::bytes).empty());
}

TEST_CASE("files are told that are not as they were, as closely as they are looked at") {
  const struct {
    std::size_t size;
    bool longer;
    bool missing;
    Names sizes, small, bytes;
    const char* reason;
  } rows[] = {
      {10, false, false, {}, {"a"}, {"a"}, "a small file is always read"},
      {100'000, false, false, {}, {}, {"a"}, "a large one only when all is"},
      {100'000, true, false, {"a"}, {"a"}, {"a"}, "its size is seen at once"},
      {10, false, true, {"a"}, {"a"}, {"a"}, "and whether it is there"},
  };
  for (const auto& row : rows) {
    const TemporaryFolder folder;
    std::string bytes(row.size, 'x');
    folder.write("a", bytes);
    write_manifest(folder.path());
    bytes[row.size / 2] = 'y';
    folder.write("a", row.longer ? bytes + "z" : bytes);
    if (row.missing) std::filesystem::remove(folder / "a");
    INFO(row.reason);
    CHECK((damaged_files(folder.path(), Look::sizes) == row.sizes));
    CHECK((damaged_files(folder.path(), Look::small) == row.small));
    CHECK((damaged_files(folder.path(), Look::bytes) == row.bytes));
    const Error error = error_of([&] { require_undamaged(folder.path(), Look::bytes); });
    CHECK((error.code() == ErrorCode::bad_data));
    CHECK_THAT(error.message(), contains_text("/a"));
  }
}

TEST_CASE("a manifest that is damaged is no manifest") {
  const TemporaryFolder folder;
  folder.write("a", "one");
  write_manifest(folder.path());
  const std::string whole = read_file(folder / manifest_name);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    folder.write(manifest_name, damaged);
    INFO("byte " << at);
    CHECK((error_of([&] { read_manifest(folder.path()); }).code() == ErrorCode::bad_data));
  }
  folder.write(manifest_name, "");
  CHECK((error_of([&] { read_manifest(folder.path()); }).code() == ErrorCode::bad_data));
}

}  // namespace
}  // namespace hemero
