#include "query/render/versions.h"

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/text/characters/one_line.h"

namespace hemero {

namespace {

using Change = DiffLine::Change;

std::string_view sign(Change change) {
  switch (change) {
    case Change::removed:
      return "- ";
    case Change::added:
      return "+ ";
    case Change::same:
      break;
  }
  return "  ";
}

std::string_view name(Change change) {
  switch (change) {
    case Change::removed:
      return "removed";
    case Change::added:
      return "added";
    case Change::same:
      break;
  }
  return "same";
}

/// ANSI: red for what went, green for what came.
std::string coloured(Change change, const std::string& text, const TextStyle& style) {
  if (!style.colour || change == Change::same) return text;
  return fmt::format("\x1b[{}m{}\x1b[0m", change == Change::removed ? 31 : 32, text);
}

std::string shown(const DiffLine& line) {
  return line.field == "text" ? one_line(line.text) : fmt::format("{}: {}", line.field, one_line(line.text));
}

}  // namespace

std::string render_versions_text(const std::vector<StoredVersion>& versions) {
  std::string text;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const StoredVersion& version = versions[i];
    text += fmt::format("{:>3}  {}  {}  {}\n", i + 1, version.stored,
                        message("run {}, {} bytes", version.run, version.text_bytes), one_line(version.title));
  }
  return text;
}

std::string render_versions_json(std::uint32_t article, const std::vector<StoredVersion>& versions) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("id", article).key("versions").begin_array();
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const StoredVersion& version = versions[i];
    json.begin_object().member("number", std::uint64_t{i + 1}).member("stored", version.stored);
    json.member("run", version.run).member("title", one_line(version.title)).key("date");
    version.date.empty() ? json.null() : json.value(version.date);
    json.member("text_bytes", version.text_bytes).member("current", version.current).end_object();
  }
  json.end_array().end_object();
  return out;
}

std::string render_diff_text(const std::vector<DiffLine>& lines, const TextStyle& style) {
  std::string text;
  bool skipped = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_near_change(lines, i)) {
      skipped = true;
      continue;
    }
    if (skipped) text += "  …\n";
    skipped = false;
    text += coloured(lines[i].change, fmt::format("{}{}", sign(lines[i].change), shown(lines[i])), style) + "\n";
  }
  if (skipped && !text.empty()) text += "  …\n";
  return text.empty() ? message("The versions are the same.") + "\n" : text;
}

std::string render_diff_json(std::uint32_t article, std::uint64_t from, std::uint64_t to,
                             const std::vector<DiffLine>& lines) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("id", article).member("from", from).member("to", to);
  json.key("lines").begin_array();
  for (const DiffLine& line : lines)
    json.begin_object()
        .member("change", name(line.change))
        .member("field", line.field)
        .member("text", line.text)
        .end_object();
  json.end_array().end_object();
  return out;
}

}  // namespace hemero
