#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/query_tree.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// Words and phrases that mean the same to a newsroom ("USA", "États-Unis"). Immutable once filled.
class SynonymTable {
 public:
  /// Knows none.
  SynonymTable() = default;

  /// Those of data/french/synonyms.tsv, and those of the archive's own synonyms.tsv when there is one: UTF-8, a set a
  /// line, its words or phrases separated by tabs; empty lines and lines that begin with # count for nothing. Throws
  /// Error (bad_data) that names a line with less than two.
  static SynonymTable of_archive(const ArchiveFolder& folder);

  /// Adds a set of words or phrases.
  void add(const std::vector<std::string_view>& set);

  /// The query in which every plain word, phrase or run of words that the table knows stands beside its synonyms, as
  /// any of them. What was typed with =, * or ~ stays, and so do names in fields of names.
  QueryNode expand(const QueryNode& tree) const;

 private:
  QueryNode expand_children(const QueryNode& node) const;
  QueryNode with_synonyms(QueryNode original, const std::string& key) const;
  std::size_t known_run(const std::vector<QueryNode>& children, std::size_t at, std::string& key) const;
  bool knows(const std::string& key) const { return others_.contains(key); }

  std::map<std::string, std::vector<std::string>> others_;  ///< by folded words: what means the same, as listed
  std::size_t longest_ = 0;                                 ///< words of the longest
};

}  // namespace hemero
