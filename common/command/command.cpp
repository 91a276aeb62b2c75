#include "common/command/command.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "common/base/dates/date_reader.h"
#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

using Kind = CommandOption::Kind;

template <typename Number>
std::optional<Number> parse_number(const std::string& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// True for a text that was meant for a date in figures: 2021-02-30, 31/04/2021.
bool is_in_figures(const std::string& text) { return text.find_first_not_of("0123456789-/. ") == std::string::npos; }

Date date_of_option(const std::string& name, const std::string& text) {
  const auto date = parse_date(text);
  if (!date)
    throw Error(ErrorCode::usage,
                is_in_figures(text) ? message("{} {}: there is no such date", name, text)
                                    : message("{} {}: a date was expected", name, text),
                message("write 2021, 2021-08, 2021-08-11 or 11/08/2021"));
  return *date;
}

}  // namespace

std::uint64_t whole_number(const std::string& name, const std::string& text, std::uint64_t least, std::uint64_t most) {
  const auto number = parse_number<std::uint64_t>(text);
  if (!number || *number < least || *number > most)
    throw Error(ErrorCode::usage, message("{} {}: a whole number from {} to {} was expected", name, text, least, most));
  return *number;
}

CommandOption& CommandOption::excludes(std::vector<std::string> names) {
  excluded = std::move(names);
  return *this;
}

CommandOption& CommandOption::needs(std::string option) {
  needed = std::move(option);
  return *this;
}

CommandOption& CommandOption::make_general() {
  general = true;
  heading = message("General options");
  return *this;
}

CommandOption& CommandOption::only_typed() {
  settable = false;
  return *this;
}

CommandOption& CommandOption::going_on_with(bool (*looks_like_value)(const std::string& value)) {
  goes_on = looks_like_value;
  return *this;
}

CommandOption& Command::add(std::string_view names, Kind kind, std::string value, std::string help) {
  const std::size_t comma = names.find(',');
  CommandOption& option = options_.emplace_back();
  if (comma != std::string_view::npos) option.short_name = names.substr(0, comma);
  option.name = names.substr(comma == std::string_view::npos ? 0 : comma + 1);
  option.kind = kind;
  option.value = std::move(value);
  option.help = std::move(help);
  option.heading = heading_;
  option.actions = actions_;
  return option;
}

CommandOption& Command::flag(std::string_view names, bool& into, std::string help) {
  CommandOption& option = add(names, Kind::flag, {}, std::move(help));
  option.least = option.most = 0;
  option.repeats = true;
  option.read = [&into](const auto&) { into = true; };
  return option;
}

CommandOption& Command::texts(std::string_view names, std::string value, std::function<void(const std::string&)> take,
                              std::string help) {
  CommandOption& option = add(names, Kind::text, std::move(value), std::move(help));
  option.repeats = true;
  option.read = [take = std::move(take)](const auto& values) {
    for (const std::string& text : values) take(text);
  };
  return option;
}

CommandOption& Command::add_number(std::string_view names, std::uint64_t least, std::uint64_t most,
                                   std::function<void(std::uint64_t)> take, std::string help) {
  CommandOption& option = add(names, Kind::number, message("N"), std::move(help));
  option.read = [name = option.name, least, most, take = std::move(take)](const auto& values) {
    for (const std::string& value : values) take(whole_number(name, value, least, most));
  };
  return option;
}

CommandOption& Command::decimal(std::string_view names, double least, double most, std::optional<double>& into,
                                std::string help) {
  CommandOption& option = add(names, Kind::number, message("N"), std::move(help));
  option.read = [name = option.name, least, most, &into](const auto& values) {
    into = parse_number<double>(values.back());
    if (!into || !(*into >= least && *into <= most))
      throw Error(ErrorCode::usage,
                  message("{} {}: a number from {} to {} was expected", name, values.back(), least, most));
  };
  return option;
}

CommandOption& Command::date(std::string_view names, std::optional<Date>& into, std::string help) {
  CommandOption& option = add(names, Kind::text, message("DATE"), std::move(help));
  option.read = [name = option.name, &into](const auto& values) {
    if (!values.back().empty()) into = date_of_option(name, values.back());
  };
  return option;
}

CommandOption& Command::add_word(std::string_view names, std::vector<std::string> words, std::string default_word,
                                 std::function<void(std::size_t)> take, std::string help) {
  CommandOption& option = add(names, Kind::word, message("WORD"), std::move(help));
  option.words = std::move(words);
  option.default_word = std::move(default_word);
  option.read = [name = option.name, words = option.words, take = std::move(take)](const auto& values) {
    const auto word = std::find(words.begin(), words.end(), values.back());
    if (word == words.end())
      throw Error(ErrorCode::usage, message("{} {}: one of these words was expected: {}", name, values.back(),
                                            fmt::format("{}", fmt::join(words, ", "))));
    take(static_cast<std::size_t>(word - words.begin()));
  };
  return option;
}

CommandOption& Command::json_format(bool& as_json) {
  return word("--format", std::vector{NamedValue<bool>{"text", false}, NamedValue<bool>{"json", true}}, as_json,
              message("form of what is printed"));
}

CommandOption& Command::optional_argument(std::string name, Kind kind, std::string& into, std::string help) {
  CommandOption& option = add(name, kind, {}, std::move(help));
  option.read = [&into](const auto& values) { into = values.back(); };
  return option;
}

CommandOption& Command::argument(std::string name, Kind kind, std::string& into, std::string help) {
  CommandOption& option = optional_argument(std::move(name), kind, into, std::move(help));
  option.required = true;
  return option;
}

CommandOption& Command::arguments(std::string name, std::vector<std::string>& into, std::string help) {
  CommandOption& option = add(name, Kind::text, {}, std::move(help));
  option.required = option.repeats = true;
  option.read = [&into](const auto& values) { into = values; };
  return option;
}

CommandOption& Command::paths(std::string name, std::vector<std::string>& into, std::string help) {
  CommandOption& option = arguments(std::move(name), into, std::move(help));
  option.kind = Kind::file;
  option.required = false;
  return option;
}

CommandOption& Command::query(std::string name, std::string& into, std::string help) {
  CommandOption& option = add(name, Kind::text, {}, std::move(help));
  option.required = option.repeats = true;
  option.read = [&into](const auto& values) { into = fmt::format("{}", fmt::join(values, " ")); };
  takes_query_ = true;
  return option;
}

void Command::run_check() const {
  if (check_) check_();
}

const CommandOption* Command::option(std::string_view argument) const {
  const bool is_long = argument.starts_with("--");
  const std::string_view name = is_long ? argument.substr(0, argument.find('=')) : argument.substr(0, 2);
  const auto found = std::find_if(options_.begin(), options_.end(), [&](const CommandOption& each) {
    return !each.is_argument() && name == (is_long ? each.name : each.short_name);
  });
  return found == options_.end() ? nullptr : &*found;
}

Command Command::general() const {
  Command general("", "");
  for (const CommandOption& option : options_)
    if (option.general) general.options_.push_back(option);
  return general;
}

std::string Command::usage() const {
  std::string usage = name_;
  for (const CommandOption& option : options_)
    if (option.is_argument())
      usage += fmt::format(" {}{}{}{}", option.required ? "" : "[", option.name, option.repeats ? "…" : "",
                           option.required ? "" : "]");
  return usage;
}

}  // namespace hemero
