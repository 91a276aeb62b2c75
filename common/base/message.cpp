#include "common/base/message.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <unordered_map>
#include <utility>

#include "data/tables.h"

namespace hemero {

namespace {

using MessageTable = std::unordered_map<std::string_view, std::string_view>;

std::atomic<Language> current_language{Language::english};
thread_local std::optional<Language> thread_language;  ///< where it has one of its own

MessageTable parse_messages(std::string_view rows) {
  MessageTable french_of;
  while (!rows.empty()) {
    const std::string_view row = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(row.size() < rows.size() ? row.size() + 1 : row.size());
    const std::size_t tab = row.find('\t');
    if (row.starts_with('#') || tab == std::string_view::npos) continue;
    french_of.emplace(row.substr(0, tab), row.substr(tab + 1));
  }
  return french_of;
}

const MessageTable& messages() {
  // The embedded text lives as long as the program, so the table may point into it.
  static const MessageTable table = parse_messages(table_text("messages"));
  return table;
}

/// Whether a shell reads the byte as it is, wherever it stands in a word.
bool is_plain(char byte) {
  constexpr std::string_view plain_signs = "-_./:,+@%=";
  const bool is_alphanumeric =
      (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return is_alphanumeric || static_cast<unsigned char>(byte) >= 0x80 || plain_signs.find(byte) != plain_signs.npos;
}

bool is_french(std::string_view locale) {
  if (locale == "french") return true;  // the alias of old systems
  if (!locale.starts_with("fr")) return false;
  const bool longer_code = locale.size() > 2 && locale[2] >= 'a' && locale[2] <= 'z';  // "frr" is North Frisian
  return !longer_code;
}

}  // namespace

void set_language(Language language) { current_language.store(language, std::memory_order_relaxed); }

Language language() { return thread_language.value_or(current_language.load(std::memory_order_relaxed)); }

LanguageScope::LanguageScope(Language language) : before_(std::exchange(thread_language, language)) {}
LanguageScope::~LanguageScope() { thread_language = before_; }

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale == nullptr || *locale == '\0') continue;  // POSIX: empty is as good as unset
    return is_french(locale) ? Language::french : Language::english;
  }
  return Language::english;
}

Language requested_language(int argc, const char* const* argv) {
  Language requested = language_of_locale();
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") break;
    std::string_view value;
    if (argument == "--lang" && i + 1 < argc) value = argv[i + 1];
    if (argument.starts_with("--lang=")) value = argument.substr(7);
    if (value == "fr") requested = Language::french;
    if (value == "en") requested = Language::english;
  }
  return requested;
}

std::string_view translated(std::string_view english) {
  if (language() == Language::english) return english;
  const auto row = messages().find(english);
  return row == messages().end() ? english : row->second;
}

std::string number_text(std::uint64_t number) {
  const std::string_view separator = language() == Language::french ? "\u202F" : ",";
  const std::string digits = fmt::format_int(number).str();
  std::string text;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at > 0 && (digits.size() - at) % 3 == 0) text += separator;
    text += digits[at];
  }
  return text;
}

std::string number_text(double number, int decimals) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  if (language() == Language::french) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string shell_word(const std::string& argument) {
  if (!argument.empty() && std::all_of(argument.begin(), argument.end(), is_plain)) return argument;
  std::string word = "'";
  for (const char byte : argument) byte == '\'' ? word += "'\\''" : word += byte;
  return word + "'";
}

}  // namespace hemero
