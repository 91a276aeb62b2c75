#include "query/serve/export.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"

namespace hemero {

namespace {

constexpr double seconds_to_export = 60;

constexpr std::array forms{
    ExportForm{"csv", RowFormat::csv, "text/csv; charset=utf-8"},
    ExportForm{"excel.csv", RowFormat::csv_excel, "text/csv; charset=utf-8"},
    ExportForm{"jsonl", RowFormat::jsonl, "application/x-ndjson"},
    ExportForm{"ris", RowFormat::ris, "application/x-research-info-systems"},
    ExportForm{"bib", RowFormat::bibtex, "application/x-bibtex"},
    ExportForm{"csl.json", RowFormat::csl_json, "application/vnd.citationstyles.csl+json"},
    ExportForm{"txm.zip", RowFormat::txm, "application/zip"},
    ExportForm{"iramuteq.txt", RowFormat::iramuteq, "text/plain; charset=utf-8"},
    ExportForm{"atom", RowFormat::atom, "application/atom+xml", true},
};

/// A file without a name, which is gone when it is closed.
class NamelessFile {
 public:
  NamelessFile() : file_(std::tmpfile()) {
    if (!file_) throw system_error(errno, "cannot write {}", "tmpfile");
  }

  void write(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size())
      throw system_error(errno, "cannot write {}", "tmpfile");
  }

  /// A descriptor of its own for what was written, to be read from the beginning.
  int take() {
    if (std::fflush(file_.get()) != 0) throw system_error(errno, "cannot write {}", "tmpfile");
    const int descriptor = ::dup(::fileno(file_.get()));
    if (descriptor < 0) throw system_error(errno, "cannot read {}", "tmpfile");
    ::lseek(descriptor, 0, SEEK_SET);
    return descriptor;
  }

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Closer> file_;
};

/// What is said of such an answer before its content.
HttpResponse begun(const ExportForm& form) {
  HttpResponse response{200, std::string(form.type)};
  if (!form.is_shown)
    response.headers.emplace_back("Content-Disposition",
                                  fmt::format("attachment; filename=\"hemero.{}\"", form.ending));
  return response;
}

}  // namespace

const ExportForm* export_form(std::string_view ending) {
  const auto* form = std::ranges::find(forms, ending, &ExportForm::ending);
  return form == forms.end() ? nullptr : form;
}

HttpResponse exported(const ExportForm& form, SearchRequest request, const ArchiveReader& archive, Searcher& searcher) {
  ask_for_whole_set(request, archive);
  request.offset = 0;
  request.for_export = true;
  request.deadline = seconds_to_export;
  NamelessFile file;
  ExportOrigin origin = origin_of(archive, request.text);
  std::unique_ptr<Exporter> exporter;
  const auto begin = [&](std::uint64_t total) {
    origin.total = total;
    exporter = make_exporter({form.format}, origin);
    file.write(exporter->begin());
  };
  const Page page = searcher.search(request, [&](const Page& found, const Hit& hit) {
    throw_if_stopped();
    if (!exporter) begin(found.total);
    file.write(exporter->article(hit));
  });
  if (!exporter) begin(0);
  file.write(exporter->end());
  if (!page.complete)
    throw Error(ErrorCode::locked, message("there are too many articles to be exported in {} s", seconds_to_export),
                message("narrow the search by years, and export one after the other"));
  HttpResponse response = begun(form);
  response.file = file.take();
  return response;
}

HttpResponse exported(const ExportForm& form, const std::vector<Hit>& hits, ExportOrigin origin) {
  origin.total = hits.size();
  const auto exporter = make_exporter(with_notes({form.format}), std::move(origin));
  HttpResponse response = begun(form);
  response.body = exporter->begin();
  for (const Hit& hit : hits) response.body += exporter->article(hit);
  response.body += exporter->end();
  return response;
}

}  // namespace hemero
