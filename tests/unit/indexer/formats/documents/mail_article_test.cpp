#include "indexer/formats/documents/mail_article.h"

#include <string>
#include <vector>

#include "indexer/formats/documents/mail_parts.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

const std::string header =
    "Message-ID: <20190312.42@matin.example>\r\nDate: Tue, 12 Mar 2019 18:03:00 +0100\r\n"
    "From: =?UTF-8?Q?Le_Courrier_de_l=27=C3=89t=C3=A9?= <lettre@matin.example>\r\n"
    "Subject: TR : =?iso-8859-1?Q?La_digue_a_c=E9d=E9?=\r\nMIME-Version: 1.0\r\n";

const std::string plain =
    "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "Les habitants ont =E9t=E9 r=E9veill=E9s par le bruit de l=\r\n'eau, qui montait dans les rues du village.\r\n";

const std::string html =
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "PGh0bWw+PGJvZHk+PGgxPkxhIGxldHRyZTwvaDE+PHA+SWwgcGxldXQgc3VyIGxhIHZpbGxlIGRlcHVpcyB0cm9pcyBqb3Vycywg\r\n"
    "ZGl0IGxlIG1haXJlLjwvcD48L2JvZHk+PC9odG1sPg==\r\n";

std::string parts(const std::string& kind, const std::vector<std::string>& all) {
  std::string text = "Content-Type: multipart/" + kind + "; boundary=\"==x\"\r\n\r\n";
  for (const std::string& part : all) text += "--==x\r\n" + part + "\r\n";
  return text + "--==x--\r\n";
}

std::variant<Article, Skip> read(const std::string& bytes) {
  Choices choices;
  return read_mail_article({bytes, "in/a.eml", "a.eml"}, choices);
}

Article article_of(const std::string& bytes) {
  auto result = read(bytes);
  REQUIRE(std::holds_alternative<Article>(result));
  return std::get<Article>(std::move(result));
}

TEST_CASE("a message is an article: subject, sender, date and text") {
  const Article article = article_of(header + plain);
  CHECK(article.key == "20190312.42@matin.example");
  CHECK(article.title == "La digue a cédé");
  CHECK(article.source == "Le Courrier de l'Été");
  CHECK(article.authors == std::vector<std::string>{"Le Courrier de l'Été"});
  CHECK(to_iso(*article.date) == "2019-03-12T18:03");
  CHECK_THAT(article.text, contains_text("été réveillés par le bruit de l'eau, qui montait"));
}

TEST_CASE("a newsletter's sender is no author") {
  CHECK(article_of("List-Unsubscribe: <mailto:x@matin.example>\r\n" + header + plain).authors.empty());
}

TEST_CASE("HTML goes before plain text, attachments are not read, what is forwarded is") {
  const std::string attachment =
      "Content-Type: text/html\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n<p>Une annexe.</p>";
  for (const std::string& message :
       {header + html, header + parts("alternative", {plain, html}), header + parts("alternative", {html, plain}),
        header + parts("mixed", {attachment, html}), header + parts("related", {html, attachment}),
        header + parts("mixed", {parts("alternative", {plain, html}), attachment}),
        header + parts("mixed", {"Content-Type: message/rfc822\r\n\r\nSubject: Autre\r\n" + html})}) {
    const Article article = article_of(message);
    CHECK(article.title == "La digue a cédé");
    CHECK_THAT(article.text, contains_text("Il pleut sur la ville"));
    CHECK_THAT(article.text, contains_text("La lettre"));
    CHECK(article.text.find("annexe") == std::string::npos);
  }
}

TEST_CASE("a page that a browser saved is read as a page") {
  const std::string page =
      "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "Content-Location: https://matin.example/digue\r\n\r\n<html><head><title>La digue a c=C3=A9d=C3=A9 - Le Matin"
      "</title><meta property=3D\"article:published_time\" content=3D\"2019-03-11T08:00\"></head><body><article>"
      "<h1>La digue a c=C3=A9d=C3=A9</h1><p>Il pleut sur la ville depuis trois jours, dit le maire.</p></article>"
      "</body></html>";
  const std::string from = "From: <Saved by Blink>\r\nSubject: La digue\r\nDate: Tue, 12 Mar 2019 18:03:00 -0000\r\n";
  const Article article =
      article_of(from + "Snapshot-Content-Location: https://matin.example/digue\r\nMIME-Version: 1.0\r\n" +
                 parts("related", {page}));
  CHECK(article.title == "La digue a cédé");
  CHECK(to_iso(*article.date) == "2019-03-11T08:00");
  CHECK(article.url == "https://matin.example/digue");
  CHECK(article.authors.empty());
}

TEST_CASE("a message without a text is refused") {
  for (const std::string& bytes : {header + parts("mixed", {"Content-Type: image/png\r\n\r\nx"}), header + "\r\n"}) {
    const auto result = read(bytes);
    REQUIRE(std::holds_alternative<Skip>(result));
    CHECK(std::get<Skip>(result).reason == reason::no_text);
  }
}

TEST_CASE("parts inside of parts have an end") {
  std::string deep = plain;
  for (int i = 0; i < 3000; ++i)
    deep = "Content-Type: multipart/mixed; boundary=\"" + std::to_string(i) + "\"\r\n\r\n--" + std::to_string(i) +
           "\r\n" + deep;
  CHECK(std::holds_alternative<Skip>(read(header + deep)));
}

TEST_CASE("a header field of more colons than anybody writes is not taken apart") {
  std::string groups = "From: ";
  for (int i = 0; i < 100'000; ++i) groups += "a:";
  for (const char* more : {"", "\r\n ", "\r\n\t"}) {
    const auto result = read(groups + more + groups + "\r\n" + header + plain);
    REQUIRE(std::holds_alternative<Skip>(result));
    CHECK(std::get<Skip>(result).reason == reason::too_long);
  }
}

TEST_CASE("mail is known by lines that only mail has") {
  CHECK(looks_like_mail(header));
  CHECK(looks_like_mail("Return-Path: <a@b.example>\nReceived: from b.example\n"));
  CHECK_FALSE(looks_like_mail("De: Claire Vasseur\nSujet: La digue\n"));
  CHECK_FALSE(looks_like_mail("Content-Type: text\nUn titre\n\nMIME-Version: 1.0\n"));
  CHECK_FALSE(looks_like_mail(""));
}

}  // namespace
}  // namespace hemero
