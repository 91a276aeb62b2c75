#include "common/base/byte_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

/// A file with the given bytes that is removed at the end of the scope.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    std::string pattern = (std::filesystem::temp_directory_path() / "hemero-XXXXXX").string();
    const int fd = mkstemp(pattern.data());
    REQUIRE(fd >= 0);
    close(fd);
    path_ = pattern;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  std::string copy = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
  return packed;
}

/// The head of a frame (RFC 8878, 3.1.1.1) that asks for a window of 2^log bytes, and an empty last block.
std::string zstd_frame_with_window(int log) {
  return std::string("\x28\xB5\x2F\xFD\x00", 5) + static_cast<char>((log - 10) << 3) + std::string("\x01\x00\x00", 3);
}

/// Bytes that do not shrink, so that compressed data is as long as what it holds.
std::string noise(std::size_t size) {
  std::mt19937 random(42);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFF);
  return bytes;
}

std::string text_of(const std::filesystem::path& path, std::size_t room_size) {
  const auto input = open_input(path);
  std::string text;
  std::string room(room_size, '\0');
  while (const std::size_t count = input->read(room)) text.append(room, 0, count);
  CHECK(input->read(room) == 0);  // the end stays the end
  return text;
}

struct Row {
  std::string bytes;
  std::string text;
  const char* reason;
};

std::vector<Row> make_rows() {
  const std::string large = noise(700'000) + std::string(3'000'000, 'x');
  const std::string skippable = std::string("\x50\x2A\x4D\x18\x03\0\0\0abc", 11);
  const std::string zeros(512, '\0');
  return {
      {"", "", "an empty file"},
      {"a", "a", "shorter than the longest magic number"},
      {"L’ambassade\n", "L’ambassade\n", "plain text"},
      {large, large, "a large plain file"},
      {"\x1F", "\x1F", "half a magic number is text"},
      {"\x28\xB5\x2F", "\x28\xB5\x2F", "three quarters of a magic number are text"},
      {gzip(""), "", "gzip of nothing"},
      {gzip("un\n"), "un\n", "gzip"},
      {gzip(large), large, "gzip, larger than any buffer"},
      {gzip("un\n") + gzip("") + gzip("deux\n"), "un\ndeux\n", "gzip members, one of them empty"},
      {gzip(large) + gzip(large), large + large, "large gzip members"},
      {gzip("un\n") + zeros, "un\n", "padding behind gzip"},
      {gzip("un\n") + std::string(300'000, '\0'), "un\n", "padding longer than a buffer"},
      {gzip("un\n") + zeros + gzip("deux\n"), "un\ndeux\n", "padding between gzip members"},
      {zstd(""), "", "zstd of nothing"},
      {zstd("un\n"), "un\n", "zstd"},
      {zstd(large), large, "zstd, larger than any buffer"},
      {zstd("un\n") + zstd("") + zstd("deux\n"), "un\ndeux\n", "zstd frames, one of them empty"},
      {zstd(large) + zstd(large), large + large, "large zstd frames"},
      {skippable + zstd("un\n") + skippable, "un\n", "skippable frames first and last"},
      {zstd_frame_with_window(27), "", "the largest window allowed"},
      {gzip(gzip("un\n")), gzip("un\n"), "only the outer shell is removed"},
  };
}

TEST_CASE("files are read whole, compressed or not, whatever the room given") {
  for (const Row& row : make_rows()) {
    const TemporaryFile file(row.bytes);
    for (const std::size_t room : {1U, 1000U, 1U << 20}) {
      if (room == 1 && row.text.size() > 100'000) continue;  // a byte at a time takes too long
      INFO(row.reason << ", room for " << room);
      CHECK((text_of(file.path(), room) == row.text));
    }
  }
}

/// What reading a file to its end throws.
Error error_of(const std::filesystem::path& path) {
  try {
    text_of(path, 1 << 16);
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorCode::bug, "no error");
}

TEST_CASE("damaged and truncated files are refused by name") {
  const std::string packed_gzip = gzip(noise(1000));
  const std::string packed_zstd = zstd(noise(1000));
  const auto flipped = [](std::string bytes, std::size_t at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    return bytes;
  };
  const Row rows[] = {
      {packed_gzip.substr(0, 500), "gzip data ends too early", "cut in the data"},
      {packed_gzip.substr(0, packed_gzip.size() - 1), "gzip data ends too early", "cut in the checksum"},
      {packed_gzip.substr(0, 4), "gzip data ends too early", "cut in the head"},
      {packed_gzip + packed_gzip.substr(0, 8), "gzip data ends too early", "cut in the second member"},
      {flipped(packed_gzip, packed_gzip.size() - 6), "gzip data is damaged", "checksum"},
      {flipped(packed_gzip, 2), "gzip data is damaged", "unknown method"},
      {packed_gzip + "garbage", "gzip data is damaged", "garbage behind a member"},
      {packed_zstd.substr(0, 500), "zstd data ends too early", "cut in the data"},
      {packed_zstd.substr(0, 5), "zstd data ends too early", "cut in the head"},
      {packed_zstd + packed_zstd.substr(0, 8), "zstd data ends too early", "cut in the second frame"},
      {packed_zstd + "garbage", "zstd data is damaged", "garbage behind a frame"},
      {zstd_frame_with_window(28), "needs more than 128 MiB of memory", "a window that is too large"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    const TemporaryFile file(row.bytes);
    const Error error = error_of(file.path());
    CHECK((error.code() == ErrorCode::bad_data));
    CHECK_THAT(error.message(), contains_text(file.path().string()));
    CHECK_THAT(error.message(), contains_text(row.text));
    CHECK_FALSE(error.hint().empty());
  }
}

TEST_CASE("what came before the damage is handed out") {
  const std::string text = noise(500'000);
  std::string packed = gzip(text);
  packed[packed.size() - 6] ^= 0x55;  // in the checksum
  const TemporaryFile file(packed);
  const auto input = open_input(file.path());
  std::string room(1 << 20, '\0');
  std::size_t got = 0;
  const auto read_on = [&] {
    while (const std::size_t count = input->read(room)) got += count;
  };
  CHECK_THROWS_AS(read_on(), Error);
  CHECK(got == text.size());
}

TEST_CASE("behind damage that was told, the next member of gzip is read") {
  std::string broken = gzip(noise(300'000));
  broken[broken.size() / 2] ^= 0x55;
  broken.resize(broken.size() - 9);
  const TemporaryFile file(gzip("un\n") + broken + "\x1F\x8B" + std::string(3, '\0') + gzip("deux\n"));
  const auto input = open_input(file.path());
  std::string room(1 << 20, '\0');
  std::string text;
  int faults = 0;
  for (bool at_end = false; !at_end;) {
    try {
      const std::size_t count = input->read(room);
      text.append(room, 0, count);
      at_end = count == 0;
    } catch (const Error&) {
      ++faults;
    }
  }
  CHECK(text.starts_with("un\n"));
  CHECK(text.ends_with("deux\n"));
  CHECK(faults >= 1);
  CHECK(faults <= 3);
}

TEST_CASE("what unpacks to far more than its size is not read to its end") {
  const std::string large(20'000'000, 'x');
  for (const std::string& packed : {gzip(large), zstd(large)}) {
    const TemporaryFile file(packed);
    const auto unpack = [&](UnpackLimits limits) {
      const auto input = open_input(file.path(), limits);
      std::string room(1 << 16, '\0');
      std::size_t size = 0;
      while (const std::size_t count = input->read(room)) size += count;
      return size;
    };
    CHECK_THROWS_AS(unpack({250, 1'000'000}), OverLimit);
    CHECK(unpack({250, 20'000'000}) == large.size());
    CHECK(unpack({20'000'000, 1}) == large.size());
  }
}

TEST_CASE("what cannot be opened is refused with its reason") {
  const Error missing = error_of("/nowhere/at/all");
  CHECK((missing.code() == ErrorCode::no_archive));
  CHECK(missing.message() == "cannot open /nowhere/at/all: there is no folder /nowhere/at");
  const Error folder = error_of("/tmp");
  CHECK((folder.code() == ErrorCode::io));
  CHECK(folder.message() == "cannot read /tmp: it is a folder");
}

TEST_CASE("opened files are closed again and not inherited") {
  const TemporaryFile file("x");
  const auto count_open = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
  };
  const auto before = count_open();
  const int next_fd = dup(0);
  close(next_fd);
  {
    const auto input = open_input(file.path());
    CHECK(count_open() == before + 1);
    CHECK((fcntl(next_fd, F_GETFD) & FD_CLOEXEC) != 0);
  }
  CHECK(count_open() == before);
  CHECK_THROWS_AS(open_input("/tmp"), Error);
  CHECK(count_open() == before);
}

/// Makes the standard input a pipe that another thread fills slowly, until the end of the scope.
class PipedStandardInput {
 public:
  PipedStandardInput(std::string bytes, bool non_blocking) : saved_(dup(STDIN_FILENO)) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    if (non_blocking) fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK);
    writer_ = std::thread([end = ends[1], text = std::move(bytes)] {
      for (const char& byte : text) {
        if (write(end, &byte, 1) != 1) break;
        usleep(500);
      }
      close(end);
    });
  }
  ~PipedStandardInput() {
    writer_.join();
    dup2(saved_, STDIN_FILENO);
    close(saved_);
  }
  PipedStandardInput(const PipedStandardInput&) = delete;
  PipedStandardInput& operator=(const PipedStandardInput&) = delete;

 private:
  int saved_;
  std::thread writer_;
};

TEST_CASE("the standard input is read and recognised, however slowly it comes") {
  for (const bool non_blocking : {false, true})
    for (const std::string& bytes : {std::string("un\ndeux\n"), gzip("un\ndeux\n"), zstd("un\ndeux\n")}) {
      const PipedStandardInput piped(bytes, non_blocking);
      CHECK(text_of("-", 100) == "un\ndeux\n");
      CHECK(fcntl(STDIN_FILENO, F_GETFD) >= 0);  // still open
    }
}

TEST_CASE("errors on the standard input name it") {
  const PipedStandardInput piped(gzip("un\n").substr(0, 12), false);
  CHECK(error_of("-").message() == "the standard input: the gzip data ends too early");
}

TEST_CASE("read_all reads up to its limit and refuses more") {
  struct LimitRow {
    std::size_t size;
    std::size_t limit;
    bool fits;
  };
  const LimitRow rows[] = {{0, 0, true},
                           {1, 0, false},
                           {10, 10, true},
                           {11, 10, false},
                           {1'000'000, 1'000'000, true},
                           {1'000'001, 1'000'000, false},
                           {1000, static_cast<std::size_t>(-1), true}};
  for (const LimitRow& row : rows)
    for (const std::size_t step : {7777U, 10000000U}) {
      INFO(row.size << " bytes, limit " << row.limit << ", step " << step);
      const std::string bytes = noise(row.size);
      StringInput input(bytes, step);
      if (row.fits)
        CHECK((read_all(input, row.limit) == bytes));
      else
        CHECK_THROWS_AS(read_all(input, row.limit), Error);
    }
}

}  // namespace
}  // namespace hemero
