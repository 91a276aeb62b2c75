#include "indexer/formats/named/json_values.h"

#include <string>
#include <vector>

#include "indexer/formats/named/json_envelope.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

/// "2:value" for the value that begins on line 2, "!reason:2" for a skip.
Texts values_of(const std::string& json, std::size_t step = 1) {
  StringInput input(json, step);
  JsonValues values(input, {"in/a.json", "a.json", 0, true}, find_enveloped_array(json));
  Texts texts;
  while (auto item = values.next()) {
    if (const auto* skip = std::get_if<Skip>(&*item)) {
      texts.push_back("!" + skip->reason + ":" + std::to_string(skip->line));
      continue;
    }
    const Record& record = std::get<Record>(*item);
    CHECK(json.substr(record.offset, record.bytes.size()) == record.bytes);
    texts.push_back(std::to_string(record.line) + ":" + record.bytes);
  }
  CHECK(values.offset() == json.size());
  return texts;
}

TEST_CASE("values are told by their brackets") {
  struct Row {
    std::string json;
    Texts values;
    const char* reason;
  };
  const Row rows[] = {
      {"", {}, "nothing"},
      {" \n", {}, "blanks"},
      {"[]", {}, "an empty array"},
      {"{\n\"a\": 1\n}\n", {"1:{\n\"a\": 1\n}"}, "an object over several lines"},
      {"\xEF\xBB\xBF{\n}", {"1:{\n}"}, "a byte order mark"},
      {"[{\"a\": 1},\n {\"b\": [2]}]\n", {"1:{\"a\": 1}", "2:{\"b\": [2]}"}, "an array's elements"},
      {"{\n}\n\n{\n}", {"1:{\n}", "4:{\n}"}, "one behind the other"},
      {R"([{"a": "]}\"{["}, {"b": "\\"}])", {R"(1:{"a": "]}\"{["})", R"(1:{"b": "\\"})"}, "brackets in strings"},
      {"[1, \"a]\", null]", {"1:1", "1:\"a]\"", "1:null"}, "what is no object, for the reader to refuse"},
      {"[[1], {}]", {"1:[1]", "1:{}"}, "an array in the array"},
      {"[{\"a\": 1},\n{\"b\": ", {"1:{\"a\": 1}", "!broken_json:2"}, "a cut file"},
      {"[{\"a\": \"x", {"!broken_json:1"}, "… in a string"},
      {",]*\n{\n}", {"1:*", "2:{\n}"}, "signs of an array where none is"},
      {"}\n{\n}", {"1:}", "2:{\n}"}, "a bracket too many"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    for (const std::size_t step : {1U, 1000U}) CHECK(values_of(row.json, step) == row.values);
  }
}

TEST_CASE("articles in an object around their array are told from an article") {
  struct Row {
    std::string json;
    Texts values;
    const char* reason;
  };
  const Row rows[] = {
      {R"({"status": "ok", "articles": [{"a": 1}, {"b": 2}]})", {R"(1:{"a": 1})", R"(1:{"b": 2})"}, "an answer"},
      {"{\n\"data\": [\n{\"a\": [1]},\n{\"b\": 2}\n],\n\"_meta\": {\"total\": [3]}\n}\n",
       {"3:{\"a\": [1]}", "4:{\"b\": 2}"},
       "what stands behind the array is no article"},
      {"\xEF\xBB\xBF{\"total\": 1.5, \"response\": {\"n\": {}, \"docs\": [{\"a\": 1}]}}",
       {"1:{\"a\": 1}"},
       "one in one"},
      {R"({"response": {"n": {}}, "tags": ["x"], "items": [{"a": 1}]})", {R"(1:{"a": 1})"}, "… that holds none"},
      {"{\"title\": \"Le fil\", \"items\": [{\"a\": 1}", {"1:{\"a\": 1}"}, "JSON Feed, cut off"},
      {"{\"items\": [{\"a\": 1}, {\"b\": ", {"1:{\"a\": 1}", "!broken_json:1"}, "… inside of an article"},
      {R"({"title": "T", "text": "t", "items": [{"a": 1}]})",
       {R"(1:{"title": "T", "text": "t", "items": [{"a": 1}]})"},
       "an article"},
      {R"({"title": "T", "items": ["a"]})", {R"(1:{"title": "T", "items": ["a"]})"}, "no articles in it"},
      {R"({"title": "T", "authors": [{"name": "A"}]})", {R"(1:{"title": "T", "authors": [{"name": "A"}]})"}, "names"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    for (const std::size_t step : {1U, 1000U}) CHECK(values_of(row.json, step) == row.values);
  }
}

TEST_CASE("a value that is too long is skipped, and the next one is read") {
  const std::string endless(InputLimits{}.record, 'x');
  CHECK(values_of("[{\"a\": \"" + endless + "\"},\n{\"b\": 1}]", 1 << 20) == Texts{"!too_long:1", "2:{\"b\": 1}"});
}

TEST_CASE("a file of values over several lines is known by its beginning") {
  for (const char* head : {"[{\"a\": 1}]", "{\n\"a\"", "{\"a\": 1,\r\n", "\n {\"a\": [\n", "\xEF\xBB\xBF[", "["})
    CHECK(looks_like_json_values(head));
  for (const char* head : {"", "{", "{\"a\": 1}\n", "{\"a\": 1}\n{\n", "{\"a\": \"x\n", "a,\n"})
    CHECK_FALSE(looks_like_json_values(head));
}

}  // namespace
}  // namespace hemero
