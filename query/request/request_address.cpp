#include "query/request/request_address.h"

#include <algorithm>
#include <array>
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

/// One thing that a search may ask for. `read` is false for a value that is none.
struct SearchParameter : Parameter {
  std::function<Texts(const AskedSearch& asked)> values;
  std::function<bool(AskedSearch& asked, const std::string& value)> read;
};

Texts only_if(bool said, std::string value) { return said ? Texts{std::move(value)} : Texts(); }

Texts date_values(const std::optional<Date>& date) { return date ? Texts{to_iso(*date)} : Texts(); }

bool read_name(Texts& into, const std::string& value) {
  into.push_back(value);
  return !value.empty();
}

std::string match_name(MatchMode match) {
  return match == MatchMode::automatic ? "auto" : match == MatchMode::all ? "all" : "any";
}

SearchParameter query_parameter() {
  return {{"q", Parameter::Kind::query, [] { return message("words, phrases, fields: as for search"); }},
          [](const auto& a) { return only_if(!a.request.text.empty(), a.request.text); },
          [](auto& a, const auto& value) {
            a.request.text = value;
            return true;
          }};
}

SearchParameter match_parameter() {
  return {{.name = "match",
           .kind = Parameter::Kind::word,
           .help = [] { return message("auto: all words, or some where few articles hold all"); },
           .choices = {"auto", "all", "any"},
           .usual = "auto"},
          [](const auto& a) { return only_if(a.request.match != MatchMode::automatic, match_name(a.request.match)); },
          [](auto& a, const auto& value) {
            for (const MatchMode match : {MatchMode::automatic, MatchMode::all, MatchMode::any})
              if (value == match_name(match)) a.request.match = match;
            return true;
          }};
}

SearchParameter flag_parameter(std::string name, std::string (*help)(), bool& (*flag)(AskedSearch& asked)) {
  return {{std::move(name), Parameter::Kind::flag, help},
          [flag](const auto& a) {
            AskedSearch copy = a;
            return only_if(flag(copy), "1");
          },
          [flag](auto& a, const auto&) { return flag(a) = true; }};
}

SearchParameter date_parameter(std::string name, std::string (*help)(), std::optional<Date> SearchRequest::*date) {
  return {{std::move(name), Parameter::Kind::date, help},
          [date](const auto& a) { return date_values(a.request.*date); },
          [date](auto& a, const auto& value) { return (a.request.*date = parse_date(value)).has_value(); }};
}

/// The names that a filter asks for, or asks to leave out.
SearchParameter names_parameter(std::string name, std::string (*help)(), NameFilter SearchRequest::*filter,
                                Texts NameFilter::*names) {
  return {{.name = std::move(name), .help = help, .repeats = true},
          [=](const auto& a) { return a.request.*filter.*names; },
          [=](auto& a, const auto& value) { return read_name(a.request.*filter.*names, value); }};
}

SearchParameter lacking_parameter() {
  const auto fields = fields_that_may_lack();
  return {{.name = "without",
           .kind = Parameter::Kind::word,
           .help =
               [] {
                 return message(
                     "articles that have no source, author, section, language, site or date; beside "
                     "--source A: of A, or of none");
               },
           .choices = {fields.begin(), fields.end()},
           .repeats = true},
          [](const auto& a) { return fields_lacking(a.request); },
          [](auto& a, const auto& value) { return ask_for_lacking(a.request, value); }};
}

SearchParameter dossier_parameter() {
  return {{.name = "dossier",
           .help = [] { return message("only articles of this dossier of yours; given again, of either"); },
           .repeats = true},
          [](const auto& a) { return a.request.dossiers; },
          [](auto& a, const auto& value) { return read_name(a.request.dossiers, value); }};
}

/// What is asked for by the names of fields, in the order of restricted_fields.
struct FieldHelp {
  std::string (*only)();
  std::string (*none)();
};

constexpr std::array<FieldHelp, restricted_fields.size()> help_of_fields{{
    {[] { return message("only articles of this source; given again, of either"); },
     [] { return message("no articles of this source"); }},
    {[] { return message("only articles by this author; given again, by either"); },
     [] { return message("no articles by this author"); }},
    {[] { return message("only articles of this section and those below it: societe, societe/education"); },
     [] { return message("no articles of this section or below it"); }},
    {[] { return message("only articles in this language, by its code or name: fr, French; given again, in either"); },
     [] { return message("no articles in this language"); }},
    {[] { return message("only articles of this site and those below it: lemonde.fr, blogs.lemonde.fr"); },
     [] { return message("no articles of this site or below it"); }},
}};

std::vector<SearchParameter> make_parameters() {
  std::vector<SearchParameter> made{
      query_parameter(),
      match_parameter(),
      flag_parameter(
          "ocr", [] { return message("texts were read by machine: near spellings count too"); },
          [](AskedSearch& asked) -> bool& { return asked.request.misread; }),
      flag_parameter(
          "synonyms", [] { return message("search for listed synonyms too: USA, États-Unis"); },
          [](AskedSearch& asked) -> bool& { return asked.synonyms; }),
      date_parameter(
          "from", [] { return message("published on this day, month or year, or later"); }, &SearchRequest::from),
      date_parameter(
          "to", [] { return message("published on this day, month or year, or earlier"); }, &SearchRequest::to),
  };
  for (std::size_t i = 0; i < restricted_fields.size(); ++i) {
    const auto& [name, filter] = restricted_fields[i];
    made.push_back(names_parameter(std::string(name), help_of_fields[i].only, filter, &NameFilter::any));
    made.push_back(names_parameter(fmt::format("not-{}", name), help_of_fields[i].none, filter, &NameFilter::none));
  }
  made.push_back(lacking_parameter());
  made.push_back(dossier_parameter());
  return made;
}

/// In the order in which addresses have them.
const std::vector<SearchParameter>& parameters() {
  static const std::vector<SearchParameter> made = make_parameters();
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

std::vector<Parameter> search_parameters() { return {parameters().begin(), parameters().end()}; }

std::string search_help(std::string_view name) {
  return std::ranges::find(parameters(), name, &SearchParameter::name)->help();
}

AddressParameters address_parameters(const AskedSearch& asked) {
  AddressParameters found;
  for (const SearchParameter& parameter : parameters())
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
  const auto known = std::ranges::find(parameters(), name, &SearchParameter::name);
  if (known == parameters().end()) tell_unknown(fmt::format("{}={}", name, value));
  if (!may_be(*known, value) || !known->read(into, value)) refuse_value(*known, value);
}

void read_address(std::string_view address, AskedSearch& into) {
  for (const auto& [name, value] : read_parameters(address)) read_parameter(name, value, into);
}

std::string to_arguments(const AskedSearch& asked) {
  std::string words;
  Texts arguments;
  for (const SearchParameter& parameter : parameters())
    for (const std::string& value : parameter.values(asked)) {
      if (parameter.kind == Parameter::Kind::query)
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
