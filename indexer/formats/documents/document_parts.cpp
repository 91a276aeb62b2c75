#include "indexer/formats/documents/document_parts.h"

#include <memory>
#include <utility>

#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/container.h"
#include "indexer/input/foreign_file.h"
#include "indexer/input/record.h"

namespace hemero {

namespace {

/// An input that somebody else keeps.
class BorrowedInput final : public ByteInput {
 public:
  explicit BorrowedInput(ByteInput& input) : input_(input) {}

  std::size_t read(std::span<char> room) override { return input_.read(room); }

 private:
  ByteInput& input_;
};

}  // namespace

std::optional<FileFault> visit_parts(ByteInput& document, const InputLimits& limits, const PartVisitor& visit) {
  Container parts({}, std::make_unique<BorrowedInput>(document), limits);
  while (const auto part = parts.next()) {
    if (const auto foreign = foreign_part(part->name)) return FileFault{reason::binary, *foreign};
    if (part->reason != nullptr) continue;
    EntryInput bytes(parts);
    if (auto fault = visit(part->name, bytes)) return fault;
  }
  return std::nullopt;
}

std::optional<FileFault> visit_elements(ByteInput& part, std::vector<std::string_view> names, const InputLimits& limits,
                                        const std::function<void(const XmlElement&)>& visit) {
  XmlReader reader(part, std::move(names), limits, true);
  while (const auto result = reader.next()) {
    if (const auto* fault = std::get_if<XmlFault>(&*result)) return FileFault{fault->reason, fault->message};
    visit(std::get<XmlItem>(*result).element);
  }
  return std::nullopt;
}

}  // namespace hemero
