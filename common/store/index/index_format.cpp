#include "common/store/index/index_format.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/durable_file.h"

namespace hemero {

namespace {

constexpr std::size_t longest_name = 200;  ///< bytes of a term, prefix and all, well below Xapian's 245

constexpr std::string_view generation_prefix = "gen-";
constexpr std::string_view streams_prefix = "streams-";
constexpr std::string_view offsets_suffix = ".offsets";

/// "gen-000001": a prefix, and six digits or more.
bool is_numbered(std::string_view name, std::string_view prefix) {
  constexpr std::size_t least_digits = 6;
  if (!name.starts_with(prefix) || name.size() < prefix.size() + least_digits) return false;
  return name.find_first_not_of("0123456789", prefix.size()) == std::string_view::npos;
}

/// Whether something in the folder of an index has a name that writers give (docs/format.md).
bool is_name_of_ours(std::string_view name) {
  if (name == "CURRENT" || name == "CURRENT.new" || name == "building") return true;
  if (is_numbered(name, generation_prefix)) return true;
  if (name.ends_with(offsets_suffix)) name.remove_suffix(offsets_suffix.size());
  return is_numbered(name, streams_prefix);
}

[[noreturn]] void refuse_link(const std::filesystem::path& path) {
  throw Error(ErrorCode::cannot_create, message("{} is a symbolic link: nothing is written behind it", path.string()),
              message("link the archive’s whole folder instead, and run “hemero-index rebuild”"));
}

void write_durably(const std::filesystem::path& file, std::string_view text) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) throw system_error(errno, "cannot write {}", file.string());
  const bool written =
      ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  if (!written) throw system_error(error, "cannot write {}", file.string());
}

std::string cut(std::string term) {
  if (term.size() > longest_name) term.resize(longest_name);
  return term;
}

}  // namespace

std::optional<std::filesystem::path> IndexFolder::current() const {
  std::ifstream file(path_ / "CURRENT");
  std::string name;
  if (!std::getline(file, name) || name.empty()) return std::nullopt;
  return path_ / name;
}

std::filesystem::path IndexFolder::next() const {
  int number = 1;
  if (const auto now = current()) {
    const std::string name = now->filename().string();
    if (name.starts_with(generation_prefix)) number = std::atoi(name.c_str() + generation_prefix.size()) + 1;
  }
  while (std::filesystem::exists(path_ / fmt::format("{}{:06}", generation_prefix, number))) ++number;
  return path_ / fmt::format("{}{:06}", generation_prefix, number);
}

void IndexFolder::switch_to(const std::filesystem::path& generation) {
  const auto draft = path_ / "CURRENT.new";
  write_durably(draft, generation.filename().string() + "\n");
  std::filesystem::rename(draft, path_ / "CURRENT");
  sync_folder(path_);
}

void IndexFolder::require_ours(bool has_catalogue) const {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path_, error);
  if (!std::filesystem::exists(status)) return;
  if (std::filesystem::is_symlink(status)) refuse_link(path_);
  if (!std::filesystem::is_directory(status)) throw system_error(ENOTDIR, "cannot write {}", path_.string());
  for (const auto& entry : std::filesystem::directory_iterator(path_, error)) {
    const bool ours = is_name_of_ours(entry.path().filename().string());
    if (ours && entry.is_symlink(error)) refuse_link(entry.path());
    if (!ours && !has_catalogue)
      throw Error(ErrorCode::cannot_create,
                  message("{} is there already, and no archive’s: it holds {}", path_.string(),
                          entry.path().filename().string()),
                  message("name another folder with --archive"));
  }
  if (error) throw system_error(error.value(), "cannot read {}", path_.string());
}

void IndexFolder::remove_all_but(const std::filesystem::path& generation, std::string_view streams) const {
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    const std::string name = entry.path().filename().string();
    const bool kept = name == "CURRENT" || name == generation.filename() || name.starts_with(streams);
    std::error_code ignored;  // what cannot be removed now is tried again by the next run
    if (is_name_of_ours(name) && !kept) std::filesystem::remove_all(entry.path(), ignored);
  }
}

std::string family_term(std::uint32_t family) {
  const auto byte = [&](unsigned shift) { return static_cast<char>(family >> shift); };
  if (family < 0x4000) return {static_cast<char>(0x80 | (family >> 8)), byte(0)};
  if (family < 0x3F0000) return {static_cast<char>(0xC0 + (family >> 16)), byte(8), byte(0)};
  return {'\xFF', byte(24), byte(16), byte(8), byte(0)};
}

std::string year_term(int year) { return fmt::format("Y{:04}", year); }
std::string month_term(int year, int month) { return fmt::format("M{:04}{:02}", year, month); }
std::string day_term(int year, int month, int day) { return fmt::format("D{:04}{:02}{:02}", year, month, day); }

std::string date_value(const Date& date) {
  std::string value = fmt::format("{:04}{:02}{:02}{:02}{:02}", date.year, date.month, date.day, date.hour, date.minute);
  constexpr std::array<std::size_t, 4> lengths{4, 6, 8, 12};
  value.resize(lengths[static_cast<std::size_t>(date.precision)]);
  return value;
}

std::string name_term(std::string_view prefix, std::string_view folded_name) {
  std::string term(prefix);
  std::copy_if(folded_name.begin(), folded_name.end(), std::back_inserter(term), [](char c) { return c != ' '; });
  return cut(term);
}

std::string name_word_term(std::string_view prefix, std::string_view folded_word) {
  return cut(fmt::format("{}:{}", prefix, folded_word));
}

}  // namespace hemero
