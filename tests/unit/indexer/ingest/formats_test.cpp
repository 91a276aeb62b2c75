#include "indexer/ingest/formats.h"

#include <set>
#include <string>

#include "common/base/message.h"
#include "tests/support/catch.h"
#include "tests/support/format_of.h"

// What the rows of the table of formats must agree about, and which of several signs of a file counts.

namespace hemero {
namespace {

TEST_CASE("formats have names of their own, and a title in both languages") {
  std::set<std::string_view> names{"auto"};
  for (const Format* format : formats()) {
    INFO(format->name);
    CHECK(names.insert(format->name).second);
    CHECK(find_format(format->name) == format);
    CHECK_FALSE(translated(format->title).empty());
    CHECK_FALSE(format->endings.empty());
    for (const Ending& ending : format->endings) CHECK(ending.name.starts_with('.'));
  }
  CHECK(find_format("auto") == nullptr);
  CHECK(find_format("") == nullptr);
}

TEST_CASE("an ending settles one format at most") {
  std::set<std::string_view> settled;
  for (const Format* format : formats())
    for (const Ending& ending : format->endings)
      if (ending.likeness != Likeness::none) CHECK(settled.insert(ending.name).second);
}

TEST_CASE("plain text is what no other format is") {
  CHECK(format_of("", "a") == "text");
  CHECK(format_of("Un titre\n", "a") == "text");
  CHECK(formats().back()->name == "text");
}

struct Row {
  const char* name;
  const char* bytes;
  const char* format;
  const char* reason;
};

const Row rows[] = {
    {"a.csv", "<html>", "csv", "a name that promises keeps its word"},
    {"a.csv.gz", "<html>", "csv", "what compresses it tells nothing"},
    {"a.rss", "{\"a\": 1}", "jsonl", "a sure sign goes before a name that only hints"},
    {"a.rss", "rien de connu", "feed", "which counts where the bytes leave it open"},
    {"a.rss", "title;text;date\nT;t;d\n", "feed", "… and before signs that are not sure"},
    {"a", "title;text;date\nT;t;d\n", "csv", "its header"},
    {"a.txt", "title;text;date\nT;t;d\n", "csv", "texts have any name"},
    {"a", "{\"hemero_export\": 1, \"key\": \"k\"}", "export", "an export says so, and is JSON Lines too"},
    {"a", "<rss xmlns:e='http://wordpress.org/export/1.2/'>", "wxr", "of two kinds of RSS the special one"},
    {"a", "<rss>", "feed", ""},
    {"a.html", "<div class=\"article frArticle\">", "factiva", "of pages those of a press database"},
    {"a.html", "<div class=\"article\">", "html", ""},
};

TEST_CASE("the surest sign of a file counts") {
  for (const Row& row : rows) {
    INFO(row.name << " " << row.bytes << ": " << row.reason);
    CHECK(format_of(row.bytes, row.name) == row.format);
  }
}

TEST_CASE("messages of PHP, however many, do not hide what stands behind them") {
  std::string messages;
  while (messages.size() < 50'000) messages += "Deprecated: x in a.php on line 5\n";
  CHECK(format_of(messages + "<?xml version='1.0'?><rss xmlns:wp='http://wordpress.org/export/1.2/'>") == "wxr");
  CHECK(format_of(messages, "a") == "text");
}

}  // namespace
}  // namespace hemero
