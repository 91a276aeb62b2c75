#include "indexer/relating/truncated_svd.h"

#include <Eigen/Dense>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <random>

namespace hemero {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Sparse = Eigen::Map<const Eigen::SparseMatrix<float, Eigen::RowMajor, std::int32_t>>;

constexpr std::size_t more_columns = 10;
constexpr std::size_t power_iterations = 2;
constexpr float least_share = 1e-4F;  ///< of the greatest singular value: what is less is noise of single precision

/// Random signs, the same everywhere.
Rows random_signs(Eigen::Index rows, Eigen::Index columns) {
  std::mt19937_64 random(20110217);
  Rows signs(rows, columns);
  for (Eigen::Index i = 0; i < signs.size(); ++i) signs.data()[i] = (random() & 1) != 0 ? 1.0F : -1.0F;
  return signs;
}

/// Columns of length 1, at right angles, that span the same.
Rows orthonormal(const Rows& columns) {
  const Eigen::HouseholderQR<Eigen::MatrixXf> qr(columns);
  return qr.householderQ() * Eigen::MatrixXf::Identity(columns.rows(), columns.cols());
}

}  // namespace

SvdResult truncated_svd(const SparseMatrix& matrix, const SvdForm& form) {
  const auto rows = static_cast<Eigen::Index>(matrix.rows());
  const auto columns = static_cast<Eigen::Index>(matrix.columns);
  const Sparse a(rows, columns, static_cast<Eigen::Index>(matrix.numbers.size()), matrix.starts.data(),
                 matrix.places.data(), matrix.numbers.data());
  const auto width = std::min({static_cast<Eigen::Index>(form.dimensions + more_columns), rows, columns});
  if (width == 0) return {};
  Rows range = a.transpose() * random_signs(rows, width);
  for (std::size_t i = 0; i < power_iterations; ++i) {
    const Rows image = orthonormal(a * orthonormal(range));
    range = a.transpose() * image;
  }
  const Rows basis = orthonormal(range);
  const Rows image = a * basis;
  const Eigen::MatrixXd squares = (image.transpose() * image).cast<double>();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> values(squares);  // ascending
  const Eigen::VectorXd sigma = values.eigenvalues().cwiseMax(0).cwiseSqrt().reverse();
  Eigen::Index kept = 0;
  while (kept < std::min(width, static_cast<Eigen::Index>(form.dimensions)) && sigma[kept] > least_share * sigma[0])
    ++kept;
  const Eigen::VectorXd scales = sigma.head(kept).array().pow(form.power);
  const Eigen::MatrixXf turned =
      (values.eigenvectors().rowwise().reverse().leftCols(kept) * scales.asDiagonal()).cast<float>();
  SvdResult result{static_cast<std::size_t>(kept), std::vector<float>(static_cast<std::size_t>(columns * kept))};
  Eigen::Map<Rows>(result.rows.data(), columns, kept) = basis * turned;
  return result;
}

}  // namespace hemero
