#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/sqlite.h"
#include "common/store/user/user_data.h"

namespace hemero {

/// A folder of articles that a reader has gathered.
struct Dossier {
  std::string name;
  std::string created;  ///< UTC, ISO 8601 to the minute
  std::uint64_t articles = 0;
};

/// An article in a dossier, as it was when it was put there, and what the reader has to say of it.
struct DossierArticle {
  std::string key;      ///< by which it is known, also in an archive that was made anew
  ArticleId id{};       ///< in the archive of that time
  std::string content;  ///< its content hash, in 32 hexadecimal digits
  std::string added;    ///< UTC, ISO 8601 to the minute
  std::string note;     ///< may be empty
  std::vector<std::string> tags;
};

/// The dossiers of a reader. Names are as they were typed; each is there once.
class Dossiers {
 public:
  /// As open_user_data().
  Dossiers(const std::filesystem::path& file, Missing missing);

  /// What is changed while it lives is changed as one.
  sqlite::Transaction begin() { return {connection_, sqlite::Transaction::Kind::write}; }

  /// By name, in the order of its bytes.
  std::vector<Dossier> list();
  std::optional<Dossier> find(const std::string& name);

  /// By the times at which they were added, those of one time by key. None when there is no such dossier.
  std::vector<DossierArticle> articles(const std::string& name);

  /// Puts an article into a dossier, which is made when there is none. Where it is there already, tags are added, a
  /// note that is not empty takes the place of the other one, and all else stays. Whether it is new there.
  bool put(const std::string& name, const DossierArticle& article);

  /// What the reader has to say of an article, also nothing; false when it is not there.
  bool note(const std::string& name, const std::string& key, const std::string& note);

  /// Takes an article out, or a tag off it; false when it is not there.
  bool take_out(const std::string& name, const std::string& key);
  bool take_off(const std::string& name, const std::string& key, const std::string& tag);

  /// Both false when there is none of this name, or for the new one when there is.
  bool rename(const std::string& name, const std::string& new_name);
  bool remove(const std::string& name);

 private:
  std::int64_t id_of(const std::string& name);
  std::vector<std::string> tags(std::int64_t dossier, const std::string& key);

  sqlite::Connection connection_;
};

}  // namespace hemero
