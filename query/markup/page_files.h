#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// What pages load beside themselves. It may be kept for ever, for its path changes with it; and it is the same for
/// everyone who has the program.
struct PageFile {
  std::string path;
  std::string_view type;
  std::string_view content;
};

const PageFile& style_sheet();

/// Conveniences: whatever pages do, they do without it.
const PageFile& page_script();

/// The file with this path; null where there is none.
const PageFile* page_file(std::string_view path);

}  // namespace hemero
