#include "indexer/formats/html/html_article.h"

#include <algorithm>
#include <utility>

#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "indexer/formats/html/html_authors.h"
#include "indexer/formats/html/html_dates.h"
#include "indexer/formats/html/html_fields.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/formats/html/html_title.h"
#include "indexer/input/format.h"
#include "indexer/input/whole_file.h"
#include "indexer/prose/article_text.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

std::string description_of(const HtmlPage& page) {
  if (!page.json_ld.description.empty()) return page.json_ld.description;
  for (const char* name : {"og:description", "description", "twitter:description"})
    if (const MetaTag* tag = page.find_meta(name)) return tag->content;
  return {};
}

bool has_text(const HtmlBody& body) {
  return std::any_of(body.pieces.begin(), body.pieces.end(), [](const auto& piece) {
    return piece.kind == ZoneKind::paragraph || piece.kind == ZoneKind::lead;
  });
}

/// What JSON-LD and <meta> hold of the text, for pages that show none. False when they hold nothing.
bool set_text_of_metadata(const HtmlPage& page, Article& article, Choices& choices) {
  const std::string description = description_of(page);
  if (description.empty() && page.json_ld.body.empty()) return false;
  article.text.clear();
  article.zones.clear();
  set_text(article, description, page.json_ld.body);
  choices.push_back({"text", page.json_ld.body.empty() ? "description" : "json-ld articleBody", {}});
  return true;
}

bool is_debris(const HtmlBody& body) {
  return std::all_of(body.pieces.begin(), body.pieces.end(),
                     [](const auto& piece) { return piece.kind == ZoneKind::debris; });
}

/// The text that was found; else what the metadata hold; else, if the page has a title, all words that may be text.
void set_text_of_page(const HtmlPage& page, HtmlBody body, Article& article, Choices& choices) {
  if (!has_text(body)) {
    if (set_text_of_metadata(page, article, choices)) return;
    if (!article.title.empty()) take_weak_pieces(body, page.blocks);
    if (is_debris(body)) return;
  }
  for (const auto& piece : body.pieces) append_zone(article, piece.kind, page.blocks[piece.block].text);
  choices.push_back({"text", body.rule, {}});
}

}  // namespace

std::variant<Article, Skip> extract_html(const Record& record, Choices& choices, const HtmlLimits& limits) {
  if (trimmed(record.bytes).empty()) return refuse(record, reason::empty, message("the file is empty"));
  if (looks_binary(record.bytes)) return refuse(record, reason::binary, message("the file is not text"));
  const DecodedText decoded =
      decode_text(record.bytes, record.charset.empty() ? declared_charset(record.bytes) : record.charset);
  const HtmlSource source = read_html_source(decoded.text, limits);
  const HtmlPage page(source.markup, source.json_ld, limits);
  Article article;
  article.path = record.path;
  choices.push_back({"charset", decoded.charset, {}});
  if (page.tree.truncated()) choices.push_back({"page", "truncated", {}});
  find_title(page, article, choices);
  find_fields(page, article, choices);
  if (article.url.empty() && !record.url.empty()) {
    article.url = record.url;
    choices.push_back({"url", "WARC-Target-URI", record.url});
  }
  article.key = article.url.empty() ? record.key : article.url;
  HtmlBody body = find_body(page.tree, page.blocks, page.parts, {article.title, description_of(page)});
  find_dates(page, body, article, choices);
  find_authors(page, body, article, choices);
  set_text_of_page(page, std::move(body), article, choices);
  if (article.title.empty() && joined_zones(article, std::nullopt).empty()) return refuse_empty(record);
  return article;
}

namespace {

class HtmlArticleReader final : public ArticleExtractor {
 public:
  explicit HtmlArticleReader(const ReadingOptions& options) : limits_(options.html) {}

  std::variant<Article, Skip> read(const Record& record, Choices& choices) override {
    return extract_html(record, choices, limits_);
  }

 private:
  HtmlLimits limits_;
};

Likeness html_likeness(const Format&, const FileHead& head) {
  return looks_like_html(head.bytes()) ? Likeness::perhaps : Likeness::none;
}

}  // namespace

const Format html_format{
    .name = "html",
    .title = "web pages",
    .endings = {{".html", Likeness::sure}, {".htm", Likeness::sure}},
    .likeness = html_likeness,
    .cut = cut_whole,
    .make_extractor = make_extractor_of<HtmlArticleReader>,
};

}  // namespace hemero
