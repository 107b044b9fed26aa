#pragma once

#include "engine/askdidomi.h"
#include "engine/peoplefilter.h"
#include "engine/placemark.h"

namespace engine {

/// People of a list, each asked about by itself.
class ListPeople final : public PeopleSource
{
public:
    /// `after`: up to its count they are planned already. `scope` says what else must hold of them.
    ListPeople(bridge::Link &link, const Scope &scope, QStringList ids, const PlaceMark &after);

    core::Job<SourcePart> *next(QObject *parent) override;
    core::Job<SourcePart> *people(const QStringList &ids, QObject *parent) override;
    QString name() const override;
    QDateTime knownAt() const override;

private:
    class PartJob;

    bridge::Link &m_link;
    const QString m_regulation;
    const QStringList m_ids; ///< Each once, none empty.
    PeopleFilter m_filter;
    qsizetype m_first;
    DidomiQuestion m_question;
    DidomiQuestion m_again; ///< Of people().
};

} // namespace engine
