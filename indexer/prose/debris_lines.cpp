#include "indexer/prose/debris_lines.h"

#include <algorithm>
#include <map>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "common/text/characters/charset.h"
#include "common/text/characters/mojibake.h"
#include "common/text/characters/text_input.h"
#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "data/tables.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t files_sampled = 100;                     ///< per folder
constexpr std::size_t bytes_sampled = std::size_t{256} << 10;  ///< per file
constexpr std::size_t longest_line = 200;  ///< bytes; longer lines are articles, however often printed
constexpr std::size_t fewest_files = 3;    ///< that a line must stand in

struct KnownLines {
  std::unordered_set<std::string_view> lines;
  std::unordered_set<std::string_view> tails;
  std::vector<std::string_view> starts;

  KnownLines() {
    for (const std::string_view row : trimmed_lines(table_text("debris"))) {
      if (row.empty() || row.front() == '#') continue;
      const auto tab = row.find('\t');
      const std::string_view kind = row.substr(0, tab);
      const std::string_view text = row.substr(tab + 1);
      if (kind == "line") lines.insert(text);
      if (kind == "tail") tails.insert(text);
      if (kind == "start") starts.push_back(text);
    }
  }
};

bool is_reading_tip(std::string_view shape) {
  return shape == "lire aussi" || shape == "a lire aussi" || shape == "voir aussi" || shape == "lire egalement";
}

/// "© 2021 Le Courrier", "Accueil | Sports | Culture": what the signs in a line say, whatever its words.
bool is_footer_or_menu(std::string_view line) {
  if (line.starts_with("©") || line.starts_with("(c) ") || line.starts_with("Copyright")) return true;
  std::size_t bars = 0;
  for (const std::string_view bar : {" | ", " > ", " › "})
    for (auto at = line.find(bar); at != std::string_view::npos; at = line.find(bar, at + 1)) ++bars;
  return bars >= 2 && line.size() <= longest_line && !ends_sentence(line);
}

/// The distinct line shapes of a text file's beginning; none when it cannot be read: the source will say so.
std::unordered_set<std::string> shapes_of(const InputFile& file) {
  std::unordered_set<std::string> shapes;
  try {
    TextInput input(open_input(file.path));
    std::string bytes(bytes_sampled, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
      const std::size_t got = input.read(std::span(bytes).subspan(size));
      if (got == 0) break;
      size += got;
    }
    bytes.resize(size);
    if (looks_binary(bytes)) return shapes;
    std::string text = decode_text(bytes).text;
    if (looks_double_encoded(text)) text = undo_double_encoding(text);
    for (const std::string_view line : trimmed_lines(text))
      if (!line.empty() && line.size() <= longest_line) shapes.insert(line_shape(line));
  } catch (const Error&) {
    return {};
  }
  return shapes;
}

bool is_text_name(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  return name.find(".txt") != std::string::npos || name.find(".text") != std::string::npos;
}

RepeatedLines repeated_in(const std::vector<const InputFile*>& files) {
  std::unordered_map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < std::min(files.size(), files_sampled); ++i)
    for (const std::string& shape : shapes_of(*files[i])) ++counts[shape];
  RepeatedLines repeated;
  for (const auto& [shape, count] : counts)
    if (count >= fewest_files && !shape.empty()) repeated.insert(shape);
  return repeated;
}

}  // namespace

LineKind known_line_kind(std::string_view line) {
  static const KnownLines known;
  const std::string shape = line_shape(line);
  if (is_reading_tip(shape)) return LineKind::teaser;
  if (known.tails.contains(shape)) return LineKind::tail;
  const bool starts = std::any_of(known.starts.begin(), known.starts.end(), [&](std::string_view start) {
    return shape.starts_with(start) && (shape.size() == start.size() || shape[start.size()] == ' ');
  });
  return known.lines.contains(shape) || starts || is_footer_or_menu(line) ? LineKind::debris : LineKind::text;
}

FolderLines::FolderLines(const std::vector<InputFile>& files) {
  std::map<std::string, std::vector<const InputFile*>> folders;
  for (const InputFile& file : files)
    if (is_text_name(file.path)) folders[file.path.parent_path().string()].push_back(&file);
  for (const auto& [folder, members] : folders)
    if (members.size() >= fewest_files) folders_[folder] = repeated_in(members);
}

const RepeatedLines& FolderLines::of(const std::string& path) const {
  const auto found = folders_.find(std::filesystem::path(path).parent_path().string());
  return found == folders_.end() ? none_ : found->second;
}

}  // namespace hemero
