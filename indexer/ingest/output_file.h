#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace hemero {

/// A file that is written from its beginning, or the standard output. Every function throws: Error for a file, for the
/// standard output std::system_error, as all that print do.
class OutputFile {
 public:
  enum class Appears {
    at_once,  ///< empty at first; what is written shows as it comes
    whole,    ///< when finish() has returned: until then a file of this name stays as it is, also after a power loss;
              ///< what is written stands beside it under the same name with ".hemero-new" behind it
  };

  /// "-" for the standard output. What is no file, a device or a pipe, is written at once. Throws Error (locked) when
  /// another program writes the same file as a whole.
  explicit OutputFile(const std::string& path, Appears appears = Appears::at_once);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);

  /// All was written; what could not be is found out here.
  void finish();

 private:
  [[noreturn]] void fail() const;

  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void open_draft();
  void replace();

  std::string name_;
  std::filesystem::path draft_;  ///< beside the file, until that is replaced by it
  std::filesystem::path target_;
  std::unique_ptr<std::FILE, Closer> owned_;
  std::FILE* file_ = stdout;
};

}  // namespace hemero
