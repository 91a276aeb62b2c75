#include "indexer/formats/xml/xml_records.h"

#include <algorithm>

namespace hemero {

XmlRecords::XmlRecords(ByteInput& input, const InputFile& file, const Format& format, const InputLimits& limits)
    : reader_(input, format.items, limits, format.items_nest), path_(file.path.string()), key_(file.key) {}

std::optional<SourceItem> XmlRecords::next() {
  auto result = reader_.next();
  if (!result) return std::nullopt;
  if (const auto* fault = std::get_if<XmlFault>(&*result))
    return Skip{fault->reason, fault->message, path_, fault->line, 0, {}, fault->last};
  Record record{{}, path_, key_, 0, 0};
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(std::move(*result)));
  record.line = item->line;
  record.xml = std::move(item);
  return record;
}

Likeness root_likeness(const Format& format, const FileHead& head) {
  const bool known = std::find(format.roots.begin(), format.roots.end(), head.root()) != format.roots.end();
  return known ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_items(ByteInput& input, const Opening& opening) {
  return std::make_unique<XmlRecords>(input, opening.file, opening.format, opening.limits);
}

}  // namespace hemero
