#include "indexer/formats/named/csv_article.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "common/text/characters/charset.h"
#include "indexer/formats/named/csv_cells.h"
#include "indexer/formats/named/named_article.h"
#include "indexer/formats/named/publication_state.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

std::vector<std::string> cells_of(const Record& row) {
  return split_csv_row(decode_text(row.bytes).text, {row.header->separator, row.header->backslashes});
}

/// What a row says, in the order of the preferred columns.
class RowFields final : public FieldValues {
 public:
  RowFields(const CsvColumns& columns, const std::vector<std::string>& cells) : columns_(columns), cells_(cells) {}

  void offer(std::string_view field, const TakeValue& take) const override {
    for (const std::size_t column : columns_.of(field))
      if (take(cells_[column])) return;
  }

 private:
  const CsvColumns& columns_;
  const std::vector<std::string>& cells_;
};

std::vector<SaidState> state_of(const CsvColumns& columns, const std::vector<std::string>& cells) {
  std::vector<SaidState> said;
  for (std::size_t i = 0; i < columns.names().size(); ++i)
    if (const auto& key = columns.state_key_of(i)) said.push_back({*key, columns.names()[i], cells[i]});
  return said;
}

/// True when a row has too few cells, or more than blank ones behind the last column.
bool is_askew(const std::vector<std::string>& cells, std::size_t columns) {
  return cells.size() < columns || std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(),
                                               [](const std::string& cell) { return !trimmed(cell).empty(); });
}

/// Of the columns that are left out the one whose cells are the longest.
std::string longest_column(const CsvColumns& columns, std::span<const Record> rows) {
  std::vector<std::size_t> bytes(columns.names().size(), 0);
  for (const Record& row : rows) {
    const auto cells = cells_of(row);
    for (std::size_t i = 0; i < std::min(bytes.size(), cells.size()); ++i)
      if (columns.is_left_out(i)) bytes[i] += cells[i].size();
  }
  const auto longest = std::max_element(bytes.begin(), bytes.end());
  return longest == bytes.end() || *longest == 0 ? std::string()
                                                 : columns.names()[static_cast<std::size_t>(longest - bytes.begin())];
}

std::string no_text_message(const CsvColumns& columns, std::span<const Record> rows) {
  const std::string list = quoted_names(columns.names());
  const std::string longest = longest_column(columns, rows);
  if (longest.empty()) return message("no column is a text (columns: {}): --without-text takes the titles alone", list);
  return message(
      "no column is a text (columns: {}). Where “{}” is the text: --map 'text={}'; --without-text takes the titles "
      "alone",
      list, longest, longest);
}

}  // namespace

std::variant<Article, Skip> CsvArticleReader::read(const Record& record, Choices&) {
  if (!columns_ || columns_->header() != record.header) columns_.emplace(record.header, keys_);
  left_out_.clear();
  const auto cells = cells_of(record);
  if (is_askew(cells, columns_->names().size()))
    return refuse(record, reason::broken_row,
                  message("the row has {} cells, the header {}", cells.size(), columns_->names().size()), record.bytes);
  if (auto why = why_unpublished(state_of(*columns_, cells)))
    return refuse(record, why->reason, std::move(why->message), record.bytes);
  Article article = article_of_fields(RowFields(*columns_, cells), record);
  if (article.title.empty() && article.text.empty()) return refuse_empty(record, record.bytes);
  for (std::size_t i = 0; i < columns_->names().size(); ++i)
    if (columns_->is_left_out(i)) left_out_.push_back(left_out_of(columns_->names()[i], cells[i], true));
  return article;
}

std::optional<FileFault> fault_of_table(std::span<const Record> rows, const NamedFields& fields) {
  if (rows.empty()) return std::nullopt;
  const CsvColumns columns(rows.front().header, fields.keys);
  for (const auto& [field, name] : fields.keys)
    if (columns.of(field).empty())
      return FileFault{reason::no_key, message("--map {}={}: the table has no such column (columns: {})", field, name,
                                               quoted_names(columns.names()))};
  if (!columns.of("text").empty() || !columns.of("lead").empty()) return std::nullopt;
  if (columns.of("title").empty())
    return FileFault{reason::no_text, message("no column is a title or a text (columns: {}); name one with --map",
                                              quoted_names(columns.names()))};
  if (fields.without_text) return std::nullopt;
  return FileFault{reason::no_text, no_text_message(columns, rows)};
}

std::vector<std::string> dates_of_table(std::span<const Record> rows, const NamedFields& fields) {
  std::vector<std::string> dates;
  if (rows.empty()) return dates;
  const CsvColumns columns(rows.front().header, fields.keys);
  for (const Record& row : rows)
    if (const auto cells = cells_of(row); !is_askew(cells, columns.names().size()))
      dates.push_back(date_said(RowFields(columns, cells)).words);
  return dates;
}

}  // namespace hemero
