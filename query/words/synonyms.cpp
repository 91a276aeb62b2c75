#include "query/words/synonyms.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/line_reader.h"
#include "common/base/message.h"
#include "common/base/ordinary_file.h"
#include "common/text/names.h"
#include "common/text/table_rows.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;

/// What texts are compared by: their words, folded, a blank between them.
std::string key_of(std::string_view text) { return fmt::format("{}", fmt::join(name_words(text), " ")); }

bool is_plain(const QueryNode& node) {
  const bool leaf = node.kind == Kind::word || node.kind == Kind::phrase;
  return leaf && node.mode == WordMode::family && node.dropped.empty() && node.at_least == 1;
}

/// One word, or several side by side.
QueryNode synonym_node(const std::string& text) {
  QueryNode node;
  node.kind = text.find_first_of(" -") == std::string::npos ? Kind::word : Kind::phrase;
  node.text = text;
  return node;
}

std::vector<std::string_view> split_at_tabs(std::string_view line) {
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find('\t'), line.size());
    if (end > 0) parts.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return parts;
}

void add_file(const std::filesystem::path& path, SynonymTable& table) {
  if (!std::filesystem::exists(path)) return;
  require_ordinary_file(path);
  const auto input = open_input(path);
  LineReader lines(*input);
  while (const auto line = lines.next()) {
    if (line->text.empty() || line->text.front() == '#') continue;
    const auto set = split_at_tabs(line->text);
    if (set.size() < 2)
      throw Error(ErrorCode::bad_data, message("{}, line {}: less than two synonyms", path.string(), line->number),
                  message("a set of synonyms is a line: words or phrases, a tab between them"));
    table.add(set);
  }
}

}  // namespace

SynonymTable SynonymTable::of_archive(const ArchiveFolder& folder) {
  SynonymTable table;
  for (const auto& row : table_rows("synonyms")) table.add(row);
  add_file(folder.synonyms(), table);
  return table;
}

void SynonymTable::add(const std::vector<std::string_view>& set) {
  for (const std::string_view text : set) {
    const std::string key = key_of(text);
    if (key.empty()) continue;
    longest_ = std::max(longest_, name_words(text).size());
    auto& others = others_[key];
    for (const std::string_view other : set)
      if (key_of(other) != key && std::find(others.begin(), others.end(), other) == others.end())
        others.emplace_back(other);
  }
}

QueryNode SynonymTable::expand(const QueryNode& tree) const {
  if (tree.field && info(*tree.field).kind != FieldKind::text) return tree;
  if (!is_plain(tree)) return expand_children(tree);
  const std::string key = key_of(tree.text);
  return knows(key) ? with_synonyms(tree, key) : tree;
}

QueryNode SynonymTable::expand_children(const QueryNode& node) const {
  QueryNode expanded = node;
  expanded.children.clear();
  const bool side_by_side = node.kind == Kind::words || node.kind == Kind::all;
  for (std::size_t i = 0; i < node.children.size();) {
    std::string key;
    const std::size_t count = side_by_side ? known_run(node.children, i, key) : 0;
    if (count < 2) {
      expanded.children.push_back(expand(node.children[i++]));
      continue;
    }
    QueryNode run;
    const auto first = node.children.begin() + static_cast<std::ptrdiff_t>(i);
    run.children.assign(first, first + static_cast<std::ptrdiff_t>(count));
    expanded.children.push_back(with_synonyms(std::move(run), key));
    i += count;
  }
  return expanded;
}

/// How many of the children from `at` on are the longest run of plain words that the table knows, and their key.
std::size_t SynonymTable::known_run(const std::vector<QueryNode>& children, std::size_t at, std::string& key) const {
  std::size_t known = 0;
  std::string text;
  for (std::size_t count = 1; count <= longest_ && at + count <= children.size(); ++count) {
    const QueryNode& child = children[at + count - 1];
    if (!is_plain(child) || child.kind != Kind::word || child.field) break;
    text += " " + child.text;
    if (const std::string run = key_of(text); knows(run)) key = run, known = count;
  }
  return known;
}

QueryNode SynonymTable::with_synonyms(QueryNode original, const std::string& key) const {
  QueryNode any;
  any.kind = Kind::any;
  any.field = std::exchange(original.field, std::nullopt);
  any.children.push_back(std::move(original));
  for (const std::string& other : others_.at(key)) any.children.push_back(synonym_node(other));
  return any;
}

}  // namespace hemero
