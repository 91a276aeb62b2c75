# cmake -DFOLDER=common/store/folder -DOUT=schema.cpp -P embed_schema.cmake
set(source "#include \"common/store/folder/schema.h\"\n\nnamespace hemero {\n")
foreach(name schema upgrade_2 upgrade_3)
  file(READ ${FOLDER}/${name}.sql sql)
  string(APPEND source "\nconst std::string ${name}_sql = R\"sql(${sql})sql\";\n")
endforeach()
file(WRITE ${OUT} "${source}\n}  // namespace hemero\n")
