#pragma once

#include <map>
#include <set>
#include <string>

#include "tests/unit/store/small_archive.h"

namespace hemero {

/// An article whose text is one of some that share no words, a number of its 100 words replaced by others.
inline Article variant(const std::string& key, const std::string& date, int text, int replaced) {
  std::string words;
  for (int i = 0; i < 100; ++i)
    words += (i < replaced ? "neuf" : "mot") + std::to_string(1000 * text + i) + (i % 10 == 9 ? ". " : " ");
  Article article = make_article(key, "Titre de " + key, words);
  article.date = parse_iso_date(date);
  return article;
}

/// The clusters that the index of an archive tells, by keys: "first: key key; first: key key".
inline std::string clusters_of(const ArchiveFolder& folder) {
  ArchiveReader reader(folder);
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement current = connection.prepare("SELECT version_id, key FROM article WHERE version_id IS NOT NULL");
  std::map<VersionId, std::string> keys;
  while (current.step()) keys.emplace(VersionId(current.integer(0)), current.text(1));
  std::map<std::string, std::set<std::string>> clusters;
  for (const auto& [version, key] : keys)
    if (const auto* cluster = reader.index().copies().cluster(version)) clusters[keys.at(cluster->first)].insert(key);
  std::string told;
  for (const auto& [first, members] : clusters) {
    told += (told.empty() ? "" : "; ") + first + ":";
    for (const std::string& key : members) told += " " + key;
  }
  return told;
}

}  // namespace hemero
