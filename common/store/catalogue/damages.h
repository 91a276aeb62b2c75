#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// A version of which the archive no longer holds what was stored.
struct Damage {
  enum class Kind {
    unreadable,  ///< its text cannot be read
    changed,     ///< its text can be read, and something in it or in its fields is not what was stored
    words,       ///< its words in the index are not what was written, which a rebuild makes anew
  };

  VersionId version{};
  ArticleId article{};   ///< 0 where that cannot be told either
  std::string key = {};  ///< what of these can be read
  std::string title = {};
  Kind kind = Kind::unreadable;
};

/// What was found damaged while articles were read. Who reads goes on without it, and tells of it in the end.
class Damages {
 public:
  /// Each version once.
  void note(Damage damage);

  const std::vector<Damage>& list() const { return list_; }
  bool empty() const { return list_.empty(); }

 private:
  std::vector<Damage> list_;
  std::unordered_set<std::uint32_t> versions_;
};

/// One of them in a line, without control characters.
std::string damage_text(const Damage& damage);

/// The exit status of a command that did all but for some articles.
inline constexpr int exit_partly = 2;

/// Names all of them on standard error, the first twenty by a line each, and says what can be done; the exit status of
/// a command that met them, `status` where there are none.
int tell_damages(const Damages& damages, int status);

}  // namespace hemero
