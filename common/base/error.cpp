#include "common/base/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/base/message.h"
#include "common/base/names/near_words.h"
#include "common/base/visible.h"

namespace hemero {

namespace {

// What one errno means to a reader. Texts are English and keys of data/french/messages.tsv; a hint may be empty.
struct SystemFailure {
  int errno_value;
  ErrorCode code;
  std::string_view reason;
  std::string_view hint;
};

constexpr std::string_view access_hint = "check who may open it and the folders above it";
constexpr std::string_view space_hint = "free some space there, then run the same command again";

constexpr std::array failures{
    SystemFailure{EACCES, ErrorCode::permission, "permission denied", access_hint},
    SystemFailure{EPERM, ErrorCode::permission, "operation not permitted", access_hint},
    SystemFailure{ENOENT, ErrorCode::io, "it does not exist", {}},
    SystemFailure{ENOTDIR, ErrorCode::io, "a part of this path is not a folder", {}},
    SystemFailure{EISDIR, ErrorCode::io, "it is a folder", {}},
    SystemFailure{EEXIST, ErrorCode::cannot_create, "it exists already", {}},
    SystemFailure{ENOTEMPTY, ErrorCode::cannot_create, "the folder is not empty", {}},
    SystemFailure{EROFS, ErrorCode::cannot_create, "the file system is read-only", {}},
    SystemFailure{ELOOP, ErrorCode::io, "its symbolic links lead in a circle", {}},
    SystemFailure{ENAMETOOLONG, ErrorCode::io, "the name is too long", {}},
    SystemFailure{ENOSPC, ErrorCode::io, "the disk is full", space_hint},
    SystemFailure{EDQUOT, ErrorCode::io, "the disk quota is used up", space_hint},
    SystemFailure{EFBIG, ErrorCode::io, "the file would be too large", {}},
    SystemFailure{EBADF, ErrorCode::io, "it is closed", {}},
    SystemFailure{EADDRINUSE, ErrorCode::io, "another program listens there", "port 0 takes one that is free"},
    SystemFailure{EADDRNOTAVAIL, ErrorCode::io, "this machine has no such address", {}},
    SystemFailure{EIO, ErrorCode::io, "the disk does not answer as it should",
                  "the disk may be failing: save your data"},
    SystemFailure{EMFILE, ErrorCode::io, "too many open files", "raise the limit with ulimit -n"},
    SystemFailure{ENFILE, ErrorCode::io, "too many open files", {}},
    SystemFailure{ENOMEM, ErrorCode::io, "not enough memory", {}},
};

std::string reader_text(std::string_view english) { return std::string(translated(english)); }

/// "cannot read x", of an English format string.
std::string action_text(const char* action, const std::string& path) {
  const std::string shown = visible(path);
  return fmt::vformat(translated(action), fmt::make_format_args(shown));
}

/// The folder, or the first one above it that exists.
std::filesystem::path first_existing(std::filesystem::path folder) {
  std::error_code ignored;
  while (!std::filesystem::exists(folder, ignored) && folder.has_relative_path()) folder = folder.parent_path();
  return folder;
}

/// Never throws: nobody is left to be told that this cannot be printed.
void print_line(const std::string& line) { std::fputs((line + "\n").c_str(), stderr); }

}  // namespace

Error::Error(ErrorCode code, std::string message, std::string hint)
    : code_(code), message_(std::move(message)), hint_(std::move(hint)) {}

Error system_error(int errno_value, const char* action, const std::string& path) {
  const std::string what = action_text(action, path);
  const auto* failure = std::find_if(failures.begin(), failures.end(),
                                     [&](const SystemFailure& each) { return each.errno_value == errno_value; });
  if (failure == failures.end())
    return Error(ErrorCode::io, message("{}: {}", what, std::generic_category().message(errno_value)));
  return Error(failure->code, message("{}: {}", what, reader_text(failure->reason)), reader_text(failure->hint));
}

Error path_error(int errno_value, const char* action, const std::string& path) {
  const Error error = system_error(errno_value, action, path);
  if (errno_value != ENOENT) return error;
  if (const auto near = near_path(path))
    return Error(ErrorCode::no_archive, error.message(), message("did you mean “{}”?", near->string()));
  std::error_code ignored;
  const std::filesystem::path folder = std::filesystem::absolute(path, ignored).parent_path();
  const std::filesystem::path there = first_existing(folder);
  return Error(ErrorCode::no_archive,
               folder == there
                   ? error.message()
                   : message("{}: {}", action_text(action, path), message("there is no folder {}", folder.string())),
               message("“{}” lists what is there", "ls " + shell_word(there.string())));
}

int report_error(const char* program, const std::exception& error) {
  if (const auto* ours = dynamic_cast<const Error*>(&error)) {
    print_line(fmt::format("{}: {}", program, ours->message()));
    if (!ours->hint().empty()) print_line(ours->hint());
    return ours->exit_status();
  }
  if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) {
    print_line(fmt::format("{}: {}", program, message("not enough memory")));
    return static_cast<int>(ErrorCode::io);
  }
  if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
    return report_error(program, system_error(file->code().value(), "cannot use {}", file->path1().string()));
  if (const auto* system = dynamic_cast<const std::system_error*>(&error)) {  // no thread, for one
    print_line(fmt::format("{}: {}", program, system->code().message()));
    return static_cast<int>(ErrorCode::io);
  }
  print_line(fmt::format("{}: {}", program, message("this is a bug: {}", error.what())));
  return static_cast<int>(ErrorCode::bug);
}

}  // namespace hemero
