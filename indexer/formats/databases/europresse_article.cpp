#include "indexer/formats/databases/europresse_article.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "common/base/message.h"
#include "common/text/charset.h"
#include "common/text/unicode.h"
#include "indexer/formats/databases/export_reader.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/html/html_blocks.h"
#include "indexer/formats/html/html_find.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/input/format.h"
#include "indexer/prose/byline.h"
#include "indexer/prose/debris_lines.h"
#include "indexer/prose/english_date.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_signature = 80;  ///< code points
constexpr std::size_t longest_debris = 160;    ///< code points of a line that is known as debris

/// The nodes of a subtree.
struct NodeRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool holds(std::uint32_t node) const { return node >= begin && node < end; }
};

NodeRange range_of(const HtmlTree& tree, std::initializer_list<std::string_view> classes) {
  const auto found = find_class(tree, classes);
  return found ? NodeRange{*found, tree.node(*found).end} : NodeRange{};
}

/// Where the authors stand: in a class of their own, or in the line below the title that the title's part does not
/// hold.
NodeRange author_range(const HtmlTree& tree) {
  if (const NodeRange own = range_of(tree, {"docAuthors"}); own.end > 0) return own;
  const NodeRange title = range_of(tree, {"titreArticle"});
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (!title.holds(i) && has_class(tree, tree.node(i), "sm-margin-bottomNews")) return {i, tree.node(i).end};
  return {};
}

/// "Le Monde" of "Le Monde, no. 22345" and of "Le Monde no 22345".
std::string without_number(std::string name) {
  for (const std::string_view number : {", no", " no. ", ", n°", " • "})
    if (const auto at = name.find(number); at != std::string::npos) name.resize(at);
  return std::string(trimmed(name));
}

/// "Culture" of "Culture, lundi ": the weekday belongs to the date.
std::string section_before(std::string_view text) {
  std::string_view section = trimmed(text);
  const auto strip = [&] {
    while (section.ends_with(',') || section.ends_with('-')) section = trimmed(section.substr(0, section.size() - 1));
  };
  strip();
  constexpr std::array<std::string_view, 14> weekdays{"lundi",    "mardi",    "mercredi", "jeudi",   "vendredi",
                                                      "samedi",   "dimanche", "Monday",   "Tuesday", "Wednesday",
                                                      "Thursday", "Friday",   "Saturday", "Sunday"};
  const std::size_t blank = section.find_last_of(" ,");
  const std::string_view last = blank == std::string_view::npos ? section : section.substr(blank + 1);
  if (std::find(weekdays.begin(), weekdays.end(), last) == weekdays.end()) return std::string(section);
  section.remove_suffix(last.size());
  section = trimmed(section);
  strip();
  return std::string(section);
}

/// "Culture, lundi 3 octobre 2016, p. 12" → section and date; the page is in no field.
void read_header(const std::string& header, Article& article) {
  const auto found = find_printed_date(header);
  if (!found) return;
  article.date = found->date;
  article.date_text = header.substr(found->begin, found->end - found->begin);
  article.section = section_before(std::string_view(header).substr(0, found->begin));
}

/// "news·20161003·LM·5007316", wherever it is printed; the signs between its parts differ.
std::string document_number(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
  std::string number = line_of_class(tree, {"publiC-lblNodoc", "PubliC_lblNodoc"});
  for (const HtmlBlock& block : blocks)
    if (const auto at = block.text.find("news·"); number.empty() && at != std::string::npos)
      number = block.text.substr(at, block.text.find(' ', at) - at);
  if (const auto colon = number.rfind(": "); colon != std::string::npos) number.erase(0, colon + 2);
  return std::string(trimmed(number));
}

/// The day in a document's number: "20161003".
void set_date_of_number(Article& article) {
  for (std::size_t at = 0; at + 8 <= article.key.size() && !article.date; ++at)
    if (article.key.find_first_not_of("0123456789", at) >= at + 8) {
      article.date_text = article.key.substr(at, 8);
      article.date = parse_iso_date(article.date_text);
      if (!article.date) article.date_text.clear();
    }
}

/// "Claire Vasseur; Paul Le Goff", "Par Claire Vasseur et Paul Le Goff".
std::vector<std::string> names_of(std::string line) {
  for (const std::string_view by : {"Par ", "PAR ", "par ", "By ", "BY "})
    if (line.starts_with(by)) line.erase(0, by.size());
  std::vector<std::string> names;
  while (!line.empty()) {
    std::size_t end = std::min(line.find(';'), line.size());
    std::size_t next = end + 1;
    if (const auto both = line.find(" et "); both < end) next = (end = both) + 4;
    if (const auto name = trimmed(std::string_view(line).substr(0, end)); !name.empty()) names.emplace_back(name);
    line.erase(0, std::min(next, line.size()));
  }
  return names;
}

/// The page of the article: what « Cet article est paru dans Le Monde (site web) » leads to.
std::string printed_address(const HtmlTree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree.node(i);
    const std::string_view address = node.tag == "a" ? tree.attribute(node, "href") : std::string_view();
    if (address.starts_with("http") && tree.line_of(i).find("article est paru dans") != std::string::npos)
      return std::string(address);
  }
  return {};
}

bool is_legal_notice(std::string_view text) {
  return text.starts_with("©") || text.starts_with("Copyright ©") || text.starts_with("Tous droits réservés") ||
         text.starts_with("Le présent document est protégé") || text.starts_with("All rights reserved");
}

bool is_debris(const HtmlBlock& block) {
  return (block.length <= longest_debris && known_line_kind(block.text) != LineKind::text) ||
         is_legal_notice(block.text) || block.text.find("article est paru dans") != std::string::npos ||
         block.text.find("news·") != std::string::npos;
}

/// Puts an export's blocks where they belong: into the text, beside it, or nowhere when a field holds them.
class TextBuilder {
 public:
  TextBuilder(const HtmlTree& tree, Article& article) : article_(article) {
    text_ = range_of(tree, {"docOcurrContainer", "DocText"});
    title_ = range_of(tree, {"titreArticle", "titreArticleVisu", "TitreArticleVisu"});
    author_ = author_range(tree);
    if (author_.end > 0) article_.authors = names_of(tree.line_of(author_.begin));
  }

  void add(const HtmlBlock& block) {
    if (author_.holds(block.node)) return;
    if (title_.holds(block.node)) return add_of_title(block);
    const bool old_text = text_.end == 0 && block.node >= title_.end && title_.end > 0;
    if (!text_.holds(block.node) && !old_text) return append_zone(article_, ZoneKind::debris, block.text);
    if (old_text && !std::exchange(begun_, true) && is_signature(block)) {
      article_.authors = names_of(block.text);
      return append_zone(article_, ZoneKind::debris, block.text);
    }
    for (const std::string_view line : trimmed_lines(block.text))
      if (!line.empty()) append_zone(article_, kind_of(block), line);
  }

 private:
  static ZoneKind kind_of(const HtmlBlock& block) {
    if (is_debris(block)) return ZoneKind::debris;
    return block.kind == BlockKind::heading ? ZoneKind::heading : ZoneKind::paragraph;
  }

  static bool is_signature(const HtmlBlock& block) {
    return block.length <= longest_signature && !block.sentence && block.text.find('\n') == std::string::npos;
  }

  /// Beside the title stand a line above it and one below.
  void add_of_title(const HtmlBlock& block) {
    if (block.text != article_.title) append_zone(article_, ZoneKind::lead, block.text);
  }

  Article& article_;
  NodeRange text_;
  NodeRange title_;
  NodeRange author_;
  bool begun_ = false;
};

}  // namespace

std::variant<Article, Skip> read_europresse(const Record& record, Choices& choices) {
  const DecodedText decoded = decode_text(record.bytes, record.charset);
  std::string_view markup = decoded.text;
  markup = markup.substr(0, markup.rfind("</article>"));
  const HtmlTree tree = parse_html(read_html_source(markup).markup);
  const std::vector<HtmlBlock> blocks = read_blocks(tree);
  Article article;
  article.path = record.path;
  article.key = document_number(tree, blocks);
  article.url = printed_address(tree);
  article.title = line_of_class(tree, {"rdp__articletitle", "titreArticleVisu", "TitreArticleVisu", "titreArticle"});
  article.source = without_number(line_of_class(tree, {"DocPublicationName", "rdp__DocPublicationName"}));
  const std::string header = line_of_class(tree, {"DocHeader", "rdp__DocHeader"});
  read_header(header, article);
  choices.push_back({"date", "DocHeader", header});
  if (!article.date) set_date_of_number(article);
  TextBuilder text(tree, article);
  for (const HtmlBlock& block : blocks) text.add(block);
  if (article.key.empty()) article.key = article.url.empty() ? record.key : article.url;
  if (!article.title.empty() || !joined_zones(article, std::nullopt).empty()) return article;
  return Skip{
      reason::no_text, message("there is neither a title nor a text"), record.path, 0, record.offset, {}, false};
}

namespace {

std::unique_ptr<RecordReader> cut_europresse(ByteInput& input, const Opening& opening) {
  return std::make_unique<ExportReader>(input, opening.file, ExportKind::europresse, opening.limits);
}

}  // namespace

const Format europresse_format{
    .name = "europresse",
    .title = "exports of Europresse",
    .endings = {{".html"}, {".htm"}},
    .likeness = no_likeness,
    .cut = cut_europresse,
    .make_extractor = make_extractor_of<PlainExtractor<read_europresse>>,
    .kind_of = &html_format,
    .is_kind = is_europresse_page,
};

}  // namespace hemero
