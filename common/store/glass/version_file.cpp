#include "common/store/glass/version_file.h"

#include <algorithm>
#include <string>

#include "common/base/hash.h"
#include "common/store/folder/durable_file.h"
#include "common/store/glass/block.h"
#include "common/store/streams/varint.h"

namespace hemero::glass {

namespace {

constexpr std::string_view magic("\x0F\x0DXapian Glass");

/// The format's version: its date, 14 March 2016, the year counted from 2014.
constexpr unsigned format_version = (2016U - 2014U) << 9 | 3U << 5 | 14U;

/// Tags longer than this would be compressed, were the table written: postings never are, the others' are Xapian's own.
constexpr unsigned never = 0;
constexpr unsigned behind_18_bytes = 18;

constexpr unsigned is_fake = 1;  // bits of a root
constexpr unsigned is_sequential = 2;

void append_root(std::string& out, std::uint32_t block, unsigned level, unsigned flags, std::uint64_t entries,
                 unsigned compressed, std::string_view free_blocks) {
  append_varint(out, block);
  append_varint(out, level << 2 | flags);
  append_varint(out, entries);
  append_varint(out, Block::size >> 11);
  append_varint(out, compressed);
  append_varint(out, free_blocks.size());
  out += free_blocks;
}

void append_table(std::string& out, const TableRoot& table) {
  std::string free_blocks;
  append_varint(free_blocks, revision);
  append_varint(free_blocks, table.blocks);  // the first one that is not used yet
  free_blocks.append(4, '\0');               // the list of free blocks begins and ends nowhere
  append_root(out, table.block, table.level, is_sequential, table.entries, never, free_blocks);
}

/// A table that has no file.
void append_no_table(std::string& out, unsigned compressed) {
  append_root(out, 0, 0, is_sequential | is_fake, 0, compressed, {});
}

void append_statistics(std::string& out, const Statistics& statistics) {
  append_varint(out, statistics.documents);
  append_varint(out, statistics.last - statistics.documents);
  append_varint(out, statistics.shortest);
  append_varint(out, statistics.highest_frequency);
  append_varint(out, statistics.longest - statistics.highest_frequency);
  append_varint(out, 0);  // the oldest set of changes that is kept
  append_varint(out, statistics.length);
  append_varint(out, 0);  // the highest frequency in the table of spellings
}

/// A uuid of version 4 in its form, out of a hash.
std::string uuid_of(std::string_view bytes) {
  Hash128 hash = hash128(bytes);
  hash[6] = static_cast<std::uint8_t>((hash[6] & 0x0F) | 0x40);
  hash[8] = static_cast<std::uint8_t>((hash[8] & 0x3F) | 0x80);
  return {hash.begin(), hash.end()};
}

}  // namespace

void write_version_file(const std::filesystem::path& folder, const TableRoot& postings, const Statistics& statistics,
                        std::string_view seed) {
  std::string content;
  append_varint(content, revision);
  append_table(content, postings);
  append_no_table(content, behind_18_bytes);  // data of documents
  append_no_table(content, behind_18_bytes);  // lists of terms
  append_no_table(content, never);            // positions
  append_no_table(content, behind_18_bytes);  // spellings
  append_no_table(content, behind_18_bytes);  // synonyms
  append_statistics(content, statistics);
  std::string bytes(magic);
  bytes += static_cast<char>(format_version >> 8);
  bytes += static_cast<char>(format_version & 0xFF);
  bytes += uuid_of(content + std::string(seed)) + content;
  DurableFile file(folder / "iamglass");
  file.write(0, bytes);
  file.sync();
}

}  // namespace hemero::glass
