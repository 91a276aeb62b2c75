#include "indexer/formats/databases/europresse_article.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "common/base/dates/date_search.h"
#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "common/text/characters/unicode.h"
#include "indexer/formats/databases/export_reader.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/html/html_blocks.h"
#include "indexer/formats/html/html_find.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/input/format.h"
#include "indexer/prose/byline.h"
#include "indexer/prose/debris_lines.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

constexpr std::size_t longest_signature = 80;  ///< code points
constexpr std::size_t longest_debris = 160;    ///< code points of a line that is known as debris
constexpr std::size_t longest_kicker = 160;    ///< code points of a line above the title

/// The nodes of a subtree.
struct NodeRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return end == 0; }
  bool holds(std::uint32_t node) const { return node >= begin && node < end; }
};

NodeRange range_of(const HtmlTree& tree, std::initializer_list<std::string_view> classes) {
  const auto found = find_class(tree, classes);
  return found ? NodeRange{*found, tree.node(*found).end} : NodeRange{};
}

/// Where the text stands; empty before 2013.
NodeRange text_range(const HtmlTree& tree) {
  if (const NodeRange own = range_of(tree, {"docOcurrContainer", "DocText"}); !own.empty()) return own;
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.node(i).tag == "section") return {i, tree.node(i).end};
  return {};
}

/// Where the authors stand by a class: of their own, or that of the last line below the title, which the title's part
/// does not hold.
NodeRange author_range(const HtmlTree& tree, const NodeRange& title) {
  if (const NodeRange own = range_of(tree, {"docAuthors"}); !own.empty()) return own;
  NodeRange last;
  for (std::uint32_t i = title.end; i < tree.size(); ++i)
    if (has_class(tree, tree.node(i), "sm-margin-bottomNews")) last = {i, tree.node(i).end};
  return last;
}

/// What stands in the header beside it: where else the article appeared, and what is told of the document.
std::vector<NodeRange> ranges_beside(const HtmlTree& tree) {
  std::vector<NodeRange> ranges;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree.node(i);
    if (!has_class(tree, node, "apd-wrapper") && !has_class(tree, node, "rdp__newsdoc")) continue;
    ranges.push_back({i, node.end});
    i = node.end - 1;
  }
  return ranges;
}

/// The lines of a header without the usual classes, as pages of the web have it: newspaper, then section and date.
std::string plain_header_line(const HtmlTree& tree, std::size_t number) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.node(i).tag == "div" && has_class(tree, tree.node(i), "sm-margin-bottom") && number-- == 0)
      return tree.line_of(i);
  return {};
}

/// Behind the last node that names the newspaper or is part of the header.
std::uint32_t end_of_header(const HtmlTree& tree) {
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (has_class(tree, tree.node(i), "DocHeader") || has_class(tree, tree.node(i), "DocPublicationName"))
      end = tree.node(i).end;
  return end;
}

/// The header on one line. Before 2013 each piece of it is an element of its own: section, weekday, date, page.
std::string header_line(const HtmlTree& tree) {
  std::string line;
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (has_class(tree, tree.node(i), "DocHeader")) append_collapsed(line, tree.line_of(i) + " ");
  if (line.empty()) line = line_of_class(tree, {"rdp__DocHeader"});
  return line.empty() ? plain_header_line(tree, 1) : std::string(trimmed(line));
}

/// "Le Monde" of "Le Monde, no. 22345", of "Le Monde no 22345" and of "Le Monde (site web)": the edition is no part of
/// the name.
std::string without_edition(std::string name) {
  for (const std::string_view edition :
       {", no", " no. ", ", n°", ", vol", ", Vol", " • ", " (site web", " (website", " (web site"})
    if (const auto at = name.find(edition); at != std::string::npos) name.resize(at);
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
  auto found = find_date(header);
  if (!found) found = find_date(header, DateTrust::field);  // of a monthly
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

/// What is printed below an article: to whom the page was given out, and the document's number.
bool is_certificate(std::string_view text) {
  return text.find("news·") != std::string_view::npos || text.starts_with("Numéro de document") ||
         text.starts_with("Ce certificat est émis") || text.starts_with("Date d'émission");
}

bool is_debris(std::string_view line) {
  const bool known = code_point_count(line) <= longest_debris && known_line_kind(line) != LineKind::text;
  return known || is_legal_notice(line) || is_certificate(line) ||
         line.find("article est paru dans") != std::string_view::npos || line.starts_with("Aussi paru dans");
}

/// Puts an export's blocks where they belong: into the text, beside it, or nowhere when a field holds them.
class TextBuilder {
 public:
  TextBuilder(const HtmlTree& tree, Article& article)
      : article_(article),
        header_end_(end_of_header(tree)),
        title_(range_of(tree, {"titreArticle", "titreArticleVisu", "TitreArticleVisu", "grandTitre"})),
        author_(author_range(tree, title_)),
        text_(text_range(tree)),
        beside_(ranges_beside(tree)) {
    if (!author_.empty()) article_.authors = names_of_signature(tree.line_of(author_.begin));
  }

  void add(const std::vector<HtmlBlock>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const std::uint32_t next = i + 1 < blocks.size() ? blocks[i + 1].node : std::numeric_limits<std::uint32_t>::max();
      add(blocks[i], next);
    }
  }

 private:
  /// `next` is the first node of the block behind it.
  void add(const HtmlBlock& block, std::uint32_t next) {
    if (author_.holds(block.node)) return;
    if (stands_beside(block.node)) return append_zone(article_, ZoneKind::debris, block.text);
    const bool of_title = block.node < title_.end && next > title_.begin;
    if (of_title && block.node >= header_end_) return add_of_title(block);
    if (block.node < title_.end) return add_above_title(block);
    if (title_.empty() && !text_.holds(block.node)) return append_zone(article_, ZoneKind::debris, block.text);
    if (!begun_ && is_author(block)) {
      article_.authors = names_of_signature(block.text);
      return;
    }
    add_text(block);
  }

  bool stands_beside(std::uint32_t node) const {
    const auto next = std::upper_bound(beside_.begin(), beside_.end(), node,
                                       [](std::uint32_t at, const NodeRange& range) { return at < range.begin; });
    return next != beside_.begin() && std::prev(next)->holds(node);
  }

  void add_text(const HtmlBlock& block) {
    const bool inside = text_.empty() ? !ended_ : text_.holds(block.node);
    begun_ = begun_ || inside;
    for (const std::string_view line : trimmed_lines(block.text)) {
      if (line.empty()) continue;
      ended_ = ended_ || (text_.empty() && is_certificate(line));
      append_zone(article_, inside && !ended_ ? kind_of(block, line) : ZoneKind::debris, line);
    }
  }

  static ZoneKind kind_of(const HtmlBlock& block, std::string_view line) {
    if (is_debris(line)) return ZoneKind::debris;
    return block.kind == BlockKind::heading ? ZoneKind::heading : ZoneKind::paragraph;
  }

  /// Where no class tells the authors they are a short line between title and text.
  bool is_author(const HtmlBlock& block) const {
    return author_.empty() && !title_.empty() && article_.authors.empty() && !text_.holds(block.node) &&
           block.length <= longest_signature && !block.sentence && block.text.find('\n') == std::string::npos &&
           !is_debris(block.text);
  }

  /// Beside the title stand a line above it and one below.
  void add_of_title(const HtmlBlock& block) {
    std::string whole = block.text;
    std::replace(whole.begin(), whole.end(), '\n', ' ');
    if (whole == article_.title) return;
    for (const std::string_view line : trimmed_lines(block.text))
      if (!line.empty() && line != article_.title) append_zone(article_, ZoneKind::lead, line);
  }

  /// Between header and title stands a kicker, or the supplement's name.
  void add_above_title(const HtmlBlock& block) {
    const bool kicker = block.node >= header_end_ && block.length <= longest_kicker && !is_debris(block.text);
    append_zone(article_, kicker ? ZoneKind::lead : ZoneKind::debris, block.text);
  }

  Article& article_;
  std::uint32_t header_end_;  ///< node
  NodeRange title_;
  NodeRange author_;
  NodeRange text_;
  std::vector<NodeRange> beside_;  ///< in the order of the page
  bool begun_ = false;
  bool ended_ = false;  ///< what is printed below the text was reached
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
  article.title =
      line_of_class(tree, {"rdp__articletitle", "titreArticleVisu", "TitreArticleVisu", "titreArticle", "grandTitre"});
  article.source = without_edition(line_of_class(tree, {"DocPublicationName", "rdp__DocPublicationName"}));
  if (article.source.empty()) article.source = without_edition(plain_header_line(tree, 0));
  const std::string header = header_line(tree);
  read_header(header, article);
  choices.push_back({"date", "DocHeader", header});
  if (!article.date) set_date_of_number(article);
  TextBuilder(tree, article).add(blocks);
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
