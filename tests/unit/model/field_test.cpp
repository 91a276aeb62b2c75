#include "common/model/field.h"

#include <set>
#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("the table of fields holds every field at its place") {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    CHECK(static_cast<std::size_t>(fields[i].field) == i);
    CHECK(&info(static_cast<Field>(i)) == &fields[i]);
  }
  CHECK(fields.size() == static_cast<std::size_t>(Field::date) + 1);
}

TEST_CASE("no two fields share a name, and prefixes begin differently") {
  std::set<std::string_view> names;
  std::set<std::string_view> prefixes;
  for (const FieldInfo& field : fields) {
    INFO(field.french);
    CHECK(names.insert(field.french).second);
    if (field.english != field.french) CHECK(names.insert(field.english).second);
    if (!field.prefix.empty()) CHECK(prefixes.insert(field.prefix).second);
    CHECK((field.kind == FieldKind::text) == (field.weight > 0));
    if (field.kind == FieldKind::text) CHECK(field.prefix.empty());
  }
  for (const auto prefix : prefixes)
    for (const auto other : prefixes) CHECK((prefix == other || !other.starts_with(prefix)));
}

TEST_CASE("a title weighs more than a lead, a lead more than the body") {
  CHECK(info(Field::title).weight > info(Field::lead).weight);
  CHECK(info(Field::lead).weight > info(Field::body).weight);
}

}  // namespace
}  // namespace hemero
