#pragma once

#include "consent/catalogue.h"
#include "consent/valuepath.h"

namespace models {

/// Something that Didomi knows of a person and a mapping can take; or a heading over such things.
struct SourceNode {
    consent::ValuePath path; ///< Kind::Unknown with an empty text: a heading.
    QString name;            ///< For a tree: "by e-mail", below "Newsletter".
    QString fullName;        ///< For a list: "Newsletter by e-mail".
    QList<SourceNode> children = {};

    bool isHeading() const { return path.kind == consent::ValuePath::Kind::Unknown && path.text.isEmpty(); }
};

/// All of it: the organisation's purposes with their channels, preferences and values, then purposes that are not its
/// own, then what identifies the person. Preferences stand under the purposes of the configuration tree; where there is
/// none, under each purpose of the organisation. Of an empty catalogue only the last part is there.
QList<SourceNode> sourceTree(const consent::Catalogue &catalogue);

} // namespace models
