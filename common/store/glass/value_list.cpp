#include "common/store/glass/value_list.h"

#include "common/store/glass/keys.h"
#include "common/store/streams/varint.h"

namespace hemero::glass {

namespace {

constexpr std::size_t longest_key = 8;
constexpr std::size_t longest_chunk = TableWriter::longest_piece(longest_key);

void append_value(std::string& out, std::string_view value) {
  append_varint(out, value.size());
  out += value;
}

}  // namespace

void ValueStatistics::add(std::string_view value) {
  if (value.empty()) return;
  if (documents_ == 0 || value < lowest_) lowest_ = value;
  if (documents_ == 0 || value > highest_) highest_ = value;
  ++documents_;
}

void ValueStatistics::write(TableWriter& table) const {
  if (documents_ == 0) return;
  std::string tag;
  append_varint(tag, documents_);
  append_value(tag, lowest_);
  if (highest_ != lowest_) tag += highest_;  // nothing: the same
  table.add(value_statistics_key(), tag);
}

void ValueList::add(std::uint32_t document, std::string_view value) {
  if (value.empty()) return;
  std::string entry;
  append_varint(entry, document - last_ - 1);
  const std::size_t distance_size = entry.size();
  append_value(entry, value);
  if (!chunk_.empty() && chunk_.size() + entry.size() > longest_chunk) finish();
  if (chunk_.empty()) {
    first_ = document;
    entry.erase(0, distance_size);
  }
  chunk_ += entry;
  last_ = document;
}

void ValueList::finish() {
  if (!chunk_.empty()) table_.add(values_key(first_), chunk_);
  chunk_.clear();
}

}  // namespace hemero::glass
