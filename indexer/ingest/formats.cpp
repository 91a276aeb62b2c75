#include "indexer/ingest/formats.h"

#include <algorithm>
#include <array>

#include "indexer/formats/agencies/newsml_article.h"
#include "indexer/formats/agencies/nitf_article.h"
#include "indexer/formats/agencies/wire_article.h"
#include "indexer/formats/databases/bibtex_article.h"
#include "indexer/formats/databases/europresse_article.h"
#include "indexer/formats/databases/factiva_article.h"
#include "indexer/formats/databases/nexis_article.h"
#include "indexer/formats/databases/ris_article.h"
#include "indexer/formats/documents/mail_article.h"
#include "indexer/formats/documents/open_document.h"
#include "indexer/formats/documents/pdf_document.h"
#include "indexer/formats/documents/word_document.h"
#include "indexer/formats/feeds/feed_article.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/named/csv_reader.h"
#include "indexer/formats/named/export_line.h"
#include "indexer/formats/named/json_format.h"
#include "indexer/formats/print/abbyy_reader.h"
#include "indexer/formats/print/didl_reader.h"
#include "indexer/formats/print/gallica_article.h"
#include "indexer/formats/print/hocr_reader.h"
#include "indexer/formats/print/olive_article.h"
#include "indexer/formats/print/print_reader.h"
#include "indexer/formats/print/tei_reader.h"
#include "indexer/formats/sites/mediawiki_article.h"
#include "indexer/formats/sites/wxr_article.h"
#include "indexer/formats/text/scraped_text.h"
#include "indexer/formats/web_archives/web_archive_reader.h"
#include "indexer/input/container.h"
#include "indexer/input/file_head.h"

namespace hemero {

namespace {

/// The first that a file is like is the one: what is a special kind of another stands before it.
constexpr std::array all_formats{
    &warc_format,      &pdf_format,     &docx_format,       &odt_format,   &eml_format,     &iptc7901_format,
    &export_format,    &jsonl_format,   &wxr_format,        &feed_format,  &nitf_format,    &newsml_format,
    &alto_format,      &mets_format,    &olive_format,      &didl_format,  &abbyy_format,   &tei_format,
    &mediawiki_format, &factiva_format, &europresse_format, &nexis_format, &gallica_format, &hocr_format,
    &ris_format,       &bibtex_format,  &csv_format,        &html_format,  &text_format,
};

constexpr std::size_t head_size = std::size_t{4} << 10;         ///< bytes that tell the format
constexpr std::size_t most_before = std::size_t{64} << 10;      ///< bytes of messages that may stand before them
constexpr std::size_t kind_head_size = std::size_t{256} << 10;  ///< bytes that tell a special kind of a format

template <typename Condition>
const Format* first_format(Condition holds) {
  const auto* const found = std::find_if(all_formats.begin(), all_formats.end(), holds);
  return found == all_formats.end() ? nullptr : *found;
}

const Format* of_ending(const std::string& ending, Likeness likeness) {
  return first_format([&](const Format* format) {
    return std::any_of(format->endings.begin(), format->endings.end(),
                       [&](const Ending& known) { return known.name == ending && known.likeness == likeness; });
  });
}

const Format* of_head(const FileHead& head, Likeness likeness) {
  return first_format([&](const Format* format) { return format->likeness(*format, head) == likeness; });
}

/// What a file is by its name and its first bytes, sure signs before others.
const Format& likeliest(const std::string& ending, const FileHead& head) {
  if (const Format* format = of_ending(ending, Likeness::sure)) return *format;
  if (const Format* format = of_head(head, Likeness::sure)) return *format;
  if (const Format* format = of_ending(ending, Likeness::perhaps)) return *format;
  return *of_head(head, Likeness::perhaps);
}

}  // namespace

std::span<const Format* const> formats() { return all_formats; }

const Format* find_format(std::string_view name) {
  return first_format([&](const Format* format) { return format->name == name; });
}

const Format& detect_format(const std::filesystem::path& path, HeadedInput& input) {
  const std::size_t before = bytes_before_xml(input.look_ahead(most_before));
  const Format& format = likeliest(end_of_name(path), FileHead(input.look_ahead(before + head_size)));
  const Format* const special = first_format(
      [&](const Format* kind) { return kind->kind_of == &format && kind->is_kind(input.look_ahead(kind_head_size)); });
  return special != nullptr ? *special : format;
}

const std::set<std::string_view>& known_endings() {
  static const std::set<std::string_view> endings = [] {
    std::set<std::string_view> all(container_endings.begin(), container_endings.end());
    for (const Format* format : all_formats)
      for (const Ending& ending : format->endings) all.insert(ending.name);
    return all;
  }();
  return endings;
}

FileList list_files(const std::vector<std::string>& paths) { return list_files(paths, known_endings()); }

}  // namespace hemero
