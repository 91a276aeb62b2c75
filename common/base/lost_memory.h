#pragma once

#include <string>

namespace hemero {

/// From now on memory that lacks where nothing may be thrown, as within std::filesystem, or while this is being
/// told, ends the process with status 74 and a message, instead of by SIGABRT. For main; `program` stands before the
/// message, which is in the reader's language.
void tell_lost_memory(const std::string& program);

}  // namespace hemero
