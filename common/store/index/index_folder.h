#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "common/store/index/part_list.h"

namespace hemero {

/// The index folder: parts.tsv names the parts in use and what else belongs to them; it is replaced as a whole.
class IndexFolder {
 public:
  explicit IndexFolder(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }

  /// The parts in use; nothing when there is no list. Throws Error (bad_data) when it is damaged.
  std::optional<PartList> list() const;

  /// The same; nothing also where it is damaged. Throws Error where it cannot be read: it may be a good one.
  std::optional<PartList> readable_list() const;

  /// Of an index that has no list of parts yet, because an older program made it, the name of its one database.
  std::optional<std::string> old_generation() const;

  /// Whether there is an index, of either kind.
  bool has_index() const { return std::filesystem::exists(path_ / list_name) || old_generation().has_value(); }

  /// What names the state of the index: it changes with each publishing, and only then.
  std::string state() const;

  /// "part-000004", "dead-000002": a name that nothing here has.
  std::string next_name(std::string_view kind) const;

  /// Makes these parts the ones in use, by an atomic rename. All that the list names is on the disk.
  void publish(const PartList& list) const;

  /// Throws Error (cannot_create) where writing could harm what is not ours: the folder or a part of the index in it is
  /// a symbolic link, or it holds other things and there is no catalogue beside it that makes it an archive's. Where it
  /// is no folder, Error (io).
  void require_ours(bool has_catalogue) const;

  /// Removes what crashed runs left behind and what is no longer in use. What bears no name of ours stays.
  void remove_all_but(const PartList& list) const;

  /// How much of that there is.
  std::size_t leftovers(const PartList& list) const;

  /// Whether something in the folder of an index has a name that writers give (docs/format.md).
  static bool is_name_of_ours(std::string_view name);

  static constexpr const char* list_name = "parts.tsv";

 private:
  std::filesystem::path path_;
};

/// The clusters of copies that a list names, as encode_clusters() gave them; empty when it names none. Throws Error
/// (bad_data) when they are damaged.
std::string read_clusters(const IndexFolder& folder, const PartList& list);

/// What kinds of names there are for next_name().
namespace index_name {
constexpr std::string_view part = "part";
constexpr std::string_view dead = "dead";
constexpr std::string_view copies = "copies";
}  // namespace index_name

}  // namespace hemero
