#include "query/request/request_address.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/dates/date_reader.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/text/addresses/percent_coding.h"
#include "query/request/lacking_fields.h"

namespace hemero {

namespace {

using Texts = std::vector<std::string>;

/// One thing that a request may ask for. `read` is false for a value that is none.
struct Parameter {
  enum class Kind : std::uint8_t { words, flag, value };

  std::string name;
  std::function<Texts(const AskedSearch& asked)> values;
  std::function<bool(AskedSearch& asked, const std::string& value)> read;
  Kind kind = Kind::value;
};

Texts only_if(bool said, std::string value) { return said ? Texts{std::move(value)} : Texts(); }

bool read_flag(bool& into, const std::string& value) {
  into = true;
  return value == "1";
}

bool read_date(std::optional<Date>& into, const std::string& value) {
  into = parse_date(value);
  return into.has_value();
}

Texts date_values(const std::optional<Date>& date) { return date ? Texts{to_iso(*date)} : Texts(); }

bool read_name(Texts& into, const std::string& value) {
  into.push_back(value);
  return !value.empty();
}

bool read_match(AskedSearch& asked, const std::string& value) {
  asked.request.match = value == "any" ? MatchMode::any : MatchMode::all;
  return value == "any" || value == "all";
}

/// The names that a filter asks for, or asks to leave out.
Parameter names_parameter(std::string name, NameFilter SearchRequest::*filter, Texts NameFilter::*names) {
  return {std::move(name), [=](const AskedSearch& a) { return a.request.*filter.*names; },
          [=](AskedSearch& a, const std::string& value) { return read_name(a.request.*filter.*names, value); }};
}

std::vector<Parameter> make_parameters() {
  std::vector<Parameter> made{
      {"q", [](const auto& a) { return only_if(!a.request.text.empty(), a.request.text); },
       [](auto& a, const auto& value) {
         a.request.text = value;
         return true;
       },
       Parameter::Kind::words},
      {"match",
       [](const auto& a) {
         return only_if(a.request.match != MatchMode::automatic, a.request.match == MatchMode::any ? "any" : "all");
       },
       read_match},
      {"ocr", [](const auto& a) { return only_if(a.request.misread, "1"); },
       [](auto& a, const auto& value) { return read_flag(a.request.misread, value); }, Parameter::Kind::flag},
      {"synonyms", [](const auto& a) { return only_if(a.synonyms, "1"); },
       [](auto& a, const auto& value) { return read_flag(a.synonyms, value); }, Parameter::Kind::flag},
      {"from", [](const auto& a) { return date_values(a.request.from); },
       [](auto& a, const auto& value) { return read_date(a.request.from, value); }},
      {"to", [](const auto& a) { return date_values(a.request.to); },
       [](auto& a, const auto& value) { return read_date(a.request.to, value); }},
  };
  for (const RestrictedField& field : restricted_fields) {
    made.push_back(names_parameter(std::string(field.name), field.filter, &NameFilter::any));
    made.push_back(names_parameter(fmt::format("not-{}", field.name), field.filter, &NameFilter::none));
  }
  made.push_back({"without", [](const auto& a) { return fields_lacking(a.request); },
                  [](auto& a, const auto& value) { return ask_for_lacking(a.request, value); }});
  made.push_back({"dossier", [](const auto& a) { return a.request.dossiers; },
                  [](auto& a, const auto& value) { return read_name(a.request.dossiers, value); }});
  return made;
}

/// In the order in which addresses have them.
const std::vector<Parameter>& parameters() {
  static const std::vector<Parameter> made = make_parameters();
  return made;
}

/// All that is printed but for letters, digits and -._~ (RFC 3986, section 2.3).
constexpr std::string_view reserved = "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}";

/// Nothing where a "%" is followed by no two digits.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at] == '+' ? ' ' : text[at];
      continue;
    }
    const auto byte = percent_byte(text, at);
    if (!byte) return std::nullopt;
    out += *byte;
    at += 2;
  }
  return out;
}

[[noreturn]] void tell_unknown(std::string_view part) {
  throw Error(ErrorCode::bad_data, message("“{}” is nothing that a search asks for", part));
}

}  // namespace

AddressParameters address_parameters(const AskedSearch& asked) {
  AddressParameters found;
  for (const Parameter& parameter : parameters())
    for (std::string& value : parameter.values(asked)) found.emplace_back(parameter.name, std::move(value));
  return found;
}

std::string to_address(const AddressParameters& parameters) {
  std::string address;
  for (const auto& [name, value] : parameters)
    address += fmt::format("{}{}={}", address.empty() ? "" : "&", name, percent_encoded(value, reserved));
  return address;
}

std::string to_address(const AskedSearch& asked) { return to_address(address_parameters(asked)); }

AskedSearch from_address(std::string_view address) {
  AskedSearch asked;
  read_address(address, asked);
  return asked;
}

AddressParameters read_parameters(std::string_view address) {
  AddressParameters found;
  for (std::size_t begin = 0; begin < address.size();) {
    const std::size_t end = std::min(address.find('&', begin), address.size());
    const std::string_view part = address.substr(begin, end - begin);
    const std::size_t sign = part.find('=');
    const auto value = sign == std::string_view::npos ? std::nullopt : decoded(part.substr(sign + 1));
    if (!value) tell_unknown(part);
    found.emplace_back(part.substr(0, sign), *value);
    begin = end + 1;
  }
  return found;
}

void read_parameter(const std::string& name, const std::string& value, AskedSearch& into) {
  const auto known = std::ranges::find(parameters(), name, &Parameter::name);
  if (known == parameters().end() || !known->read(into, value)) tell_unknown(fmt::format("{}={}", name, value));
}

void read_address(std::string_view address, AskedSearch& into) {
  for (const auto& [name, value] : read_parameters(address)) read_parameter(name, value, into);
}

std::string to_arguments(const AskedSearch& asked) {
  std::string words;
  Texts arguments;
  for (const Parameter& parameter : parameters())
    for (const std::string& value : parameter.values(asked)) {
      if (parameter.kind == Parameter::Kind::words)
        words = (value.starts_with('-') ? "-- " : "") + shell_word(value);
      else if (parameter.kind == Parameter::Kind::flag)
        arguments.push_back(fmt::format("--{}", parameter.name));
      else
        arguments.push_back(fmt::format("--{} {}", parameter.name, shell_word(value)));
    }
  if (!words.empty()) arguments.push_back(std::move(words));
  return fmt::format("{}", fmt::join(arguments, " "));
}

}  // namespace hemero
