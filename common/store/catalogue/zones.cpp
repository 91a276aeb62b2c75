#include "common/store/catalogue/zones.h"

#include <algorithm>

#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr char of_lines = 4;  ///< no zone is of this kind
constexpr unsigned kinds = 4;

/// Cuts a text into its lines, a text without a byte into none.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  bool next(Zone& line) {
    if (at_ >= text_.size()) return false;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    line.begin = static_cast<std::uint32_t>(at_);
    line.end = static_cast<std::uint32_t>(end);
    at_ = end + 1;
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool are_lines(const std::vector<Zone>& zones, std::string_view text) {
  Lines lines(text);
  Zone line;
  for (const Zone& zone : zones)
    if (!lines.next(line) || zone.begin != line.begin || zone.end != line.end) return false;
  return !lines.next(line);
}

std::vector<Zone> zones_of_lines(std::string_view bytes, std::string_view text) {
  std::vector<Zone> zones;
  Lines lines(text);
  Zone line;
  for (std::size_t at = 1; at < bytes.size();) {
    const std::uint64_t row = read_varint(bytes, at);
    line.kind = static_cast<ZoneKind>(row % kinds);
    for (std::uint64_t left = row / kinds; left > 0 && lines.next(line); --left) zones.push_back(line);
  }
  return zones;
}

}  // namespace

std::string encode_zones(const std::vector<Zone>& zones) {
  std::string bytes;
  std::uint32_t end = 0;
  for (const Zone& zone : zones) {
    bytes += static_cast<char>(zone.kind);
    append_varint(bytes, zone.begin - end);
    append_varint(bytes, zone.end - zone.begin);
    end = zone.end;
  }
  return bytes;
}

std::string pack_zones(const std::vector<Zone>& zones, std::string_view text) {
  if (zones.empty() || !are_lines(zones, text)) return encode_zones(zones);
  std::string bytes(1, of_lines);
  for (std::size_t i = 0; i < zones.size();) {
    const std::size_t first = i;
    while (i < zones.size() && zones[i].kind == zones[first].kind) ++i;
    append_varint(bytes, (i - first) * kinds + static_cast<unsigned>(zones[first].kind));
  }
  return bytes;
}

std::vector<Zone> decode_zones(std::string_view bytes, std::string_view text) {
  if (bytes.starts_with(of_lines)) return zones_of_lines(bytes, text);
  const std::size_t text_size = text.size();
  std::vector<Zone> zones;
  std::uint64_t end = 0;
  const std::size_t most = text_size + 1;  // empty lines, between the bytes and around them
  for (std::size_t at = 0; at < bytes.size() && zones.size() < most;) {
    const auto kind = static_cast<ZoneKind>(std::min<unsigned char>(static_cast<unsigned char>(bytes[at++]), 3));
    const std::uint64_t gap = read_varint(bytes, at);
    const std::uint64_t length = read_varint(bytes, at);
    if (gap > text_size - end) break;
    const std::uint64_t begin = end + gap;
    end = begin + std::min<std::uint64_t>(length, text_size - begin);
    zones.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return zones;
}

}  // namespace hemero
