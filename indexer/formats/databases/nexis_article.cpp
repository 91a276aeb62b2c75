#include "indexer/formats/databases/nexis_article.h"

#include <string>
#include <utility>
#include <vector>

#include "common/text/characters/charset.h"
#include "indexer/formats/databases/export_reader.h"
#include "indexer/formats/databases/nexis_lines.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/html/html_blocks.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/input/format.h"
#include "indexer/prose/line_cursor.h"
#include "indexer/prose/line_join.h"

namespace hemero {

namespace {

std::vector<std::string> lines_of_page(std::string_view markup) {
  std::vector<std::string> lines;
  for (HtmlBlock& block : read_blocks(parse_html(read_html_source(markup).markup)))
    lines.push_back(std::move(block.text));
  return lines;
}

/// The blocks of a text that a program wrapped: a blank line parts them.
std::vector<std::string> lines_of_text(std::string_view text) {
  std::vector<std::string> lines{""};
  LineCursor cursor(text);
  while (const auto line = cursor.next()) {
    if (line->empty())
      lines.emplace_back();
    else
      append_line(lines.back(), *line);
  }
  return lines;
}

}  // namespace

std::variant<Article, Skip> read_nexis(const Record& record) {
  const std::string text = decode_text(record.bytes, record.charset).text;
  Article article = read_nexis_lines(text.find("</") == std::string::npos ? lines_of_text(text) : lines_of_page(text));
  article.path = record.path;
  article.key = record.key;
  if (article.title.empty() && joined_zones(article, std::nullopt).empty()) return refuse_empty(record);
  return article;
}

namespace {

/// A text begins with what was asked for, then comes the first article.
Likeness nexis_likeness(const Format&, const FileHead& head) {
  if (looks_like_html(head.bytes()) || !is_nexis_export(head.text())) return Likeness::none;
  return Likeness::sure;
}

std::unique_ptr<RecordReader> cut_nexis(ByteInput& input, const Opening& opening) {
  return std::make_unique<ExportReader>(input, opening.file, ExportKind::nexis, opening.limits);
}

}  // namespace

const Format nexis_format{
    .name = "nexis",
    .title = "exports of LexisNexis",
    .endings = {{".html"}, {".htm"}, {".txt"}},
    .likeness = nexis_likeness,
    .cut = cut_nexis,
    .make_extractor = make_extractor_of<PlainExtractor<read_nexis>>,
    .kind_of = &html_format,
    .is_kind = is_nexis_export,
};

}  // namespace hemero
