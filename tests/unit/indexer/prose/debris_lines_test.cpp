#include "indexer/prose/debris_lines.h"

#include <string>
#include <vector>

#include "common/text/line_shape.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

TEST_CASE("the shape of a line is its folded words") {
  struct Row {
    const char* line;
    const char* shape;
  };
  const Row rows[] = {
      {"", ""},
      {"© 2021", ""},
      {"Envoyer par e-mail", "envoyer par e mail"},
      {"  S’ABONNER  ", "s abonner"},
      {"À lire également :", "a lire egalement"},
      {"A\u0300 lire e\u0301galement", "a lire egalement"},
      {"Commentaire *", "commentaire"},
      {"Réagir à cet article (0)", "reagir a cet article"},
      {"Écouter l’article (3 min)", "ecouter l article min"},
      {"Œuvres & cœurs", "oeuvres coeurs"},
      {"sou\u00ADven\u00ADt", "souvent"},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(line_shape(row.line) == row.shape);
  }
}

TEST_CASE("known lines are told by their form, the whole line or its beginning") {
  struct Row {
    const char* line;
    LineKind kind;
  };
  const Row rows[] = {
      {"", LineKind::text},
      {"Accueil", LineKind::debris},
      {"ACCUEIL", LineKind::debris},
      {"Accueil des réfugiés : la mairie débordée", LineKind::text},
      {"Contact", LineKind::debris},
      {"Le contact est rompu.", LineKind::text},
      {"Partager sur Facebook", LineKind::debris},
      {"Partageurs", LineKind::text},
      {"Tous droits réservés L’Écho du Vexin 2018", LineKind::debris},
      {"Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *", LineKind::debris},
      {"Il vous reste 70 % de cet article à lire. La suite est réservée aux abonnés.", LineKind::debris},
      {"Il vous reste à choisir, a dit le maire.", LineKind::text},
      {"Recevez notre lettre chaque matin", LineKind::debris},
      {"Recevez donc vos amis, conseille la cheffe.", LineKind::text},
      {"Lire aussi :", LineKind::teaser},
      {"À lire aussi", LineKind::teaser},
      {"Lire aussi : un autre article", LineKind::debris},
      {"Articles similaires", LineKind::tail},
      {"Sur le même sujet", LineKind::tail},
      {"Sur le même sujet, le maire est resté muet.", LineKind::text},
      {"© 2018 Le Courrier de la Lys", LineKind::debris},
      {"Copyright Le Courrier", LineKind::debris},
      {"À la une | Loire | Sports | Culture", LineKind::debris},
      {"Accueil > Sports > Football", LineKind::debris},
      {"Loire | Le maire démissionne", LineKind::text},
      {"Il a dit oui | puis non | puis oui.", LineKind::text},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK((known_line_kind(row.line) == row.kind));
  }
}

std::vector<InputFile> inputs(const std::vector<std::filesystem::path>& paths) {
  std::vector<InputFile> files;
  for (const auto& path : paths) files.push_back({path, path.filename().string(), 0, false});
  return files;
}

TEST_CASE("lines that three files of a folder share are learnt, folder by folder") {
  const TemporaryFolder folder;
  std::vector<std::filesystem::path> paths;
  for (const char* name : {"a/1.txt", "a/2.txt", "a/3.txt", "b/1.txt", "b/2.txt"})
    paths.push_back(folder.write(name, std::string("Le Matin des Alpilles, ") + name + "\nTitre numéro " + name[2] +
                                           "\nTrois fois\n" + std::string(300, 'x') + "\n"));
  folder.write("a/3.txt", "LE MATIN des Alpilles a txt\nAutre chose\n");
  const FolderLines lines(inputs(paths));
  const RepeatedLines& repeated = lines.of((folder / "a" / "1.txt").string());
  CHECK(repeated.contains("le matin des alpilles a txt"));     // digits, case and punctuation aside
  CHECK_FALSE(repeated.contains("trois fois"));                // in two files only
  CHECK_FALSE(repeated.contains(std::string(300, 'x')));       // longer than any label
  CHECK(lines.of((folder / "b" / "1.txt").string()).empty());  // two files are too few
  CHECK(lines.of("elsewhere/1.txt").empty());
  CHECK(lines.of("-").empty());
}

TEST_CASE("files that cannot be read or are no text teach nothing") {
  const TemporaryFolder folder;
  std::vector<std::filesystem::path> paths;
  for (const char* name : {"1.txt", "2.txt", "3.txt"})
    paths.push_back(folder.write(name, std::string("Accroche\n\0\0", 11)));
  paths.push_back(folder / "missing.txt");
  CHECK(FolderLines(inputs(paths)).of(paths.front().string()).empty());
}

TEST_CASE("JSON Lines teach nothing") {
  const TemporaryFolder folder;
  std::vector<std::filesystem::path> paths;
  for (const char* name : {"1.jsonl", "2.jsonl", "3.jsonl"}) paths.push_back(folder.write(name, "{}\n"));
  CHECK(FolderLines(inputs(paths)).of(paths.front().string()).empty());
}

}  // namespace
}  // namespace hemero
