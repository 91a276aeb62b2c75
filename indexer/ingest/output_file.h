#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace hemero {

/// A file that is written from its beginning, or the standard output. Every function throws: Error for a file, for the
/// standard output std::system_error, as all that print do.
class OutputFile {
 public:
  /// "-" for the standard output.
  explicit OutputFile(const std::string& path);

  void write(std::string_view bytes);

  /// All was written; what could not be is found out here.
  void finish();

 private:
  [[noreturn]] void fail() const;

  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string name_;
  std::unique_ptr<std::FILE, Closer> owned_;
  std::FILE* file_ = stdout;
};

}  // namespace hemero
