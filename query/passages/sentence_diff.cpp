#include "query/passages/sentence_diff.h"

#include <algorithm>
#include <cstdint>

#include "common/model/field.h"
#include "common/text/tokenizer.h"
#include "query/passages/sentences.h"

namespace hemero {

namespace {

using Change = DiffLine::Change;

/// Cells of the table of common sequences: a few tens of megabytes, and texts that differ in more than 4,000 sentences.
constexpr std::size_t most_cells = std::size_t{1} << 24;

void append_sentences(std::vector<DiffLine>& lines, const Article& article) {
  TokenList tokens;
  tokens.start(article.text);
  Tokenizer tokenizer;
  for (const Zone& zone : article.zones)
    if (zone.kind != ZoneKind::debris) tokenizer.tokenize(zone.begin, zone.end, tokens);
  for (const Sentence& sentence : find_sentences(tokens, article.zones)) {
    const std::size_t length = sentence.range.end - sentence.range.begin;
    lines.push_back({Change::same, "text", article.text.substr(sentence.range.begin, length)});
  }
}

/// The fields that readers are told of and that make another version, then the sentences.
std::vector<DiffLine> lines_of(const Article& article) {
  std::vector<DiffLine> lines;
  for (const ArticleField& field : article_fields) {
    if (field.label == nullptr || !field.makes_version) continue;
    if (std::string text = field_text(article, field); !text.empty())
      lines.push_back({Change::same, std::string(field.name), std::move(text)});
  }
  append_sentences(lines, article);
  return lines;
}

using Lines = std::vector<DiffLine>;

/// The lengths of the longest common sequences of all ends of two texts.
class CommonEnds {
 public:
  CommonEnds(const Lines& before, const Lines& after)
      : columns_(after.size() + 1), lengths_((before.size() + 1) * columns_) {
    for (std::size_t i = before.size(); i-- > 0;)
      for (std::size_t j = after.size(); j-- > 0;)
        lengths_[i * columns_ + j] =
            before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  }

  std::uint32_t at(std::size_t i, std::size_t j) const { return lengths_[i * columns_ + j]; }

 private:
  std::size_t columns_;
  std::vector<std::uint32_t> lengths_;
};

void append(Lines& out, const DiffLine& line, Change change) { out.push_back({change, line.field, line.text}); }

/// Lines that begin and end differently: the longest common sequence stays.
void append_changed(Lines& out, const Lines& before, const Lines& after) {
  std::size_t i = 0;
  std::size_t j = 0;
  if ((before.size() + 1) * (after.size() + 1) <= most_cells) {
    const CommonEnds common(before, after);
    while (i < before.size() && j < after.size()) {
      if (before[i] == after[j]) {
        append(out, before[i++], Change::same);
        ++j;
      } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
        append(out, before[i++], Change::removed);
      } else {
        append(out, after[j++], Change::added);
      }
    }
  }
  while (i < before.size()) append(out, before[i++], Change::removed);
  while (j < after.size()) append(out, after[j++], Change::added);
}

/// The part of each that the other does not begin or end with; `begin` and `end` lines are common.
Lines middle(const Lines& lines, std::size_t begin, std::size_t end) {
  return {lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.end() - static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

std::vector<DiffLine> sentence_diff(const Article& before, const Article& after) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const std::size_t shorter = std::min(old_lines.size(), new_lines.size());
  std::size_t begin = 0;
  while (begin < shorter && old_lines[begin] == new_lines[begin]) ++begin;
  std::size_t end = 0;
  while (end < shorter - begin && old_lines[old_lines.size() - 1 - end] == new_lines[new_lines.size() - 1 - end]) ++end;
  Lines out(old_lines.begin(), old_lines.begin() + static_cast<std::ptrdiff_t>(begin));
  append_changed(out, middle(old_lines, begin, end), middle(new_lines, begin, end));
  out.insert(out.end(), old_lines.end() - static_cast<std::ptrdiff_t>(end), old_lines.end());
  return out;
}

bool is_near_change(const std::vector<DiffLine>& lines, std::size_t at) {
  const bool here = lines[at].change != Change::same;
  const bool before = at > 0 && lines[at - 1].change != Change::same;
  const bool behind = at + 1 < lines.size() && lines[at + 1].change != Change::same;
  return here || before || behind;
}

DiffCounts count_changes(const std::vector<DiffLine>& lines) {
  DiffCounts counts;
  for (const DiffLine& line : lines) {
    if (line.change == Change::same) continue;
    if (line.field == "text")
      ++(line.change == Change::added ? counts.added : counts.removed);
    else if (std::ranges::find(counts.fields, line.field) == counts.fields.end())
      counts.fields.push_back(line.field);
  }
  return counts;
}

}  // namespace hemero
