#include "indexer/formats/named/publication_state.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "common/base/message.h"
#include "indexer/formats/named/key_names.h"
#include "indexer/formats/named/named_article.h"
#include "indexer/input/record.h"

namespace hemero {

namespace {

using Words = std::span<const std::string_view>;

// Keys. Some only tell which program wrote the record.

constexpr std::string_view status_keys[] = {"status",
                                            "statut",
                                            "state",
                                            "état",
                                            "publication status",
                                            "statut de publication",
                                            "publish status",
                                            "publishing state",
                                            "workflow state",
                                            "moderation state"};
constexpr std::string_view post_status_keys[] = {"post status"};
constexpr std::string_view news_status_keys[] = {"pubstatus"};
constexpr std::string_view type_keys[] = {"type"};
constexpr std::string_view post_type_keys[] = {"post type"};
constexpr std::string_view item_type_keys[] = {"item type"};
constexpr std::string_view issued_keys[] = {"issued"};
constexpr std::string_view draft_keys[] = {"draft", "is draft", "brouillon"};
constexpr std::string_view published_keys[] = {"published", "publié"};
constexpr std::string_view is_published_keys[] = {"is published", "est publié"};
constexpr std::string_view password_keys[] = {"post password"};
constexpr std::string_view protected_keys[] = {"content.protected"};
constexpr std::string_view published_at_keys[] = {"publishedAt"};
constexpr std::string_view strapi_keys[] = {"documentId"};
constexpr std::string_view slug_keys[] = {"slug"};
constexpr std::string_view drupal_keys[] = {"nid", "drupal_internal__nid"};
constexpr std::string_view spip_keys[] = {"id_rubrique"};
constexpr std::string_view blogger_keys[] = {"selfLink"};

constexpr FieldKeys keys[] = {
    {"status", status_keys},
    {"post status", post_status_keys},
    {"news status", news_status_keys},
    {"type", type_keys},
    {"post type", post_type_keys},
    {"item type", item_type_keys},
    {"issued", issued_keys},
    {"draft", draft_keys},
    {"published", published_keys},
    {"is published", is_published_keys},
    {"password", password_keys},
    {"protected", protected_keys},
    {"published at", published_at_keys},
    {"strapi", strapi_keys},
    {"slug", slug_keys},
    {"drupal", drupal_keys},
    {"spip", spip_keys},
    {"blogger", blogger_keys},
};

// Values, in the form of plain_key().

constexpr std::string_view yes[] = {"true", "1", "yes", "on", "oui", "vrai"};
constexpr std::string_view no[] = {"false", "no", "off", "non", "faux", "0"};
/// Where a time may stand as well: that of Google Reader's heirs is 0 when they know none.
constexpr Words no_time = Words(no).first(5);
constexpr std::string_view drafts[] = {"draft", "autodraft", "unpublished", "brouillon", "nonpublie", "depublie"};
/// What may also be said of a task: a page to be fetched is pending, too, and a match scheduled.
constexpr std::string_view post_states[] = {"pending", "future", "private", "trash", "scheduled"};
constexpr std::string_view wordpress_states[] = {"draft",   "autodraft", "pending", "future",
                                                 "private", "trash",     "inherit"};
constexpr std::string_view blogger_states[] = {"draft", "scheduled", "softtrashed"};
constexpr std::string_view spip_states[] = {"prepa", "prop", "refuse", "poubelle"};
constexpr std::string_view withheld[] = {"withheld", "canceled", "cancelled"};
/// What WordPress has beside posts, and Ghost pages. Kinds that a site made are articles, as far as can be told.
constexpr std::string_view no_posts[] = {"page",         "attachment",         "revision",       "navmenuitem",
                                         "customcss",    "customizechangeset", "oembedcache",    "userrequest",
                                         "wpblock",      "wptemplate",         "wptemplatepart", "wpglobalstyles",
                                         "wpnavigation", "wpfontfamily",       "wpfontface"};

/// References that are to no article of the press: the kinds of CSL 1.0.2, then of Zotero. The others are what
/// is_press_reference() takes in RIS and BibTeX.
constexpr std::array other_csl_kinds = std::to_array<std::string_view>({"bill",
                                                                        "book",
                                                                        "broadcast",
                                                                        "chapter",
                                                                        "classic",
                                                                        "collection",
                                                                        "dataset",
                                                                        "entry",
                                                                        "entrydictionary",
                                                                        "entryencyclopedia",
                                                                        "event",
                                                                        "figure",
                                                                        "graphic",
                                                                        "hearing",
                                                                        "legalcase",
                                                                        "legislation",
                                                                        "manuscript",
                                                                        "map",
                                                                        "motionpicture",
                                                                        "musicalscore",
                                                                        "pamphlet",
                                                                        "paperconference",
                                                                        "patent",
                                                                        "performance",
                                                                        "personalcommunication",
                                                                        "regulation",
                                                                        "report",
                                                                        "software",
                                                                        "song",
                                                                        "speech",
                                                                        "standard",
                                                                        "thesis",
                                                                        "treaty"});

constexpr std::array other_zotero_kinds = std::to_array<std::string_view>({"artwork",
                                                                           "book",
                                                                           "attachment",
                                                                           "audiorecording",
                                                                           "bill",
                                                                           "booksection",
                                                                           "case",
                                                                           "computerprogram",
                                                                           "conferencepaper",
                                                                           "dataset",
                                                                           "dictionaryentry",
                                                                           "email",
                                                                           "encyclopediaarticle",
                                                                           "film",
                                                                           "hearing",
                                                                           "instantmessage",
                                                                           "letter",
                                                                           "manuscript",
                                                                           "map",
                                                                           "note",
                                                                           "patent",
                                                                           "podcast",
                                                                           "presentation",
                                                                           "radiobroadcast",
                                                                           "report",
                                                                           "standard",
                                                                           "statute",
                                                                           "thesis",
                                                                           "tvbroadcast",
                                                                           "videorecording"});

struct Rule {
  std::string_view key;
  Words words;              ///< any of these …
  std::string_view beside;  ///< … where the record has this key as well, unless it is empty
  const char* reason;
};

/// By what writes it so.
constexpr Rule rules[] = {
    {"post type", no_posts, "", reason::no_post},                // tables of WordPress
    {"type", no_posts, "slug", reason::no_post},                 // WordPress' REST interface, exports of Ghost
    {"type", other_csl_kinds, "issued", reason::no_article},     // CSL
    {"item type", other_zotero_kinds, "", reason::no_article},   // tables of Zotero
    {"post status", wordpress_states, "", reason::unpublished},  // tables of WordPress
    {"status", drafts, "", reason::unpublished},                 // Ghost, WordPress, Strapi, Directus, Drupal
    {"status", post_states, "slug", reason::unpublished},        // WordPress' REST interface, exports of Ghost
    {"status", no, "drupal", reason::unpublished},               // nodes of Drupal
    {"status", spip_states, "spip", reason::unpublished},        // tables of SPIP
    {"status", blogger_states, "blogger", reason::unpublished},  // Blogger
    {"news status", withheld, "", reason::unpublished},          // ninjs
    {"draft", yes, "", reason::unpublished},                     // Hugo, Jekyll, Decap
    {"published", no_time, "", reason::unpublished},             // Jekyll, DEV, views of Drupal
    {"is published", no, "", reason::unpublished},               // Django
    {"protected", yes, "", reason::unpublished},                 // WordPress' REST interface
};

bool holds(Words words, std::string_view value) { return std::find(words.begin(), words.end(), value) != words.end(); }

/// What the record says under a key; null where it has no such key.
const SaidState* said_under(const std::vector<SaidState>& record, std::string_view key) {
  const auto found = std::find_if(record.begin(), record.end(), [&](const SaidState& said) { return said.key == key; });
  return found == record.end() ? nullptr : &*found;
}

bool says(const std::vector<SaidState>& record, std::string_view key) {
  const SaidState* found = said_under(record, key);
  return found != nullptr && !said(found->value).empty();
}

bool applies(const Rule& rule, const SaidState& said, const std::vector<SaidState>& record) {
  return said.key == rule.key && holds(rule.words, plain_key(said.value)) &&
         (rule.beside.empty() || says(record, rule.beside));
}

/// A truth says little without its name.
std::string quoted_state(const SaidState& said) {
  const std::string value = plain_key(said.value);
  return holds(yes, value) || holds(no, value) || value.empty() ? fmt::format("{}: {}", said.name, said.value)
                                                                : said.value;
}

std::string message_of(const Rule& rule, const SaidState& said) {
  if (rule.reason == reason::no_post) return message("“{}”, not a post", said.value);
  if (rule.reason == reason::no_article)
    return message("a reference of type {}, not an article of the press", said.value);
  return message("“{}”, not published", quoted_state(said));
}

/// Drafts of Strapi have no time of publication, which its version 4 keeps in an object "attributes"; records of other
/// programs may just not know it.
bool is_strapi_draft(const std::vector<SaidState>& record) {
  const SaidState* time = said_under(record, "published at");
  return time != nullptr && said(time->value).empty() &&
         (says(record, "strapi") || time->name.find("attributes.") != std::string::npos);
}

}  // namespace

std::optional<std::string_view> state_key(std::string_view name) {
  static const KeyTable table(keys);
  const auto known = table.meaning_of(name);
  return known ? std::optional(known->field) : std::nullopt;
}

std::optional<Unpublished> why_unpublished(const std::vector<SaidState>& record) {
  for (const Rule& rule : rules)
    for (const SaidState& said : record)
      if (applies(rule, said, record)) return Unpublished{rule.reason, message_of(rule, said)};
  if (says(record, "password")) return Unpublished{reason::unpublished, message("behind a password")};
  if (is_strapi_draft(record))
    return Unpublished{reason::unpublished,
                       message("“{}”, not published", said_under(record, "published at")->name + ": null")};
  return std::nullopt;
}

}  // namespace hemero
