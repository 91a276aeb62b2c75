#include "indexer/input/input_limits.h"

#include <optional>
#include <string>

#include "common/base/error.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "indexer/input/file_list.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

// Limits of what is read, as users name and set them.

namespace hemero {
namespace {

/// The limit after the assignment, or nothing when it is refused.
std::optional<std::uint64_t> after(std::string_view assignment, std::uint64_t InputLimits::*limit) {
  InputLimits limits;
  try {
    set_limit(limits, assignment);
  } catch (const Error& error) {
    CHECK((error.code() == ErrorCode::usage));
    return std::nullopt;
  }
  return limits.*limit;
}

TEST_CASE("limits are set by name") {
  const struct {
    const char* assignment;
    std::uint64_t InputLimits::*limit;
    std::optional<std::uint64_t> value;
    const char* reason;
  } rows[] = {
      {"text=32MiB", &InputLimits::text, 32u << 20, ""},
      {"text=1GiB", &InputLimits::text, 1u << 30, "the most that is in memory at once"},
      {"text=2GiB", &InputLimits::text, std::nullopt, "more than that"},
      {"text=32", &InputLimits::text, std::nullopt, "a size needs its unit"},
      {"text=32KiB", &InputLimits::text, std::nullopt, "and is told in MiB"},
      {"text=-1MiB", &InputLimits::text, std::nullopt, ""},
      {"text=0MiB", &InputLimits::text, std::nullopt, "nothing could be read"},
      {"text=", &InputLimits::text, std::nullopt, ""},
      {"text", &InputLimits::text, std::nullopt, ""},
      {"=1MiB", &InputLimits::text, std::nullopt, ""},
      {"", &InputLimits::text, std::nullopt, ""},
      {"Text=1MiB", &InputLimits::text, std::nullopt, "names are as they are listed"},
      {"container-total=17179869184GiB", &InputLimits::container_total, std::nullopt, "beyond 64 bits"},
      {"container-total=100GiB", &InputLimits::container_total, std::uint64_t{100} << 30, ""},
      {"container-entries=5", &InputLimits::container_entries, 5, ""},
      {"container-entries=5MiB", &InputLimits::container_entries, std::nullopt, "a count has no unit"},
      {"container-entries=99999999999999999999", &InputLimits::container_entries, std::nullopt, "beyond 64 bits"},
      {"container-nesting=9", &InputLimits::container_nesting, std::nullopt, "deeper than any archive is"},
      {"record=32MiB", &InputLimits::record, 32u << 20, ""},
      {"xml-record=32MiB", &InputLimits::xml_record, 32u << 20, ""},
      {"xml-nesting=256", &InputLimits::xml_nesting, 256, "as deep as libxml2 reads"},
      {"xml-nesting=257", &InputLimits::xml_nesting, std::nullopt, "deeper than that"},
      {"html-nesting=1000", &InputLimits::html_nesting, 1000, ""},
      {"html-nodes=5", &InputLimits::html_nodes, 5, ""},
      {"html-attributes=100000", &InputLimits::html_attributes, std::nullopt, "their number counts twice"},
      {"unpack-ratio=1000", &InputLimits::unpack_ratio, 1000, ""},
  };
  for (const auto& row : rows) {
    INFO(row.assignment << ": " << row.reason);
    CHECK(after(row.assignment, row.limit) == row.value);
  }
}

TEST_CASE("every limit is listed in the form in which it can be set") {
  for (const NamedLimit& limit : named_limits()) {
    InputLimits limits;
    const std::string text = limit_text(limit, limits);
    INFO(limit.name << "=" << text);
    const std::uint64_t before = limits.*(limit.value);
    limits.*(limit.value) = 1;
    set_limit(limits, std::string(limit.name) + "=" + text);
    CHECK(limits.*(limit.value) == before);
  }
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// What becomes of a file under a limit: "read", or the message of its skip.
std::string outcome(const std::string& name, const std::string& bytes, const std::string& assignment) {
  const TemporaryFolder folder;
  folder.write(name, bytes);
  InputLimits limits;
  if (!assignment.empty()) set_limit(limits, assignment);
  Source source(list_files({folder.path().string()}).files, nullptr, limits);
  const auto item = source.next();
  REQUIRE(item);
  const auto* skip = std::get_if<Skip>(&*item);
  return skip == nullptr ? "read" : skip->message;
}

TEST_CASE("the readers of many records in a file obey the limit of one record, and name it") {
  const auto warc = [](const std::string& page) {
    return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: " +
           std::to_string(page.size()) + "\r\n\r\n" + page + "\r\n\r\n";
  };
  const auto text = [](std::size_t mib) { return std::string(mib << 20, 'x'); };
  const struct {
    const char* name;
    std::string bytes;
    const char* limit;
    std::string said;
  } rows[] = {
      {"a.csv", "title,text\nUn," + text(9) + "\n", "record", "the row is longer than "},
      {"a.json", "[{\"title\": \"" + text(9) + "\"}]", "record", "the JSON value is longer than "},
      {"a.warc", warc(text(9)), "record", "the page is longer than "},
      {"a.html", "<html><article><i class=\"DocPublicationName\">" + text(9), "record", "the article is longer than "},
      {"a.xml", "<rss><item><title>Un</title>" + repeated("<p>" + text(1) + "</p>", 17) + "</item></rss>", "xml-record",
       "the item is longer than "},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    const std::string set = std::string(row.limit) + "=";
    const bool xml = set == "xml-record=";
    CHECK(outcome(row.name, row.bytes, "") == row.said + (xml ? "16 MiB" : "8 MiB"));
    CHECK(outcome(row.name, row.bytes, set + "1MiB") == row.said + "1 MiB");
    CHECK(outcome(row.name, row.bytes, set + "32MiB") == "read");
  }
}

TEST_CASE("the levels of XML are limited") {
  const std::string deep =
      "<rss><item><title>Un</title>" + repeated("<b>", 250) + repeated("</b>", 250) + "</item></rss>";
  CHECK(outcome("a.xml", deep, "") == "elements are nested deeper than 250 levels");
  CHECK(outcome("a.xml", deep, "xml-nesting=10") == "elements are nested deeper than 10 levels");
  CHECK(outcome("a.xml", deep, "xml-nesting=256") == "read");
}

}  // namespace
}  // namespace hemero
