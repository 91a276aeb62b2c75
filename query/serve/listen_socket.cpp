#include "query/serve/listen_socket.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::string_view file_scheme = "unix:";
constexpr int backlog = 128;
constexpr int first_inherited = 3;

/// Any address that a socket may have.
union SocketAddress {
  sockaddr any;
  sockaddr_in ip4;
  sockaddr_in6 ip6;
  sockaddr_un file;
};

std::optional<std::uint16_t> read_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return port;
}

/// An address of IP as it is typed; nothing where it is none. Names are not looked up.
std::optional<std::pair<SocketAddress, socklen_t>> read_ip(const std::string& typed) {
  const std::size_t colon = typed.rfind(':');
  const auto port = colon == std::string::npos ? std::nullopt : read_port(std::string_view(typed).substr(colon + 1));
  if (!port) return std::nullopt;
  std::string host = typed.substr(0, colon);
  SocketAddress address;
  std::memset(&address, 0, sizeof address);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
    address.ip6.sin6_family = AF_INET6;
    address.ip6.sin6_port = htons(*port);
    if (inet_pton(AF_INET6, host.c_str(), &address.ip6.sin6_addr) != 1) return std::nullopt;
    return std::pair(address, static_cast<socklen_t>(sizeof address.ip6));
  }
  address.ip4.sin_family = AF_INET;
  address.ip4.sin_port = htons(*port);
  if (host == "localhost") host = "127.0.0.1";
  if (inet_pton(AF_INET, host.c_str(), &address.ip4.sin_addr) != 1) return std::nullopt;
  return std::pair(address, static_cast<socklen_t>(sizeof address.ip4));
}

std::optional<std::pair<SocketAddress, socklen_t>> read_file(const std::string& path) {
  SocketAddress address;
  std::memset(&address, 0, sizeof address);
  if (path.empty() || path.size() >= sizeof address.file.sun_path) return std::nullopt;
  address.file.sun_family = AF_UNIX;
  std::memcpy(address.file.sun_path, path.c_str(), path.size());
  return std::pair(address, static_cast<socklen_t>(sizeof address.file));
}

/// Removes a socket's file at which nobody waits any more.
void remove_left_behind(const SocketAddress& address, socklen_t size) {
  struct stat status {};
  if (::lstat(address.file.sun_path, &status) != 0 || !S_ISSOCK(status.st_mode)) return;
  const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return;
  if (::connect(probe, &address.any, size) != 0 && errno == ECONNREFUSED) ::unlink(address.file.sun_path);
  ::close(probe);
}

std::string name_of(int socket) {
  SocketAddress address;
  std::memset(&address, 0, sizeof address);
  socklen_t size = sizeof address;
  if (::getsockname(socket, &address.any, &size) != 0) return {};
  char host[INET6_ADDRSTRLEN] = "";
  switch (address.any.sa_family) {
    case AF_INET:
      inet_ntop(AF_INET, &address.ip4.sin_addr, host, sizeof host);
      return fmt::format("{}:{}", host, ntohs(address.ip4.sin_port));
    case AF_INET6:
      inet_ntop(AF_INET6, &address.ip6.sin6_addr, host, sizeof host);
      return fmt::format("[{}]:{}", host, ntohs(address.ip6.sin6_port));
    case AF_UNIX:
      return address.file.sun_path;
    default:
      return {};
  }
}

}  // namespace

ListenSocket::ListenSocket(int socket) : socket_(socket), name_(name_of(socket)) {}

ListenSocket::ListenSocket(const std::string& address) {
  const bool is_file = address.starts_with(file_scheme);
  const auto path = [&] { return std::filesystem::absolute(address.substr(file_scheme.size())).string(); };
  const auto read = is_file ? read_file(path()) : read_ip(address);
  if (!read)
    throw Error(ErrorCode::usage, message("“{}” is no address to listen at", address),
                message("127.0.0.1:8420, [::1]:8420 or unix:/run/hemero.sock"));
  if (is_file) remove_left_behind(read->first, read->second);
  socket_ = ::socket(read->first.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  if (socket_ >= 0 && !is_file) ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (socket_ < 0 || ::bind(socket_, &read->first.any, read->second) != 0 || ::listen(socket_, backlog) != 0) {
    const int reason = errno;
    if (socket_ >= 0) ::close(socket_);
    throw system_error(reason, "cannot listen at {}", address);
  }
  name_ = name_of(socket_);
}

bool ListenSocket::is_inherited() {
  const char* process = std::getenv("LISTEN_PID");
  return process != nullptr && std::getenv("LISTEN_FDS") != nullptr && process == std::to_string(::getpid());
}

ListenSocket ListenSocket::inherited() {
  if (std::string_view(std::getenv("LISTEN_FDS")) != "1")
    throw Error(ErrorCode::usage, message("one socket is needed, systemd opened {}", std::getenv("LISTEN_FDS")));
  ::fcntl(first_inherited, F_SETFD, FD_CLOEXEC);
  return ListenSocket(first_inherited);
}

ListenSocket::~ListenSocket() {
  if (socket_ >= 0) ::close(socket_);
}

int ListenSocket::release() { return std::exchange(socket_, -1); }

}  // namespace hemero
