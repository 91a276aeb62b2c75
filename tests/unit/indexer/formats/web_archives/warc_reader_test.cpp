#include "indexer/formats/web_archives/web_archive_reader.h"

#include <string>
#include <vector>

#include "common/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

const std::string page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Il pleut.</p>";

std::string record(const std::string& type, const std::string& url, const std::string& block, long long lie = 0,
                   const std::string& content_type = "application/http; msgtype=response") {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(static_cast<long long>(block.size()) + lie) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

/// "url|bytes" for a page, "!reason" for a skip.
Texts read(const std::string& archive, std::size_t step = 1 << 20) {
  StringInput input(archive, step);
  WebArchiveReader reader(input, {"in/a.warc", "a.warc", 0, true});
  Texts texts;
  while (auto item = reader.next()) {
    if (const auto* skip = std::get_if<Skip>(&*item)) {
      CHECK_FALSE(skip->message.empty());
      CHECK(skip->offset < archive.size());
      texts.push_back("!" + skip->reason);
      continue;
    }
    const Record& found = std::get<Record>(*item);
    CHECK(archive.compare(found.offset, 5, "WARC/") == 0);
    CHECK(found.key == found.url);
    texts.push_back(found.url + "|" + found.bytes);
  }
  CHECK(reader.offset() == archive.size());
  return texts;
}

TEST_CASE("records become pages, skips, or nothing") {
  const std::string un = record("response", "u1", page);
  const std::string deux = record("response", "u2", page);
  const std::string text1 = "u1|<p>Il pleut.</p>";
  const std::string text2 = "u2|<p>Il pleut.</p>";
  struct Row {
    const char* reason;
    std::string archive;
    Texts items;
  };
  const Row rows[] = {
      {"nothing", "", {}},
      {"two pages", un + deux, {text1, text2}},
      {"what is no answer of a server",
       record("warcinfo", "", "software: x", 0, "application/warc-fields") + record("request", "u1", "GET / HTTP/1.1") +
           record("metadata", "u1", "x") + un,
       {text1}},
      {"a revisit", record("revisit", "u1", page) + un, {"!revisit", text1}},
      {"an image and an error",
       record("response", "u", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") +
           record("response", "u", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nx"),
       {"!no_page", "!no_page"}},
      {"a resource",
       record("resource", "u", "<p>Un.</p>", 0, "text/html") + record("resource", "u", "x", 0, "image/png"),
       {"u|<p>Un.</p>", "!no_page"}},
      {"an address in angle brackets", record("response", "<u1>", page), {text1}},
      {"line feeds alone",
       "WARC/1.0\nwarc-type: resource\nwarc-target-uri: u\ncontent-type: text/html\n"
       "content-length: 2\n\nUn\n\n",
       {"u|Un"}},
      {"no blank lines behind a record", un.substr(0, un.size() - 4) + deux, {text1, text2}},
      {"a length that swallows the next record", record("response", "u1", page, 100) + deux, {"!damaged", text2}},
      {"… and the end of the file", record("response", "u1", page, 7'000'000) + deux, {"!damaged", text2}},
      {"a length that is too short", record("response", "u1", page, -5) + deux, {"!damaged", text2}},
      {"a length that is none",
       record("response", "u1", page + "-") + "WARC/1.0\r\nContent-Length: x\r\n\r\n" + deux,
       {text1 + "-", "!damaged", text2}},
      {"a negative length", "WARC/1.0\r\nContent-Length: -1\r\n\r\n" + deux, {"!damaged", text2}},
      {"rubbish before a record", "rubbish\nWARC\n" + un, {"!damaged", text1}},
      {"a record without HTTP", record("response", "u1", "rubbish") + deux, {"!damaged", text2}},
      {"a cut header", un + "WARC/1.0\r\nConte", {text1, "!damaged"}},
      {"a cut record", un + deux.substr(0, deux.size() - 9), {text1, "!damaged"}},
      {"a length beyond all files", record("response", "u1", page, 9'000'000'000'000'000'000) + "\r\n", {"!damaged"}},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    for (const std::size_t step : {1U, 1000U}) CHECK(read(row.archive, step) == row.items);
  }
}

TEST_CASE("a record that is too long is passed over") {
  const std::string endless(InputLimits{}.record, 'x');
  const std::string next = record("response", "u2", page);
  CHECK(read(record("response", "u1", page + endless) + next) == Texts{"!too_long", "u2|<p>Il pleut.</p>"});
  CHECK(read(record("request", "u1", endless + "x") + next) == Texts{"u2|<p>Il pleut.</p>"});
}

/// A file whose compression breaks behind some bytes.
class DamagedInput final : public ByteInput {
 public:
  explicit DamagedInput(std::string bytes) : sound_(std::move(bytes)) {}

  std::size_t read(std::span<char> room) override {
    const std::size_t count = sound_.read(room);
    if (count == 0) throw Error(ErrorCode::bad_data, "damaged");
    return count;
  }

 private:
  StringInput sound_;
};

TEST_CASE("records before damage in the compression are read, then the damage is told") {
  DamagedInput input(record("response", "u1", page) + record("response", "u2", page).substr(0, 99));
  WebArchiveReader reader(input, {"a.warc.gz", "a.warc.gz", 0, true});
  CHECK(std::get<Record>(*reader.next()).url == "u1");
  CHECK(std::get<Skip>(*reader.next()).message == "no sound record begins at byte 203");
  CHECK(std::get<Skip>(*reader.next()).message == "damaged");
  CHECK_THROWS_AS(reader.next(), Error);  // nothing came behind the damage
}

TEST_CASE("the server's charset goes with the page") {
  StringInput input(record("response", "u", page));
  WebArchiveReader reader(input, {"a.warc", "a.warc", 0, true});
  CHECK(std::get<Record>(*reader.next()).charset == "utf-8");
}

}  // namespace
}  // namespace hemero
