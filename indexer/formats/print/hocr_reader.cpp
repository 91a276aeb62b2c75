#include "indexer/formats/print/hocr_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

#include "common/text/characters/charset.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/html/html_find.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/formats/print/ocr_lines.h"
#include "indexer/formats/print/page_record.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

template <std::size_t size>
bool has_class_of(const HtmlTree& tree, const HtmlNode& node, const std::array<std::string_view, size>& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return has_class(tree, node, name); });
}

bool is_line(const HtmlTree& tree, const HtmlNode& node) {
  constexpr std::array<std::string_view, 6> names{"ocr_line",    "ocrx_line",     "ocr_header",
                                                  "ocr_caption", "ocr_textfloat", "ocr_footer"};
  return has_class_of(tree, node, names);
}

bool is_block(const HtmlTree& tree, const HtmlNode& node) {
  constexpr std::array<std::string_view, 3> names{"ocr_par", "ocr_carea", "ocrx_block"};
  return has_class_of(tree, node, names);
}

/// The number behind a name among the properties in a title: "bbox 0 0 9 9; x_wconf 95".
std::optional<int> property(std::string_view properties, std::string_view name) {
  while (!properties.empty()) {
    std::string_view one = properties.substr(0, properties.find(';'));
    properties.remove_prefix(std::min(one.size() + 1, properties.size()));
    one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
    if (!one.starts_with(name) || one.size() <= name.size() || one[name.size()] != ' ') continue;
    one.remove_prefix(name.size() + 1);
    int value = 0;
    if (std::from_chars(one.data(), one.data() + one.size(), value).ec == std::errc()) return value;
  }
  return std::nullopt;
}

class PageReader {
 public:
  PageReader(const HtmlTree& tree, std::uint32_t page) : tree_(tree), page_(page) {}

  AltoPage read() {
    const HtmlNode& page = tree_.node(page_);
    if (const auto number = property(tree_.attribute(page, "title"), "ppageno"))
      result_.number = std::to_string(std::int64_t{*number} + 1);
    for (std::uint32_t i = page_ + 1; i < page.end; ++i) {
      const HtmlNode& node = tree_.node(i);
      if (is_block(tree_, node)) end_block();
      if (is_line(tree_, node)) {
        add_line(i);
        i = node.end - 1;
      }
    }
    end_block();
    return std::move(result_);
  }

 private:
  void add_line(std::uint32_t line) {
    lines_ += tree_.line_of(line) + "\n";
    for (std::uint32_t i = line; i < tree_.node(line).end; ++i) {
      const HtmlNode& node = tree_.node(i);
      const auto confidence = node.tag.empty() ? std::nullopt : property(tree_.attribute(node, "title"), "x_wconf");
      if (!confidence || *confidence < 0 || *confidence > 100) continue;
      ++block_.rated;
      block_.confidence += *confidence / 100.0;
    }
  }

  void end_block() {
    block_.text = join_printed_lines(std::exchange(lines_, {}));
    if (!block_.text.empty()) result_.blocks.push_back(std::move(block_));
    block_ = {};
  }

  const HtmlTree& tree_;
  std::uint32_t page_;
  AltoPage result_;
  PrintedBlock block_;
  std::string lines_;
};

bool is_hocr(std::string_view beginning) {
  const auto has = [&](std::string_view words) { return beginning.find(words) != std::string_view::npos; };
  return has("ocr_page") && (has("ocr_line") || has("ocrx_word") || has("ocr_par"));
}

std::unique_ptr<RecordReader> cut_pages(ByteInput& input, const Opening& opening) {
  return std::make_unique<HocrReader>(input, opening.file, opening.limits);
}

std::variant<Article, Skip> read_page(const Record& record) { return *record.printed; }

}  // namespace

std::vector<AltoPage> read_hocr_pages(const HtmlTree& tree) {
  std::vector<AltoPage> pages;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (!has_class(tree, tree.node(i), "ocr_page")) continue;
    pages.push_back(PageReader(tree, i).read());
    i = tree.node(i).end - 1;
  }
  return pages;
}

std::optional<SourceItem> HocrReader::next() {
  if (!std::exchange(opened_, true)) open();
  if (items_.empty()) return std::nullopt;
  SourceItem item = std::move(items_.front());
  items_.pop_front();
  return item;
}

void HocrReader::open() {
  SourceItem whole = *whole_.next();
  const auto* record = std::get_if<Record>(&whole);
  if (record == nullptr) return items_.push_back(std::move(whole));
  const DecodedText decoded = decode_text(record->bytes, declared_charset(record->bytes));
  const std::vector<AltoPage> pages = read_hocr_pages(parse_html(read_html_source(decoded.text).markup));
  for (std::size_t i = 0; i < pages.size(); ++i)
    items_.push_back(item_of_page(file_, pages[i], pages.size() > 1 ? i + 1 : 0));
}

const Format hocr_format{
    .name = "hocr",
    .title = "pages read by OCR (hOCR)",
    .endings = {{".hocr", Likeness::perhaps}, {".html"}, {".htm"}},
    .likeness = no_likeness,
    .cut = cut_pages,
    .make_extractor = make_extractor_of<PlainExtractor<read_page>>,
    .kind_of = &html_format,
    .is_kind = is_hocr,
};

}  // namespace hemero
