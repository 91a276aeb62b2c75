#include "indexer/formats/named/enveloped_lines.h"

#include <utility>

#include "indexer/formats/named/json_envelope.h"
#include "indexer/formats/named/json_scan.h"

namespace hemero {

std::optional<SourceItem> EnvelopedLines::next() {
  while (true) {
    if (auto element = next_element()) return element;
    auto item = lines_.next();
    auto* line = item ? std::get_if<Record>(&*item) : nullptr;
    const auto array = line == nullptr ? std::nullopt : find_enveloped_array(line->bytes);
    if (!array) return item;
    line_ = std::move(*line);
    at_ = *array + 1;
  }
}

std::optional<SourceItem> EnvelopedLines::next_element() {
  if (at_ == 0) return std::nullopt;
  const std::string_view bytes = line_.bytes;
  while (at_ < bytes.size() && (bytes[at_] == ',' || json_blanks.find(bytes[at_]) != std::string_view::npos)) ++at_;
  if (at_ == bytes.size() || bytes[at_] == ']') {
    at_ = 0;
    return std::nullopt;
  }
  const std::size_t begin = at_;
  JsonValueScan scan;
  at_ += scan.advance(bytes.substr(at_));
  return Record{std::string(bytes.substr(begin, at_ - begin)), line_.path, line_.key, line_.line, line_.offset + begin};
}

}  // namespace hemero
