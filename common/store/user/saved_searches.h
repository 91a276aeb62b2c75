#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/store/folder/sqlite.h"
#include "common/store/user/user_data.h"

namespace hemero {

/// What a search found when it was looked last.
struct ToldState {
  std::string told;            ///< when that was: UTC, ISO 8601 to the minute
  std::uint64_t articles = 0;  ///< that it found
  std::string report;          ///< as JSON; read by report_of() alone
};

/// A search that a reader has given a name.
struct SavedSearch {
  std::string name;
  std::string request;  ///< which articles it means, as an address
  std::string created;  ///< UTC, ISO 8601 to the minute
  std::string told;
  std::uint64_t articles = 0;
};

/// The saved searches of a reader. Names are as they were typed; each is there once.
class SavedSearches {
 public:
  /// As open_user_data().
  SavedSearches(const std::filesystem::path& file, Missing missing);

  /// Holds off all that would change them, for as long as the transaction lives: others wait for some seconds, and then
  /// throw Error (locked).
  sqlite::Transaction begin() { return {connection_, sqlite::Transaction::Kind::write}; }

  /// By name, in the order of its bytes.
  std::vector<SavedSearch> list();
  std::optional<SavedSearch> find(const std::string& name);

  /// False, and nothing is changed, when there is one of this name.
  bool save(const std::string& name, const std::string& request, const ToldState& state);

  /// Both false when there is none of this name, or for the new one when there is.
  bool rename(const std::string& name, const std::string& new_name);
  bool remove(const std::string& name);

  /// The report of what was found last; empty when there is no such search.
  std::string report_of(const std::string& name);

  void tell(const std::string& name, const ToldState& state);

 private:
  sqlite::Connection connection_;
};

}  // namespace hemero
