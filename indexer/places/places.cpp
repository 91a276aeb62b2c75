#include "indexer/places/places.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/store/folder/archive_option.h"
#include "common/store/writing/archive_writer.h"
#include "indexer/places/place_files.h"

namespace hemero {

namespace {

void print_json(const std::vector<PlaceFiles>& places) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().member("version", 1).key("places").begin_array();
  for (const PlaceFiles& files : places)
    json.begin_object()
        .member("path", files.place.path)
        .member("options", files.place.options)
        .member("reachable", files.reachable)
        .member("articles", files.articles)
        .member("articles_gone", std::uint64_t{files.gone.size()})
        .member("files_gone", files.files_gone())
        .member("last_run", files.place.last_run)
        .end_object();
  json.end_array().end_object();
  fmt::print("{}\n", line);
}

/// A place in two lines: where and how, and what was found there.
void print_text(const PlaceFiles& files) {
  std::string line = files.place.path;
  for (const std::string& option : files.place.options) line += "  " + option;
  fmt::print("{}\n", visible(line));
  std::string state = files.articles == 1 ? message("1 article") : message("{} articles", files.articles);
  state += ", " + message("read last on {}", files.place.last_run);
  if (!files.reachable)
    state += ", " + message("not there now");
  else if (!files.gone.empty())
    state += ", " + message("files that are no longer there: {}", files.files_gone());
  fmt::print("      {}\n", state);
}

int forget(const PlacesOptions& options) {
  const std::string path = place_path(options.forget);
  if (!ArchiveWriter(options.archive, {.create = false}).forget(path))
    throw Error(ErrorCode::usage, message("{} is no place that is known", path),
                message("“hemero-index places” lists them"));
  fmt::print(stderr, "{}\n", message("{} is forgotten; its articles stay", path));
  return 0;
}

}  // namespace

Command declare(PlacesOptions& options) {
  Command command("places", message("list the files and folders that “add” reads again, or forget one"));
  command.example("hemero-index places", message("what “add” reads when it is given no path"));
  command.file("--forget", message("PATH"), options.forget, message("do not read it again; its articles stay"))
      .only_typed();
  command.json_format(options.as_json);
  declare_archive(command, options.archive);
  return command;
}

int run(const PlacesOptions& options) {
  if (!options.forget.empty()) return forget(options);
  const std::vector<PlaceFiles> places = look_at_places(options.archive);
  if (options.as_json)
    print_json(places);
  else
    for (const PlaceFiles& files : places) print_text(files);
  return 0;
}

}  // namespace hemero
