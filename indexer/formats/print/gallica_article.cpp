#include "indexer/formats/print/gallica_article.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "common/base/dates/date_reader.h"
#include "common/text/characters/charset.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/html/html_blocks.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/formats/print/issue_name.h"
#include "indexer/formats/print/ocr_lines.h"
#include "indexer/input/format.h"
#include "indexer/input/whole_file.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::string_view notice_title = "Notice complète";
constexpr std::string_view library = "https://gallica.bnf.fr/";  ///< what stands before an ARK of the library

constexpr std::array<std::string_view, 19> labels{"Titre",
                                                  "Auteur",
                                                  "Éditeur",
                                                  "Date d'édition",
                                                  "Date d’édition",
                                                  "Contributeur",
                                                  "Sujet",
                                                  "Type",
                                                  "Langue",
                                                  "Format",
                                                  "Description",
                                                  "Droits",
                                                  "Identifiant",
                                                  "Source",
                                                  "Provenance",
                                                  "Relation",
                                                  "Notice",
                                                  "Couverture",
                                                  "Date de mise en ligne"};

/// "Titre : Le Petit Boulevardier" → label and value.
struct NoticeLine {
  std::string_view label;  ///< empty for a line of another kind
  std::string_view value;
};

NoticeLine notice_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view name = trimmed(line.substr(0, colon));
  const auto* const known =
      std::find_if(labels.begin(), labels.end(), [&](std::string_view label) { return name.starts_with(label); });
  if (known == labels.end() || name.size() > known->size() + 20) return {};
  return {*known, trimmed(line.substr(colon + 1))};
}

/// What is said of the machine that read the text.
bool is_warning(std::string_view line) {
  const auto has = [&](std::string_view words) { return line.find(words) != std::string_view::npos; };
  return has("reconnaissance de caractères") || has("reconnaissance optique") || has("taux de reconnaissance") ||
         (has("OCR") && line.size() <= 80);
}

/// 0.97 of "… est de 97%."
std::optional<double> rate_in(std::string_view line) {
  const std::size_t sign = line.find('%');
  if (sign == std::string_view::npos) return std::nullopt;
  const std::string_view before = trimmed(line.substr(0, sign));
  const std::size_t begin = before.find_last_not_of("0123456789") + 1;
  int percent = 0;
  const auto [end, error] = std::from_chars(before.data() + begin, before.data() + before.size(), percent);
  if (error != std::errc() || percent < 1 || percent > 100) return std::nullopt;
  return percent / 100.0;
}

class GallicaText {
 public:
  Article read(const std::vector<std::string>& blocks) {
    std::size_t at = 0;
    while (at < blocks.size() && !blocks[at].starts_with(notice_title)) add_debris(blocks[at++]);
    if (at < blocks.size()) add_debris(blocks[at++]);
    while (at < blocks.size() && read_notice(blocks[at])) ++at;
    name();
    for (; at < blocks.size(); ++at)
      if (const std::string line = join_printed_lines(blocks[at]); !line.empty())
        append_zone(article_, ZoneKind::paragraph, line);
    return std::move(article_);
  }

 private:
  void add_debris(const std::string& block) { append_zone(article_, ZoneKind::debris, block); }

  /// False for the first block of the text.
  bool read_notice(const std::string& block) {
    if (is_warning(block)) {
      warned_ = true;
      if (const auto rate = rate_in(block)) article_.ocr_confidence = rate;
    } else if (const NoticeLine found = notice_line(block); !warned_ && !found.label.empty()) {
      take(found);
    } else {
      return false;
    }
    add_debris(block);
    return true;
  }

  void take(const NoticeLine& line) {
    const std::string value(line.value);
    const auto fill = [&](std::string& field) {
      if (field.empty()) field = value;
    };
    if (line.label == "Titre") fill(title_);
    if (line.label == "Auteur" && !value.empty()) article_.authors.push_back(value);
    if (line.label == "Type") serial_ = serial_ || value.find("série") != std::string::npos;
    if (line.label == "Langue" && article_.language.empty()) article_.language = value;
    if (line.label.starts_with("Date d") && line.label.ends_with("édition")) fill(article_.date_text);
    if (line.label == "Description" && described_ == std::nullopt) described_ = read_date(value);
    if (const auto ark = value.find("ark:/"); line.label == "Identifiant" && ark != std::string::npos)
      fill_address(value, ark);
  }

  void fill_address(const std::string& value, std::size_t ark) {
    if (!article_.url.empty()) return;
    article_.url = value.starts_with("http") ? value : std::string(library) + value.substr(ark);
  }

  /// An issue is called as its newspaper and its day, a book as it is.
  void name() {
    article_.date = read_date(article_.date_text);
    if (described_ && (!article_.date || article_.date->precision < described_->precision)) article_.date = described_;
    if (serial_) article_.source = title_;
    article_.title = serial_ ? issue_title(title_, article_.date, {}) : title_;
  }

  Article article_;
  std::string title_;
  std::optional<Date> described_;  ///< the day that a description is
  bool serial_ = false;
  bool warned_ = false;
};

std::vector<std::string> blocks_of_page(std::string_view markup) {
  std::vector<std::string> blocks;
  for (HtmlBlock& block : read_blocks(parse_html(read_html_source(markup).markup)))
    blocks.push_back(std::move(block.text));
  return blocks;
}

bool is_gallica_text(std::string_view beginning) {
  const auto has = [&](std::string_view words) { return beginning.find(words) != std::string_view::npos; };
  return has(notice_title) && has("Titre") && has("ark:/");
}

/// A line each as long as the notice lasts, then paragraphs.
std::vector<std::string> blocks_of_text(std::string_view text) {
  std::vector<std::string> blocks;
  bool notice = true;
  bool begun = false;
  while (notice && !text.empty()) {
    const std::string_view line = trimmed(text.substr(0, text.find('\n')));
    begun = begun || line.starts_with(notice_title);
    notice = line.empty() || !begun || line.starts_with(notice_title) || is_warning(line) ||
             !notice_line(line).label.empty();
    if (!notice) break;
    if (!line.empty()) blocks.emplace_back(line);
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  for (const std::string_view paragraph : split_paragraphs(text)) blocks.emplace_back(paragraph);
  return blocks;
}

}  // namespace

std::variant<Article, Skip> read_gallica(const Record& record) {
  const std::string text =
      decode_text(record.bytes, record.charset.empty() ? declared_charset(record.bytes) : record.charset).text;
  Article article = GallicaText().read(looks_like_html(text) ? blocks_of_page(text) : blocks_of_text(text));
  article.path = record.path;
  article.key = article.url.empty() ? record.key : article.url;
  if (article.title.empty() && joined_zones(article, std::nullopt).empty()) return refuse_empty(record);
  return article;
}

namespace {

Likeness gallica_likeness(const Format&, const FileHead& head) {
  if (looks_like_html(head.bytes()) || !is_gallica_text(head.text())) return Likeness::none;
  return Likeness::sure;
}

}  // namespace

const Format gallica_format{
    .name = "gallica",
    .title = "plain text of Gallica",
    .endings = {{".html"}, {".htm"}, {".txt"}},
    .likeness = gallica_likeness,
    .cut = cut_whole,
    .make_extractor = make_extractor_of<PlainExtractor<read_gallica>>,
    .kind_of = &html_format,
    .is_kind = is_gallica_text,
};

}  // namespace hemero
