#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// What an e-mail says (RFC 5322, MIME), or a page that a browser saved in the same form (MHTML, RFC 2557). Header
/// lines are UTF-8, the text is as it was sent, its transfer encoding undone.
struct MailParts {
  std::string subject;
  std::string sender;   ///< the name in From, else the address
  std::string date;     ///< as written
  std::string id;       ///< Message-ID without its brackets
  std::string address;  ///< of a saved page
  bool saved_page = false;
  bool bulk = false;  ///< sent to a list, as newsletters are

  std::string text;     ///< HTML where there is some, else plain; empty when there is neither
  std::string charset;  ///< that it declares
  bool html = false;
};

/// True for a message of more parts or header lines than anybody sends.
bool is_overgrown(std::string_view bytes);

/// Nothing for what is no message. Attachments are not looked at.
std::optional<MailParts> read_mail_parts(std::string_view bytes);

/// True when a file that begins so is a message: header lines, two of them such as only mail has.
bool looks_like_mail(std::string_view head);

}  // namespace hemero
