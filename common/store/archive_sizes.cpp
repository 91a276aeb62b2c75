#include "common/store/archive_sizes.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <system_error>

#include "common/store/folder/folder_state.h"

namespace hemero {

namespace {

enum Part : std::size_t { texts, fields, vocabulary, copies, postings, streams, other };

constexpr std::array<std::string_view, other + 1> names{"texts",    "fields",  "vocabulary", "copies",
                                                        "postings", "streams", "other"};

using Sizes = std::array<std::uint64_t, names.size()>;

/// The part that a table or an index belongs to.
Part part_of(std::string_view table) {
  struct Row {
    std::string_view beginning;
    Part part;
  };
  constexpr std::array<Row, 11> rows{{{"version", fields},
                                      {"article", fields},
                                      {"sqlite_autoindex_article", fields},
                                      {"address_block", fields},
                                      {"source", fields},
                                      {"origin", fields},
                                      {"dictionary", texts},
                                      {"word", vocabulary},
                                      {"vocabulary", vocabulary},
                                      {"signature_block", copies},
                                      {"copy", copies}}};
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return table.starts_with(each.beginning); });
  return row != rows.end() ? row->part : other;
}

bool tells_of_pages(sqlite::Connection& connection) {
  return connection.prepare("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'").for_first([](const auto&) {});
}

void measure_catalogue(const ArchiveFolder& folder, Sizes& sizes) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  std::uint64_t known = 0;
  if (tells_of_pages(connection)) {
    sqlite::Statement tables = connection.prepare("SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE");
    while (tables.step()) {
      const auto bytes = tables.count(1);
      sizes[part_of(tables.text(0))] += bytes;
      known += bytes;
    }
  }
  connection.prepare("SELECT coalesce(sum(length(text)), 0) FROM version").for_first([&](const sqlite::Statement& row) {
    const auto compressed = row.count(0);
    if (known == 0) known = compressed;
    sizes[fields] -= std::min(sizes[fields], compressed);
    sizes[texts] += compressed;
  });
  const std::uint64_t whole = size_of(folder.catalogue());
  sizes[other] += whole - std::min(whole, known);
}

void measure_index(const ArchiveFolder& folder, Sizes& sizes) {
  std::error_code error;
  std::filesystem::recursive_directory_iterator entry(folder.index(), error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->is_directory(error)) continue;
    const bool is_stream = entry->path().filename().string().starts_with("streams");
    sizes[is_stream ? streams : postings] += size_of(entry->path());
  }
}

}  // namespace

std::vector<NamedSize> measure_sizes(const ArchiveFolder& folder) {
  Sizes sizes{};
  measure_catalogue(folder, sizes);
  measure_index(folder, sizes);
  std::vector<NamedSize> parts;
  for (std::size_t part = 0; part < names.size(); ++part) parts.push_back({names[part], sizes[part]});
  return parts;
}

}  // namespace hemero
