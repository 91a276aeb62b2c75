#include "query/serve/page_reading.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/user/dossiers.h"
#include "query/language/typed_text.h"
#include "query/serve/file_stamp.h"

namespace hemero {

namespace {

constexpr double seconds_to_search = 10;

}  // namespace

SearchRequest PageReading::search() const {
  SearchRequest asked = page.asked.request;
  asked.deadline = seconds_to_search;
  asked.user_data = user_data;
  if (user_data.empty() && !asked.dossiers.empty())
    throw Error(ErrorCode::usage, message("Nothing is kept on this server: it has no dossiers."));
  asked.everything = asks_for_everything(asked.text);
  if (asked.everything && asked.order == SortOrder::relevance) asked.order = SortOrder::newest;
  return asked;
}

KeptNames PageReading::dossier_names() const {
  if (user_data.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (Dossier& each : Dossiers(user_data, Missing::leave).list()) names.push_back(std::move(each.name));
  return names;
}

std::string PageReading::state() const {
  std::string state = fmt::format("{}\n{}\n{}", reader.state, reader.batch, file_stamp(user_data));
  if (page.asked.synonyms) state += "\n" + file_stamp(folder.synonyms());
  return state;
}

}  // namespace hemero
