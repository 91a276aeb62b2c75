#include "common/store/index/index_writer.h"

#include <sys/resource.h>

#include <csignal>
#include <set>
#include <string>
#include <vector>

#include "common/store/index/index_reader.h"
#include "common/store/index/segment_builder.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

// Word families that stand for the terms of the tests.
constexpr std::uint32_t all_family = 1;
constexpr std::uint32_t new_family = 2;
constexpr std::uint32_t none_family = 3;
constexpr std::uint32_t mod7_family = 10;   // and the six after it
constexpr std::uint32_t own_family = 1000;  // and those after it

const std::string all = family_term(all_family);

std::string own(std::uint32_t id) { return family_term(own_family + id); }

/// A version whose terms and frequencies depend on its number.
IndexedVersion numbered(std::uint32_t id) {
  return {VersionId(id),
          {{all_family, 1 + id % 3}, {mod7_family + id % 7, 2}, {own_family + id, 1}},
          {"F"},
          "2021" + std::to_string(10 + id % 3)};
}

IndexMarker marker(std::uint64_t seq, const std::string& streams = "streams-000001") {
  return {"uuid", "analyzer", seq, streams, {seq * 10, seq}};
}

/// Writes numbered versions [first, last] and removes some, in one publication.
void publish(const IndexFolder& folder, std::uint32_t first, std::uint32_t last,
             const std::vector<std::uint32_t>& removed = {}, unsigned jobs = 2) {
  IndexWriter writer(folder, IndexWriter::Start::from_current, jobs);
  for (std::uint32_t id = first; id <= last; ++id) writer.add(numbered(id));
  for (const std::uint32_t id : removed) writer.remove(VersionId(id));
  writer.publish(marker(writer.marker().seq + 1));
}

/// Terms and the versions they lead to, with their scores.
std::map<std::string, std::vector<std::pair<VersionId, double>>> postings(const IndexFolder& folder) {
  const IndexReader reader(folder);
  std::map<std::string, std::vector<std::pair<VersionId, double>>> found;
  for (const std::string& term : {all, std::string("F"), family_term(mod7_family), family_term(mod7_family + 3), own(1),
                                  own(2), own(1500), family_term(none_family)})
    found[term] = postings_of(reader, term);
  return found;
}

std::string generation(const IndexFolder& folder) { return folder.current()->filename().string(); }

TEST_CASE("an index says of itself what it was told with the last publication") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary / "index");
  {
    IndexWriter writer(folder, IndexWriter::Start::from_current, 1);
    CHECK(writer.marker().archive.empty());
    CHECK(writer.marker().seq == 0);
    writer.add(numbered(1));
    CHECK_FALSE(folder.current());  // nothing shows before it is published
    writer.publish({"the uuid", "the analyzer", 7, "streams-000003", {123, 45}});
    CHECK(writer.marker().seq == 7);
  }
  const IndexMarker read = IndexReader(folder).marker();
  CHECK(read.archive == "the uuid");
  CHECK(read.analyzer == "the analyzer");
  CHECK(read.seq == 7);
  CHECK(read.streams == "streams-000003");
  CHECK(read.extent.bytes == 123);
  CHECK(read.extent.versions == 45);
  CHECK(IndexWriter(folder, IndexWriter::Start::from_current, 1).marker().seq == 7);
}

TEST_CASE("an index of nothing can be published, read and added to") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 0);
  CHECK(IndexReader(folder).versions() == 0);
  publish(folder, 1, 1200);
  CHECK(IndexReader(folder).versions() == 1200);
}

TEST_CASE("a few versions go into the generation that is there, many make a new one") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 10);
  const std::string first = generation(folder);
  publish(folder, 11, 1010);
  CHECK(generation(folder) == first);
  CHECK(IndexReader(folder).versions() == 1010);
  publish(folder, 1011, 2011);
  CHECK(generation(folder) != first);
  CHECK(IndexReader(folder).versions() == 2011);
  CHECK_FALSE(std::filesystem::exists(temporary / first));
  CHECK_FALSE(std::filesystem::exists(temporary / "building"));
}

TEST_CASE("the way an index was made does not show: same hits, same scores") {
  struct Way {
    std::vector<std::uint32_t> ends;  ///< the last version of each publication
    unsigned jobs;
    const char* reason;
  };
  const Way ways[] = {
      {{5000}, 1, "all at once, groups of 2000"},
      {{5000}, 4, "the same by four threads"},
      {{900, 1800, 2700, 3600, 4500, 5000}, 1, "in place, little by little"},
      {{3000, 3500, 5000}, 3, "mixed"},
  };
  std::map<std::string, std::vector<std::pair<VersionId, double>>> expected;
  for (const Way& way : ways) {
    INFO(way.reason);
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary.path());
    std::uint32_t first = 1;
    for (const std::uint32_t last : way.ends) publish(folder, std::exchange(first, last + 1), last, {}, way.jobs);
    const auto found = postings(folder);
    CHECK(found.at(all).size() == 5000);
    CHECK(found.at(family_term(mod7_family + 3)).size() == 714);
    CHECK(found.at(family_term(none_family)).empty());
    if (expected.empty()) expected = found;
    CHECK((found == expected));
  }
}

TEST_CASE("removed versions are gone, in place and in a new generation") {
  for (const std::uint32_t added_later : {10U, 1500U}) {
    INFO(added_later);
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary.path());
    publish(folder, 1, 100);
    publish(folder, 101, 100 + added_later, {1, 2, 50, 101});
    const IndexReader reader(folder);
    CHECK(reader.versions() == 100 + added_later - 4);
    CHECK(reader.frequency(own(2)) == 0);
    CHECK(reader.frequency(own(3)) == 1);
    CHECK(reader.frequency(own(101)) == 0);  // added and removed in one go
    CHECK(reader.frequency(own(102)) == 1);
  }
}

TEST_CASE("removing what is not there, or twice, does no harm: a replayed batch does it") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 5);
  publish(folder, 6, 6, {2, 2, 77});
  publish(folder, 7, 7, {2});
  CHECK(IndexReader(folder).versions() == 6);
}

TEST_CASE("all versions can be removed, and others added after them") {
  for (const std::uint32_t added_later : {1U, 1500U}) {
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary.path());
    publish(folder, 1, 3);
    publish(folder, 4, 3, {1, 2, 3});
    CHECK(IndexReader(folder).versions() == 0);
    publish(folder, 4, 3 + added_later);
    CHECK(IndexReader(folder).versions() == added_later);
  }
}

TEST_CASE("adding a version again replaces it") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 5);
  publish(folder, 5, 5);
  CHECK(IndexReader(folder).versions() == 5);
  CHECK(IndexReader(folder).frequency(own(5)) == 1);
}

TEST_CASE("starting from nothing replaces everything") {
  for (const std::uint32_t last : {3U, 1500U}) {
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary.path());
    publish(folder, 1, 100);
    {
      IndexWriter writer(folder, IndexWriter::Start::from_nothing, 1);
      CHECK(writer.marker().archive.empty());
      for (std::uint32_t id = 1; id <= last; ++id) writer.add({VersionId(id), {{new_family, 1}}, {}, {}});
      writer.publish(marker(9));
    }
    const IndexReader reader(folder);
    CHECK(reader.versions() == last);
    CHECK(reader.frequency(all) == 0);
    CHECK(reader.frequency(family_term(new_family)) == last);
  }
}

TEST_CASE("one writer publishes several times") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  IndexWriter writer(folder, IndexWriter::Start::from_nothing, 1);
  std::uint32_t id = 0;
  for (const std::uint32_t count : {5U, 3U, 1200U, 2U}) {
    for (std::uint32_t i = 0; i < count; ++i) writer.add(numbered(++id));
    writer.publish(marker(id));
    CHECK(IndexReader(folder).versions() == id);
    CHECK(IndexReader(folder).marker().seq == id);
  }
}

TEST_CASE("a writer that goes without publishing leaves the index as it was") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 5);
  for (const std::uint32_t last : {10U, 3000U}) {
    IndexWriter writer(folder, IndexWriter::Start::from_current, 2);
    for (std::uint32_t id = 6; id <= last; ++id) writer.add(numbered(id));
    writer.remove(VersionId(1));
  }
  CHECK(IndexReader(folder).versions() == 5);
  CHECK_FALSE(std::filesystem::exists(temporary / "building"));
}

TEST_CASE("a reader of an older generation goes on, or is told to open again") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 10);
  const IndexReader reader(folder);
  publish(folder, 11, 2000);  // the generation that the reader has open is removed
  CHECK(postings_of(reader, all).size() == 10);
  CHECK(IndexReader(folder).versions() == 2000);
}

TEST_CASE("a reader whose blocks were written again is told so, never answered wrongly") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 800);
  const IndexReader reader(folder);
  std::uint32_t last = 800;
  for (int run = 0; run < 4; ++run, ++last) publish(folder, last + 1, last + 1);
  std::size_t found = 800;
  std::uint64_t frequency = 1;
  try {
    found = postings_of(reader, all).size();
    frequency = reader.frequency(own(3));
  } catch (const IndexChanged&) {
    SUCCEED("told to open again");
  }
  CHECK(found == 800);
  CHECK(frequency == 1);
}

TEST_CASE("a damaged or missing index is refused with a hint to rebuild") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 5);
  const auto generation = *folder.current();
  const auto refused = [&] {
    for (const Error& error : {error_of([&] { IndexReader{folder}; }),
                               error_of([&] { IndexWriter(folder, IndexWriter::Start::from_current, 1); })}) {
      INFO(error.message());
      CHECK((error.code() == ErrorCode::bad_data));
      CHECK_THAT(error.hint(), contains_text("rebuild"));
    }
  };
  temporary.write(generation.filename().string() + "/iamglass", std::string(100, 'x'));
  refused();
  std::filesystem::remove(generation / "postlist.glass");
  refused();
  std::filesystem::remove_all(generation);
  refused();
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
  CHECK((error_of([&] { IndexWriter(folder, IndexWriter::Start::from_current, 1); }).code() == ErrorCode::io));
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
  for (const std::uint32_t last : {900U, 6000U}) {
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

SegmentBuilder::Group group(std::uint32_t first, std::uint32_t count) {
  SegmentBuilder::Group versions;
  for (std::uint32_t id = first; id < first + count; ++id) versions.push_back(numbered(id));
  return versions;
}

TEST_CASE("rows of 64 segments are merged as they come, and ids stay in order") {
  const TemporaryFolder temporary;
  SegmentBuilder builder(temporary / "building", 3);
  constexpr std::uint32_t groups = 200;
  for (std::uint32_t i = 0; i < groups; ++i) builder.add(group(1 + i * 3, 3));
  const auto paths = builder.finish();
  CHECK(paths.size() <= groups - 63);  // one row at least; the last ones may be complete too late
  CHECK(std::is_sorted(paths.begin(), paths.end()));
  for (const auto& path : paths) CHECK(std::filesystem::exists(path));
}

TEST_CASE("a builder leaves nothing behind, whether it finished or not") {
  const TemporaryFolder temporary;
  temporary.write("building/left by a killed run", "x");
  {
    SegmentBuilder builder(temporary / "building", 2);
    CHECK_FALSE(std::filesystem::exists(temporary / "building" / "left by a killed run"));
    builder.add(group(1, 100));
  }
  CHECK_FALSE(std::filesystem::exists(temporary / "building"));
}

TEST_CASE("the error of a building thread reaches the caller") {
  const TemporaryFolder temporary;
  SegmentBuilder builder(temporary / "building", 2);
  std::filesystem::remove_all(temporary / "building");
  temporary.write("building", "a file stands where the folder was");
  const Error error = error_of([&] {
    for (std::uint32_t i = 0; i < 50; ++i) builder.add(group(1 + i, 1));
    builder.finish();
  });
  CHECK((error.code() != ErrorCode::bug));
}

}  // namespace
}  // namespace hemero
