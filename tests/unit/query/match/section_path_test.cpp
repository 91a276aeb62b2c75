#include "query/match/section_path.h"

#include "tests/support/catch.h"

using namespace hemero;

TEST_CASE("the steps of a section") {
  struct Row {
    const char* section;
    const char* forms;    ///< with | between them
    const char* printed;  ///< likewise
  };
  const Row rows[]{
      {"", "", ""},
      {"Société", "societe", "Société"},
      {"Société/Éducation", "societe|education", "Société|Société/Éducation"},
      {"Société / Éducation", "societe|education", "Société|Société / Éducation"},
      {"faits-divers/à la une", "faitsdivers|alaune", "faits-divers|faits-divers/à la une"},
      {"/monde//europe/", "monde|europe", "/monde|/monde//europe"},  // empty steps are none
      {"…/–/", "", ""},
      {"sport/2024", "sport|2024", "sport|sport/2024"},
  };
  for (const Row& row : rows) {
    INFO(row.section);
    std::string forms;
    std::string printed;
    for (const PathStep& step : section_steps(row.section)) {
      forms += (forms.empty() ? "" : "|") + step.form;
      printed += (printed.empty() ? "" : "|") + step.printed;
    }
    CHECK(forms == row.forms);
    CHECK(printed == row.printed);
  }
}

TEST_CASE("a section is within those above it") {
  struct Row {
    const char* section;
    const char* upper;
    bool within;
  };
  const Row rows[]{
      {"societe/education", "Société", true},       {"societe", "SOCIETE", true},
      {"societe", "societe/education", false},      {"societe-education", "societe", false},  // one step, another name
      {"monde/societe", "societe", false},          {"societe/education/ecole", "societe / education", true},
      {"faits divers/paris", "faits-divers", true},
  };
  for (const Row& row : rows) {
    INFO(row.section << " in " << row.upper);
    CHECK(is_within(section_steps(row.section), section_steps(row.upper)) == row.within);
  }
}
