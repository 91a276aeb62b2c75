#include "query/slips/slip_cost.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("what happens more often costs less") {
  CHECK(slip_cost("macron", "macron") == 0);
  CHECK(slip_cost("", "") == 0);
  CHECK(slip_cost("macrn", "macron") == 1);
  CHECK(slip_cost("macrion", "macron") == 1);
  CHECK(slip_cost("macronn", "macron") < slip_cost("macront", "macron"));  // doubled
  CHECK(slip_cost("agression", "aggression") < slip_cost("arression", "arpression"));
  CHECK(slip_cost("mcaron", "macron") < slip_cost("macrn", "macron"));        // swapped
  CHECK(slip_cost("mzcron", "macron") < slip_cost("mucron", "macron"));       // z lies beside a, u does not
  CHECK(slip_cost("macrln", "macron") < slip_cost("macrqn", "macron"));       // l lies below o
  CHECK(slip_cost("elysee", "élysée") < slip_cost("elyse", "elysee") + 0.5);  // accents
  CHECK(slip_cost("acron", "macron") > slip_cost("macro", "macron"));         // the first letter
  CHECK(slip_cost("nacron", "macron") > slip_cost("macrom", "macron"));
}

}  // namespace
}  // namespace hemero
