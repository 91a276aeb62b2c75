#include "common/store/index/index_reader.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/index/compiled_query.h"
#include "common/store/index/rarity.h"
#include "common/store/index/saturation.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

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

double IndexReader::frequency(const CandidateQuery& query) const {
  const auto of_term = [this](const std::string& term) { return frequency(term); };
  return hemero::frequency(query, of_term, static_cast<double>(versions()));
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
    const auto all = static_cast<double>(versions());
    const auto weigh = [&](const CandidateQuery& part) { return first_rarity(frequency(part), all); };
    Xapian::Query query = compile(request.query, request.check, weigh);
    if (!request.among.empty()) query = among(query, request.among);
    enquire.set_query(query);
    rank_by_saturation(enquire, mean_length());
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
    enquire.set_query(compile(query, timed ? &*timed : nullptr, {}));
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
