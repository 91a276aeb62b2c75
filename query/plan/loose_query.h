#pragma once

#include "common/model/query_tree.h"
#include "query/words/forms.h"

namespace hemero {

/// Where any of the words will do, a word with hyphens beside others is its parts: "Haut-Rhin" is nearer to an article
/// that prints Rhin than to one that prints neither. A phrase beside two others or more is its words, as in a title
/// that was pasted with its quotation marks. Standing side by side they still rank higher.
QueryNode loosened(const QueryNode& tree, FormFinder& forms);

}  // namespace hemero
