#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hemero {

/// What is asked of a web server (RFC 9110), as it came.
struct HttpRequest {
  std::string method;
  std::string target;  ///< "/recherche?q=loup"
  std::vector<std::pair<std::string, std::string>>
      headers;  ///< names in small letters, in the order in which they came

  std::string_view path() const { return std::string_view(target).substr(0, target.find('?')); }

  /// What stands behind the question mark.
  std::string_view query() const {
    const std::size_t mark = target.find('?');
    return mark == std::string::npos ? std::string_view() : std::string_view(target).substr(mark + 1);
  }

  /// The values of a header.
  std::vector<std::string_view> header(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [known, value] : headers)
      if (known == name) values.emplace_back(value);
    return values;
  }
};

/// What is answered.
struct HttpResponse {
  unsigned status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  int file = -1;  ///< what is sent instead of the body: a file that is open, which the server closes
};

/// Answers requests, several at a time. It throws nothing.
using HttpAnswer = std::function<HttpResponse(const HttpRequest& request)>;

}  // namespace hemero
