#include "query/serve/access.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

constexpr const char* key = "0123456789abcdef0123456789abcdef";

/// The status of what is answered instead; 0 for what is let in.
unsigned refused(const Access& access, const HttpRequest& request) {
  const auto response = access.refusal(request);
  return response ? response->status : 0;
}

HttpRequest request_of(std::string target, std::vector<std::pair<std::string, std::string>> headers) {
  headers.emplace_back("host", "localhost:8420");
  return {"GET", std::move(target), std::move(headers)};
}

TEST_CASE("who has the key is let in") {
  const Access access({"localhost:8420"}, key);
  const std::string cookie = std::string("hemero=") + key;
  const struct {
    std::vector<std::pair<std::string, std::string>> headers;
    unsigned status;
    const char* reason;
  } rows[] = {
      {{{"cookie", cookie}}, 0, "in a cookie"},
      {{{"cookie", "a=b; " + cookie + "; c=d"}}, 0, "among others"},
      {{{"cookie", "a=b"}, {"cookie", cookie}}, 0, "in the second header"},
      {{{"cookie", "hemero=0; " + cookie}}, 0, "behind one that another server of the machine set"},
      {{{"cookie", cookie + "; hemero=0"}}, 0, "before such a one"},
      {{{"authorization", std::string("Bearer ") + key}}, 0, "as a program sends it"},
      {{}, 401, "none"},
      {{{"cookie", cookie + "0"}}, 401, "longer"},
      {{{"cookie", "hemero="}}, 401, "empty"},
      {{{"cookie", "xhemero=" + std::string(key)}}, 401, "under another name"},
      {{{"cookie", "a=hemero=" + std::string(key)}}, 401, "within another value"},
      {{{"authorization", std::string("Basic ") + key}}, 401, "as a password"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(refused(access, request_of("/recherche", row.headers)) == row.status);
  }
}

TEST_CASE("a key in an address becomes a cookie") {
  const Access access({"localhost:8420"}, key);
  const auto sent = access.refusal(request_of(std::string("/recherche?q=a&key=") + key + "&page=2", {}));
  REQUIRE(sent);
  CHECK(sent->status == 303);
  CHECK(sent->headers[0] == std::pair<std::string, std::string>("Location", "/recherche?q=a&page=2"));
  CHECK(refused(access, request_of("/recherche?key=0", {})) == 401);
}

TEST_CASE("requests that are ambiguous, or meant for another server, are refused") {
  const Access access({"localhost:8420"}, std::nullopt);
  const auto status = [&](HttpRequest request) { return refused(access, request); };
  CHECK(status(request_of("/", {})) == 0);
  CHECK(status({"GET", "/", {{"host", "localhost:8421"}}}) == 421);
  CHECK(status({"GET", "/", {{"host", "localhost:8420.evil"}}}) == 421);
  CHECK(status({"GET", "/", {}}) == 400);
  CHECK(status(request_of("/", {{"host", "localhost:8420"}})) == 400);
  for (const char* target : {"http://localhost:8420/", "//evil/", "/\\evil/", "*", "/\t/evil/", "/a\rb", "/\x7f"}) {
    INFO(target);
    CHECK(status(request_of(target, {})) == 400);
  }
  CHECK(status(request_of("/a//b?\xc3\xa9", {})) == 0);
  CHECK(status(request_of("/", {{"content-length", "0"}, {"transfer-encoding", "chunked"}})) == 400);
  CHECK(status({"PUT", "/", {{"host", "localhost:8420"}}}) == 405);
  CHECK(refused(Access({}, std::nullopt), {"GET", "/", {{"host", "archives.example"}}}) == 0);
}

TEST_CASE("what changes something is taken from known readers, on pages of this server") {
  const Access access({"localhost:8420"}, key);
  const auto status = [&](const Access& asked, std::vector<std::pair<std::string, std::string>> headers) {
    headers.emplace_back("host", "localhost:8420");
    headers.emplace_back("cookie", std::string("hemero=") + key);
    return refused(asked, {"POST", "/dossiers", std::move(headers)});
  };
  CHECK(status(access, {{"sec-fetch-site", "same-origin"}}) == 0);
  CHECK(status(access, {}) == 0);
  CHECK(status(access, {{"sec-fetch-site", "cross-site"}}) == 403);
  CHECK(status(access, {{"sec-fetch-site", "same-origin"}, {"sec-fetch-site", "cross-site"}}) == 403);
  CHECK(status(access, {{"origin", "http://localhost:8420"}}) == 0);
  CHECK(status(access, {{"origin", "http://localhost:84200"}}) == 403);
  CHECK(status(access, {{"content-length", "65536"}}) == 0);
  CHECK(status(access, {{"content-length", "65537"}}) == 413);
  CHECK(status(access, {{"content-length", "99999999999999999999999"}}) == 413);
  CHECK(status(Access({"localhost:8420"}, std::nullopt), {}) == 403);
  CHECK(status(Access({}, std::nullopt), {}) == 0);
}

}  // namespace
}  // namespace hemero
