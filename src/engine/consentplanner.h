#pragma once

#include "engine/choicetimes.h"
#include "engine/plan.h"
#include "engine/rules.h"
#include "engine/statement.h"
#include "store/appliedtimes.h"

#include <QVarLengthArray>

namespace engine {

/// The Current mode's part of a plan's rules, without any waiting: rows of consent instead of columns.
///
/// Each mapping is one line: what Didomi says, the purpose or topic it is about, and the address by the mapping's
/// channel. Every row of the same address, channel, purpose and topic must say what Didomi says; where there is none,
/// one is made. The rules are those of dynamics-consent-tables sections 6 to 8. The references must outlive it.
class ConsentPlanner
{
public:
    /// `newest` is one of `subjects`.
    ConsentPlanner(const Rules &rules, store::AppliedTimes *applied, const QList<consent::Subject> &subjects,
                   const consent::Subject &newest, const QList<Statement> &statements, const ChoiceTimes &times);

    /// Whose rows of consent are to be read. Empty when no line has an address.
    QStringList addresses(const QList<dataverse::Row> &people) const;

    /// What can be said before anything is read.
    QList<Change> changesUnread() const;

    /// Adds to `item` what follows from the rows found. Fails when it cannot be read what was written before.
    core::Result<PlanItem> decide(PlanItem item, const QList<dataverse::Row> &people,
                                  const QList<dataverse::Row> &consents) const;

private:
    /// What can be said of one channel's address.
    struct Contact {
        QString address = {};
        QString warning = {};
        QString note = {};                       ///< Why there is no address.
        std::optional<core::Error> problem = {}; ///< The same, when somebody must correct something.
        bool isUnread = false;                   ///< Nobody has looked yet.
    };
    using Contacts = std::array<std::optional<Contact>, std::size(profile::allChannels)>;

    /// One mapping, as far as it can be said without rows of consent; beside the change that is about it.
    struct Line {
        std::optional<mapping::ConsentValue> wanted = {}; ///< Nothing: the row is left alone.
        QString warning = {};
        bool isPlaced = false; ///< Purpose or topic, and address, are known.
    };
    struct Lines {
        QList<Change> changes;
        std::vector<Line> lines;
    };

    using Rows = QVarLengthArray<const mapping::ConsentRow *, 2>; ///< The newest first.

    /// The lines about one place, and its rows.
    struct Group {
        const RulePlace *at = nullptr;
        mapping::ConsentPlace place = {};
        std::optional<mapping::ConsentValue> wanted = {};
        const Rows *rows = nullptr;
        mapping::ConsentValue now = mapping::ConsentValue::NotSet;
        bool isWritten = false;
        qsizetype firstPlan = 0; ///< Of its row plans in the item.
        qsizetype plans = 0;

        mapping::ConsentValue afterwards() const { return isWritten ? *wanted : now; }
    };
    using Groups = std::vector<Group>;
    /// By Rules::places().
    using RowsByPlace = std::vector<Rows>;

    static mapping::ConsentValue valueOf(const Rows &rows);

    Lines linesFor(const QList<dataverse::Row> *people) const;
    Line lineFor(Change &change, const QList<dataverse::Row> *people, Contacts &contacts) const;
    const Contact &contactOf(profile::Channel channel, const QList<dataverse::Row> *people, Contacts &contacts) const;
    Contact readContact(profile::Channel channel, const QList<dataverse::Row> *people) const;
    core::Result<QString> addressText(profile::Channel channel, const dataverse::Row *person) const;
    core::Result<QString> metadataText(profile::Channel channel) const;

    RowsByPlace rowsByPlace(const Lines &lines, const std::vector<mapping::ConsentRow> &rows) const;
    Groups groupsOf(Lines &lines, const RowsByPlace &rows) const;
    const QString &addressOf(const RulePlace &place, const Lines &lines) const;
    core::Result<core::Nothing> decideGroup(Group &group, Lines &lines, PlanItem &item) const;
    static bool isRefusalKept(const Group &group, const Lines &lines);
    core::Result<QString> whyOlder(const Group &group, Lines &lines) const;
    QDateTime timeOf(const Group &group) const; ///< When its choice was made; invalid when that is not known.
    bool isOurs(const mapping::ConsentRow &row) const;
    RowPlan planOf(const Group &group, const mapping::ConsentRow &row) const;
    RowPlan updateOf(const Group &group, const mapping::ConsentRow &row, const mapping::Cell &value) const;
    core::Result<RowPlan> createOf(const Group &group) const;
    mapping::ConsentStamp stamp() const;
    const QList<mapping::Cell> &stampCells() const;
    void forecast(PlanItem &item, const Groups &groups, const RowsByPlace &rows) const;

    const Rules &m_rules;
    const profile::Profile &m_profile;
    const bridge::Surroundings &m_surroundings;
    const mapping::Table &m_table; ///< Of consents.
    store::AppliedTimes *const m_applied;
    const QList<consent::Subject> &m_subjects;
    const consent::Subject &m_newest;
    const QList<Statement> &m_statements;
    const ChoiceTimes &m_times;
    mutable std::optional<QList<mapping::Cell>> m_stampCells; ///< The same for all rows of the person.
};

} // namespace engine
