#include "indexer/formats/xml/xml_records.h"

#include "indexer/formats/xml/xml_dialect.h"

namespace hemero {

XmlRecords::XmlRecords(ByteInput& input, const InputFile& file, RecordFormat format, const InputLimits& limits)
    : reader_(input, item_names(format), limits), path_(file.path.string()), key_(file.key), format_(format) {}

std::optional<SourceItem> XmlRecords::next() {
  auto result = reader_.next();
  if (!result) return std::nullopt;
  if (const auto* fault = std::get_if<XmlFault>(&*result))
    return Skip{fault->reason, fault->message, path_, fault->line, 0, {}, fault->last};
  Record record{format_, {}, path_, key_, 0, 0};
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(std::move(*result)));
  record.line = item->line;
  record.xml = std::move(item);
  return record;
}

}  // namespace hemero
