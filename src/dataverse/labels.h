#pragma once

#include <QJsonValue>
#include <QList>
#include <QLocale>

namespace dataverse {

/// Picks the label that a user of `locale` reads best (dataverse-api section 7.2).
class Labels
{
public:
    explicit Labels(const QLocale &locale = QLocale());

    /// The text of a Label object: in the user's language, else a sibling of it (another region's), else the one of the
    /// application user's language, else `fallback`.
    QString text(const QJsonValue &label, const QString &fallback) const;

private:
    QList<int> m_languages; ///< Windows' language ids (LCID), best first.
};

} // namespace dataverse
