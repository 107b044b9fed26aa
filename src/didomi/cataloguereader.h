#pragma once

#include "consent/catalogue.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace didomi {

/// Makes the catalogue of what Didomi's three lists say (didomi-api sections 7.1 to 7.3). Members of other types than
/// expected are survived; entries without an id are left out.
class CatalogueReader
{
public:
    explicit CatalogueReader(const QLocale &locale = QLocale());

    /// `trees` may be empty. Purposes of a tree come first, in its order; what only the tree knows is in the catalogue
    /// as well.
    consent::Catalogue read(const QJsonArray &purposes, const QJsonArray &preferences, const QJsonArray &trees) const;

    /// A name: text, or texts by language: the user's, else English, else the first, else `fallback`.
    QString name(const QJsonValue &value, const QString &fallback) const;

private:
    consent::Purpose purpose(const QJsonObject &object) const;
    consent::Preference preference(const QJsonObject &object) const;

    QStringList m_languages; ///< "pt-br", "pt", "en": lower case, best first.
};

} // namespace didomi
