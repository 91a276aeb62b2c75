#include "common/store/checking/salvage.h"

#include <algorithm>
#include <fstream>
#include <random>

#include <fmt/format.h>

#include "common/store/catalogue/stored_article.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

constexpr std::size_t page_size = 16384;

using Contents = std::map<std::string, std::string>;

/// What an archive holds of each article: its versions in their order, which is the current one, how often it was
/// removed.
Contents contents_of(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  Contents contents;
  Damages damages;
  std::map<std::int64_t, std::string> hashes;
  StoredVersions versions(connection, damages);
  while (const auto stored = versions.next()) {
    std::string& hash = hashes[static_cast<std::uint32_t>(stored->version)];
    hash = fmt::format("{:02x}", fmt::join(content_hash(stored->article), ""));
    contents[stored->article.key] += hash + ", ";
  }
  sqlite::Statement states = connection.prepare(
      "SELECT key, id, version_id, (SELECT count(*) FROM removal WHERE article_id = article.id) FROM article");
  while (states.step())
    contents[std::string(states.text(0))] +=
        fmt::format("number {}, current {}, {}", states.integer(1), hashes[states.integer(2)], states.integer(3));
  return contents;
}

/// An archive of articles with one and two versions, removed ones, one that came back.
void make_archive(const ArchiveFolder& folder) {
  std::vector<Article> articles = make_articles(44);
  add(folder, articles);
  articles.resize(6);
  for (Article& article : articles) article.title += " bis";
  add(folder, articles);
  remove_articles(folder, {9, 17, 18, 30});
  remove_articles(folder, {31});
  TestRun run(folder);
  run.restore(make_articles(1, 16).front());
  run.finish();
  sqlite::Connection(folder.catalogue(), sqlite::Access::write).checkpoint();
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Where something stands in the pages of what holds articles: tables and their indexes.
std::vector<std::size_t> places_of_articles(const ArchiveFolder& folder, const std::string& file) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement pages = connection.prepare(
      "SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('article', 'version', 'removal') ORDER BY rootpage");
  std::vector<std::size_t> places;
  while (pages.step()) {
    const std::size_t begin = (pages.count(0) - 1) * page_size;
    for (std::size_t at = begin; at < begin + page_size; ++at)
      if (file[at] != 0) places.push_back(at);
  }
  return places;
}

/// An earlier version of an article that nothing knows of any more, neither its row nor an index, is told as a row.
bool is_named(const Salvage& salvage, const std::string& key, const std::string& content, bool several) {
  const std::size_t begin = content.find("number ") + 7;
  const std::string number = content.substr(begin, content.find(',', begin) - begin);
  std::vector<std::string> names{"(" + key + ")", "(" + key + ",", "article " + number + " ",
                                 "article " + number + ":"};
  if (several) names.push_back("rows of “version”");
  const auto names_it = [&](const std::string& line) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return line.find(name) != std::string::npos; });
  };
  return std::any_of(salvage.lost.begin(), salvage.lost.end(), names_it) ||
         std::any_of(salvage.changed.begin(), salvage.changed.end(), names_it);
}

/// Flips bits, salvages, and looks for articles that are other than they were.
void salvage_flipped(const TemporaryFolder& temporary, const std::string& file, const Contents& before,
                     const std::vector<std::pair<std::size_t, unsigned>>& flips) {
  std::string damaged = file;
  for (const auto& [at, bit] : flips) damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
  const std::filesystem::path from = temporary / "damaged.sqlite";
  std::ofstream(from, std::ios::binary) << damaged;
  const ArchiveFolder to{temporary / "salvaged"};
  std::filesystem::remove_all(to.path);
  create_folder(to);
  const Salvage salvage = salvage_catalogue(from, to);
  const Contents after = contents_of(to);
  std::size_t changed = 0;
  std::string told;
  for (const auto& [at, bit] : flips)
    told += fmt::format("page {} byte {} bit {}\n", at / page_size + 1, at % page_size, bit);
  for (const auto* lines : {&salvage.lost, &salvage.changed}) told += fmt::format("{}\n", fmt::join(*lines, "\n"));
  INFO(told);
  for (const auto& [key, content] : before) {
    const auto found = after.find(key);
    if (found != after.end() && found->second == content) continue;
    ++changed;
    INFO(key << " was " << content << " and is " << (found == after.end() ? "lost" : found->second));
    if (!is_named(salvage, key, content, flips.size() > 1)) FAIL_CHECK("which is not named");
  }
  if (changed > flips.size()) FAIL_CHECK(changed << " articles changed");
}

TEST_CASE("a flipped bit in what holds articles costs one of them at most, which is named") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  make_archive(folder);
  const Contents before = contents_of(folder);
  const std::string file = read_file(folder.catalogue());
  const std::vector<std::size_t> places = places_of_articles(folder, file);
  std::mt19937 random(16);
  const auto flip = [&] { return std::pair(places[random() % places.size()], static_cast<unsigned>(random() % 8)); };
  for (int round = 0; round < 50; ++round) {
    salvage_flipped(temporary, file, before, {flip()});
    salvage_flipped(temporary, file, before, {flip(), flip(), flip()});
  }
}

}  // namespace
}  // namespace hemero
