#include "common/base/child_work.h"

#include <unistd.h>

#include <csignal>
#include <functional>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

TEST_CASE("what a child sends comes as it was sent") {
  std::vector<std::string> sent{"one", "", "a\ttab", std::string(100'000, 'x')};
  const ChildWork done = in_child([&](const SendLine& send) {
    for (const std::string& line : sent) send(line);
  });
  CHECK((done.lines == sent));
  CHECK_FALSE(done.died);
}

TEST_CASE("a child that ends before its work hands over what it had sent") {
  const std::function<void()> ends[] = {
      [] { std::raise(SIGKILL); }, [] { ::_exit(74); },  // a mapped file is lost, or memory
  };
  for (const auto& end : ends) {
    const ChildWork done = in_child([&](const SendLine& send) {
      send("before");
      end();
    });
    CHECK((done.lines == std::vector<std::string>{"before"}));
    CHECK(done.died);
  }
}

TEST_CASE("what a child throws is thrown by its parent") {
  const Error error = error_of([] {
    in_child([](const SendLine& send) {
      send("before");
      throw Error(ErrorCode::locked, "the message", "");
    });
  });
  CHECK((error.code() == ErrorCode::locked));
  CHECK(error.message() == "the message");
  CHECK(error.hint().empty());
  CHECK((error_of([] { in_child([](const SendLine&) { throw std::bad_alloc(); }); }).code() == ErrorCode::io));
  CHECK((error_of([] { in_child([](const SendLine&) { throw std::exception(); }); }).code() == ErrorCode::bug));
}

}  // namespace
}  // namespace hemero
