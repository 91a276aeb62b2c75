#include "common/store/vocabulary/shape_block.h"

#include <algorithm>

#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::size_t nibble = 15;    ///< from here on a size is continued in a varint
constexpr std::size_t longest = 900;  ///< what such a varint says is less, in bytes

void append_rest(std::string& bytes, std::size_t size) {
  if (size >= nibble) append_varint(bytes, size - nibble);
}

std::size_t read_size(std::string_view bytes, std::size_t& at, std::size_t size) {
  return size < nibble ? size : size + static_cast<std::size_t>(read_varint(bytes, at) % longest);
}

}  // namespace

void ShapeBlockWriter::add(std::string_view shape, const std::vector<std::uint32_t>& ids) {
  const auto same = std::mismatch(last_.begin(), last_.end(), shape.begin(), shape.end()).first;
  const auto shared = static_cast<std::size_t>(same - last_.begin());
  const std::size_t size = shape.size() - shared;
  bytes_ += static_cast<char>(std::min(shared, nibble) | std::min(size, nibble) << 4);
  append_rest(bytes_, shared);
  append_rest(bytes_, size);
  bytes_ += shape.substr(shared);
  std::uint32_t before = 0;
  for (const std::uint32_t id : ids) {
    append_varint(bytes_, std::uint64_t{id - before} * 2 + (id == ids.back() ? 0 : 1));
    before = id;
  }
  last_ = shape;
}

ShapeBlock::ShapeBlock(std::string_view bytes) : bytes_(bytes) {
  constexpr std::size_t usual = 6;  // bytes a shape takes
  places_.reserve(bytes_.size() / usual + 1);
  for (std::size_t at = 0; at < bytes_.size();) {
    const auto head = static_cast<unsigned char>(bytes_[at++]);
    const std::size_t shared = read_size(bytes_, at, head & nibble);
    const std::size_t size = read_size(bytes_, at, head >> 4);
    const std::size_t rest = at;
    at = std::min(at + size, bytes_.size());
    places_.push_back({shared, rest, at});
    while (at < bytes_.size() && read_varint(bytes_, at) % 2 != 0) continue;
  }
}

bool ShapeBlock::each(const TakeShape& take) const {
  std::string shape;
  std::vector<std::uint32_t> ids;
  for (const Place& place : places_) {
    shape.resize(std::min(place.shared, shape.size()));
    shape += rest_of(place);
    read_ids(place, ids);
    if (!take(shape, ids)) return false;
  }
  return true;
}

bool ShapeBlock::begins_before(std::string_view shape) const {
  return !places_.empty() && rest_of(places_.front()) <= shape;
}

/// Every shape that is passed comes before the wanted one, and `same` bytes of the last one are the first ones of it:
/// where the next shares more with that one it comes before it as well, where it shares fewer, behind.
std::optional<std::vector<std::uint32_t>> ShapeBlock::find(std::string_view shape) const {
  std::vector<std::uint32_t> ids;
  std::size_t same = 0;
  for (const Place& place : places_) {
    if (place.shared > same) continue;
    const std::string_view wanted = shape.substr(same);
    const std::string_view rest = rest_of(place);
    if (place.shared < same || rest > wanted) return ids;
    if (rest == wanted) {
      read_ids(place, ids);
      return ids;
    }
    const auto mismatch = std::mismatch(rest.begin(), rest.end(), wanted.begin(), wanted.end()).first;
    same += static_cast<std::size_t>(mismatch - rest.begin());
  }
  return std::nullopt;
}

std::string_view ShapeBlock::rest_of(const Place& place) const {
  return std::string_view(bytes_).substr(place.rest, place.ids - place.rest);
}

void ShapeBlock::read_ids(const Place& place, std::vector<std::uint32_t>& ids) const {
  ids.clear();
  std::uint32_t id = 0;
  std::size_t at = place.ids;
  for (bool more = true; more && at < bytes_.size();) {
    const std::uint64_t step = read_varint(bytes_, at);
    id += static_cast<std::uint32_t>(step / 2);
    more = step % 2 != 0;
    ids.push_back(id);
  }
}

}  // namespace hemero
