#pragma once

#include <string>

namespace hemero {

/// From now on a mapped file that can no longer be read, for another program cut it short or its disk fails, ends the
/// process with status 74 and a message that names the file, instead of by SIGBUS. For main; `program` stands before
/// the message, which is in the reader's language.
void tell_lost_mappings(const std::string& program);

}  // namespace hemero
