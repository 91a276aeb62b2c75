#include "common/store/index/match_counter.h"

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "common/store/index/index_format.h"
#include "common/store/index/index_writer.h"
#include "tests/unit/store/temporary_folder.h"

// Counting by sets of versions is counting what the index finds.

namespace hemero {
namespace {

using Kind = CandidateQuery::Kind;

constexpr std::size_t memory = 1 << 20;   ///< of writers, in bytes
constexpr std::uint32_t versions = 9000;  // three blocks
constexpr std::uint32_t families = 12;    // number n is in every n-th version or so

/// Holds for two versions of three.
class SomeVersions : public CandidateCheck {
 public:
  bool holds(std::uint32_t check, VersionId version) override {
    ++asked;
    return (static_cast<std::uint32_t>(version) + check) % 3 != 0;
  }

  std::size_t asked = 0;
};

class Index {
 public:
  Index() : folder_(temporary_.path()) {
    IndexWriter writer(folder_, {}, memory);
    std::mt19937 random(3);
    for (std::uint32_t id = 1; id <= versions; ++id) {
      IndexedVersion version;
      version.version = VersionId(id);
      for (std::uint32_t family = 1; family <= families; ++family)
        if (random() % family == 0) version.families.emplace_back(family, 1);
      if (id % 50 != 0) writer.add(std::move(version), {});  // ids may be missing
    }
    writer.publish(1, {});
    reader_ = std::make_unique<IndexReader>(folder_);
  }

  std::uint64_t found(const CandidateQuery& query) {
    SomeVersions check;
    return reader_->search({query, &check, {}, 0, 1, versions}).total;
  }

  IndexCount counted(const CandidateQuery& query, CandidateCheck& check, std::chrono::milliseconds time) {
    return reader_->count(query, &check, std::chrono::steady_clock::now() + time);
  }

 private:
  TemporaryFolder temporary_;
  IndexFolder folder_;
  std::unique_ptr<IndexReader> reader_;
};

/// Some of the versions that there are: most of a stretch, or a few all over.
CandidateQuery some_listed(std::mt19937& random) {
  const auto first = static_cast<std::uint32_t>(1 + random() % versions);
  const auto step = static_cast<std::uint32_t>(1 + random() % 700);
  std::vector<VersionId> listed;
  for (std::uint32_t id = first; id <= versions; id += step)
    if (id % 50 != 0) listed.push_back(VersionId(id));
  return CandidateQuery::of_versions(std::move(listed));
}

/// A random query of some depth.
CandidateQuery random_query(std::mt19937& random, int depth) {
  if (depth == 0 || random() % 4 == 0) {
    if (random() % 8 == 0) return some_listed(random);
    if (random() % 12 == 0) return random() % 2 == 0 ? CandidateQuery{} : CandidateQuery::everything();
    return CandidateQuery::of_term(family_term(static_cast<std::uint32_t>(1 + random() % (families + 2))));
  }
  const auto child = [&] { return random_query(random, depth - 1); };
  switch (random() % 5) {
    case 0:
      return CandidateQuery::checked(static_cast<std::uint32_t>(random() % 3), child());
    case 1:
      return CandidateQuery::scaled(0.5, child());
    case 2:
      return CandidateQuery::fixed(2, child());
    default:
      break;
  }
  static const Kind kinds[] = {Kind::all, Kind::any, Kind::best, Kind::except, Kind::maybe, Kind::filter};
  const Kind kind = kinds[random() % std::size(kinds)];
  std::vector<CandidateQuery> children{child(), child()};
  if (random() % 2 == 0) children.push_back(child());
  return CandidateQuery::group(kind, std::move(children));
}

TEST_CASE("as many are counted as the index finds") {
  Index index;
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    INFO("round " << round);
    const CandidateQuery query = random_query(random, 3);
    SomeVersions check;
    const IndexCount count = index.counted(query, check, std::chrono::hours(1));
    CHECK(count.exact);
    CHECK(count.matches == index.found(query));
    CHECK(count.texts == count.matches);
  }
}

TEST_CASE("a synonym is any of its terms") {
  Index index;
  SomeVersions check;
  const auto of_families = [](Kind kind) {
    return CandidateQuery::group(kind,
                                 {CandidateQuery::of_term(family_term(5)), CandidateQuery::of_term(family_term(7))});
  };
  CHECK(index.counted(of_families(Kind::synonym), check, std::chrono::hours(1)).matches ==
        index.counted(of_families(Kind::any), check, std::chrono::hours(1)).matches);
}

TEST_CASE("only candidates of a rare term are checked beside a frequent one") {
  Index index;
  SomeVersions check;
  const CandidateQuery rare = CandidateQuery::of_term(family_term(families));
  index.counted(
      CandidateQuery::group(Kind::all, {CandidateQuery::checked(0, CandidateQuery::of_term(family_term(1))), rare}),
      check, std::chrono::hours(1));
  CHECK(check.asked == index.found(rare));
}

TEST_CASE("a count ends with its time") {
  Index index;
  SomeVersions check;
  const IndexCount none = index.counted(CandidateQuery::everything(), check, std::chrono::milliseconds(-1));
  CHECK_FALSE(none.exact);
  CHECK(none.matches == 0);
}

}  // namespace
}  // namespace hemero
