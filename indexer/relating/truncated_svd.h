#pragma once

#include <cstddef>
#include <vector>

#include "indexer/relating/sparse_matrix.h"

namespace hemero {

struct SvdForm {
  std::size_t dimensions = 120;  ///< at most
  double power = 1;              ///< of the singular values by which the columns are scaled
};

struct SvdResult {
  std::size_t dimensions = 0;
  std::vector<float> rows;  ///< `dimensions` numbers for each column of the matrix
};

/// The right singular vectors of a matrix A = U Σ Vᵀ, the greatest singular values first: V Σ^power, a row for each
/// column of A. Fewer columns where A has no more singular values that are not 0. By random projection: N. Halko, P.-G.
/// Martinsson, J. A. Tropp, "Finding Structure with Randomness", SIAM Review 53 (2011), algorithms 4.4 and 5.1, with
/// two power iterations and ten columns more than are asked for; the random numbers are always the same.
SvdResult truncated_svd(const SparseMatrix& matrix, const SvdForm& form);

}  // namespace hemero
