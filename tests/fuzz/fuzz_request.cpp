#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "query/markup/page_request.h"
#include "query/routes/site.h"

// Any bytes, taken for a request (its method, its target, then headers, a line each), are answered: none but who has
// the key is let in, nothing of what is asked begins a header of its own or leads to another server, and what a page is
// asked for is asked for by its address too.

namespace {

using hemero::AddressParameters;
using hemero::HttpRequest;
using hemero::HttpResponse;

constexpr const char* key = "0123456789abcdef0123456789abcdef";
constexpr const char* host = "localhost:8420";

void require(bool condition) {
  if (!condition) std::abort();
}

std::string next_line(std::string_view& bytes) {
  const std::string line(bytes.substr(0, bytes.find('\n')));
  bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  return line;
}

HttpRequest request_of(std::string_view bytes) {
  HttpRequest request{next_line(bytes), next_line(bytes), {}};
  while (!bytes.empty()) {
    const std::string line = next_line(bytes);
    const std::size_t colon = std::min(line.find(':'), line.size());
    request.headers.emplace_back(line.substr(0, colon), line.substr(std::min(colon + 1, line.size())));
  }
  return request;
}

void check(const HttpResponse& response, bool has_key) {
  require(response.status >= 200 && response.status < 600);
  require(has_key || response.status == 400 || response.status == 401 || response.status == 405 ||
          response.status == 421);
  for (const auto& [name, value] : response.headers) {
    require(std::ranges::none_of(value, [](char c) { return static_cast<unsigned char>(c) < ' '; }));
    if (name == "Location") require(value.starts_with('/') && !value.starts_with("//") && !value.starts_with("/\\"));
  }
}

/// What a page is asked for; nothing where that is no sense.
std::optional<AddressParameters> asked_by(std::string_view query) {
  try {
    return parameters_of(hemero::read_page_request(query));
  } catch (const hemero::Error&) {
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static hemero::ArchiveSite site(hemero::ArchiveFolder{"/nonexistent"}, hemero::Access({host}, key), {{}, {}});
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  HttpRequest request = request_of(bytes);
  check(site.answer(request), bytes.find(key) != std::string_view::npos);
  request.headers.emplace_back("authorization", std::string("Bearer ") + key);
  check(site.answer(request), true);
  if (const auto asked = asked_by(request.query())) require(asked_by(hemero::to_address(*asked)) == asked);
  return 0;
}
