#include "indexer/formats/documents/document_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/dates/date_reader.h"
#include "common/base/dates/date_search.h"
#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "indexer/formats/databases/nexis_lines.h"
#include "indexer/formats/documents/document.h"
#include "indexer/formats/print/issue_name.h"
#include "indexer/formats/text/scraped_text.h"
#include "indexer/prose/byline.h"
#include "indexer/prose/debris_lines.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using Kind = DocumentBlock::Kind;

constexpr std::size_t longest_line = 160;      ///< code points of a line that is known as debris, or a title
constexpr std::size_t shortest_sentence = 60;  ///< code points that show an article's body
constexpr std::size_t byline_reach = 2;        ///< paragraphs of the body that may stand before a byline

bool is_body(const DocumentBlock& block) {
  return block.kind == Kind::paragraph && ends_sentence(block.text) && code_point_count(block.text) > shortest_sentence;
}

/// Titles that programs give a file which has none: "Microsoft Word - Digue.doc", "P12_digue.indd", "Document1".
bool names_file(std::string_view title) {
  constexpr std::array<std::string_view, 6> begins{"Microsoft Word", "Document", "Untitled",
                                                   "Sans titre",     "Sans nom", "Mise en page"};
  const auto starts = [&](std::string_view begin) { return title.starts_with(begin); };
  const bool one_word = title.find(' ') == std::string_view::npos;
  return one_word || std::any_of(begins.begin(), begins.end(), starts);
}

/// The index of the block that is the title: the one that is set so, else a first heading that stands above the text,
/// else the one that the document's own title repeats; the number of blocks when none is.
std::size_t find_title(const Document& document) {
  const auto& blocks = document.blocks;
  const auto index = [&](auto found) { return static_cast<std::size_t>(found - blocks.begin()); };
  const auto body = std::find_if(blocks.begin(), blocks.end(), is_body);
  for (const Kind kind : {Kind::title, Kind::heading}) {
    const auto found =
        std::find_if(blocks.begin(), body, [&](const DocumentBlock& block) { return block.kind == kind; });
    if (found != body) return index(found);
  }
  const std::string shape = line_shape(document.title);
  const auto repeated = std::find_if(blocks.begin(), body, [&](const DocumentBlock& block) {
    return block.text.size() < 2 * document.title.size() + longest_line && line_shape(block.text) == shape;
  });
  return shape.empty() || repeated == body ? blocks.size() : index(repeated);
}

/// Fills an article from the blocks of a document whose title is known.
class Composer {
 public:
  Composer(Article& article, Choices& choices) : article_(article), choices_(choices) {}

  void add(const DocumentBlock& block) {
    if (block.kind == Kind::debris) return add_debris(block.text);
    bodies_ += is_body(block);
    for (const std::string_view paragraph : split_paragraphs(block.text)) add_paragraph(block.kind, paragraph);
  }

 private:
  void add_paragraph(Kind kind, std::string_view text) {
    if (bodies_ <= byline_reach && take_byline(text)) return append_zone(article_, ZoneKind::debris, text);
    const bool debris = code_point_count(text) <= longest_line && known_line_kind(text) != LineKind::text;
    const bool heading = kind != Kind::paragraph;
    append_zone(article_, debris ? ZoneKind::debris : heading ? ZoneKind::heading : ZoneKind::paragraph, text);
  }

  bool take_byline(std::string_view text) {
    const auto byline = read_byline(text);
    if (!byline) return false;
    if (!article_.date && byline->date) take_date(*byline->date, byline->date_text, "byline");
    for (const std::string& author : byline->authors)
      if (std::find(article_.authors.begin(), article_.authors.end(), author) == article_.authors.end())
        article_.authors.push_back(author);
    return true;
  }

  /// A newspaper's running head names the day.
  void add_debris(const std::string& text) {
    append_zone(article_, ZoneKind::debris, text);
    if (running_head_) return;
    running_head_ = find_date(text);
    if (running_head_ && !article_.date) take_date(running_head_->date, text, "running head");
  }

  void take_date(const Date& date, const std::string& text, const char* rule) {
    article_.date = date;
    article_.date_text = text;
    choices_.push_back({"date", rule, text});
  }

  Article& article_;
  Choices& choices_;
  std::size_t bodies_ = 0;
  std::optional<FoundDate> running_head_;
};

void read_blocks(const Document& document, std::size_t title, Article& article, Choices& choices) {
  article.title = title < document.blocks.size() ? document.blocks[title].text : document.title;
  std::replace(article.title.begin(), article.title.end(), '\n', ' ');
  choices.push_back({"title", title < document.blocks.size() ? "set as the title" : "document title", article.title});
  Composer composer(article, choices);
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    if (i != title) composer.add(document.blocks[i]);
}

/// The document as a text, blank lines between its paragraphs.
std::variant<Article, Skip> read_as_text(const Document& document, const Record& record, Choices& choices) {
  Record text{{}, record.path, record.key};
  for (const DocumentBlock& block : document.blocks)
    if (block.kind != Kind::debris) (text.bytes += block.text) += "\n\n";
  if (text.bytes.empty()) return refuse_empty(record);
  auto result = extract_scraped_text(text, {});
  if (auto* article = std::get_if<Article>(&result)) {
    Composer composer(*article, choices);
    for (const DocumentBlock& block : document.blocks)
      if (block.kind == Kind::debris) composer.add(block);
  }
  return result;
}

/// The day that a file is called after, "Le_Temps_1954-03-02.pdf", goes before the one on which it was made, which of
/// a scan is much later. The same day is left to what may know the hour.
void add_fields(const Document& document, const Record& record, Article& article, Choices& choices) {
  if (article.authors.empty()) article.authors = document.authors;
  if (article.date) return;
  const std::string_view key = record.key;
  const auto named = issue_named_by(key.substr(key.rfind('/') + 1)).date;
  const auto made = read_date(document.date);
  const bool by_name = named && (!made || to_iso_day(*made) != to_iso_day(*named));
  article.date = by_name ? named : made;
  if (!article.date) return;
  article.date_text = by_name ? to_iso(*named) : document.date;
  choices.push_back({"date", by_name ? "name of the file" : "document date", article.date_text});
}

std::string key_of(const Record& record) {
  return record.line == 0 ? record.key : fmt::format("{}:{}", record.key, record.line);
}

std::variant<Article, Skip> read_delivery(const Document& document, const Record& record) {
  std::vector<std::string> lines;
  for (const DocumentBlock& block : document.blocks) lines.push_back(block.text);
  Article article = read_nexis_lines(lines);
  article.path = record.path;
  article.key = key_of(record);
  if (article.title.empty() && joined_zones(article, std::nullopt).empty()) return refuse_empty(record);
  return article;
}

}  // namespace

std::variant<Article, Skip> read_document_article(const Record& record, Choices& choices) {
  const Document& document = *record.document;
  if (document.blocks.empty()) return refuse_empty(record);
  if (document.of_nexis) return read_delivery(document, record);
  const std::size_t title = find_title(document);
  const bool known = title < document.blocks.size() || (!document.title.empty() && !names_file(document.title));
  std::variant<Article, Skip> result = Article{};
  if (known)
    read_blocks(document, title, std::get<Article>(result), choices);
  else
    result = read_as_text(document, record, choices);
  auto* article = std::get_if<Article>(&result);
  if (article == nullptr) return result;
  article->path = record.path;
  article->key = key_of(record);
  add_fields(document, record, *article, choices);
  if (article->title.empty() && joined_zones(*article, std::nullopt).empty()) return refuse_empty(record);
  return result;
}

}  // namespace hemero
