#include "common/store/glass/posting_list.h"

#include <algorithm>

#include "common/store/glass/keys.h"
#include "common/store/streams/varint.h"

namespace hemero::glass {

namespace {

constexpr std::size_t longest_varint = 5;               // bytes, of 32 bits
constexpr std::size_t chunk_head = 1 + longest_varint;  // whether it is the last one, the distance to its last document
constexpr std::size_t list_head = 3 * longest_varint + 5;  // documents, frequencies (64 bits), the first document
constexpr std::size_t chunk_key_end = 1 + 5;               // a zero and a sortable number

/// What is left of a leaf is worth a chunk of a long list when it has so many bytes.
constexpr std::size_t shortest_first_chunk = 200;

constexpr std::size_t varint_size(std::uint32_t value) {
  std::size_t size = 1;
  for (; value >= 0x80; value >>= 7) ++size;
  return size;
}

char* put_varint(char* to, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80);
  *to++ = static_cast<char>(value);
  return to;
}

}  // namespace

void PostingList::begin(std::string_view term) {
  key_ = list_key(term);
  of_lengths_ = term.empty();
  used_ = 0;
  chunks_.clear();
  documents_ = 0;
  frequencies_ = 0;
}

void PostingList::begin_chunk(std::uint32_t document) {
  std::size_t key = key_.size() + chunk_key_end;
  std::size_t head = chunk_head;
  std::size_t room = TableWriter::longest_piece(key);
  if (chunks_.empty()) {
    key = key_.size();
    head += list_head;
    room = TableWriter::longest_piece(key);
    if (const std::size_t left = table_.room(key); left >= head + shortest_first_chunk) room = left;
  }
  limit_ = used_ + room - head;
  chunks_.push_back({document});
}

void PostingList::end_chunk() {
  if (chunks_.empty()) return;
  chunks_.back().last = last_;
  chunks_.back().end = used_;
}

void PostingList::add(std::uint32_t document, std::uint32_t frequency) {
  const std::uint32_t distance = document - last_ - 1;
  if (bytes_.size() - used_ < 2 * longest_varint) bytes_.resize(2 * bytes_.size() + 2 * longest_varint);
  char* at = bytes_.data() + used_;
  if (chunks_.empty() || used_ + varint_size(distance) + varint_size(frequency) > limit_) {
    end_chunk();
    begin_chunk(document);
  } else {
    at = put_varint(at, distance);
  }
  at = put_varint(at, frequency);
  used_ = static_cast<std::size_t>(at - bytes_.data());
  last_ = document;
  ++documents_;
  frequencies_ += frequency;
  if (!of_lengths_) highest_frequency_ = std::max(highest_frequency_, frequency);
}

void PostingList::finish() {
  end_chunk();
  std::size_t begin = 0;
  for (std::size_t number = 0; number < chunks_.size(); ++number) {
    write(number, begin);
    begin = chunks_[number].end;
  }
}

void PostingList::write(std::size_t number, std::size_t begin) {
  const Chunk& chunk = chunks_[number];
  tag_.clear();
  if (number == 0) {
    append_varint(tag_, of_lengths_ ? 0 : documents_);
    append_varint(tag_, of_lengths_ ? 0 : std::min<std::uint64_t>(frequencies_, UINT32_MAX));
    append_varint(tag_, chunk.first - 1);
  }
  tag_ += number + 1 == chunks_.size() ? '1' : '0';
  append_varint(tag_, chunk.last - chunk.first);
  tag_.append(bytes_, begin, chunk.end - begin);
  table_.add(number == 0 ? key_ : chunk_key(key_, chunk.first), tag_);
}

}  // namespace hemero::glass
