#include "indexer/formats/documents/document_records.h"

#include <memory>
#include <utility>

#include "common/base/message.h"

namespace hemero {

DocumentRecords::DocumentRecords(ByteInput& input, const Opening& opening, Read read)
    : input_(input), limits_(opening.limits), read_(read), path_(opening.file.path.string()), key_(opening.file.key) {}

std::optional<SourceItem> DocumentRecords::next() {
  if (!std::exchange(opened_, true)) open();
  if (items_.empty()) return std::nullopt;
  SourceItem item = std::move(items_.front());
  items_.pop_front();
  return item;
}

void DocumentRecords::open() {
  ReadDocument result = read_(input_, limits_);
  if (const auto* fault = std::get_if<FileFault>(&result)) {
    items_.push_back(Skip{fault->reason, fault->message, path_, 0, 0, {}, false});
    return;
  }
  auto documents = cut_deliveries(std::get<Document>(std::move(result)));
  std::uint64_t number = 0;
  for (Document& document : documents) {
    Record record{{}, path_, key_, documents.size() > 1 ? ++number : 0};
    record.document = std::make_shared<const Document>(std::move(document));
    items_.push_back(std::move(record));
  }
}

}  // namespace hemero
