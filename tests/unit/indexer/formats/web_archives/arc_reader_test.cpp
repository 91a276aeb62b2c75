#include <string>
#include <vector>

#include "indexer/formats/web_archives/web_archive_reader.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

const std::string page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Il pleut.</p>";
const std::string picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG";

/// A record of version 1.
std::string record(const std::string& url, const std::string& block, long long lie = 0) {
  return url + " 192.0.2.7 20060315120000 text/html " + std::to_string(static_cast<long long>(block.size()) + lie) +
         "\n" + block + "\n";
}

/// The same with the words of version 2.
std::string record_2(const std::string& url, const std::string& block) {
  return url + " 192.0.2.7 20060315120000 text/html 200 - - 1234 a.arc " + std::to_string(block.size()) + "\n" + block +
         "\n";
}

const std::string version = "1 0 Une archive\nURL IP-address Archive-date Content-type Archive-length\n";
const std::string beginning =
    "filedesc://a.arc 0.0.0.0 20060315115900 text/plain " + std::to_string(version.size()) + "\n" + version + "\n";

/// "url|bytes" for a page, "!reason" for a skip.
Texts read(const std::string& archive, std::size_t step = 1 << 20) {
  StringInput input(archive, step);
  WebArchiveReader reader(input, {"in/a.arc", "a.arc", 0, true}, {}, arc_syntax);
  Texts texts;
  while (auto item = reader.next()) {
    const auto* found = std::get_if<Record>(&*item);
    texts.push_back(found == nullptr ? "!" + std::get<Skip>(*item).reason : found->url + "|" + found->bytes);
  }
  CHECK(reader.offset() == archive.size());
  return texts;
}

TEST_CASE("ARC gives the pages that servers answered, of both versions") {
  const std::string answers = record("dns:matin.example", "20060315115959\nmatin.example 300 IN A 192.0.2.7\n") +
                              record("http://matin.example/un", page) + record_2("https://matin.example/deux", page) +
                              record("http://matin.example/a.png", picture);
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 20})
    CHECK(read(beginning + answers, step) ==
          Texts{"http://matin.example/un|<p>Il pleut.</p>", "https://matin.example/deux|<p>Il pleut.</p>", "!no_page"});
}

TEST_CASE("an address with a blank in it is one address") {
  CHECK(read(record("http://matin.example/a b", page)) == Texts{"http://matin.example/a b|<p>Il pleut.</p>"});
}

TEST_CASE("a record of ARC that lies about its length costs no other one") {
  const std::string good = record("http://matin.example/deux", page);
  const Texts rest{"!damaged", "http://matin.example/deux|<p>Il pleut.</p>"};
  for (const long long lie : {-5LL, 5LL, 40LL, 100'000LL}) {
    INFO(lie);
    CHECK(read(record("http://matin.example/un", page, lie) + good) == rest);
  }
  CHECK(read("http://matin.example/un sans date\n" + good) == rest);
  CHECK(read(good + record("http://matin.example/un", page, -5)) == Texts{rest[1], rest[0]});
  CHECK(read(good + record("http://matin.example/un", page, -5) + good) == Texts{rest[1], rest[0], rest[1]});
  CHECK(read(std::string(300'000, 'x') + "\n" + good) == rest);
}

TEST_CASE("an ARC that is cut ends with a word") {
  const std::string whole = record("http://matin.example/un", page);
  CHECK(read(whole + whole.substr(0, whole.size() - 20)) ==
        Texts{"http://matin.example/un|<p>Il pleut.</p>", "!damaged"});
  CHECK(read("").empty());
}

}  // namespace
}  // namespace hemero
