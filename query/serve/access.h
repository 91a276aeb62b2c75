#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/markup/http.h"

namespace hemero {

/// Who may ask a server that listens where every user of the machine, and every page in a browser, can reach it.
class Access {
 public:
  /// `hosts` are the values of Host (RFC 9110, section 7.2) that are answered, as they are written; none: all, where
  /// the system says who may connect. Without a key everyone is let in.
  Access(std::vector<std::string> hosts, std::optional<std::string> key)
      : hosts_(std::move(hosts)), key_(std::move(key)) {}

  /// True where readers may keep searches and articles: everyone who is let in must be known for that.
  bool lets_keep() const { return key_.has_value() || hosts_.empty(); }

  /// What is answered instead; nothing for a request that is let in. One that brings the key in its address is sent to
  /// the same address without it, the key in a cookie.
  std::optional<HttpResponse> refusal(const HttpRequest& request) const;

 private:
  bool has_key(const HttpRequest& request) const;

  std::vector<std::string> hosts_;
  std::optional<std::string> key_;
};

/// The key of this user, as a file keeps it that nobody else may read: $XDG_STATE_HOME/hemero/serve.key, else
/// ~/.local/state/hemero/serve.key. Made where there is none: 32 random hexadecimal digits. Throws Error.
std::string access_key();

/// The name of the parameter that brings it in an address.
inline constexpr std::string_view key_parameter = "key";

}  // namespace hemero
