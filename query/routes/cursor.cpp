#include "query/routes/cursor.h"

#include <charconv>
#include <string_view>

#include <fmt/format.h>

#include "common/base/hash.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "query/routes/routes.h"

namespace hemero {

namespace {

/// Its request without what does not change the order.
std::string request_of(const PageReading& reading) {
  const AddressParameters parameters = parameters_of(reading.page);
  return address_of(reading.request.path(), without(parameters, {"cursor", "limit", "lang", "snippets", "context"}));
}

/// "place.state.request"
std::string cursor_of(const PageReading& reading, std::size_t place) {
  return fmt::format("{}.{:016x}.{:016x}", place, hash64(reading.state()), hash64(request_of(reading)));
}

/// The same address from its beginning.
std::string start_of(const PageReading& reading) {
  return address_of(reading.request.path(), without(parameters_of(reading.page), {"cursor"}));
}

}  // namespace

std::variant<std::size_t, Refusal> beginning(const PageReading& reading) {
  const std::string cursor = reading.page.own_value("cursor");
  if (cursor.empty()) return std::size_t{0};
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), place);
  if (error == std::errc() && cursor == cursor_of(reading, place)) return place;
  const std::string request = fmt::format(".{:016x}", hash64(request_of(reading)));
  if (error == std::errc() && *end == '.' && cursor.ends_with(request))
    return Refusal{.status = 410, .kind = "old-cursor", .start = start_of(reading)};
  return Refusal{400, message("This cursor is of no answer to this request."),
                 message("take it as “next” has it, and leave the other parameters as they were")};
}

HttpResponse json_page(std::string object, const PageReading& reading, std::optional<std::size_t> next) {
  object.pop_back();
  object += ",\"next\":";
  JsonWriter json(object);
  if (!next) {
    json.null();
    return hemero::json(object + "}");
  }
  AddressParameters parameters = without(parameters_of(reading.page), {"cursor"});
  parameters.emplace_back("cursor", cursor_of(reading, *next));
  const std::string address = address_of(reading.request.path(), parameters);
  json.value(address);
  HttpResponse response = hemero::json(object + "}");
  response.headers.emplace_back("Link", fmt::format("<{}>; rel=\"next\"", address));
  return response;
}

}  // namespace hemero
