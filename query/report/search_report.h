#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "query/plan/reached_forms.h"

namespace hemero {

/// What an archive holds of a source.
struct ReportedSource {
  std::string name;  ///< as printed; empty: articles without a source
  std::uint64_t articles = 0;
  std::string first_date;  ///< as precise as known; empty where no article has one
  std::string last_date;
};

/// An article that was found, in the state in which it was found.
struct ReportedArticle {
  ArticleId id{};
  VersionId version{};
  std::string key;
  std::string date;     ///< as precise as known; empty without one
  std::string source;   ///< as printed
  std::string content;  ///< its content hash (docs/format.md), in 32 hexadecimal digits
};

/// What a search found, and all that it takes to find the same again: the state of the archive, the search as it was
/// understood, and every article in the order of their numbers.
struct SearchReport {
  std::string program;                  ///< its version
  std::string analyzer;                 ///< the fingerprint of the analysis
  std::string made;                     ///< UTC, ISO 8601 to the minute
  std::string archive;                  ///< its uuid
  std::uint64_t state = 0;              ///< the last batch that was committed
  std::vector<ReportedSource> sources;  ///< by name
  std::string request;                  ///< request_address.h
  std::string query;                    ///< as typed
  std::string restrictions;             ///< as options; empty for none
  std::string tree;
  std::vector<std::string> notices;
  std::vector<ReachedWord> words;
  std::uint64_t texts = 0;  ///< of the articles, those that are no copies of one another
  std::vector<ReportedArticle> articles;
  std::string sha256;  ///< articles_sha256()
};

/// The SHA-256 of the articles as lines of key, date, source and content hash, in UTF-8, with tabs between them and a
/// line feed behind each, in the order of the keys' bytes. It tells what was found, wherever the archive was made: what
/// numbers articles have is not part of it.
std::string articles_sha256(std::vector<ReportedArticle> articles);

}  // namespace hemero
