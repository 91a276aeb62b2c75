#include "query/markup/page_files.h"

#include <fmt/format.h>

#include "common/base/hash.h"
#include "data/tables.h"

namespace hemero {

namespace {

PageFile file_of(std::string_view name, std::string_view type) {
  const std::string_view content = table_text(name);
  const Hash128 hash = hash128(content);
  return {fmt::format("/{:02x}{:02x}{:02x}{:02x}/{}", hash[0], hash[1], hash[2], hash[3], name), type, content};
}

}  // namespace

const PageFile& style_sheet() {
  static const PageFile file = file_of("hemero.css", "text/css; charset=utf-8");
  return file;
}

const PageFile& page_script() {
  static const PageFile file = file_of("hemero.js", "text/javascript; charset=utf-8");
  return file;
}

const PageFile* page_file(std::string_view path) {
  for (const PageFile* file : {&style_sheet(), &page_script()})
    if (file->path == path) return file;
  return nullptr;
}

}  // namespace hemero
