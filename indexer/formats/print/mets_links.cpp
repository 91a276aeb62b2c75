#include "indexer/formats/print/mets_links.h"

#include <utility>

namespace hemero {

namespace {

void add_areas_inside(const XmlElement& pointer, PieceKind kind, std::vector<MetsArea>& areas) {
  for (const XmlElement& child : pointer.children) {
    if (child.name == "area")
      areas.push_back({std::string(child.attribute("FILEID")), std::string(child.attribute("BEGIN")),
                       std::string(child.attribute("END")), kind});
    add_areas_inside(child, kind, areas);
  }
}

/// "art1" of "#art1"
std::string_view target_of(std::string_view reference) {
  if (reference.starts_with('#')) reference.remove_prefix(1);
  return reference;
}

}  // namespace

std::vector<MetsArea> areas_of_pointer(const XmlElement& pointer, PieceKind kind) {
  std::vector<MetsArea> areas;
  if (const auto file = pointer.attribute("FILEID"); !file.empty()) areas.push_back({std::string(file), {}, {}, kind});
  add_areas_inside(pointer, kind, areas);
  return areas;
}

void MetsLinks::add_divisions(const XmlElement& map) {
  for (const XmlElement& child : map.children) {
    if (child.name != "div") continue;
    if (const auto id = child.attribute("ID"); !id.empty()) divisions_.emplace(id, &child);
    add_divisions(child);
  }
}

void MetsLinks::add_links(const XmlElement& links) {
  for (const XmlElement& child : links.children) {
    if (child.name == "smLink") add_link(child.attribute("xlink:from"), child.attribute("xlink:to"));
    if (child.name == "smLinkGrp") add_group(child);
  }
}

/// In a group locators give labels to divisions, and arcs lead from label to label.
void MetsLinks::add_group(const XmlElement& group) {
  std::map<std::string_view, std::vector<std::string_view>> labelled;
  for (const XmlElement& child : group.children)
    if (child.name == "smLocatorLink")
      labelled[child.attribute("xlink:label")].push_back(child.attribute("xlink:href"));
  for (const XmlElement& child : group.children) {
    if (child.name != "smArcLink") continue;
    for (const std::string_view from : labelled[child.attribute("xlink:from")])
      for (const std::string_view to : labelled[child.attribute("xlink:to")]) {
        if (links_left_ == 0) return;
        add_link(from, to);
      }
  }
}

void MetsLinks::add_link(std::string_view from, std::string_view to) {
  if (links_left_ == 0 || from.empty() || to.empty()) return;
  --links_left_;
  links_[std::string(target_of(from))].emplace_back(target_of(to));
}

std::vector<MetsArea> MetsLinks::areas_of(std::string_view division, const PageIndex& pages) {
  std::vector<MetsArea> areas;
  const auto linked = links_.find(division);
  if (linked == links_.end()) return areas;
  for (const std::string& to : linked->second)
    if (const auto found = divisions_.find(to); found != divisions_.end()) collect(*found->second, pages, areas);
  return areas;
}

void MetsLinks::collect(const XmlElement& division, const PageIndex& pages, std::vector<MetsArea>& areas) {
  if (visits_left_ == 0) return;
  --visits_left_;
  const std::size_t before = areas.size();
  for (const XmlElement& child : division.children) {
    if (child.name != "fptr") continue;
    for (MetsArea& area : areas_of_pointer(child, PieceKind::text))
      if (pages.contains(area.file)) areas.push_back(std::move(area));
  }
  if (areas.size() > before) return;
  for (const XmlElement& child : division.children)
    if (child.name == "div") collect(child, pages, areas);
}

}  // namespace hemero
