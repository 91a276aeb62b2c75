#include "indexer/formats/xml/xml_reader.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <new>
#include <utility>

#include "common/base/message.h"
#include "common/text/characters/unicode.h"
#include "indexer/formats/html/html_references.h"
#include "indexer/formats/xml/xml_builder.h"
#include "indexer/formats/xml/xml_names.h"
#include "indexer/formats/xml/xml_text.h"
#include "indexer/input/record.h"

namespace hemero {

namespace {

constexpr std::size_t longest_head = std::size_t{1} << 20;
constexpr std::ptrdiff_t longest_tag = std::ptrdiff_t{1} << 20;      ///< its attributes take quadratic time
constexpr std::ptrdiff_t longest_section = std::ptrdiff_t{9} << 20;  ///< of CDATA; libxml2 itself stops at 10 MB
constexpr std::size_t longest_opening = std::size_t{16} << 10;       ///< what is opened again behind damage
constexpr std::size_t most_damage = 10'000;                          ///< places in a file, each a parser made anew

std::string_view view(const xmlChar* text) {
  const char* bytes = reinterpret_cast<const char*>(text);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, std::strlen(bytes));
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

/// "dc:title" of "<dc:title …".
std::string_view name_of_tag(std::string_view tag) {
  tag = tag.substr(std::min<std::size_t>(1, tag.size()));
  return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
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

  Parser(ByteInput& input, std::vector<std::string_view> wanted, const InputLimits& most, bool nest)
      : limits(most), text(input, local_names(wanted)), items(std::move(wanted)), items_nest(nest) {
    static const bool initialized = (xmlInitParser(), true);
    if (!initialized) throw std::bad_alloc();
    make_context();
    entity.type = XML_ENTITY_DECL;
  }

  static xmlSAXHandler make_handler();

  static std::vector<std::string_view> local_names(std::vector<std::string_view> names) {
    for (std::string_view& name : names) name.remove_prefix(name.find(':') + 1);
    return names;
  }

  void make_context() {
    xmlSAXHandler handler = make_handler();
    context.reset(xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
    if (!context) throw std::bad_alloc();
    xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  }

  std::uint64_t line() const {
    const int lines = context->input == nullptr ? 0 : context->input->line;
    return first_line + static_cast<std::uint64_t>(std::max(1, lines)) - 1;
  }

  void stop(const char* reason, std::string why) {
    if (stopped) return;
    stopped = true;
    results.emplace_back(XmlFault{reason, std::move(why), line(), true});
    xmlStopParser(context.get());
  }

  /// The item that is being read is lost; reading goes on where the next one begins. What is no item is told of once.
  void lose(const std::string& why) {
    if (lost || stopped) return;
    lost = true;
    if (in_record || damage == 0)
      results.emplace_back(XmlFault{
          reason::broken_xml, message("the XML is broken here, what stands before the next article is lost: {}", why),
          line(), false});
    item.take();
    xmlStopParser(context.get());
  }

  /// Before the first element there is nothing in which another could stand.
  void broken(const std::string& why) {
    if (!at_end && (frozen_head || !around.empty())) return lose(why);
    stop(reason::broken_xml, message("the XML is broken here, the rest is not read: {}", why));
  }

  /// A tag whose end was not seen yet. (The parser begins with four bytes.)
  bool has_open_tag() const {
    if (context->input == nullptr || context->instate == XML_PARSER_START) return false;
    const auto size = static_cast<std::size_t>(context->input->end - context->input->cur);
    return std::memchr(context->input->cur, '<', size) != nullptr;
  }

  /// Where a record begins nothing else may be open but what records stand in. An element of another namespace that is
  /// called so is none.
  void begin_record(std::string_view tag) {
    if (!tags.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) return;
    if (!lost && has_open_tag()) lose(message("a tag does not end"));
    if (!lost && !items_nest && item.depth() > 0) lose(message("an element does not end"));
    if (lost) go_on();
    in_record = true;
  }

  /// Reads what comes as if it stood where the items before it did.
  void go_on() {
    lost = false;
    std::string opening;
    for (const std::string& tag : around) opening += tag;
    if (++damage > most_damage || opening.size() > longest_opening)
      return stop(reason::broken_xml, message("the XML is broken in too many places, the rest is not read"));
    make_context();
    first_line = text.line();
    depth = 0;
    opens_again = true;
    xmlParseChunk(context.get(), opening.data(), static_cast<int>(opening.size()), 0);
    opens_again = false;
  }

  void start(XmlElement element, const std::string& name, std::string tag) {
    if (++depth > limits.xml_nesting)
      return stop(reason::broken_xml, message("elements are nested deeper than {} levels", limits.xml_nesting));
    if (opens_again) return;
    const bool begins = item.depth() == 0 && std::find(items.begin(), items.end(), element.name) != items.end();
    if (begins && !frozen_head) frozen_head = std::make_shared<const XmlElement>(head.take());
    if (begins) begin_item(name);
    if (begins || item.depth() > 0) return item.start(std::move(element));
    around.push_back(std::move(tag));
    if (!frozen_head) head.start(std::move(element));
  }

  void begin_item(const std::string& name) {
    item_line = line();
    ++item_number;
    if (std::find(tags.begin(), tags.end(), name) == tags.end()) tags.push_back(name);
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
    if (item.depth() > 0) return item.end();
    if (!around.empty()) around.pop_back();
    if (!frozen_head) head.end();
  }

  void finish_item() {
    const std::size_t size = item.size();
    const bool too_long = item.truncated();
    in_record = false;
    XmlElement element = item.take();
    if (too_long)
      results.emplace_back(XmlFault{
          reason::too_long, message("the item is longer than {} MiB", limits.xml_record >> 20), item_line, false});
    else
      results.emplace_back(XmlItem{std::move(element), frozen_head, item_number, item_line, size});
  }

  void feed() {
    const bool first = text.offset() == 0;
    const XmlPiece piece = text.next();
    if (first) first_line = text.line();
    at_end = piece.text.empty();
    if (piece.begins_record) begin_record(name_of_tag(piece.text));
    if (lost || stopped) return;
    xmlParseChunk(context.get(), piece.text.data(), static_cast<int>(piece.text.size()), at_end ? 1 : 0);
    const std::ptrdiff_t most = context->instate == XML_PARSER_CDATA_SECTION ? longest_section : longest_tag;
    if (!at_end && !lost && !stopped && context->input->end - context->input->cur > most)
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
  bool items_nest;  ///< one may stand inside of another
  XmlNames names;
  std::unique_ptr<xmlParserCtxt, ParserCloser> context;
  std::uint64_t first_line = 1;  ///< of the file, that the parser counts as its first
  XmlBuilder head{longest_head};
  std::shared_ptr<const XmlElement> frozen_head;
  std::vector<std::string> tags;    ///< the names of the items so far, with the prefixes that they are written with
  std::vector<std::string> around;  ///< the tags of the open elements that are outside of items
  XmlBuilder item{limits.xml_record};
  std::uint64_t item_number = 0;
  std::uint64_t item_line = 0;
  std::size_t depth = 0;
  std::deque<Result> results;
  std::size_t damage = 0;    ///< places behind which reading went on
  bool in_record = false;    ///< the tag of a record was read, and not yet its end
  bool lost = false;         ///< what comes before the next record is not read
  bool opens_again = false;  ///< the elements around the items are being opened again
  bool at_end = false;
  bool stopped = false;
  xmlEntity entity{};
  std::string entity_text;
};

namespace {

/// libxml2 gives (name, prefix, namespace, value, end of the value) for each attribute.
constexpr int attribute_parts = 5;

/// The tag of an element, with the namespaces that it declares and without attributes.
std::string tag_of(std::string_view name, int count, const xmlChar** declared) {
  std::string tag = "<" + std::string(name);
  for (int i = 0; i < count; ++i, declared += 2) {
    ((tag += ' ') += qualified(view(declared[0]).empty() ? "" : "xmlns",
                               declared[0] == nullptr ? "xmlns" : view(declared[0]))) += "=\"";
    append_escaped(tag, view(declared[1]));
    tag += '"';
  }
  return tag += '>';
}

template <typename Parser>
void on_start(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* address, int declarations,
              const xmlChar** declared, int count, int, const xmlChar** attributes) {
  auto& parser = *static_cast<Parser*>(user);
  XmlElement element;
  element.name = parser.names.name_of(view(name), view(prefix), view(address));
  for (int i = 0; i < count; ++i, attributes += attribute_parts) {
    const char* begin = reinterpret_cast<const char*>(attributes[3]);
    const char* end = reinterpret_cast<const char*>(attributes[4]);
    element.attributes.push_back({qualified(view(attributes[1]), view(attributes[0])),
                                  attribute_value({begin, static_cast<std::size_t>(end - begin)})});
  }
  if (parser.item.depth() > 0) return parser.start(std::move(element), {}, {});
  const std::string written = qualified(view(prefix), view(name));
  parser.start(std::move(element), written, tag_of(written, declarations, declared));
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
  static_cast<Parser*>(parser)->broken(text);
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

XmlReader::XmlReader(ByteInput& input, std::vector<std::string_view> items, const InputLimits& limits, bool items_nest)
    : parser_(std::make_unique<Parser>(input, std::move(items), limits, items_nest)) {}
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
