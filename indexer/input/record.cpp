#include "indexer/input/record.h"

#include "common/base/message.h"

namespace hemero {

Skip refuse(const Record& record, const char* why, std::string message, std::string bytes) {
  return {why, std::move(message), record.path, record.line, record.offset, std::move(bytes), false, record.format};
}

Skip refuse_empty(const Record& record, std::string bytes) {
  return refuse(record, reason::no_text, message("there is neither a title nor a text"), std::move(bytes));
}

}  // namespace hemero
