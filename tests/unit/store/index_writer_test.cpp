#include "common/store/index/index_writer.h"

#include <sys/stat.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/store/index/index_reader.h"
#include "tests/unit/store/numbered_index.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

/// What a reader can see of an index.
struct Seen {
  std::map<std::string, std::vector<std::pair<VersionId, double>>> postings;  ///< with their scores
  std::map<std::string, std::uint64_t> frequencies;
  std::map<std::string, std::uint64_t> counts;
  std::map<std::string, std::size_t> filtered;  ///< of all, among those with the term
  std::map<std::string, std::size_t> excepted;  ///< of all, but for those with it
  std::uint64_t versions = 0;
  double mean_length = 0;
  std::string last_date;
  std::map<std::uint32_t, std::string> dates;
  std::map<std::uint32_t, std::string> streams;

  bool operator==(const Seen&) const = default;
};

/// How many versions match all of them, filtered by a term or less those that hold it.
std::size_t matches_of(const IndexReader& reader, CandidateQuery::Kind kind, const std::string& term) {
  IndexRequest request;
  request.query = CandidateQuery::group(kind, {CandidateQuery::of_term(all), CandidateQuery::of_term(term)});
  request.limit = 100'000;
  return reader.search(request).hits.size();
}

constexpr auto latest = std::chrono::steady_clock::time_point::max();

Seen look(const IndexFolder& folder, std::uint32_t last) {
  const IndexReader reader(folder);
  const TokenStreamReader streams(stream_files(reader.list(), folder.path()));
  Seen seen;
  for (const std::string& term : {all, std::string("F"), family_term(mod7_family), family_term(mod7_family + 3), own(1),
                                  own(2), own(1500), family_term(none_family)}) {
    seen.postings[term] = postings_of(reader, term);
    seen.frequencies[term] = reader.frequency(term);
    seen.counts[term] = reader.count(CandidateQuery::of_term(term), nullptr, latest).matches;
    seen.filtered[term] = matches_of(reader, CandidateQuery::Kind::filter, term);
    seen.excepted[term] = matches_of(reader, CandidateQuery::Kind::except, term);
  }
  seen.versions = reader.versions();
  seen.mean_length = reader.mean_length();
  seen.last_date = reader.last_date();
  for (const auto& [version, score] : seen.postings[all]) {
    const auto id = static_cast<std::uint32_t>(version);
    REQUIRE(id <= last);
    seen.dates[id] = reader.date(version);
    seen.streams[id] = streams.codes(version);
  }
  return seen;
}

std::vector<std::string> parts(const IndexFolder& folder) {
  std::vector<std::string> names;
  const PartList list = *folder.list();
  for (const Part& part : list.parts) names.push_back(part.folder);
  return names;
}

TEST_CASE("an index says of itself what it was told with the last publication") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary / "index");
  {
    IndexWriter writer(folder, {.archive = "the uuid", .analyzer = "the analyzer"}, 1 << 20);
    writer.add(numbered(1), codes_of(1));
    CHECK_FALSE(folder.list());  // nothing shows before it is published
    writer.publish(7, encode_clusters({{VersionId(1), VersionId(1)}}));
    CHECK(writer.list().batch == 7);
  }
  const IndexReader reader(folder);
  CHECK(reader.list().archive == "the uuid");
  CHECK(reader.list().analyzer == "the analyzer");
  CHECK(reader.list().batch == 7);
  CHECK(reader.copies().cluster(VersionId(1)) != nullptr);
  CHECK(reader.copies().cluster(VersionId(2)) == nullptr);
}

TEST_CASE("an index of nothing can be published, read and added to") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 0);
  const IndexReader reader(folder);
  CHECK(reader.versions() == 0);
  CHECK(reader.mean_length() == 0);
  CHECK(reader.last_date().empty());
  CHECK(postings_of(reader, all).empty());
  publish(folder, 1, 1200);
  CHECK(IndexReader(folder).versions() == 1200);
}

TEST_CASE("what is new becomes a part of its own beside a larger one, whose files stay") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 2000);
  REQUIRE(parts(folder) == std::vector<std::string>{"part-000001"});
  const auto inode = [&] {
    struct stat status {};
    REQUIRE(::stat((temporary / "part-000001/postlist.glass").c_str(), &status) == 0);
    return std::pair(status.st_ino, status.st_mtim.tv_nsec);
  };
  const auto before = inode();
  publish(folder, 2001, 2010);
  CHECK(parts(folder) == std::vector<std::string>{"part-000001", "part-000002"});
  publish(folder, 2011, 2020, {5});
  CHECK(parts(folder) == std::vector<std::string>{"part-000001", "part-000003"});
  CHECK(before == inode());
  CHECK_FALSE(std::filesystem::exists(temporary / "part-000002"));
  CHECK(IndexReader(folder).versions() == 2019);
}

TEST_CASE("the way an index was made does not show") {
  struct Way {
    Ids ends;  ///< the last version of each publication
    const char* reason;
  };
  const Way ways[] = {
      {{5000}, "all at once"},
      {{900, 1800, 2700, 3600, 4500, 5000}, "little by little"},
      {{3000, 3500, 5000}, "mixed"},
      {{4800, 4900, 4990, 4999, 5000}, "less and less"},
  };
  std::optional<Seen> expected;
  for (const Way& way : ways) {
    INFO(way.reason);
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary.path());
    std::uint32_t first = 1;
    for (const std::uint32_t last : way.ends) publish(folder, std::exchange(first, last + 1), last);
    const Seen seen = look(folder, 5000);
    CHECK(seen.postings.at(all).size() == 5000);
    CHECK(seen.postings.at(family_term(mod7_family + 3)).size() == 714);
    CHECK(seen.postings.at(family_term(none_family)).empty());
    if (!expected) expected = seen;
    CHECK((seen == *expected));
  }
}

TEST_CASE("what was added, removed and merged at random is what is left, built at once") {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    INFO(seed);
    std::mt19937 random(seed);
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary / "random");
    std::set<std::uint32_t> living;
    std::uint32_t last = 0;
    for (int round = 0; round < 25; ++round) {
      const auto first =
          static_cast<std::uint32_t>(last + 1 + random() % 3);  // versions that were never indexed leave gaps
      const std::uint32_t added = std::vector<std::uint32_t>{0, 1, 10, 300, 1500}[random() % 5];
      if (added > 0) last = first + added - 1;
      for (std::uint32_t id = first; id <= last; ++id) living.insert(id);
      Ids removed;
      for (const std::uint32_t id : living)
        if (random() % 30 == 0) removed.push_back(id);
      for (const std::uint32_t id : removed) living.erase(id);
      publish(folder, first, last, removed);
    }
    const IndexFolder fresh(temporary / "fresh");
    IndexWriter writer = open(fresh);
    for (const std::uint32_t id : living) writer.add(numbered(id), codes_of(id));
    writer.publish(1, {});
    CHECK((look(folder, last) == look(fresh, last)));
    CHECK(folder.leftovers(*folder.list()) == 0);
  }
}

TEST_CASE("terms that all versions of a part hold can be counted and filtered by") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 35'000);
  publish(folder, 35'001, 45'500);  // Xapian's list of all documents begins behind a gap and has many chunks
  const IndexReader reader(folder);
  CHECK(reader.count(CandidateQuery::of_term("F"), nullptr, latest).matches == 45'500);
  CHECK(matches_of(reader, CandidateQuery::Kind::filter, "F") == 45'500);
  CHECK(matches_of(reader, CandidateQuery::Kind::except, "F") == 0);
}

TEST_CASE("removed versions are gone, from old parts, merged ones and the new one") {
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

TEST_CASE("a part of which more than a tenth is dead is written anew") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 2000);
  Ids tenth;
  for (std::uint32_t id = 1; id <= 200; ++id) tenth.push_back(id);
  publish(folder, 2001, 2000, tenth);
  CHECK(parts(folder) == std::vector<std::string>{"part-000001"});
  CHECK(folder.list()->parts.front().dead == "dead-000001");
  publish(folder, 2001, 2000, {1000});
  CHECK(parts(folder) == std::vector<std::string>{"part-000002"});
  CHECK(folder.list()->parts.front().dead.empty());
  CHECK(folder.list()->parts.front().versions == 1799);
  CHECK(IndexReader(folder).versions() == 1799);
  CHECK_FALSE(std::filesystem::exists(temporary / "dead-000001"));
}

TEST_CASE("removing what is not there, or twice, does no harm: a replayed batch does it") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 20);
  publish(folder, 21, 21, {2, 2, 77});
  publish(folder, 22, 22, {2});
  CHECK(IndexReader(folder).versions() == 21);
  CHECK(IndexReader(folder).frequency(all) == 21);
}

TEST_CASE("all versions can be removed, and others added after them") {
  for (const std::uint32_t added_later : {1U, 1500U}) {
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary.path());
    publish(folder, 1, 3);
    publish(folder, 4, 3, {1, 2, 3});
    CHECK(IndexReader(folder).versions() == 0);
    CHECK(folder.list()->parts.empty());
    publish(folder, 4, 3 + added_later);
    CHECK(IndexReader(folder).versions() == added_later);
  }
}

TEST_CASE("starting from nothing replaces everything") {
  for (const std::uint32_t last : {3U, 1500U}) {
    const TemporaryFolder temporary;
    const IndexFolder folder(temporary.path());
    publish(folder, 1, 100);
    {
      IndexWriter writer(folder, {.archive = "uuid", .analyzer = "analyzer"}, 1 << 20);
      for (std::uint32_t id = 1; id <= last; ++id) writer.add({VersionId(id), {{new_family, 1}}, {}, {}}, "x");
      writer.publish(9, {});
    }
    const IndexReader reader(folder);
    CHECK(reader.versions() == last);
    CHECK(reader.frequency(all) == 0);
    CHECK(reader.frequency(family_term(new_family)) == last);
    CHECK(folder.leftovers(reader.list()) == 0);
  }
}

TEST_CASE("one writer publishes several times") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  IndexWriter writer = open(folder);
  std::uint32_t id = 0;
  for (const std::uint32_t count : {5U, 3U, 1200U, 2U}) {
    for (std::uint32_t i = 0; i < count; ++i) {
      ++id;
      writer.add(numbered(id), codes_of(id));
    }
    writer.publish(id, {});
    CHECK(IndexReader(folder).versions() == id);
    CHECK(IndexReader(folder).list().batch == id);
  }
}

TEST_CASE("a writer that goes without publishing leaves the index as it was") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 5);
  for (const std::uint32_t last : {10U, 3000U}) {
    IndexWriter writer = open(folder);
    for (std::uint32_t id = 6; id <= last; ++id) writer.add(numbered(id), codes_of(id));
    writer.remove(numbered(1));
  }
  CHECK(IndexReader(folder).versions() == 5);
  publish(folder, 6, 6);
  CHECK(IndexReader(folder).versions() == 6);
  CHECK(folder.leftovers(*folder.list()) == 0);
}

TEST_CASE("a writer reads the token streams of all that it holds, published or not") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 1500);
  IndexWriter writer = open(folder);
  CHECK(writer.streams().codes(VersionId(7)) == codes_of(7));
  writer.add(numbered(1501), codes_of(1501));
  CHECK(writer.streams().codes(VersionId(7)) == codes_of(7));
  CHECK(writer.streams().codes(VersionId(1501)) == codes_of(1501));
}

TEST_CASE("a reader goes on with what it opened, whatever is published meanwhile") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  publish(folder, 1, 10);
  const IndexReader reader(folder);
  std::uint32_t last = 10;
  for (const std::uint32_t added : {1U, 1U, 2000U, 1U}) {  // parts that the reader has open are removed
    publish(folder, last + 1, last + added, {last});
    last += added;
  }
  CHECK(postings_of(reader, all).size() == 10);
  CHECK(reader.frequency(own(3)) == 1);
  CHECK(IndexReader(folder).versions() == last - 4);
}

}  // namespace
}  // namespace hemero
