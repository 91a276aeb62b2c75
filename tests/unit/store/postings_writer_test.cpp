#include "common/store/index/postings_writer.h"

#include <sys/resource.h>

#include <csignal>
#include <functional>
#include <string>
#include <vector>

#include "tests/unit/store/database_content.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Versions = std::vector<IndexedVersion>;

constexpr std::size_t plenty = 64 << 20;  ///< bytes of memory

/// Versions of words and names that depend on their numbers: first, first + step, …
Versions numbered(std::uint32_t first, std::uint32_t count, std::uint32_t step = 1) {
  Versions versions;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t id = first + i * step;
    versions.push_back({VersionId(id),
                        {{1, 1 + id % 3}, {100 + id % 7, 2}, {20'000 + id, 300}, {5'000'000 + id % 300, 1}},
                        {"Y2021", "M2021" + std::to_string(10 + id % 3), "Hhost" + std::to_string(id)},
                        id % 5 == 0 ? std::string() : "2021" + std::to_string(10 + id % 3)});
  }
  return versions;
}

/// Xapian's own words for a database in which it finds fault are part of what is compared: there must be none.
void check_database(const std::filesystem::path& path, const Versions& versions, const std::string& marker) {
  ExpectedContent expected(marker);
  for (const IndexedVersion& version : versions) expected.add(version);
  CHECK((content_of_database(path) == expected.content()));
  CHECK(faults_of_database(path).empty());
}

TEST_CASE("what is added is what the database holds") {
  struct Row {
    Versions versions;
    const char* reason;
  };
  const std::string long_name = "A" + std::string(199, 'x');
  const Row rows[] = {
      {{}, "nothing"},
      {{{VersionId(7), {}, {}, {}}}, "a version without words"},
      {{{VersionId(7), {}, {"Y2021"}, "2021"}}, "names only: no length"},
      {{{VersionId(1), {{3, 2}, {9, 1}, {3, 5}}, {"K:a", "K:a"}, {}}}, "repeats"},
      {{{VersionId(1), {{3, 1'000'000'000}}, {}, {}}, {VersionId(2), {{3, 1}}, {}, {}}}, "a large frequency"},
      {{{VersionId(1), {{3, 0}}, {}, {}}, {VersionId(2), {{3, 0}, {4, 1}}, {}, {}}}, "frequencies of nothing"},
      {{{VersionId(3'000'000),
         {{0, 1}, {0x3FFF, 1}, {0x4000, 1}, {0x3EFFFF, 1}, {0x3F0000, 1}, {0xFFFFFFFF, 1}},
         {},
         {}}},
       "numbers of families of all sizes"},
      {{{VersionId(2'097'151), {{1, 1}}, {}, "2021"},
        {VersionId(2'097'152), {{1, 1}}, {}, "2020"},
        {VersionId(4'294'967'295), {{1, 1}}, {}, "2022"}},
       "high ids, and a wide gap"},
      {{{VersionId(1), {{1, 1}}, {long_name, long_name.substr(0, 199), long_name.substr(0, 199) + "y"}, {}}},
       "long names"},
      {{{VersionId(1), {}, {std::string("A\0b", 3), "A", "A\xFF", std::string("A\0", 2)}, {}}}, "zero bytes"},
      {numbered(1, 3000), "lists of several chunks"},
      {numbered(40'000, 20'000, 3), "long lists with gaps"},
  };
  for (const PostingsBackend& backend : postings_backends)
    for (const Row& row : rows) {
      INFO(backend.name << ": " << row.reason);
      const TemporaryFolder temporary;
      const auto writer = backend.make(temporary / "postings", plenty);
      for (const IndexedVersion& version : row.versions) writer->add(version);
      writer->finish("the marker");
      check_database(temporary / "postings", row.versions, "the marker");
    }
}

TEST_CASE("tables are written directly where the library was tried") {
  const TemporaryFolder temporary;
  const auto writer = make_postings_writer(temporary / "postings", plenty);
  for (const IndexedVersion& version : numbered(1, 10)) writer->add(version);
  writer->finish("marker");
  check_database(temporary / "postings", numbered(1, 10), "marker");
  CHECK(std::filesystem::exists(temporary / "postings" / "flintlock") != writes_postings_directly());  // Xapian's own
}

TEST_CASE("a marker may be empty, or long") {
  for (const PostingsBackend& backend : postings_backends)
    for (const std::string& marker : {std::string(), std::string(1, '\0'), std::string(100'000, 'm')}) {
      INFO(backend.name << ": " << marker.size() << " bytes");
      const TemporaryFolder temporary;
      const auto writer = backend.make(temporary / "postings", plenty);
      writer->finish(marker);
      check_database(temporary / "postings", {}, marker);
    }
}

/// Writes a part of its own, to be copied.
std::filesystem::path part(const PostingsBackend& backend, const TemporaryFolder& folder, const std::string& name,
                           const Versions& versions) {
  const auto path = folder / name;
  const auto writer = backend.make(path, plenty);
  for (const IndexedVersion& version : versions) writer->add(version);
  writer->finish("of " + name);
  return path;
}

TEST_CASE("parts are copied, less their dead versions") {
  struct Part {
    Versions versions;
    std::vector<std::uint32_t> dead;
  };
  struct Row {
    std::vector<Part> before;  ///< copied before versions are added
    Versions added;
    std::vector<Part> after;
    const char* reason;
  };
  std::vector<std::uint32_t> all_of_100;
  for (std::uint32_t id = 1; id <= 100; ++id) all_of_100.push_back(id);
  const Row rows[] = {
      {{{numbered(1, 100), {}}}, {}, {}, "a copy"},
      {{{numbered(1, 100), {1, 2, 50, 100}}}, {}, {}, "some are dead, the first and the last too"},
      {{{numbered(1, 100), all_of_100}}, {}, {}, "all are dead"},
      {{{numbered(1, 100), all_of_100}}, numbered(101, 10), {}, "all are dead, others added"},
      {{{numbered(10, 100, 2), {1, 3, 11, 9999}}}, {}, {}, "dead versions that it does not hold"},
      {{{numbered(1, 100), {}}, {numbered(101, 5000), {102, 5000}}}, numbered(6000, 100), {}, "two, and more added"},
      {{{numbered(1, 100), {7}}}, numbered(101, 100), {{numbered(201, 100), {}}}, "added in between"},
      {{{numbered(301, 10), {}}, {numbered(1, 10), {}}}, numbered(101, 10), {{numbered(201, 10), {205}}}, "any order"},
      {{{{}, {}}}, {}, {{{}, {1}}}, "parts of nothing"},
      {{{numbered(2'097'000, 3000), {2'097'152}}}, {}, {}, "high ids"},
      {{{numbered(1, 9000), {9000}}}, {}, {}, "more than a batch"},
  };
  for (const PostingsBackend& backend : postings_backends)
    for (const Row& row : rows) {
      INFO(backend.name << ": " << row.reason);
      const TemporaryFolder temporary;
      const auto writer = backend.make(temporary / "postings", 1);
      Versions expected;
      int number = 0;
      const auto copy = [&](const std::vector<Part>& parts) {
        for (const Part& each : parts) {
          std::vector<VersionId> dead;
          for (const std::uint32_t id : each.dead) dead.push_back(VersionId(id));
          writer->copy(part(backend, temporary, "part-" + std::to_string(++number), each.versions), dead);
          for (const IndexedVersion& version : each.versions)
            if (!std::binary_search(dead.begin(), dead.end(), version.version)) expected.push_back(version);
        }
      };
      copy(row.before);
      for (const IndexedVersion& version : row.added) {
        writer->add(version);
        expected.push_back(version);
      }
      copy(row.after);
      writer->finish("marker");
      check_database(temporary / "postings", expected, "marker");
    }
}

TEST_CASE("little memory does not show, and nothing is left beside the database") {
  const Versions versions = numbered(1, 5000);
  for (const PostingsBackend& backend : postings_backends)
    for (const std::size_t memory : {std::size_t{1}, std::size_t{100'000}, std::size_t{1} << 20}) {
      INFO(backend.name << ": " << memory);
      const TemporaryFolder temporary;
      {
        const auto writer = backend.make(temporary / "postings", memory);
        for (const IndexedVersion& version : versions) writer->add(version);
        writer->finish("marker");
        check_database(temporary / "postings", versions, "marker");
      }
      for (const auto& entry : std::filesystem::directory_iterator(temporary.path()))
        CHECK(entry.path().filename() == "postings");
    }
}

TEST_CASE("a writer that does not finish leaves no temporary files") {
  for (const PostingsBackend& backend : postings_backends) {
    INFO(backend.name);
    const TemporaryFolder temporary;
    {
      const auto writer = backend.make(temporary / "postings", 1);
      for (const IndexedVersion& version : numbered(1, 5000)) writer->add(version);
    }
    std::filesystem::remove_all(temporary / "postings");
    CHECK(std::filesystem::is_empty(temporary.path()));
  }
}

TEST_CASE("a part that is missing or damaged is refused with a hint to rebuild") {
  for (const PostingsBackend& backend : postings_backends) {
    INFO(backend.name);
    const TemporaryFolder temporary;
    part(backend, temporary, "part", numbered(1, 5));
    const auto refused = [&] {
      const Error error = error_of([&] {
        const auto writer = backend.make(temporary / "postings", plenty);
        writer->copy(temporary / "part", {});
        writer->finish("marker");
      });
      CHECK((error.code() == ErrorCode::bad_data));
      CHECK_THAT(error.hint(), contains_text("rebuild"));
    };
    temporary.write("part/iamglass", std::string(100, 'x'));
    refused();
    std::filesystem::remove_all(temporary / "part");
    refused();
  }
}

TEST_CASE("a database that cannot be made is no bug") {
  for (const PostingsBackend& backend : postings_backends)
    for (const std::size_t memory : {std::size_t{1}, plenty}) {
      INFO(backend.name << ": " << memory);
      const TemporaryFolder temporary;
      temporary.write("file", "x");
      const Error error = error_of([&] {
        const auto writer = backend.make(temporary / "file" / "postings", memory);
        for (const IndexedVersion& version : numbered(1, 5000)) writer->add(version);
        writer->finish("marker");
      });
      CHECK((error.code() == ErrorCode::io));
    }
}

/// Whether writing so many versions where files may not grow throws an Error of input and output.
bool fails_when_full(const PostingsBackend& backend, const std::filesystem::path& database, std::uint32_t count,
                     std::size_t memory) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{30'000, 30'000};
  if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
  const Error error = error_of([&] {
    const auto writer = backend.make(database, memory);
    for (const IndexedVersion& version : numbered(1, count)) writer->add(version);
    writer->finish("marker");
  });
  return error.code() == ErrorCode::io;
}

TEST_CASE("a full disk is an error") {
  struct Row {
    std::uint32_t versions;
    std::size_t memory;
    const char* reason;
  };
  const Row rows[] = {
      {900, plenty, "in the table"},
      {6000, plenty, "in a table of several groups"},
      {6000, 1, "in what is spilled"},
  };
  for (const PostingsBackend& backend : postings_backends)
    for (const Row& row : rows) {
      INFO(backend.name << ": " << row.reason);
      const TemporaryFolder temporary;
      permissions(temporary.path(), std::filesystem::perms::all);
      CHECK(
          holds_for_nobody([&] { return fails_when_full(backend, temporary / "postings", row.versions, row.memory); }));
    }
}

}  // namespace
}  // namespace hemero
