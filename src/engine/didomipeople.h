#pragma once

#include "engine/askdidomi.h"
#include "engine/peoplefilter.h"
#include "engine/placemark.h"

#include <QSet>

#include <optional>

namespace engine {

/// Didomi's users, page by page. There is no time filter (didomi-api section 4.1): whoever does not fit the scope is
/// read and left out.
class DidomiPeople final : public PeopleSource
{
public:
    /// `after`: where the last part that was planned ended. Under a filter all that is before it is read once more
    /// first: people are remembered.
    DidomiPeople(bridge::Link &link, const Scope &scope, const PlaceMark &after);

    core::Job<SourcePart> *next(QObject *parent) override;
    core::Job<SourcePart> *people(const QStringList &ids, QObject *parent) override;
    QString name() const override;
    QDateTime knownAt() const override;

private:
    class PartJob;

    /// What was read of a part; outlives the job that reads it.
    struct Reading {
        Gathering gathering;
        SourcePart part = {};
        qsizetype users = 0;
    };

    core::Result<bool> take(const didomi::UserPage &page); ///< True when the part is full.
    void passBy();
    SourcePart finishedPart();

    bridge::Link &m_link;
    const QString m_regulation;
    PeopleFilter m_filter;
    std::optional<PlaceMark> m_passTo; ///< What is before it was planned already, and is only remembered.
    QString m_cursor = {};             ///< Of the page that is read next.
    bool m_isAtEnd = false;
    qint64 m_read = 0;                ///< Users.
    QSet<std::size_t> m_cursors = {}; ///< Hashes of those that were asked for.
    Reading m_reading;
    DidomiQuestion m_question;
};

} // namespace engine
