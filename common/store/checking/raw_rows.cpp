#include "common/store/checking/raw_rows.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <optional>

namespace hemero {

namespace {

constexpr char table_leaf = 0x0D;
constexpr std::size_t file_header = 100;  ///< bytes before the first page's own
constexpr std::size_t page_header = 8;
constexpr std::size_t least_page = 512;
constexpr std::size_t usual_page = 16384;

std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = at; i < at + size && i < bytes.size(); ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// SQLite's own varint: seven bits a byte, high ones first, eight in the ninth.
std::optional<std::uint64_t> read_varint(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 9 && at < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (i == 8) return value << 8 | byte;
    value = value << 7 | (byte & 0x7Fu);
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

std::size_t size_of_type(std::uint64_t type) {
  constexpr std::size_t sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
  return type < 12 ? sizes[type] : static_cast<std::size_t>(type - 12) / 2;
}

RawValue value_of_type(std::uint64_t type, std::string_view bytes) {
  const auto number = [&] {
    const unsigned unused = static_cast<unsigned>(64 - 8 * bytes.size());
    return static_cast<std::int64_t>(big_endian(bytes, 0, bytes.size()) << unused) >> unused;
  };
  if (type == 0) return {};
  if (type <= 6) return number();
  if (type == 7) return std::bit_cast<double>(big_endian(bytes, 0, bytes.size()));
  if (type == 8 || type == 9) return std::int64_t{type == 9};
  if (type % 2 != 0) return std::string(bytes);
  return RawBlob{std::string(bytes)};
}

/// A cell: where it ends in its page, and the row that it is.
struct Cell {
  std::size_t end = 0;
  RawRow row;
};

class RawFile {
 public:
  RawFile(const std::filesystem::path& file, std::size_t columns)
      : file_(file, std::ios::binary), bytes_(std::filesystem::file_size(file)), columns_(columns) {
    constexpr std::size_t size_at = 16;
    page_size_ = usual_page;
    page_size_ = big_endian(page(0), size_at, 2);
    if (page_size_ < least_page || !std::has_single_bit(page_size_)) page_size_ = usual_page;
  }

  void each_row(const std::function<void(const RawRow&)>& take) {
    for (std::size_t page = 0; (page + 1) * page_size_ <= bytes_; ++page) read_page(page, take);
  }

 private:
  std::string page(std::size_t number) {
    std::string bytes(page_size_, '\0');
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(number * page_size_));
    file_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
  }

  /// The cells that the page points to, and those that lie in between.
  void read_page(std::size_t number, const std::function<void(const RawRow&)>& take) {
    const std::string bytes = page(number);
    const std::size_t header = number == 0 ? file_header : 0;
    if (std::popcount(static_cast<unsigned>((bytes[header] ^ table_leaf) & 0xFF)) > 1) return;
    std::vector<std::size_t> begins;
    const std::size_t cells = std::min<std::size_t>(big_endian(bytes, header + 3, 2), page_size_ / 4);
    for (std::size_t i = 0; i < cells; ++i) begins.push_back(big_endian(bytes, header + page_header + 2 * i, 2));
    std::sort(begins.begin(), begins.end());
    std::size_t end = std::max<std::size_t>(header + page_header, begins.empty() ? page_size_ : 0);
    for (const std::size_t begin : begins) {
      for (auto between = end < begin && end > header + page_header ? cell_at(bytes, end) : std::nullopt;
           between && between->end <= begin; between = cell_at(bytes, end)) {
        take(between->row);
        end = between->end;
      }
      const auto cell = cell_at(bytes, begin);
      if (!cell) continue;
      take(cell->row);
      end = std::max(end, cell->end);
    }
    for (auto last = cell_at(bytes, end); last; last = cell_at(bytes, end)) {
      take(last->row);
      end = last->end;
    }
  }

  std::optional<Cell> cell_at(std::string_view bytes, std::size_t at) {
    const auto size = read_varint(bytes, at);
    const auto number = size ? read_varint(bytes, at) : std::nullopt;
    if (!number || *size > bytes_ || *size <= columns_) return std::nullopt;
    const auto payload = payload_of(bytes, at, static_cast<std::size_t>(*size));
    auto columns = payload ? columns_of(*payload) : std::nullopt;
    if (!columns) return std::nullopt;
    return Cell{at, {static_cast<std::int64_t>(*number), *std::move(columns)}};
  }

  /// The bytes of a row, the part of which that does not fit lies in a chain of pages; `at` moves behind the cell.
  std::optional<std::string> payload_of(std::string_view bytes, std::size_t& at, std::size_t size) {
    constexpr std::size_t link = 4;
    const std::size_t most = page_size_ - 35;
    const std::size_t least = (page_size_ - 12) * 32 / 255 - 23;
    std::size_t local = size;
    if (size > most) {
      local = least + (size - least) % (page_size_ - link);
      if (local > most) local = least;
    }
    if (at + local > bytes.size()) return std::nullopt;
    std::string payload(bytes.substr(at, local));
    at += local;
    if (local == size) return payload;
    std::uint64_t next = big_endian(bytes, at, link);
    at += link;
    while (payload.size() < size) {
      if (next == 0 || next * page_size_ > bytes_) return std::nullopt;
      const std::string overflow = page(static_cast<std::size_t>(next) - 1);
      payload.append(overflow, link, size - payload.size());
      next = big_endian(overflow, 0, link);
    }
    return payload;
  }

  std::optional<std::vector<RawValue>> columns_of(std::string_view payload) const {
    std::size_t at = 0;
    const auto header = read_varint(payload, at);
    if (!header || *header > payload.size()) return std::nullopt;
    std::vector<RawValue> values;
    for (auto body = static_cast<std::size_t>(*header); at < *header;) {
      const auto type = read_varint(payload, at);
      if (!type || *type == 10 || *type == 11 || values.size() == columns_) return std::nullopt;
      const std::size_t size = size_of_type(*type);
      if (size > payload.size() - body) return std::nullopt;
      values.push_back(value_of_type(*type, payload.substr(body, size)));
      body += size;
      if (at >= *header && body != payload.size()) return std::nullopt;
    }
    if (values.size() != columns_) return std::nullopt;
    return values;
  }

  std::ifstream file_;
  std::uint64_t bytes_;  ///< in the file
  std::size_t columns_;
  std::size_t page_size_;
};

}  // namespace

void each_raw_row(const std::filesystem::path& file, std::size_t columns,
                  const std::function<void(const RawRow&)>& take) {
  RawFile(file, columns).each_row(take);
}

}  // namespace hemero
