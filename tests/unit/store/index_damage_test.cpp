#include <sys/resource.h>

#include <csignal>
#include <string>

#include "common/store/index/index_reader.h"
#include "common/store/index/index_writer.h"
#include "tests/unit/store/numbered_index.h"

namespace hemero {
namespace {

TEST_CASE("a damaged or missing index is refused with a hint to rebuild") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 30, {7});
  publish(folder, 31, 2000, {8, 1000});
  const Part part = folder.list()->parts.back();
  const auto refused = [&] {
    const Error error = error_of([&] { IndexReader{folder}; });
    INFO(error.message());
    CHECK((error.code() == ErrorCode::bad_data));
    CHECK_THAT(error.hint(), contains_text("rebuild"));
  };
  const std::string dead = read_file(temporary / part.dead);
  temporary.write(part.dead, "x");
  refused();
  temporary.write(part.dead, dead);
  CHECK(IndexReader(folder).versions() == 1997);
  temporary.write(part.folder + "/iamglass", std::string(100, 'x'));
  refused();
  std::filesystem::remove(temporary / part.folder / "postlist.glass");
  refused();
  std::filesystem::remove_all(temporary / part.folder);
  refused();
}

TEST_CASE("damaged token streams are told and stay damaged where their part is written anew") {
  const struct {
    const char* file;
    std::size_t byte;
    Ids told;
    const char* reason;
  } rows[] = {
      {"streams", 20, {1}, "a stream"},
      {"streams.offsets", 8, {2}, "where a stream stands"},
      {"streams.offsets", 16, {}, "where none stands: the version went before"},
      {"streams.offsets", 32, {}, "of a version that goes now"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary.path());
    publish(folder, 1, 10, {3, 4});
    publish(folder, 11, 11);  // which writes the part anew
    const std::string file = folder.list()->parts.back().folder + "/" + row.file;
    std::string bytes = read_file(temporary / file);
    bytes[row.byte] = static_cast<char>(bytes[row.byte] ^ 1);
    temporary.write(file, bytes);
    CHECK((error_of([&] { publish(folder, 12, 12); }).code() == ErrorCode::bad_data));
    Ids told;
    const auto tell = [&](VersionId version) { told.push_back(static_cast<std::uint32_t>(version)); };
    for (std::uint32_t added = 12; added < 14; ++added) {
      IndexWriter writer(folder, *folder.list(), std::size_t{1} << 20, tell);
      writer.add(numbered(added), codes_of(added));
      writer.remove(numbered(3));
      writer.remove(numbered(5));
      writer.publish(added, {});
      CHECK((told == row.told));
      told.clear();
      CHECK(IndexReader(folder).versions() == added - 3);
    }
  }
}

TEST_CASE("a part that stands in another one’s place is refused") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary / "one");
  const IndexFolder other(temporary / "other");
  publish(folder, 1, 5);
  publish(other, 1, 6);
  std::filesystem::remove_all(temporary / "one/part-000001");
  std::filesystem::copy(temporary / "other/part-000001", temporary / "one/part-000001");
  const Error error = error_of([&] { IndexReader{folder}; });
  CHECK((error.code() == ErrorCode::bad_data));
  CHECK_THAT(error.message(), contains_text("part-000001"));
}

TEST_CASE("a folder without an index cannot be read") {
  const TemporaryFolder temporary;
  const Error error = error_of([&] { IndexReader{IndexFolder(temporary.path())}; });
  CHECK((error.code() == ErrorCode::bad_data));
  CHECK_THAT(error.hint(), contains_text("rebuild"));
}

TEST_CASE("a folder that cannot be made is no bug") {
  const TemporaryFolder temporary;
  temporary.write("file", "x");
  const IndexFolder folder(temporary / "file" / "index");
  CHECK((error_of([&] { IndexWriter(folder, {}, 1 << 20); }).code() == ErrorCode::io));
}

TEST_CASE("a list that cannot be replaced is no bug") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  IndexWriter writer = open(folder);
  writer.add(numbered(1), codes_of(1));
  temporary.write("parts.tsv/file", "a folder stands where the list belongs");
  CHECK((error_of([&] { writer.publish(1, {}); }).code() == ErrorCode::io));
}

/// Whether publishing so many versions where files may not grow throws as it should and leaves the old index.
bool fails_cleanly_when_full(const IndexFolder& folder, std::uint32_t last) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{30'000, 30'000};
  if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
  const Error error = error_of([&] { publish(folder, 6, last); });
  return error.code() == ErrorCode::io && IndexReader(folder).versions() == 5;
}

TEST_CASE("a full disk is an error, and the index stays as it was") {
  for (const std::uint32_t last : {1200U, 6000U}) {
    const TemporaryFolder temporary;
    permissions(temporary.path(), std::filesystem::perms::all);
    const IndexFolder folder(temporary / "index");
    CHECK(holds_for_nobody([&] {
      publish(folder, 1, 5);
      return fails_cleanly_when_full(folder, last);
    }));
    publish(folder, 6, last);
    CHECK(IndexReader(folder).versions() == last);
  }
}

}  // namespace
}  // namespace hemero
