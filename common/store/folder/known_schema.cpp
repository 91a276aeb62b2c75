#include "common/store/folder/known_schema.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/schema.h"

namespace hemero {

namespace {

/// SQLite's own: the table behind AUTOINCREMENT.
constexpr std::string_view sequence_statement = "CREATE TABLE sqlite_sequence(name,seq)";

/// A table, an index or a view, by the statement that makes it.
struct Made {
  std::string_view name;
  std::string_view sql;
  bool found = false;
};

bool is_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c < 0; }

/// The end of what begins at `at`: a comment, a string, or a single byte.
std::size_t end_of_piece(std::string_view sql, std::size_t at) {
  if (sql.substr(at).starts_with("--")) return std::min(sql.find('\n', at), sql.size());
  if (sql[at] != '\'') return at + 1;
  const std::size_t end = sql.find('\'', at + 1);
  return end == std::string_view::npos ? sql.size() : end + 1;
}

/// The words behind CREATE and TABLE, INDEX or VIEW.
std::string_view name_in(std::string_view statement) {
  const std::size_t begin = statement.find(' ', statement.find(' ') + 1) + 1;
  return statement.substr(begin, statement.find_first_of(" (", begin) - begin);
}

/// The statements of a schema of ours that make something, in order.
std::vector<Made> made_by(std::string_view schema) {
  std::vector<Made> made;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < schema.size();) {
    if (schema[at] == ';') {
      const std::string_view statement = schema.substr(begin, at - begin);
      if (statement.starts_with("CREATE ")) made.push_back({name_in(statement), statement});
    }
    const std::size_t end = end_of_piece(schema, at);
    const bool is_before = begin == at && (schema[at] == '-' || schema[at] == '\n' || schema[at] == ' ');
    const bool between = schema[at] == ';' || is_before;
    if (between) begin = end;
    at = end;
  }
  return made;
}

/// What writers add where an older one left it out.
bool may_lack(std::string_view name) { return name == "batch" || name == "version_by_content"; }

std::vector<Made> made_in(std::int64_t format) {
  if (format == archive_format()) return made_by(schema_sql);
  std::vector<Made> made = made_by(older_schemas.at(static_cast<std::size_t>(format - oldest_format)));
  const auto has = [&](std::string_view name) {
    return std::any_of(made.begin(), made.end(), [&](const Made& each) { return each.name == name; });
  };
  for (const Made& each : made_by(schema_sql))
    if (may_lack(each.name) && !has(each.name)) made.push_back(each);
  return made;
}

struct Stored {
  std::string name;
  std::string sql;
};

/// What SQLite says that a catalogue holds. The indexes of UNIQUE and PRIMARY KEY have no statement: SQLite itself
/// holds them against their tables.
std::vector<Stored> stored_in(sqlite::Connection& connection) {
  std::vector<Stored> stored;
  sqlite::Statement rows = connection.prepare("SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL");
  while (rows.step())
    if (rows.text(1) != sequence_statement) stored.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
  return stored;
}

/// Whether these are all the statements of a schema, letter by letter and in its order: so in most catalogues, and fast
/// to tell.
bool is_whole(const std::vector<Stored>& stored, std::string_view schema) {
  constexpr std::string_view beginning = "\nCREATE ";
  std::size_t at = 0;
  for (const Stored& each : stored) {
    at = schema.find(beginning, at);
    if (at == std::string_view::npos) return false;
    const std::size_t end = ++at + each.sql.size();
    if (schema.substr(at, each.sql.size()) != each.sql || end >= schema.size() || schema[end] != ';') return false;
    at = end;
  }
  return schema.find(beginning, at) == std::string_view::npos;
}

/// Throws Error (bad_data), with this hint, unless what is stored was made so, and all that must be there is.
void require_made(const std::vector<Stored>& stored, std::vector<Made> known, const std::string& file,
                  const std::string& hint) {
  const auto refuse = [&](const std::string& what) { throw Error(ErrorCode::bad_data, what, hint); };
  for (const Stored& each : stored) {
    const auto is_of_name = [&](const Made& made) { return made.name == each.name; };
    const auto made = std::find_if(known.begin(), known.end(), is_of_name);
    if (made == known.end()) return refuse(message("{} holds “{}”, which Hemero did not make", file, each.name));
    if (bare_statement(each.sql) != bare_statement(made->sql))
      refuse(message("{} holds “{}”, but not as Hemero makes it", file, each.name));
    made->found = true;
  }
  for (const Made& each : known)
    if (!each.found && !may_lack(each.name)) refuse(message("{} lacks its “{}”", file, each.name));
}

}  // namespace

std::string bare_statement(std::string_view sql) {
  std::string bare;
  bool separated = false;
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t end = end_of_piece(sql, at);
    const std::string_view piece = sql.substr(at, end - at);
    at = end;
    const bool is_comment = piece.starts_with("--");
    if (is_comment || piece == " " || piece == "\n") {
      separated = true;
      continue;
    }
    if (piece == "\"") continue;
    if (separated && !bare.empty() && is_of_word(bare.back()) && is_of_word(piece.front())) bare += ' ';
    separated = false;
    bare += piece;
  }
  return bare;
}

void require_known_schema(sqlite::Connection& connection, std::int64_t format, const std::string& file) {
  const std::vector<Stored> stored = stored_in(connection);
  if (format == archive_format() && is_whole(stored, schema_sql)) return;
  require_made(stored, made_in(format), file,
               message("run “hemero-index repair”; what was added by other programs must be dropped first"));
}

void require_schema(sqlite::Connection& connection, std::string_view schema, const std::string& file) {
  const std::vector<Stored> stored = stored_in(connection);
  if (!is_whole(stored, schema)) require_made(stored, made_by(schema), file, {});
}

}  // namespace hemero
