#include "indexer/formats/documents/document.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/formats/databases/nexis_lines.h"

namespace hemero {

namespace {

using Blocks = std::vector<DocumentBlock>;

bool closes_delivery(const DocumentBlock& block) { return is_document_end(block.text); }

/// Where the last section begins; the beginning where there is none.
Blocks::iterator last_section(Blocks::iterator begin, Blocks::iterator end) {
  const auto found = std::find_if(std::reverse_iterator(end), std::reverse_iterator(begin),
                                  [](const DocumentBlock& block) { return block.begins_section; });
  return found == std::reverse_iterator(begin) ? begin : std::prev(found.base());
}

}  // namespace

std::size_t Document::size() const {
  std::size_t bytes = 0;
  for (const DocumentBlock& block : blocks) bytes += block.text.size();
  return bytes;
}

std::vector<Document> cut_deliveries(Document document) {
  std::vector<Document> deliveries;
  auto begin = document.blocks.begin();
  while (true) {
    const auto end = std::find_if(begin, document.blocks.end(), closes_delivery);
    if (end == document.blocks.end()) break;
    Document& delivery = deliveries.emplace_back();
    delivery.of_nexis = true;
    std::move(last_section(begin, end), end, std::back_inserter(delivery.blocks));
    begin = std::next(end);
  }
  if (deliveries.empty()) deliveries.push_back(std::move(document));
  return deliveries;
}

}  // namespace hemero
