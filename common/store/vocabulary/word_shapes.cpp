#include "common/store/vocabulary/word_shapes.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/store/vocabulary/shape_block.h"

namespace hemero {

namespace {

using Shapes = std::vector<std::pair<std::string, std::vector<std::uint32_t>>>;

/// SQLite keeps rows of a quarter of a page together, which has 4 KB at least.
constexpr std::size_t block_bytes = 900;

/// The first eight bytes, as a number that sorts as they do.
std::uint64_t beginning_of(std::string_view shape) {
  std::uint64_t beginning = 0;
  for (std::size_t i = 0; i < sizeof beginning; ++i)
    beginning = beginning << 8 | (i < shape.size() ? static_cast<unsigned char>(shape[i]) : 0U);
  return beginning;
}

/// In the order of their shapes, then their words. Most shapes differ in their first bytes.
std::vector<ShapeBlocks::Entry> sorted(std::vector<ShapeBlocks::Entry> entries) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  order.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) order.emplace_back(beginning_of(entries[i].first), i);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : entries[a.second] < entries[b.second];
  });
  std::vector<ShapeBlocks::Entry> result;
  result.reserve(entries.size());
  for (const auto& [beginning, place] : order) result.push_back(std::move(entries[place]));
  return result;
}

std::size_t size_of(const Shapes& shapes) {
  ShapeBlockWriter block;
  for (const auto& [shape, ids] : shapes) block.add(shape, ids);
  return block.bytes().size();
}

void add_to(Shapes& shapes, std::string_view shape, std::uint32_t id) {
  if (shapes.empty() || shapes.back().first != shape) shapes.push_back({std::string(shape), {}});
  shapes.back().second.push_back(id);
}

/// What a block holds together with further words, all sorted.
template <typename Entries>
Shapes merged(std::string_view block, Entries entry, Entries end) {
  Shapes shapes;
  ShapeBlock(block).each([&](std::string_view shape, const std::vector<std::uint32_t>& ids) {
    for (; entry != end && entry->first < shape; ++entry) add_to(shapes, entry->first, entry->second);
    for (const std::uint32_t id : ids) add_to(shapes, shape, id);
    for (; entry != end && entry->first == shape; ++entry) add_to(shapes, entry->first, entry->second);
    if (!shapes.empty()) std::sort(shapes.back().second.begin(), shapes.back().second.end());
    return true;
  });
  for (; entry != end; ++entry) add_to(shapes, entry->first, entry->second);
  return shapes;
}

/// The words of a catalogue of format 5, which had an index on each shape.
class ShapeColumn : public ShapeFinder {
 public:
  ShapeColumn(sqlite::Connection& connection, std::string_view column)
      : find_(connection.prepare(
            fmt::format("SELECT id FROM main.vocabulary WHERE {} = ?1 AND id <= 4294967295 ORDER BY id", column))),
        each_(connection.prepare(fmt::format(
            "SELECT {0}, id FROM main.vocabulary WHERE {0} >= ?1 AND {0} < ?2 AND id <= 4294967295 ORDER BY {0}, id",
            column))) {}

  std::vector<std::uint32_t> find(std::string_view shape) override {
    std::vector<std::uint32_t> ids;
    find_.with(shape);
    while (find_.step()) ids.push_back(find_.id<std::uint32_t>(0));
    return ids;
  }

  void each(std::string_view from, std::string_view to, const TakeShape& take) override {
    std::string shape;
    std::vector<std::uint32_t> ids;
    each_.with(from, to);
    while (each_.step()) {
      if (each_.text(0) != shape && !ids.empty()) {
        if (!take(shape, ids)) return;
        ids.clear();
      }
      shape = each_.text(0);
      ids.push_back(each_.id<std::uint32_t>(1));
    }
    if (!ids.empty()) take(shape, ids);
  }

 private:
  sqlite::Statement find_;
  sqlite::Statement each_;
};

}  // namespace

ShapeBlocks::ShapeBlocks(sqlite::Connection& connection, WordShape shape)
    : list_(static_cast<std::int64_t>(shape)),
      at_or_before_(connection.prepare("SELECT first, words FROM word_block WHERE list = ?1 AND first <= ?2 "
                                       "ORDER BY first DESC LIMIT 1")),
      after_(connection.prepare("SELECT first FROM word_block WHERE list = ?1 AND first > ?2 ORDER BY first LIMIT 1")),
      from_(connection.prepare("SELECT words FROM word_block WHERE list = ?1 AND first >= ?2 AND first < ?3 "
                               "ORDER BY first")),
      insert_(connection.prepare("INSERT INTO word_block (list, first, words) VALUES (?1, ?2, ?3)")),
      delete_(connection.prepare("DELETE FROM word_block WHERE list = ?1 AND first = ?2")) {}

std::vector<std::uint32_t> ShapeBlocks::find(std::string_view shape) {
  if (last_.begins_before(shape))
    if (auto ids = last_.find(shape)) return *std::move(ids);
  at_or_before_.with(list_, shape).for_first([&](const sqlite::Statement& row) { last_ = ShapeBlock(row.blob(1)); });
  return last_.find(shape).value_or(std::vector<std::uint32_t>());
}

void ShapeBlocks::each(std::string_view from, std::string_view to, const TakeShape& take) {
  std::string first(from);
  at_or_before_.with(list_, from).for_first([&](const sqlite::Statement& row) { first = row.text(0); });
  const TakeShape take_inside = [&](std::string_view shape, const std::vector<std::uint32_t>& ids) {
    return shape < from || (shape < to && take(shape, ids));
  };
  from_.with(list_, first, to);
  while (from_.step() && ShapeBlock(from_.blob(0)).each(take_inside)) continue;
}

void ShapeBlocks::add(std::vector<Entry> added) {
  last_ = {};
  std::vector<Entry> entries = sorted(std::move(added));
  for (auto entry = entries.begin(); entry != entries.end();) {
    const Block block = block_of(entry->first);
    auto end = entries.end();
    after_.with(list_, std::max(block.first, entry->first)).for_first([&](const sqlite::Statement& row) {
      end = std::lower_bound(entry, end, row.text(0),
                             [](const Entry& each, std::string_view first) { return each.first < first; });
    });
    delete_.with(list_, block.first).run();
    write(merged(block.words, entry, end));
    entry = end;
  }
}

/// The block that has the place of a shape; where the shape comes before all, the first; nothing when there is none.
ShapeBlocks::Block ShapeBlocks::block_of(std::string_view shape) {
  Block block;
  const auto take = [&](const sqlite::Statement& row) { block = {std::string(row.text(0)), std::string(row.blob(1))}; };
  if (at_or_before_.with(list_, shape).for_first(take)) return block;
  std::string first;
  const auto name = [&](const sqlite::Statement& row) { first = row.text(0); };
  if (after_.with(list_, shape).for_first(name)) at_or_before_.with(list_, first).for_first(take);
  return block;
}

/// Writes shapes as blocks of one size.
void ShapeBlocks::write(const Shapes& shapes) {
  const std::size_t size = size_of(shapes);
  const std::size_t most = size / (size / block_bytes + 1) + 1;
  for (std::size_t at = 0; at < shapes.size();) {
    const std::string& first = shapes[at].first;
    ShapeBlockWriter block;
    for (; at < shapes.size() && block.bytes().size() < most; ++at) block.add(shapes[at].first, shapes[at].second);
    insert_.with(list_, first, sqlite::Blob{block.bytes()}).run();
  }
}

std::unique_ptr<ShapeFinder> open_shapes(sqlite::Connection& connection, WordShape shape) {
  sqlite::Statement blocks = connection.prepare("SELECT 1 FROM main.sqlite_schema WHERE name = 'word_block'");
  if (blocks.for_first([](const auto&) {})) return std::make_unique<ShapeBlocks>(connection, shape);
  return std::make_unique<ShapeColumn>(connection, shape == WordShape::folded ? "folded" : "term");
}

}  // namespace hemero
