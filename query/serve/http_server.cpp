#include "query/serve/http_server.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/serve/http_library.h"

namespace hemero {

namespace {

constexpr unsigned most_connections = 512;
constexpr unsigned silent_seconds = 10;
constexpr std::size_t connection_memory = 32 * 1024;  ///< bytes; of it a request's headers take no more
constexpr std::size_t piece = 64 * 1024;              ///< of what is sent as it comes: bytes
constexpr std::size_t stack_size = 1024 * 1024;       ///< bytes
constexpr std::chrono::seconds longest_request{20};   ///< until all that is asked has come
constexpr std::chrono::seconds longest_end{10};       ///< for answers that are not sent when the server is to end

std::string small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

bool has_body(const HttpRequest& request) {
  return !request.header("content-length").empty() || !request.header("transfer-encoding").empty();
}

MHD_Result add_header(void* into, MHD_ValueKind, const char* name, const char* value) {
  static_cast<HttpRequest*>(into)->headers.emplace_back(small_letters(name), value ? value : "");
  return MHD_YES;
}

}  // namespace

/// What libmicrohttpd calls, from the threads of its connections.
class HttpServer::Connections {
 public:
  Connections(ListenSocket socket, HttpAnswer answer)
      : library_(http_library()), answer_(std::move(answer)), socket_(std::move(socket)) {
    daemon_ = library_.start_daemon(
        MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL, 0, nullptr, nullptr,
        &on_request, this, MHD_OPTION_LISTEN_SOCKET, socket_.get(), MHD_OPTION_CONNECTION_LIMIT, most_connections,
        MHD_OPTION_CONNECTION_TIMEOUT, silent_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, connection_memory,
        MHD_OPTION_THREAD_STACK_SIZE, stack_size, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK,
        &on_target, this, MHD_OPTION_NOTIFY_COMPLETED, &on_completed, this, MHD_OPTION_NOTIFY_CONNECTION,
        &on_connection, this, MHD_OPTION_END);
    if (daemon_ == nullptr) throw Error(ErrorCode::io, message("the web server cannot be started"));
    socket_.release();  // the library closes it
  }

  ~Connections() {
    if (const int listening = library_.quiesce_daemon(daemon_); listening >= 0) ::close(listening);
    {
      std::unique_lock lock(mutex_);
      answered_.wait_for(lock, longest_end, [this] { return answering_ == 0; });
    }
    library_.stop_daemon(daemon_);  // which closes what is still open
  }

  void close_slow() {
    const auto now = Clock::now();
    const std::lock_guard lock(mutex_);
    for (const auto& [connection, waiting] : waiting_)
      if (waiting.until < now) ::shutdown(waiting.socket, SHUT_RDWR);
  }

 private:
  using Clock = std::chrono::steady_clock;

  /// A connection whose next request has not come whole.
  struct Waiting {
    int socket = -1;
    Clock::time_point until;
    std::string target = {};  ///< once it has come
  };

  /// The target as it came; afterwards the library takes it apart. What it then refuses by itself it never tells to be
  /// completed, so nothing is given to it to keep.
  static void* on_target(void* self, const char* target, MHD_Connection* connection) {
    auto& connections = *static_cast<Connections*>(self);
    const std::lock_guard lock(connections.mutex_);
    connections.waiting_[connection].target = target;
    return nullptr;
  }

  /// Is called when the headers are here, for each piece of a body, and again when all is here. What has a body that
  /// is of no use is answered at once, which ends the connection, so that nothing of it can be taken for a request.
  static MHD_Result on_request(void* self, MHD_Connection* connection, const char*, const char* method, const char*,
                               const char* bytes, std::size_t* size, void** state) {
    auto& connections = *static_cast<Connections*>(self);
    if (*state == nullptr) {
      auto first = std::make_unique<HttpRequest>();
      first->method = method;
      first->target = connections.begin_answer(connection);
      connections.library_.get_connection_values(connection, MHD_HEADER_KIND, &add_header, first.get());
      *state = first.release();
      const auto& begun = *static_cast<HttpRequest*>(*state);
      if (!has_body(begun) || (begun.changes() && !begun.is_too_long())) return MHD_YES;
    }
    auto& request = *static_cast<HttpRequest*>(*state);
    if (*size > 0) {
      if (!request.is_too_long()) request.body.append(bytes, *size);
      *size = 0;
      return MHD_YES;
    }
    connections.forget(connection);
    return connections.send(connections.answer_(request), connection);
  }

  static void on_completed(void* self, MHD_Connection* connection, void** state, MHD_RequestTerminationCode) {
    const std::unique_ptr<HttpRequest> request(static_cast<HttpRequest*>(*state));
    *state = nullptr;
    auto& connections = *static_cast<Connections*>(self);
    if (request) connections.end_answer();
    connections.wait_for(connection);
  }

  static void on_connection(void* self, MHD_Connection* connection, void**, MHD_ConnectionNotificationCode what) {
    if (what == MHD_CONNECTION_NOTIFY_STARTED)
      static_cast<Connections*>(self)->wait_for(connection);
    else
      static_cast<Connections*>(self)->forget(connection);
  }

  void wait_for(MHD_Connection* connection) {
    const MHD_ConnectionInfo* info = library_.get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info == nullptr) return;
    const std::lock_guard lock(mutex_);
    waiting_[connection] = {info->connect_fd, Clock::now() + longest_request};
  }

  /// The target that is to be answered.
  std::string begin_answer(MHD_Connection* connection) {
    const std::lock_guard lock(mutex_);
    ++answering_;
    return waiting_[connection].target;
  }

  void end_answer() {
    const std::lock_guard lock(mutex_);
    if (--answering_ == 0) answered_.notify_all();
  }

  void forget(MHD_Connection* connection) {
    const std::lock_guard lock(mutex_);
    waiting_.erase(connection);
  }

  MHD_Result send(const HttpResponse& answer, MHD_Connection* connection) {
    MHD_Response* response = response_of(answer);
    if (response == nullptr) return MHD_NO;
    library_.add_response_header(response, "Content-Type", answer.type.c_str());
    for (const auto& [name, value] : answer.headers)
      library_.add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result result = library_.queue_response(connection, answer.status, response);
    library_.destroy_response(response);
    return result;
  }

  MHD_Response* response_of(const HttpResponse& answer) {
    if (!answer.stream)
      return library_.create_response_from_buffer(answer.body.size(), const_cast<char*>(answer.body.data()),
                                                  MHD_RESPMEM_MUST_COPY);
    auto stream = std::make_unique<std::shared_ptr<BodyStream>>(answer.stream);
    MHD_Response* response =
        library_.create_response_from_callback(MHD_SIZE_UNKNOWN, piece, &read_stream, stream.get(), &free_stream);
    if (response != nullptr) stream.release();  // the library frees it
    return response;
  }

  /// May wait: each connection has a thread. What fails here ends the connection before the end of the body, which its
  /// reader sees.
  static ssize_t read_stream(void* stream, std::uint64_t, char* into, std::size_t most) {
    try {
      const std::size_t size = (*static_cast<std::shared_ptr<BodyStream>*>(stream))->read(into, most);
      return size > 0 ? static_cast<ssize_t>(size) : MHD_CONTENT_READER_END_OF_STREAM;
    } catch (const std::exception&) {
      return MHD_CONTENT_READER_END_WITH_ERROR;
    }
  }

  static void free_stream(void* stream) { delete static_cast<std::shared_ptr<BodyStream>*>(stream); }

  const HttpLibrary& library_;
  HttpAnswer answer_;
  ListenSocket socket_;
  std::mutex mutex_;
  std::map<MHD_Connection*, Waiting> waiting_;
  std::size_t answering_ = 0;  ///< requests whose answers are not all sent
  std::condition_variable answered_;
  MHD_Daemon* daemon_ = nullptr;
};

HttpServer::HttpServer(ListenSocket socket, HttpAnswer answer)
    : connections_(std::make_unique<Connections>(std::move(socket), std::move(answer))) {}

HttpServer::~HttpServer() = default;

void HttpServer::close_slow() { connections_->close_slow(); }

}  // namespace hemero
