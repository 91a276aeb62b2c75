#include "common/base/error.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>

#include "common/base/message.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

struct Row {
  int errno_value;
  ErrorCode code;
  const char* message;
  const char* french;
  bool has_hint;
};

const Row rows[] = {
    {EACCES, ErrorCode::permission, "cannot read /x: permission denied", "impossible de lire /x\u00A0: accès refusé",
     true},
    {EPERM, ErrorCode::permission, "cannot read /x: operation not permitted",
     "impossible de lire /x\u00A0: opération interdite", true},
    {ENOENT, ErrorCode::io, "cannot read /x: it does not exist", "impossible de lire /x\u00A0: ce fichier n’existe pas",
     false},
    {ENOTDIR, ErrorCode::io, "cannot read /x: a part of this path is not a folder",
     "impossible de lire /x\u00A0: une partie de ce chemin n’est pas un dossier", false},
    {EISDIR, ErrorCode::io, "cannot read /x: it is a folder", "impossible de lire /x\u00A0: c’est un dossier", false},
    {EEXIST, ErrorCode::cannot_create, "cannot read /x: it exists already",
     "impossible de lire /x\u00A0: ce fichier existe déjà", false},
    {ENOTEMPTY, ErrorCode::cannot_create, "cannot read /x: the folder is not empty",
     "impossible de lire /x\u00A0: le dossier n’est pas vide", false},
    {EROFS, ErrorCode::cannot_create, "cannot read /x: the file system is read-only",
     "impossible de lire /x\u00A0: le système de fichiers est en lecture seule", false},
    {ELOOP, ErrorCode::io, "cannot read /x: its symbolic links lead in a circle",
     "impossible de lire /x\u00A0: ses liens symboliques tournent en rond", false},
    {ENAMETOOLONG, ErrorCode::io, "cannot read /x: the name is too long",
     "impossible de lire /x\u00A0: le nom est trop long", false},
    {ENOSPC, ErrorCode::io, "cannot read /x: the disk is full", "impossible de lire /x\u00A0: le disque est plein",
     true},
    {EDQUOT, ErrorCode::io, "cannot read /x: the disk quota is used up",
     "impossible de lire /x\u00A0: le quota de disque est épuisé", true},
    {EBADF, ErrorCode::io, "cannot read /x: it is closed", "impossible de lire /x\u00A0: c’est fermé", false},
    {EFBIG, ErrorCode::io, "cannot read /x: the file would be too large",
     "impossible de lire /x\u00A0: le fichier serait trop gros", false},
    {EIO, ErrorCode::io, "cannot read /x: the disk does not answer as it should",
     "impossible de lire /x\u00A0: le disque ne répond pas comme il le devrait", true},
    {EMFILE, ErrorCode::io, "cannot read /x: too many open files",
     "impossible de lire /x\u00A0: trop de fichiers ouverts", true},
    {ENFILE, ErrorCode::io, "cannot read /x: too many open files",
     "impossible de lire /x\u00A0: trop de fichiers ouverts", false},
    {ENOMEM, ErrorCode::io, "cannot read /x: not enough memory", "impossible de lire /x\u00A0: mémoire insuffisante",
     false},
    {ENXIO, ErrorCode::io, "cannot read /x: No such device or address",
     "impossible de lire /x\u00A0: No such device or address", false},
};

TEST_CASE("a failed system call becomes an error that says why") {
  for (const Row& row : rows) {
    const Error error = system_error(row.errno_value, "cannot read {}", "/x");
    CHECK((error.code() == row.code));
    CHECK(error.message() == row.message);
    CHECK(error.hint().empty() != row.has_hint);
  }
}

TEST_CASE("errors speak French when asked to") {
  for (const Row& row : rows) {
    const std::string hint = system_error(row.errno_value, "cannot read {}", "/x").hint();
    set_language(Language::french);
    const Error error = system_error(row.errno_value, "cannot read {}", "/x");
    set_language(Language::english);
    CHECK(error.message() == row.french);
    if (row.has_hint) CHECK(error.hint() != hint);
  }
}

TEST_CASE("a file that does not exist is told with what is near, or where to look") {
  const TemporaryFolder folder;
  const std::string inside = folder.write("articles.jsonl", "{}").string();
  const auto error_of = [](const std::string& path) { return path_error(ENOENT, "cannot read {}", path); };
  const Error near = error_of((folder / "artcles.jsonl").string());
  CHECK((near.code() == ErrorCode::no_archive));
  CHECK(near.hint() == "did you mean “" + inside + "”?");
  const std::string far = (folder / "other").string();
  CHECK(error_of(far).message() == "cannot read " + far + ": it does not exist");
  CHECK(error_of(far).hint() == "“ls " + folder.path().string() + "” lists what is there");
  const Error nowhere = error_of(far + "/a/b");
  CHECK(nowhere.message() == "cannot read " + far + "/a/b: there is no folder " + far + "/a");
  CHECK(nowhere.hint() == error_of(far).hint());
  CHECK((path_error(EACCES, "cannot read {}", inside).code() == ErrorCode::permission));
}

TEST_CASE("an error carries its exit status") {
  CHECK(Error(ErrorCode::usage, "").exit_status() == 64);
  CHECK(Error(ErrorCode::permission, "").exit_status() == 77);
  const Error error(ErrorCode::locked, "the archive is locked", "try again");
  CHECK(std::string(error.what()) == "the archive is locked");
  CHECK(error.hint() == "try again");
}

/// What report_error() returns and prints.
std::string report_of(const std::exception& error) {
  std::fflush(stderr);
  const int saved = dup(STDERR_FILENO);
  std::FILE* printed = std::tmpfile();
  REQUIRE(printed != nullptr);
  dup2(fileno(printed), STDERR_FILENO);
  const int status = report_error("hemero", error);
  std::fflush(stderr);
  dup2(saved, STDERR_FILENO);
  close(saved);
  std::rewind(printed);
  std::string text(1000, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), printed));
  std::fclose(printed);
  return std::to_string(status) + " " + text;
}

TEST_CASE("what stopped a program is printed with its hint and told by the exit status") {
  CHECK(report_of(Error(ErrorCode::locked, "the archive is locked", "try again")) ==
        "75 hemero: the archive is locked\ntry again\n");
  CHECK(report_of(Error(ErrorCode::bad_data, "no date")) == "65 hemero: no date\n");
  CHECK(report_of(std::bad_alloc()) == "74 hemero: not enough memory\n");
  const auto denied = std::make_error_code(std::errc::permission_denied);
  CHECK(report_of(std::filesystem::filesystem_error("x", "/a/b", denied)).starts_with("77 hemero: cannot use /a/b: "));
  CHECK(report_of(std::system_error(denied)).starts_with("74 hemero: "));
  CHECK(report_of(std::logic_error("x")) == "70 hemero: this is a bug: x\n");
}

TEST_CASE("braces in a path are text") {
  CHECK(system_error(EISDIR, "cannot read {}", "/{}/{0}").message() == "cannot read /{}/{0}: it is a folder");
}

}  // namespace
}  // namespace hemero
