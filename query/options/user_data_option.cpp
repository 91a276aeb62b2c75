#include "query/options/user_data_option.h"

#include <cstdlib>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/visible.h"
#include "query/language/typed_text.h"

namespace hemero {

void declare_user_data(Command& command, std::filesystem::path& path) {
  constexpr const char* variable = "HEMERO_USER_DATA";
  if (const char* named = std::getenv(variable)) path = named;
  CommandOption& option =
      command.file("--user-data", message("PATH"), path,
                   message("file of your searches and dossiers, or its folder (default: $HEMERO_USER_DATA, else "
                           "user.sqlite in the archive)"));
  option.environment = variable;
  option.default_word = path.string();
}

void require_name(const std::string& name) {
  if (!is_blank(name) && visible(name) == name) return;
  throw Error(ErrorCode::usage, message("“{}” is no name: letters, digits and signs on one line are", name));
}

}  // namespace hemero
