#pragma once

#include <cstdint>

#include "common/store/folder/sqlite.h"

namespace hemero {

/// Sums over a catalogue, kept with each change of what they count (the table `total`), so that telling them costs the
/// same whatever the archive holds.
struct Totals {
  std::int64_t articles = 0;    ///< with a current version
  std::int64_t removed = 0;     ///< without one
  std::int64_t versions = 0;    ///< of all of them
  std::int64_t text_bytes = 0;  ///< of the current titles and texts
  std::int64_t words = 0;       ///< their occurrences in these
  std::int64_t surfaces = 0;    ///< distinct words as printed in these

  Totals& operator+=(const Totals& other);

  bool operator==(const Totals&) const = default;
};

Totals read_totals(sqlite::Connection& connection);

/// Adds changes to the sums, inside the caller's transaction.
class TotalsWriter {
 public:
  explicit TotalsWriter(sqlite::Connection& connection);

  void add(const Totals& change);

 private:
  sqlite::Statement add_;
};

}  // namespace hemero
