#pragma once

#include <string>
#include <vector>

namespace hemero {

/// What the JSON-LD of a page (schema.org) says about its article. Fields that it does not name are empty.
struct JsonLdArticle {
  std::string type;  ///< "NewsArticle", "ReportageNewsArticle", "WebPage"…; empty when there is none
  std::string headline;
  std::string published;
  std::string modified;
  std::string description;
  std::string section;
  std::string language;
  std::string url;
  std::string publisher;
  std::string body;  ///< articleBody
  std::vector<std::string> authors;
  std::vector<std::string> keywords;
};

/// Reads the JSON-LD blocks of a page: the first article (NewsArticle, Article, BlogPosting and their kinds) in the
/// order of the page, else the first page that bears a date. What is wrong in a block is repaired as far as it can be.
JsonLdArticle read_json_ld(const std::vector<std::string>& blocks);

}  // namespace hemero
