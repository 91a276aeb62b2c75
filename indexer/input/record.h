#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "common/base/dates/date_forms.h"

namespace hemero {

struct Article;
struct Document;
struct Format;
struct XmlItem;

/// The first row of a table, which says how the others are read.
struct CsvHeader {
  char separator = ',';
  bool backslashes = false;        ///< stand before quotation marks in quoted cells
  std::vector<std::string> names;  ///< of the columns, as printed
};

/// One raw unit as read: a text file, a web page, a line of JSON Lines, a row of a table, an item of an XML file.
struct Record {
  std::string bytes;
  std::string path;          ///< of the file, as given or found under what was given; "-" for the standard input
  std::string key;           ///< the path relative to the PATH given: the article's key when it has no better one
  std::uint64_t line = 0;    ///< 1 for the first; 0 when the file is one record
  std::uint64_t offset = 0;  ///< bytes before the record in the (decompressed) file
  std::shared_ptr<const XmlItem> xml = nullptr;        ///< the item of an XML file, in the place of bytes
  std::shared_ptr<const Article> printed = nullptr;    ///< of a digitised newspaper, in the place of bytes
  std::shared_ptr<const Document> document = nullptr;  ///< of an office program, in the place of bytes
  std::shared_ptr<const CsvHeader> header = nullptr;   ///< of the table that a row is from
  std::string url = {};                                ///< where a page was fetched, when the record tells
  std::string charset = {};                            ///< that its server declared
  const Format* format = nullptr;                      ///< of its own, where it is not the file's
  DateOrder date_order = DateOrder::day_first;         ///< of dates in figures, as the file writes them
};

/// A record refused, with its reason. The reason is a word of the list below, the message is in the reader's language.
struct Skip {
  std::string reason;
  std::string message;
  std::string path;
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  std::string bytes;               ///< the record, for --rejects; empty when it could not be read
  bool whole_path = false;         ///< a file or folder that could not be read at all
  const Format* format = nullptr;  ///< of its file, where that was known
};

/// The reasons for which records are refused.
namespace reason {
constexpr const char* unreadable = "unreadable";          ///< the file or folder cannot be opened or read
constexpr const char* folder_loop = "folder_loop";        ///< a link leads back to a folder above it
constexpr const char* unknown_format = "unknown_format";  ///< no name of a format that is read
constexpr const char* binary = "binary";
constexpr const char* empty = "empty";          ///< nothing in the file, or blanks only
constexpr const char* too_long = "too_long";    ///< a line or a file over the limit
constexpr const char* damaged = "damaged";      ///< gzip or zstd data that cannot be decompressed, a broken container
constexpr const char* no_file = "no_file";      ///< a pipe, a socket, a device; in a container also a link
constexpr const char* outside = "outside";      ///< an entry of a container whose name leads out of it
constexpr const char* nested = "nested";        ///< a container inside of a container
constexpr const char* encrypted = "encrypted";  ///< an entry of a container that needs a password
constexpr const char* broken_json = "broken_json";
constexpr const char* broken_xml = "broken_xml";    ///< not well-formed, or with entities of its own
constexpr const char* no_post = "no_post";          ///< of WordPress or Ghost: a page, an attachment, a menu
constexpr const char* unpublished = "unpublished";  ///< a draft, a private or scheduled post
constexpr const char* no_article =
    "no_article";                             ///< of a wiki: talk, templates, categories, files; a reference to a book
constexpr const char* redirect = "redirect";  ///< a wiki's page that leads to another one
constexpr const char* broken_row =
    "broken_row";                           ///< a row of a table with a broken quote, or not as wide as the header
constexpr const char* no_page = "no_page";  ///< a web server's answer that is no page: an image, an error
constexpr const char* revisit = "revisit";  ///< a page that a crawler found unchanged, without its content
constexpr const char* no_text = "no_text";  ///< neither a title nor a text
constexpr const char* no_key = "no_key";    ///< a file without the key or the column that --map names
constexpr const char* removed = "removed";  ///< an article that was removed from the archive for good
}  // namespace reason

/// A record that is refused for a reason of the list. `bytes` are what --rejects keeps of it: none of a file that is
/// one record.
Skip refuse(const Record& record, const char* why, std::string message, std::string bytes = {});

/// One that holds neither a title nor a text.
Skip refuse_empty(const Record& record, std::string bytes = {});

/// What a source gives: a record, or the reason why there is none at this place.
using SourceItem = std::variant<Record, Skip>;

}  // namespace hemero
