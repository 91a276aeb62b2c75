#include "indexer/formats/xml/xml_reader.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <new>
#include <utility>

#include "common/base/message.h"
#include "common/text/unicode.h"
#include "indexer/formats/html/html_references.h"
#include "indexer/formats/xml/xml_builder.h"
#include "indexer/formats/xml/xml_text.h"
#include "indexer/input/record.h"

namespace hemero {

namespace {

constexpr std::size_t longest_head = std::size_t{1} << 20;
constexpr std::ptrdiff_t longest_tag = std::ptrdiff_t{1} << 20;      ///< its attributes take quadratic time
constexpr std::ptrdiff_t longest_section = std::ptrdiff_t{9} << 20;  ///< of CDATA; libxml2 itself stops at 10 MB

struct Namespace {
  std::string_view address;  ///< its beginning, without scheme and "www."
  std::string_view prefix;
};

constexpr std::array namespaces{
    Namespace{"w3.org/2005/Atom", "atom"},
    Namespace{"purl.org/atom/ns#", "atom"},
    Namespace{"purl.org/dc/elements/", "dc"},
    Namespace{"purl.org/dc/terms/", "dcterms"},
    Namespace{"purl.org/rss/1.0/modules/content/", "content"},
    Namespace{"purl.org/rss/1.0/", ""},
    Namespace{"my.netscape.com/rdf/simple/0.9/", ""},
    Namespace{"channel.netscape.com/rdf/simple/0.9/", ""},
    Namespace{"backend.userland.com/", ""},
    Namespace{"wordpress.org/export/1.0/excerpt/", "excerpt"},
    Namespace{"wordpress.org/export/1.1/excerpt/", "excerpt"},
    Namespace{"wordpress.org/export/1.2/excerpt/", "excerpt"},
    Namespace{"wordpress.org/export/", "wp"},
    Namespace{"w3.org/1999/xhtml", "xhtml"},
    Namespace{"iptc.org/std/NITF/", ""},
    Namespace{"iptc.org/std/nar/", ""},
    Namespace{"tei-c.org/ns/", ""},
    Namespace{"mediawiki.org/xml/export-", ""},
    Namespace{"loc.gov/METS/", ""},
    Namespace{"loc.gov/mods/", ""},
    Namespace{"loc.gov/standards/alto/", ""},
    Namespace{"schema.ccs-gmbh.com/ALTO", ""},
};

std::string_view view(const xmlChar* text) {
  const char* bytes = reinterpret_cast<const char*>(text);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, std::strlen(bytes));
}

std::string qualified(std::string_view prefix, std::string_view name) {
  return prefix.empty() ? std::string(name) : std::string(prefix) + ":" + std::string(name);
}

bool starts_with_letters(std::string_view text, std::string_view beginning) {
  const auto lower = [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 32) : byte; };
  return text.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), text.begin(),
                                                       [&](char a, char b) { return lower(a) == lower(b); });
}

/// Files name one namespace in more ways than one: with http or https, with www or without, without the last slash.
bool is_in(std::string_view address, std::string_view known) {
  for (const std::string_view optional : {"https://", "http://", "www."})
    if (starts_with_letters(address, optional)) address.remove_prefix(optional.size());
  if (known.ends_with('/') && address.size() + 1 == known.size()) known.remove_suffix(1);
  return starts_with_letters(address, known);
}

std::string element_name(const xmlChar* name, const xmlChar* prefix, const xmlChar* address) {
  const auto* known = std::find_if(namespaces.begin(), namespaces.end(),
                                   [&](const Namespace& row) { return is_in(view(address), row.address); });
  return qualified(known == namespaces.end() ? view(prefix) : known->prefix, view(name));
}

/// What a reference stands for; nothing for names that HTML does not know.
std::string character_of(std::string_view reference) {
  std::string text;
  if (const auto character = referred_character(reference)) append_utf8(text, *character);
  return text;
}

/// The parser leaves the references of an attribute's value in it.
std::string attribute_value(std::string_view raw) {
  constexpr std::size_t longest_reference = 32;
  std::string value;
  while (!raw.empty()) {
    const std::size_t plain = std::min(raw.find('&'), raw.size());
    value += raw.substr(0, plain);
    raw.remove_prefix(plain);
    if (raw.empty()) break;
    const auto end = raw.substr(0, longest_reference).find(';');
    const std::string meant = end == std::string_view::npos ? std::string() : character_of(raw.substr(1, end - 1));
    value += meant.empty() ? "&" : meant;
    raw.remove_prefix(meant.empty() ? 1 : end + 1);
  }
  return value;
}

struct ParserCloser {
  /// The parser keeps a document of its own for declared entities, even for those who want none.
  void operator()(xmlParserCtxtPtr parser) const {
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};

}  // namespace

/// Takes what libxml2 reports and makes items of it.
struct XmlReader::Parser {
  using Result = std::variant<XmlItem, XmlFault>;

  Parser(ByteInput& input, std::vector<std::string_view> item_names, const InputLimits& most)
      : limits(most), text(input), items(std::move(item_names)) {
    static const bool initialized = (xmlInitParser(), true);
    xmlSAXHandler handler = make_handler();
    context.reset(initialized ? xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr) : nullptr);
    if (!context) throw std::bad_alloc();
    xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    entity.type = XML_ENTITY_DECL;
  }

  static xmlSAXHandler make_handler();

  std::uint64_t line() const {
    return context->input == nullptr ? 0 : static_cast<std::uint64_t>(std::max(0, context->input->line));
  }

  void stop(const char* reason, std::string why) {
    if (stopped) return;
    stopped = true;
    results.emplace_back(XmlFault{reason, std::move(why), line(), true});
    xmlStopParser(context.get());
  }

  void start(XmlElement element) {
    if (++depth > limits.xml_nesting)
      return stop(reason::broken_xml, message("elements are nested deeper than {} levels", limits.xml_nesting));
    const bool begins = item.depth() == 0 && std::find(items.begin(), items.end(), element.name) != items.end();
    if (begins && !frozen_head) frozen_head = std::make_shared<const XmlElement>(head.take());
    if (begins) {
      item_line = line();
      ++item_number;
    }
    if (begins || item.depth() > 0)
      item.start(std::move(element));
    else if (!frozen_head)
      head.start(std::move(element));
  }

  void characters(std::string_view bytes) {
    if (item.depth() > 0)
      item.text(bytes);
    else if (!frozen_head)
      head.text(bytes);
  }

  void end() {
    --depth;
    if (item.depth() == 1) return finish_item();
    if (item.depth() > 0)
      item.end();
    else if (!frozen_head)
      head.end();
  }

  void finish_item() {
    const std::size_t size = item.size();
    const bool too_long = item.truncated();
    XmlElement element = item.take();
    if (too_long)
      results.emplace_back(XmlFault{
          reason::too_long, message("the item is longer than {} MiB", limits.xml_record >> 20), item_line, false});
    else
      results.emplace_back(XmlItem{std::move(element), frozen_head, item_number, item_line, size});
  }

  void feed() {
    const std::string block = text.next();
    at_end = block.empty();
    xmlParseChunk(context.get(), block.data(), static_cast<int>(block.size()), at_end ? 1 : 0);
    const std::ptrdiff_t most = context->instate == XML_PARSER_CDATA_SECTION ? longest_section : longest_tag;
    if (!at_end && !stopped && context->input->end - context->input->cur > most)
      stop(reason::broken_xml, message("a tag or a section is longer than {} MiB, the rest is not read", most >> 20));
  }

  /// Stands for an entity without a declaration: in text as the characters meant, in attributes as it is written.
  xmlEntityPtr resolve(const xmlChar* name) {
    const bool in_attribute = context->instate == XML_PARSER_ATTRIBUTE_VALUE;
    entity_text = character_of(view(name));
    if (entity_text.empty() || in_attribute) entity_text = "&" + std::string(view(name)) + ";";
    entity.etype = in_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
    entity.name = name;
    entity.content = in_attribute ? nullptr : reinterpret_cast<xmlChar*>(entity_text.data());
    return &entity;
  }

  InputLimits limits;
  XmlText text;
  std::vector<std::string_view> items;
  std::unique_ptr<xmlParserCtxt, ParserCloser> context;
  XmlBuilder head{longest_head};
  std::shared_ptr<const XmlElement> frozen_head;
  XmlBuilder item{limits.xml_record};
  std::uint64_t item_number = 0;
  std::uint64_t item_line = 0;
  std::size_t depth = 0;
  std::deque<Result> results;
  bool at_end = false;
  bool stopped = false;
  xmlEntity entity{};
  std::string entity_text;
};

namespace {

/// libxml2 gives (name, prefix, namespace, value, end of the value) for each attribute.
constexpr int attribute_parts = 5;

template <typename Parser>
void on_start(void* parser, const xmlChar* name, const xmlChar* prefix, const xmlChar* address, int, const xmlChar**,
              int count, int, const xmlChar** attributes) {
  XmlElement element;
  element.name = element_name(name, prefix, address);
  for (int i = 0; i < count; ++i, attributes += attribute_parts) {
    const char* begin = reinterpret_cast<const char*>(attributes[3]);
    const char* end = reinterpret_cast<const char*>(attributes[4]);
    element.attributes.push_back({qualified(view(attributes[1]), view(attributes[0])),
                                  attribute_value({begin, static_cast<std::size_t>(end - begin)})});
  }
  static_cast<Parser*>(parser)->start(std::move(element));
}

template <typename Parser>
void on_end(void* parser, const xmlChar*, const xmlChar*, const xmlChar*) {
  static_cast<Parser*>(parser)->end();
}

template <typename Parser>
void on_text(void* parser, const xmlChar* text, int size) {
  static_cast<Parser*>(parser)->characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

template <typename Parser>
xmlEntityPtr on_entity(void* parser, const xmlChar* name) {
  return static_cast<Parser*>(parser)->resolve(name);
}

template <typename Parser>
void on_declaration(void* parser, const xmlChar*, int type, const xmlChar*, const xmlChar*, xmlChar*) {
  if (type == XML_EXTERNAL_PARAMETER_ENTITY) return;  // a part of the DTD, which is not loaded
  static_cast<Parser*>(parser)->stop(reason::broken_xml,
                                     message("the file declares entities of its own: it is refused, unread"));
}

/// The error's type gained a const in libxml2 2.12.
template <typename Parser, typename ErrorPointer>
void on_error(void* parser, ErrorPointer error) {
  if (error->level != XML_ERR_FATAL) return;
  std::string text = error->message == nullptr ? "" : error->message;
  while (text.ends_with('\n')) text.pop_back();
  static_cast<Parser*>(parser)->stop(reason::broken_xml,
                                     message("the XML is broken here, the rest is not read: {}", text));
}

}  // namespace

xmlSAXHandler XmlReader::Parser::make_handler() {
  xmlSAXHandler handler{};
  handler.startElementNs = on_start<Parser>;
  handler.endElementNs = on_end<Parser>;
  handler.characters = on_text<Parser>;
  handler.ignorableWhitespace = on_text<Parser>;
  handler.cdataBlock = on_text<Parser>;
  handler.getEntity = on_entity<Parser>;
  handler.entityDecl = on_declaration<Parser>;
  handler.serror = on_error<Parser>;
  handler.initialized = XML_SAX2_MAGIC;
  return handler;
}

XmlReader::XmlReader(ByteInput& input, std::vector<std::string_view> items, const InputLimits& limits)
    : parser_(std::make_unique<Parser>(input, std::move(items), limits)) {}
XmlReader::~XmlReader() = default;

std::optional<std::variant<XmlItem, XmlFault>> XmlReader::next() {
  while (parser_->results.empty() && !parser_->at_end && !parser_->stopped) parser_->feed();
  if (parser_->results.empty()) return std::nullopt;
  auto result = std::move(parser_->results.front());
  parser_->results.pop_front();
  return result;
}

std::uint64_t XmlReader::offset() const { return parser_->text.offset(); }

}  // namespace hemero
