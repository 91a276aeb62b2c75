#include "common/model/field.h"

#include <algorithm>
#include <set>
#include <string>

#include "data/tables.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("the table of searched fields holds all of them") {
  CHECK(fields.size() == static_cast<std::size_t>(Field::date) + 1);
}

TEST_CASE("every field of an article has names of its own, and a label that French readers understand") {
  std::set<std::string_view> names;
  std::set<std::string_view> columns;
  std::set<std::string_view> mapped;
  for (const ArticleField& field : article_fields) {
    INFO(field.name);
    CHECK(names.insert(field.name).second);
    CHECK(columns.insert(field.column).second);
    if (!field.mapped.empty()) CHECK(mapped.insert(field.mapped).second);
    if (field.label != nullptr)
      CHECK(table_text("messages").find(std::string(field.label) + "\t") != std::string::npos);
  }
}

TEST_CASE("all that is searched beside the text is a field of an article") {
  for (const FieldInfo& row : fields) {
    INFO(row.english);
    const auto searched = std::count_if(article_fields.begin(), article_fields.end(),
                                        [&](const ArticleField& field) { return field.searched == row.field; });
    CHECK(searched == (row.field == Field::lead || row.field == Field::body ? 0 : 1));
  }
}

TEST_CASE("fields are shown to people as text") {
  Article article;
  article.title = "Grève";
  article.date = parse_iso_date("2021-08");
  article.authors = {"Claire Vasseur", "Jean Dupont"};
  article.ocr_confidence = 0.9134;
  struct Row {
    const ArticleField& field;
    const char* text;
    const char* reason;
  };
  const Row rows[] = {
      {article_field("title"), "Grève", "a text as it is"},
      {article_field("date"), "2021-08", "a date as far as it is known"},
      {article_field("authors"), "Claire Vasseur, Jean Dupont", "names behind one another"},
      {article_field("keywords"), "", "no name"},
      {article_field("ocr_confidence"), "0.913", "a number with the decimals that are kept"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(field_text(article, row.field) == row.text);
  }
  CHECK(field_text({}, article_field("date")).empty());
  CHECK(field_text({}, article_field("ocr_confidence")).empty());
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
