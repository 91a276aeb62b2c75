#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// The names in a text that is known to be a signature, whichever format says so: "Claire Vasseur" and "Paul Oudart" of
/// « Par Claire Vasseur et Paul Oudart », "Claire Vasseur, Paul Oudart", "Claire Vasseur; Paul Oudart", and of two
/// lines. One comma between single words stands inside of a name ("Vasseur, Claire"), and what begins with a small
/// letter behind a comma or « et » is no name. (byline.h looks for signatures in running text.)
std::vector<std::string> names_of_signature(std::string_view signature);

/// True for what begins with a capital, also behind « d’ ».
bool begins_as_name(std::string_view text);

}  // namespace hemero
