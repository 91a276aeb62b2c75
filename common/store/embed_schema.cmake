# cmake -DFILE=schema.sql -DOUT=schema.cpp -P embed_schema.cmake
file(READ ${FILE} text)
file(WRITE ${OUT} "#include \"common/store/schema.h\"\n\nnamespace hemero {\n\nconst std::string schema_sql = R\"sql(${text})sql\";\n\n}  // namespace hemero\n")
