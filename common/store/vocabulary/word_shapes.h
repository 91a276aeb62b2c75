#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/store/folder/sqlite.h"
#include "common/store/vocabulary/shape_block.h"

namespace hemero {

/// What words are found by: a shape that several may have.
enum class WordShape : std::uint8_t { folded, term };

/// Finds the ids of words by one of their shapes.
class ShapeFinder {
 public:
  ShapeFinder() = default;
  ShapeFinder(const ShapeFinder&) = delete;
  ShapeFinder& operator=(const ShapeFinder&) = delete;
  virtual ~ShapeFinder() = default;

  /// The words of this shape, ascending.
  virtual std::vector<std::uint32_t> find(std::string_view shape) = 0;

  /// The shapes from `from` on and below `to`, in the order of their bytes.
  virtual void each(std::string_view from, std::string_view to, const TakeShape& take) = 0;
};

/// Shapes with the ids of their words in blocks of some 900 bytes, sorted: the table `word_block`.
class ShapeBlocks : public ShapeFinder {
 public:
  using Entry = std::pair<std::string, std::uint32_t>;  ///< a shape, a word that has it

  ShapeBlocks(sqlite::Connection& connection, WordShape shape);

  std::vector<std::uint32_t> find(std::string_view shape) override;
  void each(std::string_view from, std::string_view to, const TakeShape& take) override;

  /// Adds words, inside the caller's transaction. No word may be there already under the same shape.
  void add(std::vector<Entry> added);

 private:
  struct Block {
    std::string first;
    std::string words;
  };
  Block block_of(std::string_view shape);
  void write(const std::vector<std::pair<std::string, std::vector<std::uint32_t>>>& shapes);

  std::int64_t list_;
  ShapeBlock last_;  ///< the one that was looked into last: it has most forms of a word
  sqlite::Statement at_or_before_;
  sqlite::Statement after_;
  sqlite::Statement from_;
  sqlite::Statement insert_;
  sqlite::Statement delete_;
};

/// What finds words in this catalogue: blocks, or columns where it is of format 5.
std::unique_ptr<ShapeFinder> open_shapes(sqlite::Connection& connection, WordShape shape);

}  // namespace hemero
