#include "indexer/ingest/output_file.h"

#include <cerrno>
#include <system_error>

#include "common/base/error.h"

namespace hemero {

OutputFile::OutputFile(const std::string& path) : name_(path) {
  if (path == "-") return;
  owned_.reset(std::fopen(path.c_str(), "we"));
  if (!owned_) throw path_error(errno, "cannot write {}", path);
  file_ = owned_.get();
}

void OutputFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail();
}

void OutputFile::finish() {
  if (std::fflush(file_) != 0) fail();
}

void OutputFile::fail() const {
  if (!owned_) throw std::system_error(errno, std::generic_category());  // told in main
  throw system_error(errno, "cannot write {}", name_);
}

}  // namespace hemero
