#include "query/serve/kept_file.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/text/addresses/percent_coding.h"

namespace hemero {

std::filesystem::path KeptFile::of(const HttpRequest& request) const {
  if (header_.empty()) return file_;
  constexpr std::size_t longest_name = 64;
  const std::vector<std::string_view> names = request.header(header_);
  if (names.size() != 1 || names.front().empty() || names.front().size() > longest_name)
    throw Error(ErrorCode::usage, message("The web server in front of this one does not tell who you are."),
                message("it must send the header {}: see --user-header", header_));
  const std::string name = percent_encoded(names.front(), " !\"#$%&'()*+,./:;<=>?@[\\]^_`{|}~");
  return file_.parent_path() / fmt::format("{}-{}.sqlite", file_.stem().string(), name);
}

}  // namespace hemero
