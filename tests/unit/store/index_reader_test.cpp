#include "common/store/index/index_reader.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "common/store/index/index_format.h"
#include "common/store/index/index_writer.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Kind = CandidateQuery::Kind;
using Ids = std::vector<std::uint32_t>;

constexpr std::size_t memory = 1 << 20;  ///< of writers, in bytes

struct Document {
  const char* terms;  ///< letters; a letter twice is a frequency of two
  const char* date;
};

// Version 1 is the first row.
const Document documents[] = {
    {"a", "2021"},   {"b", "20210811"}, {"ab", ""},        {"aab", "202108111803"},
    {"abc", "2019"}, {"c", ""},         {"d", "20200101"},
};

std::uint32_t family(char name) { return static_cast<std::uint32_t>(name); }

class Index {
 public:
  Index() : folder_(temporary_.path()) {
    IndexWriter writer(folder_, {}, memory);
    std::uint32_t id = 0;
    for (const Document& document : documents) {
      IndexedVersion version{VersionId(++id), {}, {}, document.date};
      for (const char* term = document.terms; *term != '\0'; ++term) version.families.emplace_back(family(*term), 1);
      writer.add(std::move(version), {});
    }
    writer.publish(1, {});
  }

  IndexPage search(IndexRequest request) const { return IndexReader(folder_).search(request); }

 private:
  TemporaryFolder temporary_;
  IndexFolder folder_;
};

Ids ids(const IndexPage& page) {
  Ids found;
  for (const IndexHit& hit : page.hits) found.push_back(static_cast<std::uint32_t>(hit.version));
  return found;
}

Ids sorted(Ids found) {
  std::sort(found.begin(), found.end());
  return found;
}

CandidateQuery term(const char* name) { return CandidateQuery::of_term(family_term(family(*name))); }

CandidateQuery group(Kind kind, std::vector<CandidateQuery> children) {
  return CandidateQuery::group(kind, std::move(children));
}

IndexRequest request(CandidateQuery query) {
  IndexRequest request;
  request.query = std::move(query);
  request.count_at_least = 100;
  return request;
}

TEST_CASE("every kind of query finds its candidates") {
  struct Row {
    CandidateQuery query;
    Ids found;
    const char* reason;
  };
  const Row rows[] = {
      {CandidateQuery{}, {}, "nothing"},
      {CandidateQuery::everything(), {1, 2, 3, 4, 5, 6, 7}, "everything"},
      {term("a"), {1, 3, 4, 5}, "a term"},
      {term("none"), {}, "an unknown term"},
      {group(Kind::all, {term("a"), term("b")}), {3, 4, 5}, "all"},
      {group(Kind::all, {term("a"), term("none")}), {}, "all with an unknown one"},
      {group(Kind::any, {term("c"), term("d")}), {5, 6, 7}, "any"},
      {group(Kind::any, {term("none"), term("d")}), {7}, "any with an unknown one"},
      {group(Kind::synonym, {term("c"), term("d")}), {5, 6, 7}, "synonym"},
      {group(Kind::except, {term("a"), term("b")}), {1}, "except"},
      {group(Kind::except, {term("a"), term("c"), term("none")}), {1, 3, 4}, "except several"},
      {group(Kind::except, {CandidateQuery::everything(), term("a")}), {2, 6, 7}, "everything except"},
      {group(Kind::filter, {term("a"), term("b")}), {3, 4, 5}, "filter"},
      {group(Kind::filter, {term("a"), term("b"), term("c")}), {5}, "two filters"},
      {group(Kind::filter, {CandidateQuery::everything(), group(Kind::any, {term("c"), term("d")})}),
       {5, 6, 7},
       "a filter of a group"},
      {group(Kind::all, {}), {}, "all of nothing"},
      {group(Kind::any, {}), {}, "any of nothing"},
      {group(Kind::all, {term("a")}), {1, 3, 4, 5}, "all of one"},
      {group(Kind::all, {group(Kind::any, {term("a"), term("d")}), group(Kind::except, {term("b"), term("c")})}),
       {3, 4},
       "a tree"},
  };
  const Index index;
  for (const Row& row : rows) {
    INFO(row.reason);
    const IndexPage page = index.search(request(row.query));
    CHECK(sorted(ids(page)) == row.found);
    CHECK(page.total == row.found.size());
    CHECK(page.exact);
  }
}

double score(const Index& index, const CandidateQuery& query, std::uint32_t id) {
  const IndexPage page = index.search(request(query));
  const auto hit = std::find_if(page.hits.begin(), page.hits.end(),
                                [&](const IndexHit& each) { return each.version == VersionId(id); });
  REQUIRE(hit != page.hits.end());
  return hit->score;
}

TEST_CASE("scores: any adds up, a filter and an exclusion add nothing, a synonym counts once") {
  const Index index;
  const double a = score(index, term("a"), 3);
  const double b = score(index, term("b"), 3);
  CHECK(a > 0);
  CHECK(score(index, group(Kind::any, {term("a"), term("b")}), 3) == a + b);
  CHECK(score(index, group(Kind::all, {term("a"), term("b")}), 3) == a + b);
  CHECK(score(index, group(Kind::filter, {term("a"), term("b")}), 3) == a);
  CHECK(score(index, group(Kind::except, {term("a"), term("c")}), 3) == a);
  CHECK(score(index, group(Kind::synonym, {term("a"), term("b")}), 3) < a + b);
  CHECK(score(index, term("a"), 4) > score(index, term("a"), 5));  // more often in as long a text
  CHECK(score(index, CandidateQuery::everything(), 3) == 0);
}

TEST_CASE("a score is the same to the last bit in whatever order terms are asked") {
  const Index index;
  std::vector<std::string> names{"a", "b", "c"};
  do {
    std::vector<CandidateQuery> terms;
    for (const std::string& name : names) terms.push_back(CandidateQuery::scaled(1.0 / 3, term(name.c_str())));
    const double scaled = score(index, group(Kind::any, terms), 5);
    CHECK(scaled == score(index, group(Kind::any, {terms[2], terms[0], terms[1]}), 5));
    CHECK(std::ldexp(scaled, 24) == std::floor(std::ldexp(scaled, 24)));  // a multiple of 2^-24
  } while (std::next_permutation(names.begin(), names.end()));
}

TEST_CASE("the best of several, whose last version is the same, is found in an index of two parts") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  for (const std::uint32_t last : {1'001U, 1'010U}) {  // so many that the first part stays as it is
    IndexWriter writer(folder, folder.list().value_or(PartList()), memory);
    for (std::uint32_t id = last < 1'002 ? 1 : 1'002; id <= last; ++id)
      writer.add({VersionId(id), {{family('a'), 1}, {family('b'), 1}}, {}, "2021"}, {});
    writer.publish(last, {});
  }
  const IndexReader reader(folder);
  REQUIRE(reader.list().parts.size() == 2);
  const auto both = group(Kind::all, {term("a"), term("b")});
  const CandidateQuery queries[] = {
      group(Kind::best, {both, group(Kind::synonym, {both})}),
      group(Kind::best, {term("a"), term("b"), term("none")}),
      group(Kind::any, {group(Kind::best, {both, both}), group(Kind::best, {term("none"), term("none")})}),
      group(Kind::except, {group(Kind::best, {both, both}), group(Kind::best, {term("none"), term("none")})}),
  };
  for (const CandidateQuery& query : queries)
    for (const std::size_t limit : {3U, 2'000U}) {
      IndexRequest asked = request(query);
      asked.count_at_least = 0;
      asked.limit = limit;
      CHECK(reader.search(asked).hits.size() == std::min<std::size_t>(limit, 1'010));
    }
}

/// Holds for the versions of each check's set, and remembers what it was asked.
class SetCheck : public CandidateCheck {
 public:
  explicit SetCheck(std::vector<std::set<std::uint32_t>> sets) : sets_(std::move(sets)) {}

  bool holds(std::uint32_t check, VersionId version) override {
    asked.insert(static_cast<std::uint32_t>(version));
    return sets_.at(check).contains(static_cast<std::uint32_t>(version));
  }

  std::set<std::uint32_t> asked;

 private:
  std::vector<std::set<std::uint32_t>> sets_;
};

TEST_CASE("checks decide about candidates, and only about them") {
  struct Row {
    CandidateQuery query;
    Ids found;
    std::set<std::uint32_t> may_ask;
    const char* reason;
  };
  const auto checked = [](std::uint32_t check, CandidateQuery child) {
    return CandidateQuery::checked(check, std::move(child));
  };
  // Check 0 holds for even versions, check 1 for those from 4 on.
  const Row rows[] = {
      {checked(0, term("a")), {4}, {1, 3, 4, 5}, "a term"},
      {checked(1, term("a")), {4, 5}, {1, 3, 4, 5}, "another check"},
      {checked(0, checked(1, term("b"))), {4}, {2, 3, 4, 5}, "a check of a check"},
      {checked(0, CandidateQuery::everything()), {2, 4, 6}, {1, 2, 3, 4, 5, 6, 7}, "everything"},
      {group(Kind::any, {checked(0, term("a")), term("d")}), {4, 7}, {1, 3, 4, 5}, "any"},
      {group(Kind::all, {checked(0, term("a")), term("b")}), {4}, {1, 3, 4, 5}, "all"},
      {group(Kind::except, {term("a"), checked(0, term("b"))}), {1, 3, 5}, {2, 3, 4, 5}, "except what is checked"},
      {group(Kind::except, {checked(1, term("a")), term("c")}), {4}, {1, 3, 4, 5}, "checked, except"},
      {group(Kind::filter, {term("a"), checked(0, term("b"))}), {4}, {2, 3, 4, 5}, "a filter that is checked"},
      {checked(0, term("none")), {}, {}, "no candidate"},
      {group(Kind::any, {checked(0, term("a")), checked(1, term("c"))}), {4, 5, 6}, {1, 3, 4, 5, 6}, "two checks"},
  };
  const Index index;
  for (const Row& row : rows) {
    INFO(row.reason);
    SetCheck check({{2, 4, 6}, {4, 5, 6, 7}});
    IndexRequest asked = request(row.query);
    asked.check = &check;
    const IndexPage page = index.search(asked);
    CHECK(sorted(ids(page)) == row.found);
    CHECK(page.total <= row.found.size());
    CHECK((!page.exact || page.total == row.found.size()));
    CHECK(std::includes(row.may_ask.begin(), row.may_ask.end(), check.asked.begin(), check.asked.end()));
  }
}

TEST_CASE("a check does not change the score") {
  const Index index;
  SetCheck check({{3, 4, 5}});
  IndexRequest checked = request(CandidateQuery::checked(0, term("a")));
  checked.check = &check;
  for (const IndexHit& hit : index.search(checked).hits)
    CHECK(hit.score == score(index, term("a"), static_cast<std::uint32_t>(hit.version)));
}

TEST_CASE("what a check throws comes out of the search") {
  struct Stopping : CandidateCheck {
    bool holds(std::uint32_t, VersionId) override { throw Error(ErrorCode::io, "stop"); }
  };
  const Index index;
  Stopping stopping;
  IndexRequest checked = request(CandidateQuery::checked(0, term("a")));
  checked.check = &stopping;
  CHECK(error_of([&] { index.search(checked); }).message() == "stop");
}

TEST_CASE("hits are sorted by relevance, or by date with the undated last") {
  const Index index;
  IndexRequest all = request(CandidateQuery::everything());
  CHECK(ids(index.search(all)) == Ids{1, 2, 3, 4, 5, 6, 7});  // equal scores: in the order of versions
  all.order = SortOrder::newest;
  CHECK(ids(index.search(all)) == Ids{4, 2, 1, 7, 5, 3, 6});
  all.order = SortOrder::oldest;
  CHECK(ids(index.search(all)) == Ids{5, 7, 1, 2, 4, 3, 6});
  IndexRequest a = request(term("a"));
  const IndexPage page = index.search(a);
  CHECK(std::is_sorted(page.hits.begin(), page.hits.end(),
                       [](const IndexHit& left, const IndexHit& right) { return left.score > right.score; }));
}

TEST_CASE("pages follow one another without gap or overlap") {
  const Index index;
  for (const SortOrder order : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
    IndexRequest whole = request(group(Kind::any, {term("a"), term("b"), term("c"), term("d")}));
    whole.order = order;
    const Ids expected = ids(index.search(whole));
    REQUIRE(expected.size() == 7);
    for (const std::size_t size : {1U, 2U, 3U, 10U}) {
      Ids paged;
      for (std::size_t offset = 0; offset < expected.size(); offset += size) {
        IndexRequest page = whole;
        page.offset = offset;
        page.limit = size;
        for (const std::uint32_t id : ids(index.search(page))) paged.push_back(id);
      }
      CHECK(paged == expected);
    }
  }
}

TEST_CASE("a page beyond the last hit is empty, and the total stays") {
  const Index index;
  IndexRequest beyond = request(term("a"));
  beyond.offset = 100;
  CHECK(index.search(beyond).hits.empty());
  CHECK(index.search(beyond).total == 4);
  beyond.offset = 0;
  beyond.limit = 0;
  CHECK(index.search(beyond).hits.empty());
  CHECK(index.search(beyond).total == 4);
}

TEST_CASE("the total is exact as far as it was asked to count, else a lower bound") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  IndexWriter writer(folder, {}, memory);
  constexpr std::uint32_t count = 900;
  for (std::uint32_t id = 1; id <= count; ++id)
    writer.add({VersionId(id),
                {{family('a'), 1 + id % 5}, {family(id % 3 == 0 ? 'b' : 'c'), 1 + id % 7}, {family('d'), 1}},
                {},
                {}},
               {});
  writer.publish(1, {});
  const IndexReader reader(folder);
  IndexRequest both = request(group(Kind::all, {term("a"), term("b")}));
  both.count_at_least = count;
  CHECK(reader.search(both).total == count / 3);
  CHECK(reader.search(both).exact);
  both.count_at_least = 0;
  const IndexPage page = reader.search(both);
  CHECK(page.hits.size() == 10);
  CHECK(page.total >= 10);
  CHECK(page.total <= count / 3);
  CHECK((!page.exact || page.total == count / 3));
}

TEST_CASE("a reader tells how often a term is used") {
  const TemporaryFolder temporary;
  const IndexFolder folder(temporary.path());
  IndexWriter writer(folder, {}, memory);
  writer.add({VersionId(1), {{family('a'), 3}, {family('a'), 2}}, {}, {}}, {});
  writer.add({VersionId(2), {{family('a'), 1}}, {"B"}, {}}, {});
  writer.publish(1, {});
  const IndexReader reader(folder);
  CHECK(reader.versions() == 2);
  CHECK(reader.frequency(family_term(family('a'))) == 2);
  CHECK(reader.frequency("B") == 1);
  CHECK(reader.frequency("C") == 0);
}

}  // namespace
}  // namespace hemero
