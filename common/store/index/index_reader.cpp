#include "common/store/index/index_reader.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/model/ranking.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

/// A check as Xapian sees it: it claims to match everything, so it is asked last, about single candidates.
class CheckSource : public Xapian::PostingSource {
 public:
  CheckSource(CandidateCheck& check, std::uint32_t number) : check_(check), number_(number) {}

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  void next(double) override {
    do ++at_;
    while (at_ <= last_ && !check_.holds(number_, VersionId(at_)));
  }
  void skip_to(Xapian::docid id, double weight) override {
    if (id <= at_) return;
    at_ = id - 1;
    next(weight);
  }
  bool check(Xapian::docid id, double) override {
    at_ = id;
    return check_.holds(number_, VersionId(id));
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  CheckSource* clone() const override { return new CheckSource(check_, number_); }

 private:
  CandidateCheck& check_;
  std::uint32_t number_;
  Xapian::doccount count_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

/// Some versions, in order.
class VersionSource : public Xapian::PostingSource {
 public:
  explicit VersionSource(const std::vector<VersionId>& versions) : versions_(versions) {}

  void init(const Xapian::Database&) override { at_ = 0; }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return static_cast<Xapian::doccount>(versions_.size()); }
  Xapian::doccount get_termfreq_max() const override { return static_cast<Xapian::doccount>(versions_.size()); }
  void next(double) override { ++at_; }
  bool at_end() const override { return at_ > versions_.size(); }
  Xapian::docid get_docid() const override { return static_cast<Xapian::docid>(versions_[at_ - 1]); }
  VersionSource* clone() const override { return new VersionSource(versions_); }

 private:
  const std::vector<VersionId>& versions_;
  std::size_t at_ = 0;  ///< 1 stands on the first
};

Xapian::Query compile(const CandidateQuery& query, CandidateCheck* check);

Xapian::Query compile_all(const CandidateQuery& query, CandidateCheck* check, Xapian::Query::op operation) {
  std::vector<Xapian::Query> children;
  for (const CandidateQuery& child : query.children) children.push_back(compile(child, check));
  return {operation, children.begin(), children.end()};
}

/// The first child combined with the others in turn.
Xapian::Query compile_first(const CandidateQuery& query, CandidateCheck* check, Xapian::Query::op operation) {
  Xapian::Query compiled = compile(query.children.front(), check);
  for (std::size_t i = 1; i < query.children.size(); ++i)
    compiled = Xapian::Query(operation, compiled, compile(query.children[i], check));
  return compiled;
}

Xapian::Query compile(const CandidateQuery& query, CandidateCheck* check) {
  using Kind = CandidateQuery::Kind;
  switch (query.kind) {
    case Kind::nothing:
      return Xapian::Query::MatchNothing;
    case Kind::everything:
      return Xapian::Query::MatchAll;
    case Kind::term:
      return Xapian::Query(query.term);
    case Kind::all:
      return compile_all(query, check, Xapian::Query::OP_AND);
    case Kind::any:
      return compile_all(query, check, Xapian::Query::OP_OR);
    case Kind::best:
      return compile_all(query, check, Xapian::Query::OP_MAX);
    case Kind::synonym:
      return compile_all(query, check, Xapian::Query::OP_SYNONYM);
    case Kind::except:
      return compile_first(query, check, Xapian::Query::OP_AND_NOT);
    case Kind::maybe:
      return compile_first(query, check, Xapian::Query::OP_AND_MAYBE);
    case Kind::filter:
      return compile_first(query, check, Xapian::Query::OP_FILTER);
    case Kind::scaled:
      return {Xapian::Query::OP_SCALE_WEIGHT, compile(query.children.front(), check), query.factor};
    case Kind::fixed: {
      const Xapian::Query source((new Xapian::FixedWeightPostingSource(query.factor))->release());
      return {Xapian::Query::OP_FILTER, source, compile(query.children.front(), check)};
    }
    case Kind::checked: {
      const Xapian::Query source((new CheckSource(*check, query.check))->release());
      return {Xapian::Query::OP_FILTER, compile(query.children.front(), check), source};
    }
  }
  return {};
}

/// Sorts by date, the undated last either way, then by relevance.
class DateKey : public Xapian::KeyMaker {
 public:
  explicit DateKey(bool newest) : newest_(newest) {}
  std::string operator()(const Xapian::Document& document) const override {
    const std::string date = document.get_value(slot::date);
    return date.empty() ? std::string(newest_ ? "" : "9") : date;
  }

 private:
  bool newest_;
};

using Clock = std::chrono::steady_clock;

/// Thrown through Xapian's matcher when the time of a count is over.
struct TimeOver {};

/// A check that ends the match when the time is over.
class TimedCheck : public CandidateCheck {
 public:
  TimedCheck(CandidateCheck& check, Clock::time_point end) : check_(check), end_(end) {}

  bool holds(std::uint32_t check, VersionId version) override {
    if (Clock::now() > end_) throw TimeOver();
    return check_.holds(check, version);
  }

 private:
  CandidateCheck& check_;
  Clock::time_point end_;
};

/// Counts the distinct texts among the matches that the index looks at.
class TextCounter : public Xapian::MatchSpy {
 public:
  explicit TextCounter(const CopyTable& copies, Clock::time_point end = Clock::time_point::max())
      : copies_(copies), end_(end) {}

  void operator()(const Xapian::Document& document, double) override {
    constexpr std::uint64_t matches_between_looks = 256;
    if (++seen % matches_between_looks == 0 && Clock::now() > end_) throw TimeOver();
    const auto* cluster = copies_.cluster(VersionId(document.get_docid()));
    texts += cluster == nullptr || clusters_.insert(cluster).second;
  }

  std::uint64_t seen = 0;   ///< matches
  std::uint64_t texts = 0;  ///< distinct ones among them

 private:
  const CopyTable& copies_;
  Clock::time_point end_;
  std::unordered_set<const CopyTable::Cluster*> clusters_;
};

IndexPage totals(const Xapian::MSet& matches) {
  IndexPage page;
  page.total = matches.get_matches_lower_bound();
  page.exact = page.total == matches.get_matches_upper_bound();
  page.texts = page.total;
  page.texts_exact = page.exact;
  return page;
}

IndexPage page_of(const Xapian::Enquire& enquire, const IndexRequest& request) {
  const auto matches =
      enquire.get_mset(static_cast<Xapian::doccount>(request.offset), static_cast<Xapian::doccount>(request.limit),
                       static_cast<Xapian::doccount>(request.count_at_least));
  IndexPage page = totals(matches);
  for (auto match = matches.begin(); match != matches.end(); ++match)
    page.hits.push_back({VersionId(*match), match.get_weight()});
  return page;
}

/// The matches that are no copies of better ones, best first.
std::vector<IndexHit> without_copies(const Xapian::MSet& matches, const CopyTable& copies) {
  std::vector<IndexHit> hits;
  std::unordered_set<const CopyTable::Cluster*> seen;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const auto* cluster = copies.cluster(VersionId(*match));
    if (cluster == nullptr || seen.insert(cluster).second) hits.push_back({VersionId(*match), match.get_weight()});
  }
  return hits;
}

/// The page when copies are collapsed. How many matches it takes to fill it shows only afterwards: a few more than the
/// page are asked for, and twice as many when they do not suffice.
IndexPage distinct_page(Xapian::Enquire& enquire, const IndexRequest& request, const CopyTable& copies) {
  constexpr std::size_t spare = 10;
  const std::size_t wanted = request.offset + request.limit;
  for (std::size_t asked = wanted + wanted / 2 + spare;; asked *= 2) {
    TextCounter counter(copies);
    enquire.clear_matchspies();
    if (request.count_at_least > 0) enquire.add_matchspy(&counter);
    const auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(asked),
                                          static_cast<Xapian::doccount>(request.count_at_least));
    std::vector<IndexHit> hits = without_copies(matches, copies);
    const bool all = matches.size() < asked;
    if (hits.size() < wanted && !all) continue;
    IndexPage page = totals(matches);
    page.texts = all ? hits.size() : std::max<std::uint64_t>(counter.texts, hits.size());
    page.texts_exact = all || (page.exact && counter.seen == page.total);
    hits.resize(std::min(hits.size(), wanted));
    page.hits.assign(hits.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, hits.size())), hits.end());
    return page;
  }
}

/// Calls `work`; what Xapian throws when a writer has reused the blocks of this state becomes IndexChanged.
template <typename Work>
auto unless_modified(Work work) {
  try {
    return work();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw IndexChanged();
  }
}

}  // namespace

struct IndexReader::Handle {
  std::filesystem::path path;
  Xapian::Database database;
};

IndexReader::IndexReader(const IndexFolder& folder) {
  const auto generation = folder.current();
  if (!generation)
    throw Error(ErrorCode::bad_data, message("the archive has no index in {}", folder.path().string()),
                message("run “hemero-index rebuild”"));
  try {
    xapian::translating(*generation, [&] {
      handle_ = std::make_unique<Handle>(Handle{*generation, Xapian::Database(generation->string())});
      marker_ = unless_modified([&] { return xapian::read_marker(handle_->database); });
      copies_ = std::make_unique<CopyTable>(marker_.copies);
    });
  } catch (const Error&) {
    if (folder.current() != generation) throw IndexChanged();  // it was removed for a newer one meanwhile
    throw;
  }
}

IndexReader::~IndexReader() = default;

std::uint64_t IndexReader::versions() const { return handle_->database.get_doccount(); }

std::uint64_t IndexReader::frequency(std::string_view term) const {
  return xapian::translating(handle_->path, [&] {
    return unless_modified([&] { return handle_->database.get_termfreq(std::string(term)); });
  });
}

std::string IndexReader::date(VersionId version) const {
  return xapian::translating(handle_->path, [&] {
    return unless_modified(
        [&] { return handle_->database.get_document(static_cast<Xapian::docid>(version)).get_value(slot::date); });
  });
}

std::string IndexReader::last_date() const {
  return xapian::translating(handle_->path, [&] {
    return unless_modified([&] { return handle_->database.get_value_upper_bound(slot::date); });
  });
}

double IndexReader::mean_length() const {
  return xapian::translating(handle_->path,
                             [&] { return unless_modified([&] { return handle_->database.get_avlength(); }); });
}

template <typename Work>
auto IndexReader::unless_changed(Work work) const {
  try {
    return work();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw IndexChanged();
  } catch (const Xapian::DatabaseOpeningError&) {
    throw IndexChanged();
  } catch (const Xapian::Error&) {
    xapian::rethrow(handle_->path);
  }
}

IndexPage IndexReader::search(const IndexRequest& request) const {
  return unless_changed([&] {
    Xapian::Enquire enquire(handle_->database);
    Xapian::Query query = compile(request.query, request.check);
    if (!request.among.empty())
      query = {Xapian::Query::OP_FILTER, query, Xapian::Query((new VersionSource(request.among))->release())};
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::k1, 0, 1, ranking::b, ranking::shortest_length));
    DateKey by_date(request.order == SortOrder::newest);
    if (request.order != SortOrder::relevance)
      enquire.set_sort_by_key_then_relevance(&by_date, request.order == SortOrder::newest);
    return request.collapse ? distinct_page(enquire, request, *copies_) : page_of(enquire, request);
  });
}

IndexCount IndexReader::count(const CandidateQuery& query, CandidateCheck* check, Clock::time_point end) const {
  return unless_changed([&] {
    std::optional<TimedCheck> timed;
    if (check != nullptr) timed.emplace(*check, end);
    TextCounter counter(*copies_, end);
    Xapian::Enquire enquire(handle_->database);
    enquire.set_query(compile(query, timed ? &*timed : nullptr));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&counter);
    IndexCount count;
    try {
      enquire.get_mset(0, 1, handle_->database.get_doccount());
    } catch (const TimeOver&) {
      count.exact = false;
    }
    count.matches = counter.seen;
    count.texts = counter.texts;
    return count;
  });
}

}  // namespace hemero
