#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "common/base/error.h"
#include "indexer/formats/documents/document_article.h"
#include "indexer/formats/documents/mail_article.h"
#include "indexer/formats/documents/open_document.h"
#include "indexer/formats/documents/word_document.h"
#include "tests/support/string_input.h"

namespace {

/// What was read becomes an article or a reason.
void read_article(hemero::ReadDocument read) {
  auto* document = std::get_if<hemero::Document>(&read);
  if (document == nullptr) return;
  for (hemero::Document& each : hemero::cut_deliveries(std::move(*document))) {
    hemero::Record record{{}, "a", "a"};
    record.document = std::make_shared<const hemero::Document>(std::move(each));
    hemero::Choices choices;
    hemero::read_document_article(record, choices);
  }
}

}  // namespace

/// Any bytes, as a document of Word, one of LibreOffice or a message, give articles or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  hemero::InputLimits limits;
  limits.text = 100'000;
  limits.xml_record = 1'000'000;
  limits.container_total = 10'000'000;
  try {
    hemero::StringInput input(bytes);
    if (data[0] == 'w') read_article(hemero::read_word_document(input, limits));
    if (data[0] == 'o') read_article(hemero::read_open_document(input, limits));
  } catch (const hemero::Error&) {  // of the container
  }
  hemero::Choices choices;
  if (data[0] == 'm') hemero::read_mail_article({bytes, "a", "a"}, choices);
  return 0;
}
