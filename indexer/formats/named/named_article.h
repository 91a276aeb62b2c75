#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/dates/date.h"
#include "common/model/article.h"
#include "indexer/input/article_extractor.h"
#include "indexer/input/record.h"

namespace hemero {

/// Without blanks around it, and without what programs write where there is nothing: "NaN", "NULL", "None".
std::string_view said(std::string_view value);

/// Is given what a record says of a field, in UTF-8, several values a line each; true when it wants no more.
using TakeValue = std::function<bool(std::string_view value)>;

/// What a record says of its fields (field_keys.h).
class FieldValues {
 public:
  virtual ~FieldValues() = default;

  /// Offers what stands under each key of a field, the preferred key first, until it is taken.
  virtual void offer(std::string_view field, const TakeValue& take) const = 0;
};

/// The first date of a record that can be read, else the words of the first that cannot.
struct SaidDate {
  std::optional<Date> date;
  std::string words;
};
SaidDate date_said(const FieldValues& values);

/// What a record says of a field whose key is known already; empty when it says nothing.
using FieldTexts = std::function<std::string(std::string_view field)>;

/// What is told of a key or a column that no field takes.
LeftOut left_out_of(std::string name, std::string_view value, bool is_column);

/// The article of a record whose fields have names: a line of JSON Lines, a row of a table. Of several keys the first
/// counts that says what the field is: a date that can be read, a source that is no address, names that are no numbers.
/// Entities and tags of HTML are what they mean. Its key is its id, else its URL, else "path:line". Names of authors
/// and keywords stand apart by line feeds or semicolons.
Article article_of_fields(const FieldValues& values, const Record& record);
Article article_of_fields(const FieldTexts& texts, const Record& record);

}  // namespace hemero
