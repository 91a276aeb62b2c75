#pragma once

#include <filesystem>
#include <string>

#include "query/markup/http.h"

namespace hemero {

/// Where what readers keep is: one file for all who are let in, or one for each whose name a proxy tells.
class KeptFile {
 public:
  /// `header` is the one in which the proxy tells it, in small letters; empty for none.
  KeptFile(std::filesystem::path file, std::string header) : file_(std::move(file)), header_(std::move(header)) {}

  /// The file of who asks. Of a name "ada" it is user-ada.sqlite beside user.sqlite; other bytes than letters, digits
  /// and "-" stand in it as %XX. Throws Error (usage) where the proxy tells no name, or one of more than 64 bytes.
  std::filesystem::path of(const HttpRequest& request) const;

 private:
  std::filesystem::path file_;
  std::string header_;
};

}  // namespace hemero
