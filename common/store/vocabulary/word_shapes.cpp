#include "common/store/vocabulary/word_shapes.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/store/streams/varint.h"

namespace hemero {

namespace {

using Shapes = std::vector<std::pair<std::string, std::vector<std::uint32_t>>>;

constexpr std::size_t block_bytes =
    900;                            ///< SQLite keeps rows of a quarter of a page together, which has 4 KB at least
constexpr std::size_t nibble = 15;  ///< from here on a size is continued in a varint

void append_rest(std::string& bytes, std::size_t size) {
  if (size >= nibble) append_varint(bytes, size - nibble);
}

/// Writes the shapes of a block.
class BlockWriter {
 public:
  void add(std::string_view shape, const std::vector<std::uint32_t>& ids) {
    const auto same = std::mismatch(last_.begin(), last_.end(), shape.begin(), shape.end()).first;
    const auto shared = static_cast<std::size_t>(same - last_.begin());
    const std::size_t size = shape.size() - shared;
    bytes_ += static_cast<char>(std::min(shared, nibble) | std::min(size, nibble) << 4);
    append_rest(bytes_, shared);
    append_rest(bytes_, size);
    bytes_ += shape.substr(shared);
    std::uint32_t before = 0;
    for (const std::uint32_t id : ids) {
      append_varint(bytes_, std::uint64_t{id - before} * 2 + (id == ids.back() ? 0 : 1));
      before = id;
    }
    last_ = shape;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::string last_;
};

/// Reads them as they are written, whatever the bytes are: next(), then one of the others, in turns.
class BlockCursor {
 public:
  explicit BlockCursor(std::string_view bytes) : bytes_(bytes) {}

  bool next() {
    if (at_ >= bytes_.size()) return false;
    const auto head = static_cast<unsigned char>(bytes_[at_++]);
    shared_ = read_size(head & nibble);
    const std::size_t size = read_size(head >> 4);
    rest_ = bytes_.substr(std::min(at_, bytes_.size()), size);
    at_ += rest_.size();
    return true;
  }
  std::size_t shared() const { return shared_; }   ///< bytes that are those of the shape before
  std::string_view rest() const { return rest_; }  ///< the bytes behind them

  void skip_ids() {
    while (at_ < bytes_.size() && read_varint(bytes_, at_) % 2 != 0) continue;
  }

  void read_ids(std::vector<std::uint32_t>& ids) {
    std::uint32_t id = 0;
    for (bool more = true; more && at_ < bytes_.size();) {
      const std::uint64_t step = read_varint(bytes_, at_);
      id += static_cast<std::uint32_t>(step / 2);
      more = step % 2 != 0;
      ids.push_back(id);
    }
  }

 private:
  std::size_t read_size(std::size_t size) {
    return size < nibble ? size : size + static_cast<std::size_t>(read_varint(bytes_, at_) % block_bytes);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t shared_ = 0;
  std::string_view rest_;
};

/// Reads the shapes of a block with their words.
class BlockReader {
 public:
  explicit BlockReader(std::string_view bytes) : cursor_(bytes) {}

  bool next() {
    if (!cursor_.next()) return false;
    shape_.resize(std::min(cursor_.shared(), shape_.size()));
    shape_ += cursor_.rest();
    ids_.clear();
    cursor_.read_ids(ids_);
    return true;
  }
  const std::string& shape() const { return shape_; }
  const std::vector<std::uint32_t>& ids() const { return ids_; }

 private:
  BlockCursor cursor_;
  std::string shape_;
  std::vector<std::uint32_t> ids_;
};

/// The words of a shape in a block. Every shape that is passed comes before it, and `same` bytes of the last one are
/// the first ones of it: where the next shares more with that one it comes before it as well, where it shares fewer,
/// behind.
std::vector<std::uint32_t> words_of(std::string_view shape, std::string_view block) {
  std::vector<std::uint32_t> ids;
  BlockCursor cursor(block);
  for (std::size_t same = 0; cursor.next() && cursor.shared() >= same; cursor.skip_ids()) {
    if (cursor.shared() > same) continue;
    const std::string_view wanted = shape.substr(same);
    const std::string_view rest = cursor.rest();
    if (rest == wanted) {
      cursor.read_ids(ids);
      return ids;
    }
    if (rest > wanted) return ids;
    const auto mismatch = std::mismatch(rest.begin(), rest.end(), wanted.begin(), wanted.end()).first;
    same += static_cast<std::size_t>(mismatch - rest.begin());
  }
  return ids;
}

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
  BlockWriter block;
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
  BlockReader reader(block);
  while (reader.next()) {
    for (; entry != end && entry->first < reader.shape(); ++entry) add_to(shapes, entry->first, entry->second);
    for (const std::uint32_t id : reader.ids()) add_to(shapes, reader.shape(), id);
    for (; entry != end && entry->first == reader.shape(); ++entry) add_to(shapes, entry->first, entry->second);
    if (!shapes.empty()) std::sort(shapes.back().second.begin(), shapes.back().second.end());
  }
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
  std::vector<std::uint32_t> ids;
  at_or_before_.with(list_, shape).for_first([&](const sqlite::Statement& row) { ids = words_of(shape, row.blob(1)); });
  return ids;
}

void ShapeBlocks::each(std::string_view from, std::string_view to, const TakeShape& take) {
  std::string first(from);
  at_or_before_.with(list_, from).for_first([&](const sqlite::Statement& row) { first = row.text(0); });
  from_.with(list_, first, to);
  while (from_.step()) {
    BlockReader block(from_.blob(0));
    while (block.next()) {
      if (block.shape() < from) continue;
      if (block.shape() >= to || !take(block.shape(), block.ids())) return;
    }
  }
}

void ShapeBlocks::add(std::vector<Entry> added) {
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
    BlockWriter block;
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
