#include "common/store/postings/spilled_postings.h"

#include "common/store/streams/varint.h"

namespace hemero {

SpilledPostings::SpilledPostings(SpillFile& file, GatheredPostings& gathered)
    : file_(file), first_(gathered.first()), begin_(file.size()) {
  file.append(gathered.versions());
  terms_ = file.size();
  std::string entry;
  while (gathered.next_term()) {
    entry.clear();
    append_varint(entry, gathered.term().size());
    entry += gathered.term();
    gathered.append_postings(entry);
    file.append(entry);
  }
  file.flush();
  end_ = file.size();
}

void SpilledPostings::open(std::size_t buffer) {
  buffer_ = buffer;
  reader_ = std::make_unique<SpillReader>(file_, terms_, end_, buffer);
}

void SpilledPostings::each_version(const VersionTaker& take) {
  SpillReader reader(file_, begin_, terms_, buffer_);
  std::string date;
  for (std::uint32_t version = 0; !reader.at_end();) {
    version += reader.varint();
    const std::uint32_t length = reader.varint();
    reader.bytes(reader.varint(), date);
    take(version, length, date);
  }
}

bool SpilledPostings::next_term() {
  if (reader_->at_end()) return false;
  reader_->bytes(reader_->varint(), term_);
  return true;
}

void SpilledPostings::give_postings(glass::PostingList& list) {
  std::uint32_t version = first_ - 1;
  while (const std::uint32_t distance = reader_->varint()) {
    version += distance;
    list.add(version, reader_->varint());
  }
}

}  // namespace hemero
