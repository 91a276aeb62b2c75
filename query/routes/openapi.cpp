#include "query/routes/openapi.h"

#include <map>

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "data/tables.h"
#include "query/routes/api_routes.h"

namespace hemero {

namespace {

void write_reference(JsonWriter& json, std::string_view kind, std::string_view name) {
  json.begin_object().member("$ref", fmt::format("#/components/{}/{}", kind, name)).end_object();
}

/// Of a single value.
void write_value_schema(JsonWriter& json, const Parameter& parameter) {
  const bool is_number = parameter.kind == Parameter::Kind::number;
  json.begin_object().member("type", is_number ? "integer" : "string");
  if (parameter.kind == Parameter::Kind::flag) json.member("enum", std::vector<std::string>{"1"});
  if (parameter.kind == Parameter::Kind::word) json.member("enum", parameter.choices);
  if (is_number) json.member("minimum", parameter.least).member("maximum", parameter.most);
  if (is_number && !parameter.usual.empty()) json.member("default", std::uint64_t{std::stoull(parameter.usual)});
  if (!is_number && !parameter.usual.empty()) json.member("default", parameter.usual);
  json.end_object();
}

void write_parameter(JsonWriter& json, const Parameter& parameter) {
  json.begin_object().member("name", parameter.name).member("in", "query").member("description", parameter.help());
  json.key("schema");
  if (parameter.repeats) json.begin_object().member("type", "array").key("items");
  write_value_schema(json, parameter);
  if (parameter.repeats) json.end_object();
  json.end_object();
}

/// The steps of a path that {…} stand for.
void write_steps(JsonWriter& json, const ApiRoute& route) {
  std::string_view examples = route.step;
  for (std::size_t open = route.path.find('{'); open != std::string_view::npos; open = route.path.find('{', open + 1)) {
    const std::size_t slash = std::min(examples.find('/'), examples.size());
    json.begin_object().member("name", route.path.substr(open + 1, route.path.find('}', open) - open - 1));
    json.member("in", "path").member("required", true).member("example", examples.substr(0, slash));
    json.key("schema").begin_object().member("type", "string").end_object().end_object();
    examples.remove_prefix(std::min(slash + 1, examples.size()));
  }
}

void write_answers(JsonWriter& json, const ApiRoute& route) {
  json.key("responses").begin_object().key("200").begin_object().member("description", route.help());
  json.key("content").begin_object().key(route.schema.empty() ? "text/html" : "application/json").begin_object();
  json.key("schema");
  if (route.schema.empty())
    json.begin_object().member("type", "string").end_object();
  else
    write_reference(json, "schemas", route.schema);
  json.end_object().end_object().end_object().key("default");
  write_reference(json, "responses", "Problem");
  json.end_object();
}

void write_route(JsonWriter& json, const ApiRoute& route) {
  json.key(route.path).begin_object().key("get").begin_object().member("summary", route.help());
  json.member("x-example", route.example).key("parameters").begin_array();
  write_steps(json, route);
  for (const Parameter& parameter : parameters_of(route)) write_reference(json, "parameters", parameter.name);
  json.end_array();
  write_answers(json, route);
  json.end_object().end_object();
}

/// Each parameter that some route has.
void write_parameters(JsonWriter& json) {
  std::map<std::string, Parameter> all;
  for (const ApiRoute& route : api_routes())
    for (Parameter& parameter : parameters_of(route)) all.try_emplace(parameter.name, parameter);
  json.begin_object();
  for (const auto& [name, parameter] : all) {
    json.key(name);
    write_parameter(json, parameter);
  }
  json.end_object();
}

}  // namespace

std::string openapi_json() {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("openapi", "3.1.0").key("info").begin_object().member("title", "Hemero");
  json.member("version", "1")
      .member("description", message("An archive of press articles, for programs."))
      .end_object();
  json.key("security").begin_array().begin_object().key("key").begin_array().end_array().end_object();
  json.begin_object().end_object().end_array().key("paths").begin_object();
  for (const ApiRoute& route : api_routes()) write_route(json, route);
  json.end_object();
  std::string parameters;
  JsonWriter written(parameters);
  write_parameters(written);
  const std::string_view others = table_text("api.json");  // an object
  return fmt::format("{},\"components\":{{\"parameters\":{},{}}}", out, parameters,
                     others.substr(others.find('{') + 1));
}

}  // namespace hemero
