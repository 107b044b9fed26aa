#pragma once

#include "engine/choicetimes.h"
#include "engine/plan.h"
#include "engine/statement.h"
#include "mapping/consentrow.h"
#include "store/journal.h"

namespace engine {

/// The Current mode's part of a plan's rules, without any waiting: rows of consent instead of columns.
///
/// Each mapping is one line: what Didomi says, the purpose or topic it is about, and the address by the mapping's
/// channel. Every row of the same address, channel, purpose and topic must say what Didomi says; where there is none,
/// one is made. The rules are those of dynamics-consent-tables sections 6 to 8. The references must outlive it.
class ConsentPlanner
{
public:
    ConsentPlanner(const profile::Profile &profile, const bridge::Surroundings &surroundings, store::Journal *journal,
                   const QList<consent::Subject> &subjects, const QList<Statement> &statements, const QString &person,
                   const ChoiceTimes &times);

    /// True when an address comes from the person's row: only then it must be found.
    bool needsPerson() const;
    QStringList personColumns() const; ///< What to read of it.

    /// Whose rows of consent are to be read. Empty when no line has an address.
    QStringList addresses(const QList<dataverse::Row> &people) const;

    /// What can be said before anything is read.
    QList<Change> changesUnread() const;

    /// Adds to `item` what follows from the rows found. Fails when the journal cannot be read.
    core::Result<PlanItem> decide(PlanItem item, const QList<dataverse::Row> &people,
                                  const QList<dataverse::Row> &consents) const;

private:
    /// One mapping, as far as it can be said without rows of consent.
    struct Line {
        Change change;
        std::optional<mapping::ConsentTarget> target = {};
        QString address = {};
        std::optional<mapping::ConsentValue> wanted = {}; ///< Nothing: the row is left alone.
        QString warning = {};

        mapping::ConsentPlace place() const;
        bool isPlaced() const { return target && !address.isEmpty(); }
    };
    /// The lines about one place, and its rows.
    struct Group {
        mapping::ConsentPlace place;
        QString key = place.key();
        mapping::ConsentTarget target;
        std::optional<mapping::ConsentValue> wanted = {};
        QList<int> lines = {};
        QList<mapping::ConsentRow> rows = {};
        bool isWritten = false;

        mapping::ConsentValue now() const;
        mapping::ConsentValue afterwards() const { return isWritten ? *wanted : now(); }
    };
    using Groups = QList<Group>;

    Line lineFor(int index, const QList<dataverse::Row> *people) const;
    void putAddress(Line &line, const QList<dataverse::Row> *people) const;
    core::Result<QString> addressText(profile::Channel channel, const dataverse::Row *person) const;
    core::Result<QString> metadataText(profile::Channel channel) const;
    QString textOfNothing(const consent::Finding &finding) const;

    QList<Line> linesFor(const QList<dataverse::Row> &people) const;
    Groups groupsOf(QList<Line> &lines, const QList<mapping::ConsentRow> &rows) const;
    core::Result<core::Nothing> decideGroup(Group &group, QList<Line> &lines, PlanItem &item) const;
    static bool isRefusalKept(const Group &group, const QList<Line> &lines);
    core::Result<QString> whyOlder(const Group &group) const;
    QDateTime timeOf(const Group &group) const; ///< When its choice was made; invalid when that is not known.
    bool isOurs(const mapping::ConsentRow &row) const;
    RowPlan planOf(const Group &group, const mapping::ConsentRow &row) const;
    core::Result<RowPlan> updateOf(const Group &group, const mapping::ConsentRow &row) const;
    core::Result<RowPlan> createOf(const Group &group) const;
    mapping::ConsentStamp stamp() const;
    void forecast(PlanItem &item, const Groups &groups, const QList<mapping::ConsentRow> &rows) const;
    const consent::Subject &newest() const;

    const profile::Profile &m_profile;
    const bridge::Surroundings &m_surroundings;
    const mapping::Table &m_table; ///< Of consents.
    const QStringList m_readNames; ///< What is read of its rows, as it stands in them.
    store::Journal *const m_journal;
    const QList<consent::Subject> &m_subjects;
    const QList<Statement> &m_statements;
    const QString &m_person;
    const ChoiceTimes &m_times;
};

} // namespace engine
