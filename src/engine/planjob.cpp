#include "engine/planjob.h"

#include "dataverse/anyof.h"
#include "engine/lookuptargets.h"
#include "engine/planner.h"
#include "engine/rowcheck.h"

#include <QCoreApplication>

namespace engine {

using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Plan)
};

constexpr int mostConsents = 1'000; ///< Of one person's addresses.

class PlanJob final : public core::Job<Plan>
{
public:
    PlanJob(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal *journal,
            const QList<consent::Subject> &subjects, QObject *parent)
        : Job(parent)
        , m_link(link)
        , m_surroundings(surroundings)
        , m_rules(link.profile(), m_surroundings)
        , m_applied(journal ? std::optional<store::AppliedTimes>(std::in_place, *journal,
                                                                 m_surroundings.whoAmI.organizationId)
                            : std::nullopt)
        , m_planner(m_rules, m_applied ? &*m_applied : nullptr, subjects)
    {
        // A run that goes on, or was cut off, may have written newer choices than the journal knows of.
        const auto known = m_applied ? m_applied->addUnmerged() : core::Result<QList<Error>>(QList<Error>());
        for (const Error &problem : known.valueOr({}))
            m_warnings
                << Texts::tr("What a run has written that was cut off is not known here. %1").arg(problem.toLine());
        if (!known)
            finish(known.error());
        else if (const auto decided = m_planner.decideAlone())
            finishWith(*decided);
        else
            readRows();
    }

private:
    using Rows = core::Result<QList<dataverse::Row>>;

    /// The row and the targets of its lookups, side by side.
    void readRows()
    {
        const QList<mapping::TargetRow> targets = m_planner.targets();
        m_open = targets.size() + (m_planner.needsRow() ? 1 : 0);
        if (m_open == 0)
            return readConsents();
        if (m_planner.needsRow())
            readRow();
        for (const mapping::TargetRow &target : targets) {
            m_link.dataverse()
                .find(tableOf(target), criterionOf(target), {}, enoughToSeeSeveral, this)
                ->whenDone(this, [this, target](const Rows &rows) { takeTarget(target, rows); });
        }
    }

    void readRow()
    {
        m_link.dataverse()
            .find(m_surroundings.table, m_planner.criterion(), m_planner.columns(), enoughToSeeSeveral, this)
            ->whenDone(this, [this](const Rows &rows) {
                if (!rows)
                    return fail(rows.error());
                m_rows = *rows;
                oneLess();
            });
    }

    void takeTarget(const mapping::TargetRow &target, const Rows &rows)
    {
        if (!rows && rows.error().kind != Error::Kind::Invalid) // Invalid: no row can have such a value
            return fail(rows.error());
        QStringList ids;
        for (const dataverse::Row &row : rows.valueOr({}))
            ids << row.id;
        m_planner.setTarget(target, rows ? core::Result<QStringList>(ids) : rows.error());
        oneLess();
    }

    void oneLess()
    {
        if (--m_open == 0)
            readConsents();
    }

    /// Current mode: of the addresses that the person's row holds.
    void readConsents()
    {
        const QStringList addresses = m_planner.addresses(m_rows);
        if (addresses.isEmpty())
            return decide({});
        const mapping::Table &table = m_surroundings.consentTable;
        dataverse::findAnyOf(
            m_link.dataverseService(), m_link.tokens(), m_link.instance().apiUrl(m_link.profile().options.apiVersion),
            table, mapping::consentcolumn::address, addresses, mapping::consentColumnsToRead(table), mostConsents, this)
            ->whenDone(this, [this](const Rows &consents) {
                if (!consents)
                    return finish(consents.error());
                decide(*consents);
            });
    }

    void decide(const QList<dataverse::Row> &consents)
    {
        const auto item = m_planner.decide(m_rows, consents);
        if (!item)
            return finish(item.error());
        if (m_planner.mustReadTimes(*item))
            return readTimes(item->person, consents);
        finishWith(*item);
    }

    void readTimes(const QString &person, const QList<dataverse::Row> &consents)
    {
        m_link.didomi()
            .eventsOf(person, m_link.profile().options.regulation, this)
            ->whenDone(this, [this, consents](const core::Result<QList<consent::Event>> &events) {
                if (!events && events.error().isTransient())
                    return finish(events.error());
                m_planner.readTimes(events ? std::optional(*events) : std::nullopt);
                decide(consents);
            });
    }

    void fail(const Error &error)
    {
        finish(error); // before the steps go: the error is of one of them
        deleteSteps();
    }

    void finishWith(PlanItem item)
    {
        item.warnings += m_warnings;
        finish(Plan{
            .profileId = m_link.profile().id,
            .dataverseOrganization = m_surroundings.whoAmI.organizationId,
            .didomiOrganization = m_link.profile().didomi.organizationId,
            .madeAt = m_link.clock().now(),
            .table = m_surroundings.writtenTable(),
            .items = {item},
        });
    }

    bridge::Link &m_link;
    const bridge::Surroundings m_surroundings; ///< A copy: the caller may read them anew meanwhile.
    const Rules m_rules;
    std::optional<store::AppliedTimes> m_applied; ///< None: nothing is known of earlier writes.
    Planner m_planner;                            ///< Declared after what it refers to.
    QStringList m_warnings;
    qsizetype m_open = 0; ///< Requests that have not been answered yet.
    QList<dataverse::Row> m_rows;
};

core::Result<core::Nothing> checkSubjects(const QList<consent::Subject> &subjects)
{
    if (subjects.isEmpty())
        return Error{.kind = Error::Kind::Invalid, .message = Texts::tr("There is nobody to plan for.")};
    for (const consent::Subject &subject : subjects) {
        if (subject.organizationUserId != subjects.constFirst().organizationUserId)
            return Error{.kind = Error::Kind::Invalid,
                         .message = Texts::tr("A plan of one cannot be made for several people.")};
    }
    return core::Nothing{};
}

} // namespace

core::Job<Plan> *planOne(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal *journal,
                         const QList<consent::Subject> &subjects, QObject *parent)
{
    if (const auto checked = checkSubjects(subjects); !checked)
        return new core::ReadyJob<Plan>(checked.error(), parent);
    return new PlanJob(link, surroundings, journal, subjects, parent);
}

} // namespace engine
