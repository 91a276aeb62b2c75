#include "indexer/formats/web_archives/http_response.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using namespace std::string_literals;  // "…"s keeps NUL bytes

/// "Un titre" and a line feed, packed.
const std::string gzip =
    "\x1F\x8B\x08\0\0\0\0\0\x02\x03\x0B\xCD\x53\x28\xC9\x2C\x29\x4A\xE5\x02\0\x60\x3C\xF6\x9B\x09\0\0\0"s;
const std::string deflate = "\x0B\xCD\x53\x28\xC9\x2C\x29\x4A\xE5\x02\0"s;
const std::string zlib = "\x78\x9C" + deflate + "\x10\x15\x03\x16"s;
const std::string brotli = "\x0B\x04\x80Un titre\n\x03"s;

/// The page, or "!reason".
std::string read(const std::string& fields, const std::string& body, const std::string& status = "200 OK") {
  auto page =
      read_http_response("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + fields + "\r\n" + body, 1000);
  if (const auto* refusal = std::get_if<HttpRefusal>(&page)) return "!"s + refusal->reason;
  return std::get<HttpPage>(page).bytes;
}

TEST_CASE("bodies are unchunked and unpacked") {
  struct Row {
    const char* reason;
    std::string fields;
    std::string body;
    std::string page;
  };
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  const Row rows[] = {
      {"as it is", "", "Un titre\n", "Un titre\n"},
      {"no body", "", "", ""},
      {"chunks", chunked, "3\r\nUn \r\n6;x=y\r\ntitre\n\r\n0\r\n\r\n", "Un titre\n"},
      {"chunks in capitals and with line feeds alone", "TRANSFER-ENCODING: Chunked\n", "A\n0123456789\n0\n\n",
       "0123456789"},
      {"a body that is in no chunks any more", chunked, "<p>Un</p>", "<p>Un</p>"},
      {"a chunk that lies about its length", chunked, "FFFFFFFFFFFFFFF\r\nUn", "FFFFFFFFFFFFFFF\r\nUn"},
      {"gzip", "Content-Encoding: gzip\r\n", gzip, "Un titre\n"},
      {"deflate", "content-encoding: deflate\r\n", deflate, "Un titre\n"},
      {"deflate in a zlib frame", "Content-Encoding: deflate\r\n", zlib, "Un titre\n"},
      {"brotli", "Content-Encoding: br\r\n", brotli, "Un titre\n"},
      {"gzip in chunks", "Content-Encoding: gzip\r\n" + chunked, "1d\r\n" + gzip + "\r\n0\r\n\r\n", "Un titre\n"},
      {"a body that is unpacked already", "Content-Encoding: gzip\r\n", "<html>Un</html>", "<html>Un</html>"},
      {"… for other codings", "Content-Encoding: br\r\n", "<html>Un</html>", "<html>Un</html>"},
      {"a coding without a name", "Content-Encoding: identity\r\n", "Un", "Un"},
      {"cut gzip", "Content-Encoding: gzip\r\n", gzip.substr(0, 20), "!damaged"},
      {"cut brotli", "Content-Encoding: br\r\n", brotli.substr(0, 8), "!damaged"},
      {"rubbish", "Content-Encoding: deflate\r\n", "\xFF\xFF", "!damaged"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(read(row.fields, row.body) == row.page);
  }
}

TEST_CASE("other answers are no pages") {
  CHECK(read("", "x", "404 Not Found") == "!no_page");
  CHECK(read("", "x", "") == "!no_page");
  for (const char* bytes : {"", "HTTP/1.1 200 OK", "rubbish\r\n\r\n"})
    CHECK(std::get<HttpRefusal>(read_http_response(bytes, 9)).reason == std::string("damaged"));
}

TEST_CASE("a page that unpacks to more than the limit is refused") {
  const std::string response = "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip\n\n" + gzip;
  CHECK(std::get<HttpRefusal>(read_http_response(response, 8)).reason == std::string("too_long"));
  CHECK(std::get<HttpPage>(read_http_response(response, 9)).bytes == "Un titre\n");
}

TEST_CASE("the charset is what the server declared") {
  const auto charset = [](const std::string& type) {
    return std::get<HttpPage>(read_http_response("HTTP/1.0 200\nContent-Type: " + type + "\n\nx", 9)).charset;
  };
  CHECK(charset("text/html") == "");
  CHECK(charset("text/html; charset=ISO-8859-15") == "iso-8859-15");
  CHECK(charset("TEXT/HTML;Charset=\"utf-8\"; x=y") == "utf-8");
  CHECK(charset("application/xhtml+xml; charset=") == "");
}

}  // namespace
}  // namespace hemero
