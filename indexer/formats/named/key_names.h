#pragma once

#include <cstddef>
#include <string>
#include <string_view>

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

}  // namespace hemero
