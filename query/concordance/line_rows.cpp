#include "query/concordance/line_rows.h"

#include <algorithm>
#include <vector>

#include "query/render/concordance.h"

namespace hemero {

void for_each_batch(std::size_t begin, std::size_t count,
                    const std::function<void(std::size_t begin, std::size_t count)>& use) {
  constexpr std::size_t at_a_time = 2000;
  const std::size_t end = begin + count;
  for (; begin < end; begin += at_a_time) use(begin, std::min(at_a_time, end - begin));
}

void write_line_rows(const Concordance& concordance, const LineRows& rows,
                     const std::function<void(const std::string& text)>& write) {
  if (rows.csv) write(concordance_header());
  for_each_batch(rows.begin, rows.count, [&](std::size_t begin, std::size_t count) {
    const std::vector<ConcordanceLine> lines = concordance.lines(begin, count, rows.context);
    if (rows.csv)
      write(render_concordance_csv(lines));
    else
      for (const ConcordanceLine& line : lines) write(render_line_json(line) + "\n");
  });
}

}  // namespace hemero
