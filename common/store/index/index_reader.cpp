#include "common/store/index/index_reader.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/durable_file.h"
#include "common/store/index/compiled_query.h"
#include "common/store/index/dead_versions.h"
#include "common/store/index/docids.h"
#include "common/store/index/index_format.h"
#include "common/store/index/match_counter.h"
#include "common/store/index/old_index.h"
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

/// Counts the distinct texts among the matches that the index looks at: documents that know their number in their part.
class TextCounter : public Xapian::MatchSpy {
 public:
  explicit TextCounter(const CopyTable& copies) : copies_(copies) {}

  void operator()(const Xapian::Document& document, double) override {
    ++seen;
    const auto* cluster = copies_.cluster(VersionId(document.get_docid()));
    texts += cluster == nullptr || clusters_.insert(cluster).second;
  }

  std::uint64_t seen = 0;   ///< matches
  std::uint64_t texts = 0;  ///< distinct ones among them

 private:
  const CopyTable& copies_;
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

IndexPage page_of(const Xapian::Enquire& enquire, const IndexRequest& request, const Docids& docids) {
  const auto matches =
      enquire.get_mset(static_cast<Xapian::doccount>(request.offset), static_cast<Xapian::doccount>(request.limit),
                       static_cast<Xapian::doccount>(request.count_at_least));
  IndexPage page = totals(matches);
  for (auto match = matches.begin(); match != matches.end(); ++match)
    page.hits.push_back({docids.version(*match), match.get_weight()});
  return page;
}

/// The matches that are no copies of better ones, best first.
std::vector<IndexHit> without_copies(const Xapian::MSet& matches, const Docids& docids, const CopyTable& copies) {
  std::vector<IndexHit> hits;
  std::unordered_set<const CopyTable::Cluster*> seen;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const VersionId version = docids.version(*match);
    const auto* cluster = copies.cluster(version);
    if (cluster == nullptr || seen.insert(cluster).second) hits.push_back({version, match.get_weight()});
  }
  return hits;
}

/// The page when copies are collapsed. How many matches it takes to fill it shows only afterwards: a few more than the
/// page are asked for, and twice as many when they do not suffice.
IndexPage distinct_page(Xapian::Enquire& enquire, const IndexRequest& request, const Docids& docids,
                        const CopyTable& copies) {
  constexpr std::size_t spare = 10;
  const std::size_t wanted = request.offset + request.limit;
  for (std::size_t asked = wanted + wanted / 2 + spare;; asked *= 2) {
    TextCounter counter(copies);
    enquire.clear_matchspies();
    if (request.count_at_least > 0) enquire.add_matchspy(&counter);
    const auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(asked),
                                          static_cast<Xapian::doccount>(request.count_at_least));
    std::vector<IndexHit> hits = without_copies(matches, docids, copies);
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

/// A part that is open, and which of its versions are dead, if some are.
struct OpenPart {
  Xapian::Database database;
  std::optional<DeadVersions> dead;

  /// The last date of its versions that are not dead.
  std::string last_date() const { return dead ? dead->last_date() : database.get_value_upper_bound(slot::date); }
};

}  // namespace

/// What is open of the index.
struct IndexReader::Handle {
  Handle(const IndexFolder& folder, const PartList& list) : path(folder.path()), docids(list) {
    std::vector<VersionId> all_dead;
    for (const Part& part : list.parts) {
      parts.push_back({xapian::open_part(folder, list, part), std::nullopt});
      database.add_database(parts.back().database);
      if (part.dead.empty()) continue;
      parts.back().dead = DeadVersions::read(path, part);
      const auto& versions = parts.back().dead->versions();
      all_dead.insert(all_dead.end(), versions.begin(), versions.end());
    }
    dead = std::make_shared<const std::vector<VersionId>>(std::move(all_dead));
    if (parts.empty()) database = Xapian::WritableDatabase({}, Xapian::DB_BACKEND_INMEMORY);
  }

  /// Calls `work`, which uses the database.
  template <typename Work>
  auto use(Work work) const {
    return xapian::translating(path, work);
  }

  std::uint64_t frequency(const std::string& term) const {
    std::uint64_t frequency = database.get_termfreq(term);
    for (const OpenPart& part : parts)
      if (part.dead) frequency -= part.dead->frequency(term);
    return frequency;
  }

  /// The parts as they are counted.
  std::vector<CountedPart> counted(const PartList& list) const {
    std::vector<CountedPart> counted;
    for (std::size_t i = 0; i < parts.size(); ++i)
      counted.push_back(
          {&parts[i].database, list.parts[i].first, parts[i].dead ? &parts[i].dead->versions() : nullptr});
    return counted;
  }

  std::filesystem::path path;
  Docids docids;
  std::vector<OpenPart> parts;
  Xapian::Database database;  ///< all of them
  VersionList dead;           ///< of all of them
};

IndexReader::IndexReader(const IndexFolder& folder) {
  const std::string state = folder.state();
  try {
    open(folder);
  } catch (const Error&) {
    if (folder.state() != state) throw IndexChanged();  // what the list named was removed meanwhile
    throw;
  }
  if (folder.state() != state) throw IndexChanged();  // what was opened may be of two states
}

void IndexReader::open(const IndexFolder& folder) {
  if (auto list = folder.list()) {
    list_ = *std::move(list);
    copies_ = std::make_unique<CopyTable>(read_clusters(folder, list_));
  } else if (const auto generation = folder.old_generation()) {
    OldIndex old = read_old_index(folder, *generation);
    list_ = std::move(old.list);
    copies_ = std::make_unique<CopyTable>(old.copies);
  } else {
    throw Error(ErrorCode::bad_data, message("the archive has no index in {}", folder.path().string()),
                message("run “hemero-index rebuild”"));
  }
  xapian::translating(folder.path(), [&] { handle_ = std::make_unique<Handle>(folder, list_); });
}

IndexReader::~IndexReader() = default;

std::uint64_t IndexReader::versions() const { return handle_->database.get_doccount() - handle_->dead->size(); }

std::uint64_t IndexReader::frequency(std::string_view term) const {
  return handle_->use([&] { return handle_->frequency(std::string(term)); });
}

double IndexReader::frequency(const CandidateQuery& query) const {
  const auto of_term = [this](const std::string& term) { return frequency(term); };
  return hemero::frequency(query, of_term, static_cast<double>(versions()));
}

std::string IndexReader::date(VersionId version) const {
  return handle_->use([&] {
    return handle_->database.get_document(handle_->docids.docid(version), Xapian::DOC_ASSUME_VALID)
        .get_value(slot::date);
  });
}

std::string IndexReader::last_date() const {
  return handle_->use([&] {
    std::string last;
    for (const OpenPart& part : handle_->parts) last = std::max(last, part.last_date());
    return last;
  });
}

double IndexReader::mean_length() const {
  if (versions() == 0) return 0;
  std::uint64_t length = handle_->use([&] { return handle_->database.get_total_length(); });
  for (const OpenPart& part : handle_->parts)
    if (part.dead) length -= part.dead->length();
  return static_cast<double>(length) / static_cast<double>(versions());
}

IndexPage IndexReader::search(const IndexRequest& request) const {
  return handle_->use([&] {
    Xapian::Enquire enquire(handle_->database);
    const auto all = static_cast<double>(versions());
    const auto weigh = [&](const CandidateQuery& part) { return first_rarity(frequency(part), all); };
    Xapian::Query query = without(compile(request.query, request.check, weigh), handle_->dead);
    if (!request.among.empty()) query = among(query, std::make_shared<const std::vector<VersionId>>(request.among));
    enquire.set_query(until(query, *request.deadline));
    rank_by_saturation(enquire, mean_length());
    DateKey by_date(request.order == SortOrder::newest);
    if (request.order != SortOrder::relevance)
      enquire.set_sort_by_key_then_relevance(&by_date, request.order == SortOrder::newest);
    return request.collapse ? distinct_page(enquire, request, handle_->docids, *copies_)
                            : page_of(enquire, request, handle_->docids);
  });
}

IndexCount IndexReader::count(const CandidateQuery& query, CandidateCheck* check,
                              std::chrono::steady_clock::time_point end) const {
  return handle_->use([&] { return count_matches(handle_->counted(list_), query, check, *copies_, end); });
}

IndexMatches IndexReader::matches(const CandidateQuery& query, CandidateCheck* check,
                                  std::chrono::steady_clock::time_point end) const {
  return handle_->use([&] { return list_matches(handle_->counted(list_), query, check, end); });
}

}  // namespace hemero
