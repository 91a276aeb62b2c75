#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "common/text/characters/unicode.h"
#include "query/language/parser.h"

// Any text is a query: it is read without an exception, within the limits, and what was understood can be written and
// read again.

namespace {

using hemero::QueryNode;

void require(bool condition) {
  if (!condition) std::abort();
}

/// Words of the tree; a word may stand twice, in its place and for its number of occurrences.
std::size_t count_words(const QueryNode& node) {
  const bool leaf = node.kind == QueryNode::Kind::word || node.kind == QueryNode::Kind::phrase;
  std::size_t count = leaf ? 1 + static_cast<std::size_t>(std::count(node.text.begin(), node.text.end(), ' ')) : 0;
  for (const QueryNode& child : node.children) count += count_words(child);
  return count;
}

std::size_t depth(const QueryNode& node) {
  std::size_t deepest = 0;
  for (const QueryNode& child : node.children) deepest = std::max(deepest, depth(child));
  return deepest + 1;
}

/// True when what was written is longer, or nests deeper, than a query may: what is lifted out of PRÈS and MÊME stands
/// twice and in brackets of its own.
bool tells_limit(const std::vector<std::string>& notices) {
  return std::any_of(notices.begin(), notices.end(),
                     [](const std::string& notice) { return notice.find(" than ") != std::string::npos; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = hemero::parse_query({reinterpret_cast<const char*>(data), size});
  require(count_words(parsed.tree) <= 2 * 64);
  require(depth(parsed.tree) <= 16 * 6 + 64);  // six kinds of group in each bracket, and a chain of PRÈS
  require(parsed.notices.size() <= 200);
  require(hemero::is_valid_utf8(hemero::to_tree(parsed.tree)));
  const auto again = hemero::parse_query(hemero::to_query(parsed.tree));
  require(tells_limit(again.notices) || again.tree == parsed.tree);
  return 0;
}
