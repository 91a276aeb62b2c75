#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// Called with a shape and the ids of its words, ascending; valid during the call. False ends the reading.
using TakeShape = std::function<bool(std::string_view shape, const std::vector<std::uint32_t>& ids)>;

/// Writes shapes, in the order of their bytes, with the ids of their words, as a block: each shape without what it has
/// in common with the one before (docs/format.md).
class ShapeBlockWriter {
 public:
  void add(std::string_view shape, const std::vector<std::uint32_t>& ids);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::string last_;
};

/// Reads them as they are written, whatever the bytes are.
class ShapeBlock {
 public:
  ShapeBlock() = default;
  explicit ShapeBlock(std::string_view bytes);

  /// False when the reading was ended.
  bool each(const TakeShape& take) const;

  /// True when the block has a shape, and its first one is this one or comes before it.
  bool begins_before(std::string_view shape) const;

  /// The words of a shape before which the block begins; nothing where all shapes of the block come before this one.
  std::optional<std::vector<std::uint32_t>> find(std::string_view shape) const;

 private:
  struct Place {
    std::size_t shared;  ///< bytes that are those of the shape before
    std::size_t rest;    ///< where the bytes behind them begin
    std::size_t ids;     ///< where these end, and the words begin
  };
  std::string_view rest_of(const Place& place) const;
  void read_ids(const Place& place, std::vector<std::uint32_t>& ids) const;

  std::string bytes_;
  std::vector<Place> places_;
};

}  // namespace hemero
