#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// A step of a value that is a path: of a section, or of a site.
struct PathStep {
  std::string form;     ///< what its spellings have in common: "education"
  std::string printed;  ///< the path that ends with it: "Société/Éducation"
};

/// The steps of a section, "Société/Éducation". A step without a letter or a digit is none.
std::vector<PathStep> section_steps(std::string_view section);

/// The sections of an archive as paths. The index does not tell apart sections that differ only in signs ("vie-privée",
/// "vie/privée"): they are the one of most steps.
class SectionPaths {
 public:
  explicit SectionPaths(const std::vector<std::string>& sections);

  std::vector<PathStep> steps(std::string_view section) const;

 private:
  std::map<std::string, std::vector<PathStep>, std::less<>> paths_;  ///< by all their letters
};

/// True when a section is what another one names, or is below it.
bool is_within(const std::vector<PathStep>& section, const std::vector<PathStep>& upper);

}  // namespace hemero
