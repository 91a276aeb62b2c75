#include <limits>
#include <random>
#include <string>
#include <vector>

#include "common/store/catalogue/lines.h"
#include "common/store/catalogue/text_codec.h"
#include "common/store/catalogue/zones.h"
#include "common/store/streams/varint.h"
#include "tests/unit/store/temporary_folder.h"

// How the small parts of an article are turned into bytes and back: varints, lines, zones, compressed texts.

namespace hemero {
namespace {

struct VarintRow {
  std::uint64_t value;
  std::string bytes;
};

const VarintRow varint_rows[] = {
    {0, std::string(1, '\0')},
    {1, "\x01"},
    {0x7F, "\x7F"},
    {0x80, std::string("\x80\x01")},
    {0x3FFF, "\xFF\x7F"},
    {0x4000, "\x80\x80\x01"},
    {0xFFFF'FFFF, "\xFF\xFF\xFF\xFF\x0F"},
    {std::numeric_limits<std::uint64_t>::max(), "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"},
};

TEST_CASE("varints are LEB128") {
  for (const VarintRow& row : varint_rows) {
    INFO(row.value);
    std::string bytes = "x";
    append_varint(bytes, row.value);
    CHECK((bytes == "x" + row.bytes));
    std::size_t at = 1;
    CHECK(read_varint(bytes, at) == row.value);
    CHECK(at == bytes.size());
  }
}

TEST_CASE("a varint that is cut or too long ends within its bytes") {
  struct Row {
    std::string bytes;
    std::uint64_t value;
    std::size_t read;
  };
  const Row rows[] = {
      {"", 0, 0},
      {"\x80", 0, 1},
      {"\xFF", 0x7F, 1},
      {"\xFF\xFF", 0x3FFF, 2},
      {std::string(12, '\x80'), 0, 10},
      {std::string(12, '\xFF'), std::numeric_limits<std::uint64_t>::max(), 10},
  };
  for (const Row& row : rows) {
    std::size_t at = 0;
    CHECK(read_varint(row.bytes, at) == row.value);
    CHECK(at == row.read);
  }
}

TEST_CASE("lists of names are stored one a line") {
  using Names = std::vector<std::string>;
  struct Row {
    Names names;
    std::string lines;
    Names read;
  };
  const Row rows[] = {
      {{}, "", {}},
      {{"Claire Vasseur"}, "Claire Vasseur", {"Claire Vasseur"}},
      {{"Claire Vasseur", "J.-P. Morin"}, "Claire Vasseur\nJ.-P. Morin", {"Claire Vasseur", "J.-P. Morin"}},
      {{"Claire\nVasseur", "b"}, "Claire Vasseur\nb", {"Claire Vasseur", "b"}},
      {{"a", "", "b"}, "a\n\nb", {"a", "", "b"}},
  };
  for (const Row& row : rows) {
    CHECK(join_lines(row.names) == row.lines);
    CHECK(split_lines(row.lines) == row.read);
  }
}

TEST_CASE("zones come back as they were") {
  const std::vector<std::vector<Zone>> rows = {
      {},
      {{ZoneKind::paragraph, 0, 1}},
      {{ZoneKind::lead, 0, 10},
       {ZoneKind::heading, 11, 11},
       {ZoneKind::paragraph, 12, 400},
       {ZoneKind::debris, 401, 500}},
      {{ZoneKind::debris, 300, 500}},
      {{ZoneKind::paragraph, 0, 500}},
  };
  for (const auto& zones : rows) CHECK((decode_zones(encode_zones(zones), std::string(500, 'x')) == zones));
  CHECK(encode_zones({{ZoneKind::heading, 1, 4}}) == "\x01\x01\x03");
}

TEST_CASE("zones that are the lines of the text take a byte or two for each change of their kind") {
  struct Row {
    std::string text;
    std::vector<Zone> zones;
    std::size_t bytes;
    const char* why;
  };
  constexpr auto lead = ZoneKind::lead;
  constexpr auto paragraph = ZoneKind::paragraph;
  const Row rows[] = {
      {"un\ndeux\ntrois", {{lead, 0, 2}, {paragraph, 3, 7}, {paragraph, 8, 13}}, 3, "a lead and two paragraphs"},
      {"un", {{paragraph, 0, 2}}, 2, "one line"},
      {"un\n\ndeux", {{paragraph, 0, 2}, {paragraph, 3, 3}, {paragraph, 4, 8}}, 2, "a zone without a byte"},
      {"un\ndeux", {{paragraph, 0, 7}}, 3, "a zone of two lines"},
      {"un\ndeux", {{paragraph, 0, 2}}, 3, "a line in no zone"},
      {"un deux", {{paragraph, 0, 2}, {paragraph, 3, 7}}, 6, "two zones in a line"},
      {"un\n", {{paragraph, 0, 2}, {paragraph, 3, 3}}, 6, "an empty zone at the end"},
      {"", {}, 0, "no text"},
      {std::string(399, '\n'), std::vector<Zone>(), 0, "no zone"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const std::string bytes = pack_zones(row.zones, row.text);
    CHECK(bytes.size() == row.bytes);
    CHECK((decode_zones(bytes, row.text) == row.zones));
  }
}

TEST_CASE("zones that reach beyond the text are cut or left out") {
  const std::string bytes = encode_zones({{ZoneKind::lead, 0, 10}, {ZoneKind::paragraph, 20, 30}});
  using Zones = std::vector<Zone>;
  CHECK((decode_zones(bytes, std::string(25, 'x')) == Zones{{ZoneKind::lead, 0, 10}, {ZoneKind::paragraph, 20, 25}}));
  CHECK((decode_zones(bytes, std::string(19, 'x')) == Zones{{ZoneKind::lead, 0, 10}}));
  CHECK((decode_zones(bytes, std::string(5, 'x')) == Zones{{ZoneKind::lead, 0, 5}}));
}

TEST_CASE("a text has no more zones than lines that its bytes may be") {
  const std::string bytes = encode_zones(std::vector<Zone>(100'000, {ZoneKind::lead, 0, 0}));
  CHECK(decode_zones(bytes, "deux").size() == 5);
  CHECK(decode_zones(bytes, "").size() == 1);
}

bool are_in_order(const std::vector<Zone>& zones, std::size_t text_size) {
  std::uint32_t end = 0;
  for (const Zone& zone : zones) {
    if (zone.begin < end || zone.end < zone.begin || zone.end > text_size || zone.kind > ZoneKind::debris) return false;
    end = zone.end;
  }
  return true;
}

TEST_CASE("a huge number in hostile zones does not wrap around") {
  std::string bytes = encode_zones({{ZoneKind::paragraph, 0, 50}});
  bytes += '\x02';
  append_varint(bytes, std::numeric_limits<std::uint64_t>::max() - 40);  // 50 + this would be 9
  append_varint(bytes, 5);
  CHECK(are_in_order(decode_zones(bytes, std::string(100, 'x')), 100));
}

TEST_CASE("any bytes give zones in order inside the text") {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random() % 30, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 3 == 0 ? 0xFF : random() & 0xFF);
    const std::size_t size = random() % 300;
    std::string text(size, 'x');
    for (char& byte : text) byte = random() % 9 == 0 ? '\n' : 'x';
    if (round % 2 == 0) bytes.insert(0, 1, '\4');
    if (!are_in_order(decode_zones(bytes, text), size)) FAIL("round " << round);
  }
}

std::vector<std::string> sample_texts(std::size_t count) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = "Le conseil municipal de Saint-Rambaud a voté jeudi soir le budget numéro " + std::to_string(i);
    for (std::size_t j = 0; j < 20; ++j)
      text += ", puis la subvention " + std::to_string(i * 31 + j * j) + " à l’école";
    texts.push_back(text + ".");
  }
  return texts;
}

std::string dictionary_of(const std::vector<std::string>& texts) {
  return train_dictionary({texts.begin(), texts.end()});
}

TEST_CASE("texts come back from compression, with a dictionary and without") {
  const std::string dictionary = dictionary_of(sample_texts(500));
  REQUIRE_FALSE(dictionary.empty());
  for (const std::string& given : {std::string(), dictionary}) {
    TextCompressor compressor(given);
    TextDecompressor decompressor(given);
    for (const std::string& text :
         {std::string(), std::string("a"), std::string("a\0b", 3), sample_texts(1)[0], std::string(3'000'000, 'e')})
      CHECK((decompressor.decompress(compressor.compress(text), text.size()) == text));
  }
}

ErrorCode code_of_decompressing(const std::string& bytes, std::uint64_t size) {
  return error_of([&] { TextDecompressor().decompress(bytes, size); }).code();
}

TEST_CASE("what stands behind a text comes back behind it") {
  const std::string dictionary = dictionary_of(sample_texts(500));
  const std::string behind = "https://example.org/le-conseil-municipal-de-saint-rambaud";
  for (const std::string& given : {std::string(), dictionary}) {
    TextCompressor compressor(given);
    TextDecompressor decompressor(given);
    for (const std::string& text : {std::string(), std::string("a"), sample_texts(1)[0]}) {
      CHECK((decompressor.decompress(compressor.compress(text, behind), text.size()) == text + behind));
      CHECK((decompressor.decompress(compressor.compress(text), text.size()) == text));  // the next has none
    }
  }
  CHECK((code_of_decompressing(TextCompressor().compress("texte", behind), 1000) == ErrorCode::bad_data));
}

TEST_CASE("a dictionary makes short texts of its kind smaller") {
  const auto texts = sample_texts(500);
  const std::string dictionary = dictionary_of(texts);
  std::size_t bytes = 0;
  for (const std::string& each : texts) bytes += each.size();
  CHECK(dictionary.size() <= bytes / 8);  // it must pay for itself
  CHECK(TextCompressor(dictionary).compress(texts[7]).size() * 2 < TextCompressor().compress(texts[7]).size());
}

TEST_CASE("a dictionary never grows beyond 400 KB") {
  std::mt19937 random(11);
  std::vector<std::string> noise(1000, std::string(6000, '\0'));
  for (std::string& text : noise)
    for (char& byte : text) byte = static_cast<char>('a' + random() % 26);
  CHECK(dictionary_of(noise).size() <= 400 * 1024);
}

TEST_CASE("too few or too small samples train no dictionary, and crash nothing") {
  CHECK(dictionary_of({}).empty());
  CHECK(dictionary_of(sample_texts(90)).empty());
  CHECK(dictionary_of(std::vector<std::string>(200)).empty());
  CHECK(dictionary_of(std::vector<std::string>(100'000, "brève")).empty());
  CHECK(dictionary_of({std::string(1'000'000, 'x')}).size() <= 400 * 1024);
  auto mixed = sample_texts(400);
  mixed.insert(mixed.begin() + 100, 3000, "x");
  CHECK_FALSE(dictionary_of(mixed).empty());
}

TEST_CASE("compressors can be moved") {
  const std::string dictionary = dictionary_of(sample_texts(500));
  TextCompressor compressor;
  compressor = TextCompressor(dictionary);
  TextDecompressor first(dictionary);
  TextDecompressor second(std::move(first));
  CHECK(second.decompress(compressor.compress("École"), 6) == "École");
}

TEST_CASE("damaged texts are refused as bad data") {
  const std::string text = sample_texts(1)[0];
  const std::string bytes = TextCompressor().compress(text);
  CHECK((code_of_decompressing("", 10) == ErrorCode::bad_data));
  CHECK((code_of_decompressing("garbage", 10) == ErrorCode::bad_data));
  CHECK((code_of_decompressing(bytes.substr(0, bytes.size() / 2), text.size()) == ErrorCode::bad_data));
  CHECK((code_of_decompressing(bytes + "x", text.size()) == ErrorCode::bad_data));
  CHECK((code_of_decompressing(bytes, text.size() - 1) == ErrorCode::bad_data));
  CHECK((code_of_decompressing(bytes, text.size() + 1) == ErrorCode::bad_data));
  CHECK((code_of_decompressing(bytes, std::uint64_t{1} << 62) == ErrorCode::bad_data));
}

TEST_CASE("every flipped bit of a compressed text is seen, or does not matter") {
  const std::string text = sample_texts(1)[0];
  const std::string bytes = TextCompressor().compress(text);
  TextDecompressor decompressor;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string damaged = bytes;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    try {
      if (decompressor.decompress(damaged, text.size()) != text) FAIL("bit " << bit);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_data) FAIL("bit " << bit << ": " << error.message());
    }
  }
}

TEST_CASE("the wrong dictionary is seen") {
  const std::string dictionary = dictionary_of(sample_texts(500));
  const std::string text = sample_texts(3)[2];
  const std::string bytes = TextCompressor(dictionary).compress(text);
  CHECK((code_of_decompressing(bytes, text.size()) == ErrorCode::bad_data));
}

}  // namespace
}  // namespace hemero
