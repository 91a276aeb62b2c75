#include "common/text/addresses/address.h"

#include <algorithm>

#include "common/text/addresses/percent_coding.h"

namespace hemero {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return lowered;
}

bool has_blank(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

bool has_scheme(std::string_view text) {
  const std::string begin = lower(text.substr(0, 8));
  return begin.starts_with("http://") || begin.starts_with("https://");
}

std::string_view without_scheme(std::string_view address) {
  if (has_scheme(address)) address.remove_prefix(address.find("://") + 3);
  return address;
}

/// A name with a dot, whose last part is of two letters at least.
bool is_host(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == 0 || dot == std::string_view::npos) return false;
  const std::string_view last = text.substr(dot + 1);
  return last.size() >= 2 && std::all_of(last.begin(), last.end(), is_letter) &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || (c & '\x80') != 0;
         });
}

/// As it stands where a "%" stands for itself.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = percent_byte(text, at);
    decoded += byte.value_or(text[at]);
    if (byte) at += 2;
  }
  return decoded;
}

}  // namespace

bool is_address(std::string_view text) {
  const std::size_t slash = text.find('/');
  const bool has_path = slash != std::string_view::npos && is_host(text.substr(0, slash)) && !has_blank(text);
  return has_path || is_surely_address(text);
}

bool is_surely_address(std::string_view text) {
  if (has_blank(text)) return false;
  return has_scheme(text) ? !without_scheme(text).empty() : lower(text.substr(0, 4)) == "www.";
}

std::string comparable_address(std::string_view address) {
  address = without_scheme(address);
  address = address.substr(0, address.find('#'));
  while (address.ends_with('/')) address.remove_suffix(1);
  const std::size_t host_end = std::min(address.find_first_of("/?"), address.size());
  std::string host = lower(address.substr(0, host_end));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host + percent_decoded(address.substr(host_end));
}

}  // namespace hemero
