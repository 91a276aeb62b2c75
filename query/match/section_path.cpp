#include "query/match/section_path.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/names.h"

namespace hemero {

namespace {

std::string letters_of(std::string_view name) { return fmt::format("{}", fmt::join(name_words(name), "")); }

}  // namespace

std::vector<PathStep> section_steps(std::string_view section) {
  std::vector<PathStep> steps;
  for (std::size_t begin = 0; begin <= section.size();) {
    const std::size_t end = std::min(section.find('/', begin), section.size());
    std::string form = letters_of(section.substr(begin, end - begin));
    const std::size_t last = section.substr(0, end).find_last_not_of(' ');
    if (!form.empty()) steps.push_back({std::move(form), std::string(section.substr(0, last + 1))});
    begin = end + 1;
  }
  return steps;
}

SectionPaths::SectionPaths(const std::vector<std::string>& sections) {
  for (const std::string& section : sections) {
    std::vector<PathStep> steps = section_steps(section);
    std::vector<PathStep>& known = paths_[letters_of(section)];
    if (steps.size() > known.size()) known = std::move(steps);
  }
}

std::vector<PathStep> SectionPaths::steps(std::string_view section) const {
  const auto known = paths_.find(letters_of(section));
  return known == paths_.end() ? section_steps(section) : known->second;
}

bool is_within(const std::vector<PathStep>& section, const std::vector<PathStep>& upper) {
  return section.size() >= upper.size() &&
         std::equal(upper.begin(), upper.end(), section.begin(),
                    [](const PathStep& a, const PathStep& b) { return a.form == b.form; });
}

}  // namespace hemero
