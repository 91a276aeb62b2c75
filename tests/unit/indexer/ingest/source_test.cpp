#include "indexer/ingest/source.h"

#include <string>
#include <vector>

#include "indexer/formats/agencies/nitf_article.h"
#include "indexer/formats/named/json_format.h"
#include "indexer/formats/sites/wxr_article.h"
#include "indexer/formats/text/scraped_text.h"
#include "indexer/ingest/formats.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

/// What a source gives, in a line each: "text:bytes", "2:{…}" for line 2, "!reason" or "!reason:2" for a skip.
Texts read_all(Source source) {
  Texts items;
  while (auto item = source.next()) {
    if (const auto* skip = std::get_if<Skip>(&*item)) {
      items.push_back("!" + skip->reason + (skip->line > 0 ? ":" + std::to_string(skip->line) : ""));
      CHECK_FALSE(skip->message.empty());
      CHECK_FALSE(skip->path.empty());
      continue;
    }
    const Record& record = std::get<Record>(*item);
    items.push_back((record.format == &text_format ? "text" : std::to_string(record.line)) + ":" + record.bytes);
  }
  return items;
}

Source source_of(const std::vector<std::filesystem::path>& paths, const Format* format = nullptr) {
  std::vector<InputFile> files;
  for (const auto& path : paths)
    files.push_back({path, path.filename().string(), is_regular_file(path) ? file_size(path) : 0, true});
  return Source(std::move(files), format);
}

struct Row {
  const char* name;
  std::string bytes;
  Texts items;
  const char* reason;
};

const Row rows[] = {
    {"a.txt", "Un titre\n", {"text:Un titre\n"}, "text"},
    {"a.txt", "", {"text:"}, "an empty text is told by the extraction"},
    {"a", R"({"title": "T"})", {R"(1:{"title": "T"})"}, "JSON by its look"},
    {"a.txt", "{\"a\": 1}\n{\"b\": 2}\n", {"1:{\"a\": 1}", "2:{\"b\": 2}"}, "JSON by its look, whatever the name"},
    {"a", "{ }\n", {"1:{ }"}, "an empty object"},
    {"a", "\xEF\xBB\xBF{\"a\": 1}\n", {"1:{\"a\": 1}"}, "a byte order mark is dropped"},
    {"a",
     "\n \n{\"a\": 1}\r\n\n\t\n{\"b\": 2}",
     {"3:{\"a\": 1}", "6:{\"b\": 2}"},
     "blank lines count and give nothing"},
    {"a", "{1} accolade d’un texte", {"text:{1} accolade d’un texte"}, "a brace alone makes no JSON"},
    {"a", "{", {"1:{"}, "half an object"},
    {"a.jsonl",
     "not JSON\n{\"a\": 1}\n",
     {"1:not JSON", "2:{\"a\": 1}"},
     "the name promises JSON Lines, one bad line or not"},
    {"a.ndjson", "[1]\n", {"1:[1]"}, "… by another name"},
    {"a.json", "{}\n[{}]\n", {"1:{}", "2:[{}]"}, "… and another, where the first line is a whole object"},
    {"a.json", "[{},\n{ }]\n", {"1:{}", "2:{ }"}, "an array of articles"},
    {"a.json", "{\n\"a\": 1\n}\n", {"1:{\n\"a\": 1\n}"}, "one article over many lines"},
    {"a.jsonl", "{\n", {"1:{"}, "a line is a line where the name says so"},
    {"a", "[{}]", {"1:{}"}, "an array by its look"},
    {"a", "[Ville] la crue", {"text:[Ville] la crue"}, "a bracket alone makes no JSON"},
    {"a.csv", "texte\nUn\n", {"2:Un"}, "a table by its name"},
    {"a.txt", "texte;date\nUn;2020\n", {"2:Un;2020"}, "a table by its look"},
    {"a.csv", "titre\n", {"!empty"}, "a table without rows"},
    {"a.jsonl", "", {"!empty"}, "an empty file"},
    {"a", "<rss>\n<item/>\n<item/></rss>", {"2:", "3:"}, "a feed by its look"},
    {"a.txt", "<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>", {"1:"}, "… whatever the name"},
    {"a.xml", "<nitf/>", {"1:"}, "a dispatch"},
    {"a.xml", "<newsMessage><newsItem/>\n<newsItem/></newsMessage>", {"1:", "2:"}, "several dispatches"},
    {"a.rss", "<rss><item/>\n<item>", {"1:", "!broken_xml:2"}, "a feed that was cut"},
    {"a.rss", "Un titre", {"!broken_xml:1"}, "the name promises a feed"},
    {"a.xml", "<rss/>", {"!empty"}, "a feed without items"},
    {"a.xml", "<svg/>", {"!unknown_format"}, "XML of another kind"},
    {"a.xml", "Un titre", {"!broken_xml"}, "no XML"},
    {"a.xml", "", {"!empty"}, "an empty file"},
    {"a.xml", "<html><body>", {"0:<html><body>"}, "a page, whatever its name"},
    {"a.jsonl", "\n \n", {"!empty"}, "a file of blank lines"},
};

TEST_CASE("files are cut into records by what they are") {
  for (const Row& row : rows) {
    INFO(row.reason);
    const TemporaryFolder folder;
    CHECK(read_all(source_of({folder.write(row.name, row.bytes)})) == row.items);
  }
}

TEST_CASE("a format that is given beats name and look") {
  const TemporaryFolder folder;
  const auto json = folder.write("a.jsonl", "{\"a\": 1}\n");
  const auto text = folder.write("a.txt", "un\ndeux\n");
  CHECK(read_all(source_of({json}, &text_format)) == Texts{"text:{\"a\": 1}\n"});
  CHECK(read_all(source_of({text}, &jsonl_format)) == Texts{"1:un", "2:deux"});
  const auto feed = folder.write("a.rss", "<x>\n<item/></x>");
  CHECK(read_all(source_of({feed}, &text_format)) == Texts{"text:<x>\n<item/></x>"});
  CHECK(read_all(source_of({feed}, &wxr_format)) == Texts{"2:"});
  CHECK(read_all(source_of({feed}, &nitf_format)) == Texts{"!empty"});
}

using namespace std::string_literals;  // "…"s keeps NUL bytes

/// {"a": 1}, a blank line, {"b": 2}, by gzip and by zstd.
const std::string gzip_json =
    "\x1F\x8B\x08\0\0\0\0\0\x02\x03\xAB\x56\x4A\x54\xB2\x52\x30\xAC\xE5\xE2\xAA\x56\x4A\x02\xB2\x8C\x6A\xB9\0"
    "\xE7\x2B\xD4\x4E\x13\0\0\0"s;
const std::string zstd_json = "\x28\xB5\x2F\xFD\x04\x58\x99\0\0{\"a\": 1}\n\n{\"b\": 2}\n\x11\xD6\xD8\x74"s;
/// "Un titre" and a line feed, by gzip.
const std::string gzip_text =
    "\x1F\x8B\x08\0\0\0\0\0\x02\x03\x0B\xCD\x53\x28\xC9\x2C\x29\x4A\xE5\x02\0\x60\x3C\xF6\x9B\x09\0\0\0"s;

TEST_CASE("compressed files are read as what they hold, also by a plain name") {
  for (const std::string& bytes : {gzip_json, zstd_json})
    for (const char* name : {"a.jsonl.gz", "a.zst", "a.txt"}) {
      const TemporaryFolder folder;
      CHECK(read_all(source_of({folder.write(name, bytes)})) == Texts{"1:{\"a\": 1}", "3:{\"b\": 2}"});
    }
  const TemporaryFolder folder;
  CHECK(read_all(source_of({folder.write("a.txt.gz", gzip_text)})) == Texts{"text:Un titre\n"});
  CHECK(read_all(source_of({folder.write("a.jsonl.gz", gzip_text)})) == Texts{"1:Un titre"});
}

TEST_CASE("damage in a compressed file is told, and the next file is read") {
  const TemporaryFolder folder;
  const auto cut = folder.write("cut.jsonl.gz", gzip_json.substr(0, 30));
  const auto good = folder.write("good.jsonl", "{\"b\": 2}\n");
  const Texts items = read_all(source_of({cut, good}));
  REQUIRE(items.size() >= 2);
  CHECK(items[items.size() - 2] == "!damaged");
  CHECK(items.back() == "1:{\"b\": 2}");
}

TEST_CASE("files that cannot be opened are skipped as whole paths, and the next file is read") {
  const TemporaryFolder folder;
  const auto good = folder.write("good.txt", "Un");
  Source source = source_of({folder / "missing.txt", folder.path(), good});
  for (int i = 0; i < 2; ++i) {
    const auto item = source.next();
    REQUIRE(item);
    const auto* skip = std::get_if<Skip>(&*item);
    REQUIRE(skip != nullptr);
    CHECK(skip->reason == reason::unreadable);
    CHECK(skip->whole_path);
  }
  CHECK(read_all(std::move(source)) == Texts{"text:Un"});
}

TEST_CASE("a line that is too long is skipped with its number, and the lines behind it are read") {
  const TemporaryFolder folder;
  const std::string endless(InputLimits().line + 1, 'x');
  const auto file = folder.write("a.jsonl", "{\"a\": 1}\n" + endless + "\n{\"b\": 2}\n");
  CHECK(read_all(source_of({file})) == Texts{"1:{\"a\": 1}", "!too_long:2", "3:{\"b\": 2}"});
}

TEST_CASE("a text file of any size an article may have is read, a longer one is skipped") {
  const TemporaryFolder folder;
  for (const std::size_t size : {65'535U, 65'536U, 65'537U, 1'000'000U, 16U << 20}) {
    const std::string text(size, 'x');
    CHECK((read_all(source_of({folder.write("a.txt", text)})) == Texts{"text:" + text}));
  }
  const auto long_file = folder.write("a.txt", std::string((16U << 20) + 1, 'x'));
  const auto next_file = folder.write("b.txt", "Un");
  CHECK(read_all(source_of({long_file, next_file})) == Texts{"!too_long", "text:Un"});
}

TEST_CASE("records know where they come from") {
  const TemporaryFolder folder;
  const auto file = folder.write("a.jsonl", "\n{\"a\": 1}\n{\"b\": 2}\n");
  Source source({{file, "the key", 19, true}});
  for (const std::uint64_t offset : {1U, 10U}) {
    const auto item = source.next();
    const auto& record = std::get<Record>(*item);
    CHECK(record.path == file.string());
    CHECK(record.key == "the key");
    CHECK(record.offset == offset);
  }
}

TEST_CASE("the bytes read grow to the bytes there are") {
  const TemporaryFolder folder;
  const auto one = folder.write("a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n");
  const auto two = folder.write("b.jsonl", "{\"a\": 3}\n");
  Source source = source_of({one, two});
  std::uint64_t before = 0;
  while (source.next()) {
    CHECK(source.bytes_read() >= before);
    before = source.bytes_read();
  }
  CHECK(before == 27);
}

TEST_CASE("a file that lacks what is asked of it is refused whole, and the next one read") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", R"({"title": "T", "texte": "Un."})"
                          "\n"
                          R"({"title": "T"})"
                          "\n");
  folder.write("b.csv", "titre;texte\nUn loup;Un.\nUn lynx;Deux.\n");
  folder.write("c.csv", "titre;papier\nUn loup;Un.\n");
  folder.write("d.txt", "Un texte.\n");
  const auto files = list_files({folder.path().string()}).files;
  const auto text = [&](NamedFields wanted) { return read_all(Source(files, nullptr, {}, std::move(wanted))); };
  const Texts objects{R"(1:{"title": "T", "texte": "Un."})", R"(2:{"title": "T"})"};
  CHECK(text({}) == Texts{objects[0], objects[1], "2:Un loup;Un.", "3:Un lynx;Deux.", "!no_text", "text:Un texte.\n"});
  CHECK(text({.keys = {}, .without_text = true})[4] == "2:Un loup;Un.");
  CHECK(text({.keys = {{"text", "papier"}}}) == Texts{"!no_key", "!no_key", "2:Un loup;Un.", "text:Un texte.\n"});
  CHECK(text({.keys = {{"text", "texte"}}})[0] == objects[0]);
}

TEST_CASE("a zip that is damaged from its beginning is not called empty as well") {
  const TemporaryFolder folder;
  folder.write("a.zip", "PK\x03\x04" + std::string(600, 'x'));
  Source source(list_files({folder.path().string()}).files);
  std::vector<std::string> reasons;
  while (auto item = source.next()) reasons.push_back(std::get<Skip>(*item).reason);
  CHECK(reasons == std::vector<std::string>{"damaged"});
}

}  // namespace
}  // namespace hemero
