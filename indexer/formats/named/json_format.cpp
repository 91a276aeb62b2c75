#include "indexer/formats/named/json_format.h"

#include "indexer/formats/named/enveloped_lines.h"
#include "indexer/formats/named/json_envelope.h"
#include "indexer/formats/named/json_lines.h"
#include "indexer/formats/named/json_values.h"
#include "indexer/formats/named/jsonl_article.h"

namespace hemero {

namespace {

/// JSON Lines start with an object, an array of articles with a bracket before it.
Likeness json_likeness(const Format&, const FileHead& file) {
  std::string_view head = file.bytes();
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || (head[first] != '{' && head[first] != '[')) return Likeness::none;
  const auto second = head.find_first_not_of(" \t\r\n", first + 1);
  const bool json = second == std::string_view::npos || head[second] == (head[first] == '[' ? '{' : '"') ||
                    (head[first] == '{' && head[second] == '}');
  return json ? Likeness::sure : Likeness::none;
}

/// Names that promise a value a line keep their word, whatever the first line looks like.
std::unique_ptr<RecordReader> cut_json(ByteInput& input, const Opening& opening) {
  const auto end = end_of_name(opening.file.path);
  const auto array_at = find_enveloped_array(opening.head.bytes());
  const bool promised = end == ".jsonl" || end == ".ndjson";
  if (promised && array_at) return std::make_unique<EnvelopedLines>(input, opening.file, opening.limits);
  if (promised || (!array_at && !looks_like_json_values(opening.head.bytes())))
    return std::make_unique<JsonLines>(input, opening.file, opening.limits);
  return std::make_unique<JsonValues>(input, opening.file, array_at, opening.limits);
}

}  // namespace

const Format jsonl_format{
    .name = "jsonl",
    .title = "JSON and JSON Lines",
    .endings = {{".jsonl", Likeness::sure}, {".ndjson", Likeness::sure}, {".json", Likeness::sure}},
    .likeness = json_likeness,
    .cut = cut_json,
    .make_extractor = make_extractor_of<JsonArticleReader>,
    .fault = fault_of_objects,
    .dates = dates_of_objects,
};

}  // namespace hemero
