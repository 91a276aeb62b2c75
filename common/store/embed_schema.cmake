# cmake -DFOLDER=common/store -DOUT=schema.cpp -P embed_schema.cmake
file(READ ${FOLDER}/schema.sql schema)
file(READ ${FOLDER}/upgrade.sql upgrade)
file(WRITE ${OUT} "#include \"common/store/schema.h\"\n\nnamespace hemero {\n\nconst std::string schema_sql = R\"sql(${schema})sql\";\n\nconst std::string upgrade_sql = R\"sql(${upgrade})sql\";\n\n}  // namespace hemero\n")
