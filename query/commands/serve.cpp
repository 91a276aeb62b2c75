#include "query/commands/serve.h"

#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/store/folder/archive_option.h"
#include "common/store/user/user_data.h"
#include "common/text/characters/unicode.h"
#include "query/options/opener.h"
#include "query/options/user_data_option.h"
#include "query/routes/site.h"
#include "query/serve/http_server.h"

namespace hemero {

namespace {

/// The names by which a browser on this machine may call a server at this address, and those that were allowed. None
/// where a file is listened at: who may open it is known.
std::vector<std::string> hosts_of(const ListenSocket& socket, const std::vector<std::string>& allowed) {
  if (socket.is_local_file()) return {};
  std::vector<std::string> hosts = allowed;
  hosts.push_back(socket.name());
  const std::string port = socket.name().substr(socket.name().rfind(':'));
  for (const char* name : {"localhost", "127.0.0.1", "[::1]"}) hosts.push_back(name + port);
  return hosts;
}

/// The key, where one is needed. Without it everyone may read the archive who reaches the server: on this machine that
/// is every user, who must be allowed to read its file then.
std::optional<std::string> key_of(const ServeOptions& options, const ListenSocket& socket) {
  if (socket.is_local_file()) return std::nullopt;
  if (!options.no_key) return access_key();
  struct stat status {};
  const std::string catalogue = options.archive.catalogue().string();
  if (::stat(catalogue.c_str(), &status) != 0) throw system_error(errno, "cannot read {}", catalogue);
  if ((status.st_mode & S_IROTH) == 0)
    throw Error(ErrorCode::usage, message("--no-key would let every user of this machine read {}", catalogue),
                message("listen at a file that others cannot open instead: --listen unix:/run/hemero.sock"));
  return std::nullopt;
}

/// Where what readers keep is. Names of readers are believed where only the web server in front can tell them.
KeptFile kept_file(const ServeOptions& options, const ListenSocket& socket) {
  if (!options.user_header.empty() && !socket.is_local_file())
    throw Error(ErrorCode::usage, message("--user-header goes with --listen unix:PATH alone"),
                message("whoever reaches another address can send any header"));
  return {user_data_file(options.user_data, options.archive), to_lower(options.user_header)};
}

/// What to open in a browser; of a file its name.
std::string address_of(const ListenSocket& socket, const std::optional<std::string>& key) {
  if (socket.is_local_file()) return socket.name();
  return key ? fmt::format("http://{}/?{}={}", socket.name(), key_parameter, *key)
             : fmt::format("http://{}/", socket.name());
}

/// Opens it, and tells where that cannot be done, while the server goes on: a browser may stay as long as it likes.
void open_beside(const std::string& address) {
  std::thread([address] {
    try {
      open_link(address);
    } catch (const std::exception& error) {
      report_error("hemero-query", error);
    }
  }).detach();
}

void wait_for_stop(HttpServer& server, ArchiveSite& site) {
  constexpr int second = 1000;
  while (!stop_requested()) {
    ::poll(nullptr, 0, second);
    server.close_slow();
    site.close_idle();
  }
}

}  // namespace

Command declare(ServeOptions& options) {
  Command command("serve", message("show the archive in a browser"));
  command.example("hemero-query serve", message("prints the address to open"));
  command.example("hemero-query serve --open", message("opens it as well"));
  command.example("hemero-query serve --listen unix:hemero.sock", message("behind another web server"));
  command.text("--listen", message("ADDRESS"), options.listen,
               message("127.0.0.1:8420 (default), [::1]:PORT, port 0 for a free one, or unix:PATH"));
  command.texts(
      "--allow-host", message("NAME:PORT"), [&options](const std::string& host) { options.hosts.push_back(host); },
      message("answer under this name too, as browsers send it; given again, under several"));
  command.flag("--no-key", options.no_key, message("let everyone read who can connect")).only_typed();
  command.text("--user-header", message("NAME"), options.user_header,
               message("header in which the web server in front tells who asks: each has searches and dossiers of "
                       "their own"));
  declare_user_data(command, options.user_data);
  command.flag("--open", options.opens, message("open the address in $BROWSER")).only_typed();
  declare_archive(command, options.archive);
  return command;
}

int run(const ServeOptions& options) {
  { const PooledReader first(options.archive); }  // what is wrong with the archive is told now
  ListenSocket socket = ListenSocket::is_inherited() ? ListenSocket::inherited() : ListenSocket(options.listen);
  const std::optional<std::string> key = key_of(options, socket);
  const std::string address = address_of(socket, key);
  ArchiveSite site(options.archive, Access(hosts_of(socket, options.hosts), key), kept_file(options, socket));
  const CleanStop stop;
  HttpServer server(std::move(socket), [&site](const HttpRequest& request) { return site.answer(request); });
  fmt::print("{}\n", address);
  std::fflush(stdout);
  if (options.opens) open_beside(address);
  wait_for_stop(server, site);
  return 0;
}

}  // namespace hemero
