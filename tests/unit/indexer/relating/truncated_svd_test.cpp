#include "indexer/relating/truncated_svd.h"

#include <random>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// A matrix of which one number in five is not 0; the last rows are sums of others where `rank` is less than all.
std::vector<std::vector<double>> some_matrix(std::size_t rows, std::size_t columns, std::size_t rank) {
  std::mt19937 random(5);
  std::vector<std::vector<double>> matrix(rows, std::vector<double>(columns));
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column)
      if (row >= rank)
        matrix[row][column] = matrix[row % rank][column] + matrix[(row + 1) % rank][column];
      else if (random() % 5 == 0)
        matrix[row][column] = 1 + static_cast<double>(random() % 9);
  return matrix;
}

SparseMatrix sparse(const std::vector<std::vector<double>>& matrix) {
  SparseMatrix sparse;
  sparse.columns = matrix.front().size();
  for (const auto& row : matrix) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (row[column] == 0) continue;
      sparse.places.push_back(static_cast<std::int32_t>(column));
      sparse.numbers.push_back(static_cast<float>(row[column]));
    }
    sparse.end_row();
  }
  return sparse;
}

double product(const SvdResult& svd, std::size_t a, std::size_t b) {
  double sum = 0;
  for (std::size_t i = 0; i < svd.dimensions; ++i)
    sum += double{svd.rows[a * svd.dimensions + i]} * double{svd.rows[b * svd.dimensions + i]};
  return sum;
}

TEST_CASE("with all dimensions rows multiply as the columns of the matrix do") {
  const struct {
    std::size_t rows;
    std::size_t columns;
    std::size_t rank;
  } shapes[] = {{30, 20, 30}, {20, 30, 20}, {40, 25, 6}, {3, 2, 3}};
  for (const auto& shape : shapes) {
    INFO(shape.rows << " by " << shape.columns);
    const auto matrix = some_matrix(shape.rows, shape.columns, shape.rank);
    const SvdResult svd = truncated_svd(sparse(matrix), {});
    CHECK(svd.dimensions <= std::min({shape.rows, shape.columns, shape.rank}));
    for (std::size_t a = 0; a < shape.columns; ++a)
      for (std::size_t b = 0; b < shape.columns; ++b) {
        double expected = 0;
        for (std::size_t row = 0; row < shape.rows; ++row) expected += matrix[row][a] * matrix[row][b];
        CHECK(product(svd, a, b) == Approx(expected).margin(0.05));
      }
  }
}

TEST_CASE("fewer dimensions are the greatest ones, and always the same") {
  const SparseMatrix matrix = sparse(some_matrix(60, 40, 60));
  const SvdResult all = truncated_svd(matrix, {});
  const SvdResult few = truncated_svd(matrix, {.dimensions = 5});
  REQUIRE(few.dimensions == 5);
  const auto length = [](const SvdResult& svd, std::size_t dimension) {
    double sum = 0;
    for (std::size_t at = dimension; at < svd.rows.size(); at += svd.dimensions)
      sum += double{svd.rows[at]} * double{svd.rows[at]};
    return sum;
  };
  for (std::size_t i = 0; i < 5; ++i) CHECK(length(few, i) == Approx(length(all, i)).epsilon(0.05));
  CHECK(truncated_svd(matrix, {.dimensions = 5}).rows == few.rows);
}

TEST_CASE("of nothing there are no dimensions") {
  CHECK(truncated_svd({}, {}).dimensions == 0);
  SparseMatrix zeros;
  zeros.columns = 3;
  zeros.end_row();
  CHECK(truncated_svd(zeros, {}).dimensions == 0);
}

}  // namespace
}  // namespace hemero
