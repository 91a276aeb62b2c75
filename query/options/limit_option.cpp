#include "query/options/limit_option.h"

#include <utility>

namespace hemero {

void declare_limit(Command& command, std::size_t& limit, bool& all, std::string help) {
  constexpr std::uint64_t most = 100000;
  CommandOption& option = command.number("-n,--limit", 1, most, limit, std::move(help));
  option.read = [&all, read = option.read](const auto& values) {
    all = values.back() == "all";
    if (!all) read(values);
  };
}

}  // namespace hemero
