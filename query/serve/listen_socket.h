#pragma once

#include <string>
#include <vector>

namespace hemero {

/// Where a server waits for connections: a socket that is open as long as this is, unless release() gave it away.
class ListenSocket {
 public:
  /// "127.0.0.1:8420", "[::1]:8420" (port 0: a free one), or "unix:/run/hemero.sock", which replaces a socket that
  /// nobody waits at. Throws Error: usage for what is no such thing, io or permission where it cannot be opened.
  explicit ListenSocket(const std::string& address);

  /// What the process that started this one has opened for it (sd_listen_fds(3)); throws Error (usage) where it is not
  /// one socket.
  static ListenSocket inherited();

  /// Whether there is such a thing.
  static bool is_inherited();

  ~ListenSocket();
  ListenSocket(ListenSocket&& other) noexcept : socket_(other.release()), name_(std::move(other.name_)) {}
  ListenSocket& operator=(ListenSocket&&) = delete;

  int get() const { return socket_; }
  int release();

  /// The address that it has: "127.0.0.1:8420", or the path of the file.
  const std::string& name() const { return name_; }

  bool is_local_file() const { return name_.starts_with('/'); }

 private:
  explicit ListenSocket(int socket);

  int socket_ = -1;
  std::string name_;
};

}  // namespace hemero
