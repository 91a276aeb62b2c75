#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// Names of XML's elements with the prefix that everyone uses for their namespace: "atom:entry", "dc:creator", and none
/// for RSS, NITF, NewsML, TEI, MediaWiki, METS, MODS and ALTO. Files name one namespace in more ways than one (http or
/// https, with www or without, with a last slash or without, in other letters), name one that nobody knows, or none:
/// then the prefix counts as it is written, elements that are named as the first one of the file is are what its name
/// promises (<feed>: Atom), and those named as what only WordPress exports are WordPress', whose drafts are no
/// articles. In RSS without a namespace letters are large or small as it is specified, however they are written:
/// <pubdate>, <ITEM>.
class XmlNames {
 public:
  /// The name of an element, of its parts as a parser reports them. The file's first element comes first.
  std::string name_of(std::string_view name, std::string_view prefix, std::string_view address);

 private:
  struct Family {
    std::string prefix;   ///< as it is written
    std::string address;  ///< of its namespace
  };

  bool begun_ = false;
  std::string root_prefix_;   ///< of the first element, as it is written
  std::string root_address_;  ///< of its namespace
  std::string_view family_;   ///< the prefix of its format's elements
  bool rss_ = false;
  std::optional<Family> wordpress_;
};

/// "dc:creator", and "title" without a prefix.
std::string qualified(std::string_view prefix, std::string_view name);

}  // namespace hemero
