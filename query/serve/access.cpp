#include "query/serve/access.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/markup/page_files.h"
#include "query/serve/refused.h"

namespace hemero {

namespace {

constexpr std::string_view cookie_name = "hemero";
constexpr std::size_t key_digits = 32;

/// Takes as long whatever the key is.
bool are_equal(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) difference |= static_cast<unsigned>(a[i] ^ b[i]);
  return difference == 0;
}

/// True when one of a header's cookies brings the key (RFC 6265, section 4.2). Another server of this machine may have
/// set one of the same name: cookies know no ports (section 8.5).
bool has_cookie(std::string_view header, std::string_view key) {
  bool found = false;
  while (!header.empty()) {
    std::string_view pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(pair.size() + 1, header.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    const std::size_t sign = pair.find('=');
    if (sign != std::string_view::npos && pair.substr(0, sign) == cookie_name)
      found = are_equal(pair.substr(sign + 1), key) || found;
  }
  return found;
}

/// A path of this server, and what is asked of it: no address of another one, which "//evil/" is to a browser that is
/// sent there, and no control characters.
bool is_own_target(std::string_view target) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; };
  return target.starts_with('/') && !target.starts_with("//") && !target.starts_with("/\\") &&
         std::ranges::none_of(target, is_control);
}

/// True where a page of this server sends what is to be kept, or a program does, and not a page from elsewhere in a
/// browser that has the key. Browsers tell so (W3C Fetch Metadata, Sec-Fetch-Site); older ones tell the origin (RFC
/// 6454, section 7).
bool is_of_this_site(const HttpRequest& request) {
  if (const auto sites = request.header("sec-fetch-site"); !sites.empty())
    return std::ranges::all_of(sites, [](std::string_view site) { return site == "same-origin" || site == "none"; });
  const std::string host(request.header("host").front());
  return std::ranges::all_of(request.header("origin"), [&](std::string_view origin) {
    return origin == "http://" + host || origin == "https://" + host;
  });
}

/// The target without the key, and the key.
std::pair<std::string, std::string> without_key(const HttpRequest& request) {
  std::string left;
  std::string key;
  const std::string_view query = request.query();
  for (std::size_t begin = 0; begin < query.size();) {
    const std::size_t end = std::min(query.find('&', begin), query.size());
    const std::string_view part = query.substr(begin, end - begin);
    if (part.starts_with(fmt::format("{}=", key_parameter)))
      key = part.substr(key_parameter.size() + 1);
    else
      left += (left.empty() ? "?" : "&") + std::string(part);
    begin = end + 1;
  }
  return {std::string(request.path()) + left, key};
}

std::filesystem::path key_file() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::filesystem::path(value != nullptr ? value : "");
  };
  const auto state = variable("XDG_STATE_HOME");
  return (state.is_absolute() ? state : variable("HOME") / ".local" / "state") / "hemero" / "serve.key";
}

bool is_key(std::string_view text) {
  return text.size() == key_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Makes the file, which nobody else may read from its first byte on; leaves one that another process made meanwhile.
void make_key(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) {
    if (errno == EEXIST) return;
    throw system_error(errno, "cannot write {}", file.string());
  }
  std::random_device random;
  std::string key;
  while (key.size() < key_digits) key += fmt::format("{:08x}", random());
  const bool written = ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size());
  const int reason = errno;
  if (::close(descriptor) != 0 || !written)
    throw system_error(written ? errno : reason, "cannot write {}", file.string());
}

}  // namespace

std::optional<HttpResponse> Access::refusal(const HttpRequest& request) const {
  const std::vector<std::string_view> hosts = request.header("host");
  const bool is_framed_twice = request.header("content-length").size() + request.header("transfer-encoding").size() > 1;
  if (hosts.size() != 1 || is_framed_twice || !is_own_target(request.target)) return refused(request, {400});
  if (!hosts_.empty() && std::ranges::find(hosts_, hosts.front()) == hosts_.end()) return refused(request, {421});
  if (request.changes()) {
    if (!lets_keep() || !is_of_this_site(request)) return refused(request, {403});
    if (request.is_too_long()) return refused(request, {413});
  } else if (request.method != "GET" && request.method != "HEAD") {
    return refused(request, {405});
  }
  // The same for everyone who has the program: the page that says so looks like the others to who has no key.
  if (!key_ || page_file(request.path()) != nullptr) return std::nullopt;
  if (const auto [target, key] = without_key(request); are_equal(key, *key_)) {
    HttpResponse response{303, {}};
    response.headers = {{"Location", target},
                        {"Set-Cookie", fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict", cookie_name, *key_)}};
    return response;
  }
  if (has_key(request)) return std::nullopt;
  return refused(request, {401});
}

bool Access::has_key(const HttpRequest& request) const {
  const auto in_cookie = [&](std::string_view header) { return has_cookie(header, *key_); };
  const auto as_bearer = [&](std::string_view header) {
    return header.starts_with("Bearer ") && are_equal(header.substr(7), *key_);
  };
  return std::ranges::any_of(request.header("cookie"), in_cookie) ||
         std::ranges::any_of(request.header("authorization"), as_bearer);
}

std::string access_key() {
  const std::filesystem::path file = key_file();
  if (!std::filesystem::exists(file)) make_key(file);
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) throw system_error(errno, "cannot read {}", file.string());
  std::string key;
  std::getline(std::ifstream(file), key);
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0 || status.st_uid != ::geteuid() || !is_key(key))
    throw Error(ErrorCode::permission, message("{} is no key that only you know", file.string()),
                message("remove it: a new one is made"));
  return key;
}

}  // namespace hemero
