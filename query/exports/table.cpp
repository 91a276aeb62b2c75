#include <utility>

#include "query/exports/exporter.h"

namespace hemero {

namespace {

class Table : public Exporter {
 public:
  Table(Columns columns, TableForm form) : columns_(std::move(columns)), form_(form) {}

  std::string begin() override {
    std::string row(form_.byte_order_mark ? "\xEF\xBB\xBF" : "");
    CsvWriter csv(row, form_.csv);
    write_header(csv, columns_);
    return row;
  }

  std::string article(const Hit& hit) override {
    std::string row;
    CsvWriter csv(row, form_.csv);
    write_row(csv, hit, columns_);
    return row;
  }

 private:
  Columns columns_;
  TableForm form_;
};

}  // namespace

std::unique_ptr<Exporter> table_exporter(Columns columns, TableForm form) {
  return std::make_unique<Table>(std::move(columns), form);
}

}  // namespace hemero
