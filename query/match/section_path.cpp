#include "query/match/section_path.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/names.h"

namespace hemero {

namespace {

std::string letters_of(std::string_view name) { return fmt::format("{}", fmt::join(name_words(name), "")); }

}  // namespace

std::vector<SectionStep> section_steps(std::string_view section) {
  std::vector<SectionStep> steps;
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
    std::vector<SectionStep> steps = section_steps(section);
    std::vector<SectionStep>& known = paths_[letters_of(section)];
    if (steps.size() > known.size()) known = std::move(steps);
  }
}

std::vector<SectionStep> SectionPaths::steps(std::string_view section) const {
  const auto known = paths_.find(letters_of(section));
  return known == paths_.end() ? section_steps(section) : known->second;
}

bool is_within(const std::vector<SectionStep>& section, const std::vector<SectionStep>& upper) {
  return section.size() >= upper.size() &&
         std::equal(upper.begin(), upper.end(), section.begin(),
                    [](const SectionStep& a, const SectionStep& b) { return a.form == b.form; });
}

}  // namespace hemero
