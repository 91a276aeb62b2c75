#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hemero {

/// As long a body may be, in bytes: names, notes and the address of a search.
inline constexpr std::size_t longest_body = 64 * 1024;

/// What is asked of a web server (RFC 9110), as it came.
struct HttpRequest {
  std::string method;
  std::string target;  ///< "/recherche?q=loup"
  std::vector<std::pair<std::string, std::string>>
      headers;            ///< names in small letters, in the order in which they came
  std::string body = {};  ///< of what is sent to be kept; of more than longest_body bytes only the first and some more

  /// True where something is to be kept, or changed of what is.
  bool changes() const { return method == "POST"; }

  /// True for a body that is longer than it may be, or says so before it comes.
  bool is_too_long() const {
    std::uint64_t told = 0;
    for (const std::string_view length : header("content-length"))
      if (std::from_chars(length.data(), length.data() + length.size(), told).ec == std::errc::result_out_of_range)
        return true;
    return body.size() > longest_body || told > longest_body;
  }

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

/// What is sent piece by piece, as it comes. Used by one thread.
class BodyStream {
 public:
  virtual ~BodyStream() = default;

  /// Waits for the next bytes, at most so many; 0 at the end. Throws where the rest cannot be had.
  virtual std::size_t read(char* into, std::size_t most) = 0;
};

/// What is answered.
struct HttpResponse {
  unsigned status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::shared_ptr<BodyStream> stream = nullptr;  ///< what is sent instead of the body
};

/// Answers requests, several at a time. It throws nothing.
using HttpAnswer = std::function<HttpResponse(const HttpRequest& request)>;

}  // namespace hemero
