#pragma once

#include <memory>

#include "query/markup/http.h"
#include "query/serve/listen_socket.h"

namespace hemero {

/// A web server: a thread for each connection, of which there are 512 at most. One that does not say what it wants for
/// 20 seconds, or is silent for 10, is closed.
class HttpServer {
 public:
  /// Answers from now on. Throws Error where it cannot be started.
  HttpServer(ListenSocket socket, HttpAnswer answer);

  /// Answers what was asked, for some seconds at most, and ends.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// To be called each second: closes connections that drip their requests.
  void close_slow();

 private:
  class Connections;

  std::unique_ptr<Connections> connections_;
};

}  // namespace hemero
