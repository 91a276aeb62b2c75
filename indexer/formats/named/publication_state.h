#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// What a key or a column is to the state of its record ("status", "post type", "slug" …); nothing for others. Names
/// are compared as those of fields are.
std::optional<std::string_view> state_key(std::string_view name);

/// What a record says under a key of its state.
struct SaidState {
  std::string_view key;  ///< state_key()
  std::string name;      ///< as written
  std::string value;
};

/// Why a record is no published article.
struct Unpublished {
  const char* reason = nullptr;
  std::string message;
};

/// A draft, a post that is scheduled, private or behind a password, news that its agency withholds, a page, a book:
/// where the record says so in the words of a program that writes such records. What is called "status" and says
/// something else ("ok", 200, "active") says nothing of it.
std::optional<Unpublished> why_unpublished(const std::vector<SaidState>& record);

}  // namespace hemero
