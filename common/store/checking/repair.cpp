#include "common/store/checking/repair.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/message.h"
#include "common/store/backup/stored_files.h"
#include "common/store/folder/archive_lock.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/sqlite.h"
#include "common/store/writing/archive_writer.h"

namespace hemero {

namespace {

namespace fs = std::filesystem;

/// Makes the folder that keeps what is damaged: damaged-000001, or the next number that is free.
fs::path make_folder(const ArchiveFolder& folder) {
  for (unsigned number = 1;; ++number) {
    const fs::path path = folder.path / fmt::format("damaged-{:06}", number);
    std::error_code error;
    if (fs::create_directory(path, error)) return path;
    if (error) throw system_error(error.value(), "cannot write {}", path.string());
  }
}

/// Copies a file, if there is one, and waits until the copy is on the disk.
void keep(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (fs::exists(from, error)) copy_durably(SourceFile(from), to, [](std::uint64_t) { return true; });
}

void move(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw system_error(error.value(), "cannot write {}", to.string());
}

fs::path with_suffix(fs::path path, const char* suffix) { return path += suffix; }

/// Moves what the log holds into the catalogue, so that nothing is lost with the log. Of a catalogue that SQLite does
/// not open the log is of no use either.
void empty_log(const fs::path& catalogue) {
  std::error_code none;
  if (const auto bytes = fs::file_size(with_suffix(catalogue, "-wal"), none); none || bytes == 0) return;
  try {
    sqlite::Connection(catalogue, sqlite::Access::write).checkpoint();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
  }
}

class ArchiveRepair {
 public:
  explicit ArchiveRepair(const ArchiveFolder& folder) : folder_(folder), lock_(folder) {
    done_.kept = make_folder(folder);
  }

  Repair repair(bool catalogue) {
    if (catalogue) renew_catalogue();
    std::error_code error;
    if (fs::exists(folder_.index(), error)) move(folder_.index(), done_.kept / "index");
    sync_folder(done_.kept);
    sync_folder(folder_.path);
    return std::move(done_);
  }

 private:
  void renew_catalogue() {
    const fs::path copy = done_.kept / folder_.catalogue().filename();
    for (const char* suffix : {"", "-wal"}) keep(with_suffix(folder_.catalogue(), suffix), with_suffix(copy, suffix));
    sync_folder(done_.kept);
    const ArchiveFolder made{done_.kept / "new"};
    create_folder(made);
    done_.catalogue = salvage_catalogue(copy, made);
    sync_file(made.catalogue());
    // Beside the new catalogue the log would be read as that one's.
    empty_log(folder_.catalogue());
    for (const char* suffix : {"-wal", "-shm"}) {
      std::error_code none;
      fs::remove(with_suffix(folder_.catalogue(), suffix), none);
    }
    sync_folder(folder_.path);
    move(made.catalogue(), folder_.catalogue());
    sync_folder(folder_.path);
    std::error_code ignored;  // an empty folder beside the copies
    fs::remove_all(made.path, ignored);
  }

  ArchiveFolder folder_;
  ArchiveLock lock_;
  Repair done_;
};

bool damages_catalogue(const Findings& findings, const ArchiveFolder& folder) {
  const std::string name = folder.catalogue().filename().string();
  return std::any_of(findings.list.begin(), findings.list.end(),
                     [&](const Finding& finding) { return finding.file == name; });
}

}  // namespace

Repair repair_archive(const ArchiveFolder& folder, const Findings& findings, WriterOptions options) {
  Repair done = ArchiveRepair(folder).repair(damages_catalogue(findings, folder));
  options.create = false;
  options.on_indexed = [&done, told = std::move(options.on_indexed)](std::uint64_t articles, std::uint64_t total) {
    done.articles = articles;
    if (told) told(articles, total);
  };
  ArchiveWriter writer(folder, std::move(options));
  writer.rebuild().finish();
  for (const Damage& damage : writer.damages().list()) {
    const bool readable = damage.kind == Damage::Kind::changed;
    (readable ? done.catalogue.changed : done.catalogue.lost).push_back(damage_text(damage));
  }
  return done;
}

}  // namespace hemero
