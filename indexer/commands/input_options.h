#pragma once

#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/store/catalogue/known_places.h"
#include "indexer/ingest/extract_options.h"
#include "indexer/input/input_limits.h"

namespace hemero {

struct Format;

/// What is read, and how: what add and explain have in common.
struct InputOptions {
  std::vector<std::string> paths;
  ExtractOptions extract;
  InputLimits limits;
};

/// Declares PATH…, which may be missing.
CommandOption& declare_paths(Command& command, InputOptions& options);

void declare_input(Command& command, InputOptions& options);

/// Paths, and how what is there is read.
struct Reading {
  InputOptions input;
  const Format* format = nullptr;  ///< of all files; nothing: each file's own
};

/// How a place is read, as it was remembered. Throws Error (usage) when this program does not know an option.
Reading reading_of(const KnownPlace& place);

/// The options that make a reading what it is, without its paths: "--map=text=papier".
std::vector<std::string> option_texts(const Reading& reading);

}  // namespace hemero
