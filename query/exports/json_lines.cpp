#include <utility>

#include "query/exports/exporter.h"
#include "query/render/render.h"

namespace hemero {

namespace {

class JsonLines : public Exporter {
 public:
  explicit JsonLines(Columns columns) : columns_(std::move(columns)) {}

  std::string article(const Hit& hit) override { return render_json(hit, columns_) + "\n"; }

 private:
  Columns columns_;
};

}  // namespace

std::unique_ptr<Exporter> json_lines_exporter(Columns columns) {
  return std::make_unique<JsonLines>(std::move(columns));
}

}  // namespace hemero
