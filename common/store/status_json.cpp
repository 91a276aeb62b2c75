#include "common/store/status_json.h"

#include <cstdint>
#include <optional>

#include "common/base/json_writer.h"
#include "common/store/index/postings_writer.h"
#include "common/store/unfinished.h"

namespace hemero {

namespace {

void member_or_null(JsonWriter& json, const char* name, const std::optional<std::uint64_t>& number) {
  json.key(name);
  number ? json.value(*number) : json.null();
}

}  // namespace

std::string status_json(const ArchiveStatus& status, const std::string& path, const std::vector<NamedSize>& parts) {
  std::string line;
  JsonWriter json(line);
  json.begin_object();
  json.member("version", 1).member("archive", path).member("uuid", status.uuid).member("created", status.created);
  json.member("analyzer", status.analyzer);
  json.member("articles", status.articles)
      .member("removed", status.removed)
      .member("versions", status.versions)
      .member("sources", status.sources);
  json.member("words", status.words).member("surfaces", status.surfaces).member("text_bytes", status.text_bytes);
  json.member("first_date", status.first_date).member("last_date", status.last_date);
  json.member("runs", status.runs).member("last_run", status.last_run);
  member_or_null(json, "catalogue_bytes", status.catalogue_bytes);
  member_or_null(json, "index_bytes", status.index_bytes);
  json.member("index_behind", status.index_behind).member("direct_postings", writes_postings_directly());
  json.member("written", status.is_written);
  json.key("unfinished").begin_array();
  for (const UnfinishedWork& work : unfinished_work(status)) json.value(work.name);
  json.end_array();
  if (!parts.empty()) {
    json.key("sizes").begin_object();
    for (const NamedSize& part : parts) json.member(part.name, part.bytes);
    json.end_object();
  }
  json.end_object();
  return line;
}

}  // namespace hemero
