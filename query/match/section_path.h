#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// A step of a section that is a path.
struct SectionStep {
  std::string form;     ///< what its spellings have in common: "education"
  std::string printed;  ///< the path that ends with it: "Société/Éducation"
};

/// The steps of a section, "Société/Éducation". A step without a letter or a digit is none.
std::vector<SectionStep> section_steps(std::string_view section);

/// The sections of an archive as paths. The index does not tell apart sections that differ only in signs ("vie-privée",
/// "vie/privée"): they are the one of most steps.
class SectionPaths {
 public:
  explicit SectionPaths(const std::vector<std::string>& sections);

  std::vector<SectionStep> steps(std::string_view section) const;

 private:
  std::map<std::string, std::vector<SectionStep>, std::less<>> paths_;  ///< by all their letters
};

/// True when a section is what another one names, or is below it.
bool is_within(const std::vector<SectionStep>& section, const std::vector<SectionStep>& upper);

}  // namespace hemero
