#include <memory>

#include "query/exports/exporter.h"
#include "tests/support/catch.h"
#include "tests/unit/query/exports/exported_hit.h"

// Articles as programs read them that keep references.

namespace hemero {
namespace {

std::string ris(const Hit& hit) { return ris_exporter(origin())->article(hit); }
std::string bibtex(const Hit& hit) { return bibtex_exporter()->article(hit); }
std::string csl_json(const Hit& hit) { return csl_json_exporter(origin())->article(hit); }
std::string atom(const Hit& hit) { return atom_exporter(origin())->article(hit); }
std::string csv(const Hit& hit) { return table_exporter(read_columns("title,source,authors"))->article(hit); }

TEST_CASE("an article as RIS") {
  CHECK(ris(full_hit()) ==
        "TY  - NEWS\r\nTI  - La grève\r\nT2  - Agence Presse Ouest\r\nAU  - J.-P. Bréhaudais\r\n"
        "AU  - Vasseur, Claire\r\nDA  - 2019/12/05/\r\nPY  - 2019\r\nSE  - Social\r\n"
        "UR  - https://apo.example/a?b=1&c=%C3%A9\r\nLA  - fr\r\nAB  - Le chapô.\r\nKW  - grève\r\nKW  - SNCF\r\n"
        "AN  - k-7\r\nID  - hemero-1a2b3c4d-7\r\nDB  - Hemero: 1a2b3c4d, état 12\r\nER  - \r\n\r\n");
  CHECK(ris(bare_hit()) ==
        "TY  - NEWS\r\nAN  - k-8\r\nID  - hemero-1a2b3c4d-8\r\n"
        "DB  - Hemero: 1a2b3c4d, état 12\r\nER  - \r\n\r\n");
}

TEST_CASE("an article as BibTeX") {
  CHECK(bibtex(full_hit()) ==
        "@article{apo20191205-7,\n  author = {{J.-P. Bréhaudais} and {Vasseur, Claire}},\n  title = {{La grève}},\n"
        "  journal = {Agence Presse Ouest},\n  journaltitle = {Agence Presse Ouest},\n  date = {2019-12-05},\n"
        "  year = {2019},\n  month = dec,\n  entrysubtype = {newspaper},\n"
        "  url = {https://apo.example/a?b=1&c=%C3%A9},\n  langid = {french},\n  keywords = {grève, SNCF},\n"
        "  note = {Hemero nº 7}\n}\n\n");
  CHECK(bibtex(bare_hit()) == "@article{hemero-8,\n  entrysubtype = {newspaper},\n  note = {Hemero nº 8}\n}\n\n");
}

TEST_CASE("an article as CSL-JSON") {
  CHECK(csl_json(full_hit()) ==
        R"({"id":"hemero-1a2b3c4d-7","type":"article-newspaper","title":"La grève",)"
        R"("container-title":"Agence Presse Ouest","author":[{"literal":"J.-P. Bréhaudais"},)"
        R"({"literal":"Vasseur, Claire"}],"issued":{"date-parts":[[2019,12,5]]},"section":"Social",)"
        R"("URL":"https://apo.example/a?b=1&c=%C3%A9","language":"fr","abstract":"Le chapô.",)"
        R"("keyword":"grève, SNCF","archive":"Hemero: 1a2b3c4d, état 12","archive_location":"k-7",)"
        R"("accessed":{"date-parts":[[2026,11,30]]}})");
  const auto exporter = csl_json_exporter(origin());
  CHECK(exporter->begin() + exporter->end() == "[]\n");
  exporter->article(bare_hit());
  CHECK(exporter->article(bare_hit()).starts_with(",\n{"));
}

TEST_CASE("an article as an entry of Atom") {
  CHECK(atom(full_hit()) ==
        "<entry>\n<id>urn:uuid:1a2b3c4d-0000-4000-8000-000000000000:article:7</id>\n<title>La grève</title>\n"
        "<updated>2026-11-29T08:00:00Z</updated>\n<published>2019-12-05T00:00:00-00:00</published>\n"
        "<author><name>J.-P. Bréhaudais</name></author>\n<author><name>Vasseur, Claire</name></author>\n"
        "<link href=\"https://apo.example/a?b=1&amp;c=%C3%A9\"/>\n<category term=\"Social\"/>\n"
        "<category term=\"grève\"/>\n<category term=\"SNCF\"/>\n<summary>Une grève.</summary>\n"
        "<dc:date>2019-12-05</dc:date>\n<dc:source>Agence Presse Ouest</dc:source>\n"
        "<dc:language>fr</dc:language>\n</entry>\n");
  const std::string head = atom_exporter(origin())->begin();
  CHECK_THAT(head, contains_text("<opensearch:totalResults>2</opensearch:totalResults>"));
  CHECK_THAT(head, contains_text("<title>Hemero : &quot;grève&quot; &lt;b&gt;</title>"));
  CHECK_THAT(head, contains_text("<updated>2026-11-30T20:55:00Z</updated>"));
}

TEST_CASE("a date is as precise as it is known in all forms") {
  const struct {
    const char* date;
    const char* ris;
    const char* bibtex;
    const char* csl_json;
    const char* atom;
  } rows[] = {
      {"2021", "DA  - 2021///\r\nPY  - 2021", "date = {2021},\n  year = {2021},\n  entry", "[[2021]]",
       "<dc:date>2021</dc:date>"},
      {"2021-08", "DA  - 2021/08//\r\nPY  - 2021", "date = {2021-08},\n  year = {2021},\n  month = aug", "[[2021,8]]",
       "<dc:date>2021-08</dc:date>"},
      {"2021-08-11", "DA  - 2021/08/11/\r\n", "date = {2021-08-11}", "[[2021,8,11]]", "<dc:date>2021-08-11</dc:date>"},
      {"2021-08-11T18:03", "DA  - 2021/08/11/\r\n", "date = {2021-08-11}", "[[2021,8,11]]",
       "<published>2021-08-11T18:03:00-00:00</published>"},
  };
  for (const auto& row : rows) {
    INFO(row.date);
    Hit hit = bare_hit();
    hit.article.date = parse_iso_date(row.date);
    CHECK_THAT(ris(hit), contains_text(row.ris));
    CHECK_THAT(bibtex(hit), contains_text(row.bibtex));
    CHECK_THAT(csl_json(hit), contains_text(row.csl_json));
    CHECK_THAT(atom(hit), contains_text(row.atom));
    const bool to_the_day = std::string_view(row.date).size() >= 10;
    CHECK((atom(hit).find("<published>") != std::string::npos) == to_the_day);
  }
}

TEST_CASE("no title is taken for what it is not") {
  const struct {
    const char* title;
    const char* ris;
    const char* bibtex;
    const char* csl_json;
    const char* atom;
    const char* csv;
    const char* reason;
  } rows[] = {
      {"un \"mot\"", "un \"mot\"\r\n", "{{un \"mot\"}}", R"("un \"mot\"")", "un &quot;mot&quot;<",
       "\"un \"\"mot\"\"\",", "quotation marks"},
      {"{a} }{", "{a} }{\r\n", "{{\\textbraceleft{}a\\textbraceright{} \\textbraceright{}\\textbraceleft{}}}",
       R"("{a} }{")", "{a} }{<", "{a} }{,", "braces, which BibTeX counts"},
      {"\\ % $ # & _ ^ ~", "\\ % $ # & _ ^ ~\r\n",
       "{{\\textbackslash{} \\% \\$ \\# \\& \\_ \\textasciicircum{} \\textasciitilde{}}}", R"("\\ % $ # & _ ^ ~")",
       "\\ % $ # &amp; _ ^ ~<", "\\ % $ # & _ ^ ~,", "signs of TeX and of XML"},
      {"a\nER  - \r\nTY  - NEWS", "TI  - a ER  -   TY  - NEWS\r\n", "{{a ER  -   TY  - NEWS}}",
       R"("a ER  -   TY  - NEWS")", "a ER  -   TY  - NEWS<", "a ER  -   TY  - NEWS,", "ends of lines"},
      {"\x1b[31m\x01", "TI  -  [31m \r\n", "{{ [31m }}", R"(" [31m ")", "> [31m <", " [31m ,", "control characters"},
      {"x\u202Ey", "x\uFFFDy\r\n", "{{x\uFFFDy}}", "\"x\uFFFDy\"", ">x\uFFFDy<", "x\uFFFDy,",
       "what turns the direction of writing"},
      {"كابول <b>", "كابول <b>\r\n", "{{كابول <b>}}", "\"كابول <b>\"", ">كابول &lt;b&gt;<", "كابول <b>,",
       "writing from the right, and marks"},
      {"=1+1", "TI  - =1+1\r\n", "{{=1+1}}", "\"=1+1\"", ">=1+1<", "'=1+1,", "a formula, only in tables"},
      {"a\uFFFFb", "a\uFFFFb\r\n", "{{a\uFFFFb}}", "\"a\uFFFFb\"", ">ab<", "a\uFFFFb,", "no character of XML"},
      {"]]> & <![CDATA[", "]]> & <![CDATA[\r\n", "{{]]> \\& <![CDATA[}}", "]]> & <![CDATA[",
       "]]&gt; &amp; &lt;![CDATA[<", "]]> & <![CDATA[,", "marks of XML"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    Hit hit = bare_hit();
    hit.article.title = row.title;
    CHECK_THAT(ris(hit), contains_text(row.ris));
    CHECK_THAT(bibtex(hit), contains_text(std::string("title = ") + row.bibtex));
    CHECK_THAT(csl_json(hit), contains_text(row.csl_json));
    CHECK_THAT(atom(hit), contains_text(row.atom));
    CHECK_THAT(csv(hit), contains_text(row.csv));
  }
}

TEST_CASE("what TeX would stumble over in an address is written in figures") {
  Hit hit = bare_hit();
  hit.article.url = "https://a.example/{x}\\y \"z\"_%é#~";
  CHECK_THAT(bibtex(hit), contains_text("url = {https://a.example/%7Bx%7D%5Cy%20%22z%22_%é#~}"));
}

TEST_CASE("keys of BibTeX are plain, whatever the source is called") {
  const struct {
    const char* source;
    const char* key;
  } rows[] = {
      {"L’Équipe du Soir", "leds-8"}, {"Mediapart", "mediapart-8"}, {"كابول", "hemero-8"},
      {"20 Minutes", "2m-8"},         {"a,b}{c", "abc-8"},
  };
  for (const auto& row : rows) {
    Hit hit = bare_hit();
    hit.article.source = row.source;
    CHECK_THAT(bibtex(hit), contains_text(std::string("@article{") + row.key + ","));
  }
}

}  // namespace
}  // namespace hemero
