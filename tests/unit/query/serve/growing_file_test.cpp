#include "query/serve/growing_file.h"

#include <stdexcept>
#include <string>
#include <thread>

#include "common/base/stop_signal.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

/// All that is left, by pieces of this size.
std::string rest_of(GrowingFile& file, std::size_t piece) {
  std::string text;
  std::string read(piece, '\0');
  while (const std::size_t size = file.read(read.data(), read.size())) text += read.substr(0, size);
  return text;
}

TEST_CASE("a file is read while it is written") {
  for (const std::size_t piece : {1U, 1000U, 100'000U}) {
    GrowingFile file;
    std::string written;
    for (int line = 0; line < 20'000; ++line) written += std::to_string(line) + "\n";
    std::thread writer([&] {
      for (std::size_t at = 0; at < written.size(); at += 7) file.write(written.substr(at, 7));
      file.finish();
    });
    CHECK(rest_of(file, piece) == written);
    writer.join();
  }
}

TEST_CASE("what is written first can be read at once") {
  GrowingFile file;
  file.write("a");
  file.wait();
  char c = '\0';
  CHECK(file.read(&c, 1) == 1);
  CHECK(c == 'a');
  file.write("b");
  file.finish();
  CHECK(rest_of(file, 10) == "b");
  CHECK(rest_of(file, 10).empty());
}

TEST_CASE("who reads gets what was written, and then why there is no more") {
  GrowingFile none;
  none.fail(std::make_exception_ptr(std::runtime_error("lost")));
  CHECK_THROWS_WITH(none.wait(), "lost");
  GrowingFile some;
  some.write("a");
  some.fail(std::make_exception_ptr(std::runtime_error("lost")));
  some.wait();
  char c = '\0';
  CHECK(some.read(&c, 1) == 1);
  CHECK_THROWS_WITH(some.read(&c, 1), "lost");
}

TEST_CASE("nobody writes what nobody reads") {
  GrowingFile file;
  file.write("a");
  file.abandon();
  file.write("b");  // is not passed on yet
  CHECK_THROWS_AS(file.write(std::string(GrowingFile::piece, 'c')), Stopped);
  CHECK_THROWS_AS(file.finish(), Stopped);
}

}  // namespace
}  // namespace hemero
