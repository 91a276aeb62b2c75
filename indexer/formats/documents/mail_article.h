#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/format.h"

namespace hemero {

/// An e-mail, mostly a newsletter → an article: its subject is the title, the sender the source, and the author too
/// where it went to no list. A page that a browser saved as MHTML is read as any page is.
std::variant<Article, Skip> read_mail_article(const Record& record, Choices& choices, const HtmlLimits& limits = {});

/// Messages, a file each or many in a mailbox, and pages that browsers save so.
extern const Format eml_format;

}  // namespace hemero
