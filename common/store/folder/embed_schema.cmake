# cmake -DFOLDER=common/store/folder -DOUT=schema.cpp -P embed_schema.cmake
# Embeds schema.sql, read_5.sql and, in the order of their numbers, schema_2.sql, upgrade_2.sql and those that follow;
# and the schema of what readers keep, ../user/user_schema.sql.
file(READ ${FOLDER}/schema.sql schema)
file(READ ${FOLDER}/read_5.sql read_older)
file(READ ${FOLDER}/../user/user_schema.sql user_schema)
set(upgrades "")
set(schemas "")
set(format 2)
while(EXISTS ${FOLDER}/upgrade_${format}.sql)
  file(READ ${FOLDER}/upgrade_${format}.sql sql)
  string(APPEND upgrades "R\"sql(${sql})sql\",\n")
  file(READ ${FOLDER}/schema_${format}.sql sql)
  string(APPEND schemas "R\"sql(${sql})sql\",\n")
  math(EXPR format "${format} + 1")
endwhile()
file(WRITE ${OUT} "#include \"common/store/folder/schema.h\"

namespace hemero {

const std::string schema_sql = R\"sql(${schema})sql\";

const std::string user_schema_sql = R\"sql(${user_schema})sql\";

const std::string read_older_sql = R\"sql(${read_older})sql\";

const std::vector<std::string> schema_upgrades{
${upgrades}};

const std::vector<std::string> older_schemas{
${schemas}};

}  // namespace hemero
")
