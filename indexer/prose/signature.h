#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// The names of a signature: "Claire Vasseur" and "Paul Oudart" of « Par Claire Vasseur et Paul Oudart », "Claire
/// Vasseur, Paul Oudart", "Claire Vasseur; Paul Oudart". One comma between single words stands inside of a name
/// ("Vasseur, Claire"), and what begins with a small letter behind one is no name.
std::vector<std::string> names_of_signature(std::string_view signature);

}  // namespace hemero
