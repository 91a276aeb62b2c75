#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/print/mets_file.h"
#include "indexer/formats/xml/xml_element.h"

namespace hemero {

/// The pages of an issue, as indices, by the ids of their files.
using PageIndex = std::map<std::string, std::size_t, std::less<>>;

/// What the structLink of a METS file says: which physical divisions belong to a logical one that names no areas itself
/// (British Library, DFG viewer, Kitodo). Links are given one by one (smLink) or in groups (smLinkGrp).
class MetsLinks {
 public:
  /// Takes the divisions of a structMap, which must outlive the object.
  void add_divisions(const XmlElement& map);

  void add_links(const XmlElement& links);

  /// The areas of what a logical division is linked to, in the order of the links: those in pages that a division names
  /// itself, else those that the divisions inside of it name.
  std::vector<MetsArea> areas_of(std::string_view division, const PageIndex& pages);

 private:
  void add_group(const XmlElement& group);
  void add_link(std::string_view from, std::string_view to);
  void collect(const XmlElement& division, const PageIndex& pages, std::vector<MetsArea>& areas);

  std::map<std::string, const XmlElement*, std::less<>> divisions_;     ///< by their ids
  std::map<std::string, std::vector<std::string>, std::less<>> links_;  ///< from one division to others
  std::size_t links_left_ = std::size_t{1} << 18;   ///< groups multiply: a small file could ask for any number
  std::size_t visits_left_ = std::size_t{1} << 20;  ///< of divisions, for the same reason
};

/// The areas that a pointer (fptr) names: a whole file, or parts of files.
std::vector<MetsArea> areas_of_pointer(const XmlElement& pointer, PieceKind kind);

}  // namespace hemero
