#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hemero {

/// Writes markup of HTML. Whatever comes from elsewhere is escaped; names of elements and attributes are ours.
class Html {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// Begins an element. An attribute without a value is left out.
  Html& open(std::string_view element, Attributes attributes = {});

  /// Ends the element that was begun last.
  Html& close();

  /// An element without content: <input>, <link>.
  Html& single(std::string_view element, Attributes attributes = {});

  Html& text(std::string_view text);

  /// An element that has nothing but a text.
  Html& element(std::string_view element, std::string_view text) { return open(element).text(text).close(); }
  Html& element(std::string_view element, Attributes attributes, std::string_view text) {
    return open(element, attributes).text(text).close();
  }

  /// All of it, once every element has ended: a document of HTML 5.
  std::string document() const;

 private:
  void begin(std::string_view element, Attributes attributes);

  std::string markup_;
  std::vector<std::string> open_;
};

}  // namespace hemero
