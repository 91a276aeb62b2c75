#include "indexer/commands/format_option.h"

#include "common/base/message.h"
#include "indexer/ingest/formats.h"

namespace hemero {

namespace {

std::vector<NamedValue<const Format*>> named_formats() {
  std::vector<NamedValue<const Format*>> named{{"auto", nullptr}};
  for (const Format* format : formats()) named.push_back({format->name, format});
  return named;
}

}  // namespace

void declare_format(Command& command, const Format*& format) {
  command.word("--format", named_formats(), format,
               message("format of all files; auto: of each, by its name or its first bytes"));
}

}  // namespace hemero
