#include "tests/support/damaged_archive.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/store/catalogue/content_hash.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/hashed_lines.h"
#include "common/store/folder/manifest.h"
#include "common/store/index/index_folder.h"
#include "common/store/streams/checksum.h"
#include "common/store/streams/varint.h"
#include "common/store/writing/archive_writer.h"

namespace hemero {

namespace {

namespace fs = std::filesystem;

/// Takes choices out of bytes; zeros when they are used up.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : bytes_(bytes) {}

  bool more() const { return !bytes_.empty(); }

  std::uint64_t number(std::size_t size) {
    std::uint64_t value = 0;
    for (const char byte : text(size)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
  }

  std::size_t below(std::size_t end) { return end == 0 ? 0 : number(end > 256 ? 4 : 1) % end; }

  std::string_view text(std::size_t size) {
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(taken.size());
    return taken;
  }

  /// Numbers at which something may turn over.
  std::int64_t odd_number() {
    constexpr std::array<std::int64_t, 20> odd{0,
                                               1,
                                               2,
                                               7,
                                               255,
                                               639,
                                               640,
                                               65'536,
                                               16'777'216,
                                               -1,
                                               -5,
                                               2'147'483'647,
                                               4'000'000'000,
                                               4'293'918'720,
                                               4'294'967'287,
                                               4'294'967'295,
                                               4'294'967'296,
                                               1LL << 40,
                                               std::numeric_limits<std::int64_t>::max(),
                                               std::numeric_limits<std::int64_t>::min()};
    const std::size_t chosen = below(odd.size() + 1);
    return chosen < odd.size() ? odd[chosen] : static_cast<std::int64_t>(number(8));
  }

 private:
  std::string_view bytes_;
};

/// Puts a few other bytes somewhere.
void replace_some(std::string& bytes, Choices& choices, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const std::size_t at = begin + choices.below(end - begin);
  const std::string_view other = choices.text(1 + choices.below(8));
  bytes.replace(at, std::min(other.size(), end - at), other.substr(0, end - at));
}

struct Table {
  const char* name;
  const char* key;  ///< what tells its rows
};

constexpr std::array<Table, 20> tables{{{"setting", "name"},
                                        {"run", "id"},
                                        {"run_skip", "run_id, reason"},
                                        {"batch", "seq"},
                                        {"place", "path"},
                                        {"total", "rowid"},
                                        {"source", "id"},
                                        {"origin", "id"},
                                        {"dictionary", "id"},
                                        {"article", "id"},
                                        {"version", "id"},
                                        {"address_block", "block"},
                                        {"removal", "id"},
                                        {"word", "id"},
                                        {"word_change", "id"},
                                        {"word_block", "list, first"},
                                        {"signature_block", "block"},
                                        {"copy", "version_id"},
                                        {"site_line", "site, line"},
                                        {"version", "id"}}};

std::vector<std::string> texts(sqlite::Connection& connection, const std::string& sql) {
  std::vector<std::string> found;
  sqlite::Statement rows = connection.prepare(sql);
  while (rows.step()) found.emplace_back(rows.text(0));
  return found;
}

/// Gives a column of a row another value.
void damage_value(const ArchiveFolder& archive, Choices& choices) {
  sqlite::Connection connection(archive.catalogue(), sqlite::Access::write);
  connection.execute("PRAGMA foreign_keys = OFF");
  const Table& table = tables[choices.below(tables.size())];
  const auto columns = texts(connection, fmt::format("SELECT name FROM pragma_table_info('{}')", table.name));
  if (columns.empty()) return;  // its schema is damaged by now
  const std::string& column = columns[choices.below(columns.size())];
  const std::string row =
      fmt::format("({0}) IN (SELECT {0} FROM {1} LIMIT 1 OFFSET {2})", table.key, table.name, choices.below(24));
  const auto set = [&](const auto& value) {
    connection.prepare(fmt::format("UPDATE {} SET {} = ?1 WHERE {}", table.name, column, row)).with(value).run();
  };
  const std::size_t how = choices.below(5);
  if (how == 0) return set(choices.odd_number());
  if (how == 1) return set(choices.text(choices.below(40)));
  if (how == 2) return set(sqlite::Blob{choices.text(choices.below(40))});
  if (how == 3) return connection.execute(fmt::format("DELETE FROM {} WHERE {}", table.name, row));
  sqlite::Statement value = connection.prepare(fmt::format("SELECT {} FROM {} WHERE {}", column, table.name, row));
  std::string bytes;
  value.for_first([&](const sqlite::Statement& found) { bytes = found.blob(0); });
  replace_some(bytes, choices, 0, bytes.size());
  set(sqlite::Blob{bytes});
}

/// Replaces a field of the list of parts.
void damage_list(const ArchiveFolder& archive, Choices& choices) {
  const fs::path file = archive.index() / IndexFolder::list_name;
  std::vector<std::string> lines;
  const std::string text = read_bytes(file);
  for (std::size_t at = 0; at < text.size(); at += lines.back().size() + 1)
    lines.push_back(text.substr(at, text.find('\n', at) - at));
  if (lines.size() < 2) return;
  lines.pop_back();  // the hash
  std::string& line = lines[choices.below(lines.size())];
  std::size_t begin = 0;
  for (std::size_t field = choices.below(9); field > 0 && line.find('\t', begin) != std::string::npos; --field)
    begin = line.find('\t', begin) + 1;
  const std::size_t size = std::min(line.find('\t', begin), line.size()) - begin;
  const bool counts = choices.below(3) > 0;
  line.replace(begin, size,
               counts ? std::to_string(choices.odd_number()) : std::string(choices.text(choices.below(24))));
  std::string all;
  for (const std::string& each : lines) all += each + "\n";
  write_durably(file, with_hash(all));
}

/// Damages a file that ends with its hash, which is made to fit again.
void damage_sealed(const fs::path& file, Choices& choices) {
  constexpr std::size_t hash_digits = 16;
  constexpr std::size_t header = 9;
  std::string bytes = read_bytes(file);
  if (bytes.size() < header + hash_digits) return;
  bytes.resize(bytes.size() - hash_digits);
  replace_some(bytes, choices, header, bytes.size());
  write_durably(file, bytes + fmt::format("{:016x}", hash64(bytes)));
}

/// Damages one token stream of a part, whose checksum is made to fit again.
void damage_stream(const ArchiveFolder& archive, const Part& part, Choices& choices) {
  constexpr std::uint64_t entry_bytes = 8;
  constexpr std::size_t checksum_bytes = 4;
  const fs::path file = archive.index() / part.streams;
  const std::string offsets = read_bytes(offsets_of(file));
  std::string bytes = read_bytes(file);
  const std::size_t number = choices.below(offsets.size() / entry_bytes);
  std::uint64_t offset = 0;
  for (std::size_t i = 6; i-- > 0;)
    offset = offset << 8 | static_cast<unsigned char>(offsets[number * entry_bytes + i]);
  std::size_t at = offset;
  const std::size_t length = read_varint(bytes, at);
  if (offset == 0 || at + checksum_bytes >= bytes.size() || length > bytes.size() - at - checksum_bytes) return;
  for (std::size_t left = 1 + choices.below(4); left > 0; --left)
    replace_some(bytes, choices, at + checksum_bytes, at + checksum_bytes + length);
  const std::uint32_t version = static_cast<std::uint32_t>(part.first) + static_cast<std::uint32_t>(number);
  const std::uint32_t sum = checksum32(std::string_view(bytes).substr(at + checksum_bytes, length)) ^ version;
  for (std::size_t i = 0; i < checksum_bytes; ++i) bytes[at + i] = static_cast<char>(sum >> (8 * i));
  write_durably(file, bytes);
}

/// The files that bytes are changed of, by their names within the archive.
std::vector<fs::path> files_of(const ArchiveFolder& archive) {
  std::vector<fs::path> files{archive.catalogue(), archive.index() / IndexFolder::list_name};
  for (const auto& entry : fs::recursive_directory_iterator(archive.index())) {
    const std::string name = entry.path().filename().string();
    const bool ours = name.starts_with("streams") || name.starts_with("dead-") || name.starts_with("copies-");
    if (entry.is_regular_file() && ours) files.push_back(entry.path());
  }
  std::sort(files.begin() + 2, files.end());
  return files;
}

void damage_bytes(const ArchiveFolder& archive, Choices& choices) {
  const auto files = files_of(archive);
  const fs::path& file = files[choices.below(files.size())];
  std::string bytes = read_bytes(file);
  if (choices.below(8) == 0)
    bytes.resize(choices.below(bytes.size()));
  else
    replace_some(bytes, choices, 0, bytes.size());
  write_durably(file, bytes);
}

void damage(const ArchiveFolder& archive, Choices& choices) {
  const auto list = IndexFolder(archive.index()).readable_list();
  const std::size_t how = choices.below(8);
  if (how == 0) return damage_list(archive, choices);
  if (how == 1) return damage_bytes(archive, choices);
  if (!list || list->parts.empty() || how > 4) return damage_value(archive, choices);
  const Part& part = list->parts[choices.below(list->parts.size())];
  if (how == 2) return damage_stream(archive, part, choices);
  const std::string& sealed = how == 3 || part.dead.empty() ? list->copies : part.dead;
  if (!sealed.empty()) damage_sealed(archive.index() / sealed, choices);
}

Article article(const std::string& key, const std::string& title, const std::string& text) {
  Article made;
  made.key = key;
  made.title = title;
  made.language = "fr";
  made.source = "Le Courrier de " + title.substr(0, 3);
  made.url = "https://courrier.example/" + key;
  made.date = parse_iso_date("2021-08-1" + key.substr(0, 1));
  made.authors = {"Claire Vasseur", "Paul d’Aubigné"};
  made.path = "articles/" + key + ".txt";
  append_zone(made, ZoneKind::lead, "Le maire a voté le budget.");
  for (int paragraph = 0; paragraph < 3; ++paragraph) append_zone(made, ZoneKind::paragraph, text);
  append_zone(made, ZoneKind::paragraph, "Abonnez-vous");
  return made;
}

void put(ArchiveWriter& writer, const SiteLines& lines, const std::vector<Article>& articles, std::uint32_t removed) {
  Run run = writer.begin("add");
  ArticleAnalyzer analyzer;
  for (const Article& each : articles) {
    Article searched = each;
    lines.mark(searched);
    run.put(each, content_hash(each), analyzer.analyze(searched));
  }
  if (removed > 0) run.remove(ArticleId(removed), {"une erreur", true});
  run.remember("/srv/articles", {"--source=Le Courrier"});
  run.finish({});
}

}  // namespace

DamagedArchive::DamagedArchive(fs::path folder) : folder_(std::move(folder)) {
  std::vector<Article> articles;
  for (int i = 1; i < 9; ++i)
    articles.push_back(article(std::to_string(i), "Grève numéro " + std::to_string(i),
                               "La grève des cheminots de l’Est dure " + std::to_string(i * 7) +
                                   " jours ; le loup, arc-en-ciel, et la Presqu’île sans grèves."));
  articles.push_back(article("9", "Une copie", ""));
  articles.back().text = articles.front().text;
  articles.back().zones = articles.front().zones;
  const ArchiveFolder sound{folder_ / "sound"};
  ArchiveWriter writer(sound, {});
  const SiteLines none(sound);
  put(writer, none, articles, 0);
  articles.resize(2);
  for (Article& each : articles) each.title += " bis";
  put(writer, none, articles, 3);
  Rebuild rebuild = writer.rebuild();
  rebuild.learn_lines("courrier.example", {"Abonnez-vous"});
  rebuild.finish();
  articles.front().title = "Encore";
  put(writer, SiteLines(sound), {articles.front()}, 4);
}

ArchiveFolder DamagedArchive::make(std::string_view bytes) const {
  const ArchiveFolder archive{folder_ / "damaged"};
  fs::remove_all(archive.path);
  fs::copy(folder_ / "sound", archive.path, fs::copy_options::recursive);
  const auto list = IndexFolder(archive.index()).list();
  Choices choices(bytes);
  for (int left = 8; choices.more() && left > 0; --left) try {
      damage(archive, choices);
    } catch (const Error&) {  // the catalogue does not take the value
    }
  for (const Part& part : list->parts) write_manifest(archive.index() / part.folder);
  return archive;
}

}  // namespace hemero
