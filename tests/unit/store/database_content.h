#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/store/index/index_format.h"
#include "common/store/index/postings_backends.h"

// What a database of postings holds, what it should hold, and whether Xapian finds fault with it.

namespace hemero {

/// A way to write a part's postings.
struct PostingsBackend {
  const char* name;
  std::unique_ptr<PostingsWriter> (*make)(const std::filesystem::path& database, std::size_t memory);
};

constexpr PostingsBackend postings_backends[] = {
    {"by the public API", make_library_postings_writer},
    {"directly", make_direct_postings_writer},
};

struct TermContent {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> postings;  ///< version, frequency
  std::uint64_t frequency = 0;                                    ///< what it says of itself
  std::uint64_t collection_frequency = 0;
  std::uint32_t bound = 0;  ///< of the frequency within a version

  bool operator==(const TermContent&) const = default;
};

struct DatabaseContent {
  std::map<std::string, TermContent> terms;
  std::map<std::uint32_t, std::uint32_t> lengths;
  std::map<std::uint32_t, std::string> dates;
  std::map<std::string, std::string> metadata;
  std::uint64_t versions = 0;
  std::uint64_t length = 0;
  std::uint32_t last = 0;
  std::pair<std::uint32_t, std::uint32_t> length_bounds;  ///< lowest of those that are not 0, highest
  std::uint64_t dated = 0;
  std::pair<std::string, std::string> date_bounds;

  bool operator==(const DatabaseContent&) const = default;
};

inline DatabaseContent content_of_database(const std::filesystem::path& path) {
  const Xapian::Database database(path.string());
  DatabaseContent content;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    TermContent& found = content.terms[*term];
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term); ++posting)
      found.postings.emplace_back(*posting, posting.get_wdf());
    found.frequency = database.get_termfreq(*term);
    found.collection_frequency = database.get_collection_freq(*term);
    found.bound = database.get_wdf_upper_bound(*term);
  }
  for (auto all = database.postlist_begin(""); all != database.postlist_end(""); ++all)
    content.lengths[*all] = all.get_doclength();
  for (auto value = database.valuestream_begin(0); value != database.valuestream_end(0); ++value)
    content.dates[value.get_docid()] = *value;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    content.metadata[*key] = database.get_metadata(*key);
  content.versions = database.get_doccount();
  content.length = database.get_total_length();
  content.last = database.get_lastdocid();
  content.length_bounds = {database.get_doclength_lower_bound(), database.get_doclength_upper_bound()};
  content.dated = database.get_value_freq(0);
  content.date_bounds = {database.get_value_lower_bound(0), database.get_value_upper_bound(0)};
  return content;
}

/// What Xapian tells a database that holds these versions, and a marker.
class ExpectedContent {
 public:
  explicit ExpectedContent(const std::string& marker) {
    if (!marker.empty()) content_.metadata[postings_marker_key] = marker;
  }

  void add(const IndexedVersion& version) {
    const auto id = static_cast<std::uint32_t>(version.version);
    std::map<std::string, std::uint32_t> terms;
    std::uint32_t length = 0;
    for (const auto& [family, frequency] : version.families) {
      terms[family_term(family)] += frequency;
      length += frequency;
    }
    for (const std::string& name : version.names) terms[name];
    for (const auto& [term, frequency] : terms) {
      content_.terms[term].postings.emplace_back(id, frequency);
      highest_ = std::max(highest_, frequency);
    }
    content_.lengths[id] = length;
    if (!version.date.empty()) content_.dates[id] = version.date;
  }

  DatabaseContent content() const {
    DatabaseContent content = content_;
    for (auto& [term, found] : content.terms) finish(found);
    for (const auto& [id, length] : content.lengths) {
      auto& [lowest, highest] = content.length_bounds;
      if (length != 0 && (lowest == 0 || length < lowest)) lowest = length;
      highest = std::max(highest, length);
      content.length += length;
      content.last = std::max(content.last, id);
    }
    content.versions = content.lengths.size();
    content.dated = content.dates.size();
    for (const auto& [id, date] : content.dates) {
      auto& [lowest, highest] = content.date_bounds;
      if (lowest.empty() || date < lowest) lowest = date;
      highest = std::max(highest, date);
    }
    return content;
  }

 private:
  void finish(TermContent& found) const {
    std::sort(found.postings.begin(), found.postings.end());
    found.frequency = found.postings.size();
    for (const auto& [id, frequency] : found.postings) found.collection_frequency += frequency;
    // A list tells its first frequency and the sum of all, and the database the highest one.
    const auto first = found.postings.front().second;
    found.bound = std::min(highest_, std::max(static_cast<std::uint32_t>(found.collection_frequency) - first, first));
  }

  DatabaseContent content_;
  std::uint32_t highest_ = 0;
};

/// The best 20 hits of a disjunction of terms, with their weights.
inline std::vector<std::pair<std::uint32_t, double>> page_of_database(const std::filesystem::path& path,
                                                                      const std::vector<std::string>& terms) {
  const Xapian::Database database(path.string());
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  std::vector<std::pair<std::uint32_t, double>> page;
  const Xapian::MSet found = enquire.get_mset(0, 20);
  for (auto hit = found.begin(); hit != found.end(); ++hit) page.emplace_back(*hit, hit.get_weight());
  return page;
}

/// What `xapian-check` has to say of a database; empty where it finds no fault. Sanitized programs do not ask:
/// libxapian deletes a table there as what it is not, which would end them.
inline std::string faults_of_database([[maybe_unused]] const std::filesystem::path& path) {
#ifdef HEMERO_SANITIZED
  return {};
#else
  std::ostringstream said;
  return Xapian::Database::check(path.string(), 0, &said) == 0 ? std::string() : said.str();
#endif
}

}  // namespace hemero
