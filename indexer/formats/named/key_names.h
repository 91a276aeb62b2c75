#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hemero {

/// A name in the form in which names are compared: without case, accents, blanks and signs ("Mots-clés" is "motscles").
std::string plain_key(std::string_view name);

/// The same without idle words, which only say whose field it is: « Texte de l’article », "article_text", "og:text".
struct BareKey {
  std::string key;        ///< empty when there is no other word
  std::size_t words = 0;  ///< that are left
  bool shortened = false;
};
/// `unnamed`: also without "name" and « nom ».
BareKey bare_key(std::string_view name, bool unnamed);

/// True for the name of an object that holds the fields of a record and is none itself: "_source", "attributes".
bool is_wrapper(std::string_view name);

/// A path without what is wrapped around its field, as columns are called that were objects: "title" of
/// "_source.title", "title.rendered" and "attributes.title[0]". Linear in the path but for its wrappers.
std::string unwrapped_key(std::string_view path);

/// What a key means.
struct KnownKey {
  std::string_view field;
  std::size_t rank = 0;  ///< of several keys of one field the lowest is preferred
};

/// The keys that mean a field, as people and programs write them, the preferred one first.
struct FieldKeys {
  std::string_view field;
  std::span<const std::string_view> keys;
};

/// Rows of keys by all the forms under which a name is one of them: case, accents, blanks and signs do
/// not count, nor idle words and wrappers.
class KeyTable {
 public:
  explicit KeyTable(std::span<const FieldKeys> rows);

  /// Nothing for a name that is none of the keys.
  std::optional<KnownKey> meaning_of(std::string_view name) const;

 private:
  using Meanings = std::unordered_map<std::string, KnownKey>;  ///< of names, by one of their forms

  Meanings by_plain_;
  Meanings by_bare_;
  Meanings by_barest_;  ///< also without "name"
};

}  // namespace hemero
