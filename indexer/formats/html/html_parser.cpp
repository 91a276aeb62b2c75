#include "indexer/formats/html/html_parser.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <new>

namespace hemero {

namespace {

constexpr std::uint64_t most_work = 400'000'000;  ///< on errors, in comparisons of tag names: about a second

std::string_view view(const xmlChar* text) {
  const char* bytes = reinterpret_cast<const char*>(text);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, std::strlen(bytes));
}

/// The elements of HTML 5 that hold nothing and are no such to the parser: it ends them with what they stand in.
bool holds_nothing(std::string_view tag) {
  constexpr std::array<std::string_view, 6> tags{"bgsound", "embed", "keygen", "source", "track", "wbr"};
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Takes what the parser reports and builds the tree.
class TreeBuilder {
 public:
  TreeBuilder(htmlParserCtxtPtr parser, const HtmlLimits& limits) : parser_(parser), limits_(limits) {}

  void start(const xmlChar* name, const xmlChar** attributes) {
    if (open_.size() >= limits_.nesting || tree_.size() >= limits_.nodes) {
      tree_.set_truncated();
      ++left_out_;
      if (tree_.size() >= limits_.nodes) xmlStopParser(parser_);
      return;
    }
    const std::uint32_t around = open_.empty() ? 0 : open_.back();
    const std::uint32_t element = tree_.open(view(name), around);
    open_.push_back(holds_nothing(view(name)) ? around : element);
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
      tree_.add_attribute(view(attributes[0]), view(attributes[1]));
  }

  void end() {
    if (left_out_ > 0) {
      --left_out_;
    } else if (!open_.empty()) {
      tree_.close(open_.back());
      open_.pop_back();
    }
  }

  void text(std::string_view characters) { tree_.add_text(characters, open_.empty() ? 0 : open_.back()); }

  /// Each error takes its time; an end tag that matches nothing was compared with every open element.
  void error(int code) {
    constexpr std::uint64_t report = 200;
    work_ += report + (code == XML_ERR_TAG_NAME_MISMATCH ? static_cast<std::uint64_t>(parser_->nameNr) : 0);
    if (work_ < most_work) return;
    tree_.set_truncated();
    xmlStopParser(parser_);
  }

  HtmlTree take_tree() {
    while (!open_.empty()) {
      tree_.close(open_.back());
      open_.pop_back();
    }
    tree_.close(0);
    return std::move(tree_);
  }

 private:
  htmlParserCtxtPtr parser_;
  HtmlLimits limits_;
  HtmlTree tree_;
  std::vector<std::uint32_t> open_;  ///< for an element that holds nothing that which it stands in
  std::size_t left_out_ = 0;         ///< open elements that are not in the tree
  std::uint64_t work_ = 0;
};

void on_start(void* builder, const xmlChar* name, const xmlChar** attributes) {
  static_cast<TreeBuilder*>(builder)->start(name, attributes);
}

void on_end(void* builder, const xmlChar*) { static_cast<TreeBuilder*>(builder)->end(); }

void on_text(void* builder, const xmlChar* text, int size) {
  static_cast<TreeBuilder*>(builder)->text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

/// The error's type gained a const in libxml2 2.12.
template <typename ErrorPointer>
void on_error(void* builder, ErrorPointer error) {
  static_cast<TreeBuilder*>(builder)->error(error->code);
}

struct ParserCloser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

xmlSAXHandler make_handler() {
  xmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.serror = on_error;
  handler.initialized = XML_SAX2_MAGIC;
  return handler;
}

}  // namespace

HtmlTree parse_html(std::string_view markup, const HtmlLimits& limits) {
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC |
                          static_cast<int>(XML_PARSE_HUGE);
  static const bool initialized = (xmlInitParser(), true);
  const std::unique_ptr<htmlParserCtxt, ParserCloser> parser(initialized ? htmlNewParserCtxt() : nullptr);
  if (!parser) throw std::bad_alloc();
  TreeBuilder builder(parser.get(), limits);
  *parser->sax = make_handler();
  parser->userData = &builder;
  htmlCtxtReadMemory(parser.get(), markup.data(), static_cast<int>(markup.size()), nullptr, "UTF-8", options);
  return builder.take_tree();
}

std::string plain_text(std::string_view fragment) {
  if (fragment.find_first_of("&<") != std::string_view::npos) return parse_html(fragment).line_of(0);
  std::string line;
  append_collapsed(line, fragment);
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace hemero
