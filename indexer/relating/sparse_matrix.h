#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hemero {

/// A matrix most of whose numbers are 0, row by row (compressed sparse rows).
struct SparseMatrix {
  std::size_t columns = 0;
  std::vector<std::int32_t> starts{0};  ///< of each row, in the two below; at last their size
  std::vector<std::int32_t> places;     ///< columns, ascending in each row
  std::vector<float> numbers;

  std::size_t rows() const { return starts.size() - 1; }

  /// Ends the row whose numbers were put.
  void end_row() { starts.push_back(static_cast<std::int32_t>(places.size())); }
};

}  // namespace hemero
