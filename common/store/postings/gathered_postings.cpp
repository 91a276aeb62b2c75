#include "common/store/postings/gathered_postings.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>

#include "common/base/hash.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::size_t longest_name = 245;  // bytes: what Xapian takes

constexpr std::size_t link_size = sizeof(std::uint32_t);  // a slice begins with the number of the next one

/// Bytes of a list's n-th slice, link and all.
constexpr std::size_t slice_size(std::size_t number) { return std::size_t{16} << std::min<std::size_t>(number, 7); }

}  // namespace

/// The bytes of a list, from slice to slice.
class GatheredPostings::SliceReader {
 public:
  SliceReader(const PieceArena& arena, const List& list) : arena_(arena), list_(list) {
    if (list.slices != 0) open(list.head);
  }

  bool at_end() const { return at_ == end_; }

  std::uint32_t varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint8_t byte = next();
      value |= std::uint32_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
  }

  void append_all(std::string& out) {
    while (!at_end()) {
      out.append(reinterpret_cast<const char*>(at_), static_cast<std::size_t>(end_ - at_));
      leave();
    }
  }

 private:
  std::uint8_t next() {
    const std::uint8_t byte = *at_++;
    if (at_ == end_) leave();
    return byte;
  }

  void open(std::uint32_t slice) {
    slice_ = arena_.at(slice);
    const std::size_t size = slice_size(number_++);
    at_ = slice_ + link_size;
    end_ = slice_ + size - (number_ == list_.slices ? list_.room : 0);
  }

  /// Goes to the next slice, if there is one.
  void leave() {
    at_ = end_;
    if (number_ == list_.slices) return;
    std::uint32_t next_slice = 0;
    std::memcpy(&next_slice, slice_, link_size);
    open(next_slice);
  }

  const PieceArena& arena_;
  const List& list_;
  std::size_t number_ = 0;  ///< slices opened
  const std::uint8_t* slice_ = nullptr;
  const std::uint8_t* at_ = nullptr;
  const std::uint8_t* end_ = nullptr;
};

void GatheredPostings::add(const IndexedVersion& version) {
  const auto id = static_cast<std::uint32_t>(version.version);
  if (first_ == 0) first_ = id;
  std::uint32_t length = 0;
  for (const auto& [family, frequency] : version.families) {
    add_posting(list(list_of_family(family)), id, frequency);
    length += frequency;
  }
  for (const std::string& name : version.names) add_posting(list(list_of_name(name)), id, 0);
  append_varint(versions_, id - last_);
  append_varint(versions_, length);
  append_varint(versions_, version.date.size());
  versions_ += version.date;
  last_ = id;
}

std::uint32_t GatheredPostings::new_list(std::size_t name_size) {
  const std::uint32_t number = arena_.take(sizeof(List) + name_size);
  new (arena_.at(number)) List{};
  return number;
}

std::uint32_t GatheredPostings::list_of_family(std::uint32_t family) {
  std::uint32_t& found = families_.find(family, [](std::uint32_t) { return true; });
  if (found == 0) found = new_list(0);
  return found;
}

/// A name's list has the name behind it: its length in one byte, and its bytes.
std::uint32_t GatheredPostings::list_of_name(std::string_view name) {
  if (name.size() > longest_name) throw std::logic_error("a term is too long");
  const auto key = static_cast<std::uint32_t>(hash64(name));
  std::uint32_t& found = names_.find(key, [&](std::uint32_t list) { return name_of(list) == name; });
  if (found == 0) {
    found = new_list(1 + name.size());
    std::uint8_t* copy = arena_.at(found) + sizeof(List);
    *copy = static_cast<std::uint8_t>(name.size());
    std::copy(name.begin(), name.end(), copy + 1);
  }
  return found;
}

std::string_view GatheredPostings::name_of(std::uint32_t list) const {
  const std::uint8_t* name = arena_.at(list) + sizeof(List);
  return {reinterpret_cast<const char*>(name + 1), *name};
}

void GatheredPostings::add_posting(List& list, std::uint32_t version, std::uint32_t frequency) {
  if (list.last == version) {
    list.frequency += frequency;
    return;
  }
  if (list.last != 0) {
    append(list, list.last - list.before, list.frequency);
  }
  list.before = list.last != 0 ? list.last : first_ - 1;
  list.last = version;
  list.frequency = frequency;
}

/// Appends a posting; most take two bytes.
void GatheredPostings::append(List& list, std::uint32_t distance, std::uint32_t frequency) {
  if (distance < 0x80 && frequency < 0x80 && list.room >= 2) {
    std::uint8_t* const at = arena_.at(list.tail);
    at[0] = static_cast<std::uint8_t>(distance);
    at[1] = static_cast<std::uint8_t>(frequency);
    list.tail += 2;
    list.room = static_cast<std::uint16_t>(list.room - 2);
    return;
  }
  append(list, distance);
  append(list, frequency);
}

void GatheredPostings::append(List& list, std::uint32_t varint) {
  for (bool more = true; more; varint >>= 7) {
    more = varint >= 0x80;
    if (list.room == 0) add_slice(list);
    *arena_.at(list.tail++) = static_cast<std::uint8_t>(more ? varint | 0x80 : varint);
    --list.room;
  }
}

void GatheredPostings::add_slice(List& list) {
  const std::size_t size = slice_size(list.slices);
  const std::uint32_t slice = arena_.take(size);
  if (list.slices == 0)
    list.head = slice;
  else
    std::memcpy(arena_.at(list.tail - static_cast<std::uint32_t>(slice_size(list.slices - 1U))), &slice, link_size);
  ++list.slices;
  list.tail = slice + static_cast<std::uint32_t>(link_size);
  list.room = static_cast<std::uint16_t>(size - link_size);
}

void GatheredPostings::each_version(const VersionTaker& take) {
  std::uint32_t version = 0;
  for (std::size_t at = 0; at < versions_.size();) {
    version += static_cast<std::uint32_t>(read_varint(versions_, at));
    const auto length = static_cast<std::uint32_t>(read_varint(versions_, at));
    const std::size_t date_size = read_varint(versions_, at);
    take(version, length, std::string_view(versions_).substr(at, date_size));
    at += date_size;
  }
}

/// Terms in descending order, so that the next one can be taken from the end.
void GatheredPostings::sort_terms() {
  family_order_ = families_.taken();
  std::sort(family_order_.begin(), family_order_.end(), [](const auto& a, const auto& b) { return a.key > b.key; });
  name_order_ = names_.taken();
  std::sort(name_order_.begin(), name_order_.end(),
            [&](const auto& a, const auto& b) { return name_of(a.list) > name_of(b.list); });
  sorted_ = true;
}

bool GatheredPostings::next_term() {
  if (!sorted_) sort_terms();
  if (family_order_.empty() && name_order_.empty()) return false;
  if (!family_order_.empty()) term_ = family_term(family_order_.back().key);
  const bool is_name = family_order_.empty() || (!name_order_.empty() && name_of(name_order_.back().list) < term_);
  if (is_name) term_ = name_of(name_order_.back().list);
  auto& order = is_name ? name_order_ : family_order_;
  term_list_ = order.back().list;
  order.pop_back();
  return true;
}

void GatheredPostings::give_postings(glass::PostingList& out) {
  const List& found = list(term_list_);
  std::uint32_t version = first_ - 1;
  for (SliceReader reader(arena_, found); !reader.at_end();) {
    version += reader.varint();
    out.add(version, reader.varint());
  }
  out.add(found.last, found.frequency);
}

void GatheredPostings::append_postings(std::string& out) const {
  const List& found = list(term_list_);
  SliceReader(arena_, found).append_all(out);
  append_varint(out, found.last - found.before);
  append_varint(out, found.frequency);
  out += '\0';
}

void GatheredPostings::clear() {
  arena_.clear();
  families_.clear();
  names_.clear();
  versions_.clear();
  first_ = last_ = 0;
  sorted_ = false;
}

}  // namespace hemero
