#include "engine/planjob.h"

#include "engine/planner.h"
#include "engine/rowcheck.h"

#include <QCoreApplication>

namespace engine {

using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Plan)
};

class PlanJob final : public core::Job<Plan>
{
public:
    PlanJob(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal *journal,
            const QList<consent::Subject> &subjects, QObject *parent)
        : Job(parent)
        , m_link(link)
        , m_surroundings(surroundings)
        , m_planner(link.profile(), m_surroundings, journal, subjects)
    {
        if (const auto decided = m_planner.decideAlone())
            finishWith(*decided);
        else
            m_link.dataverse()
                .find(m_surroundings.table, m_planner.criterion(), m_planner.columns(), enoughToSeeSeveral, this)
                ->whenDone(this, [this](const core::Result<QList<dataverse::Row>> &rows) { takeRows(rows); });
    }

private:
    void takeRows(const core::Result<QList<dataverse::Row>> &rows)
    {
        if (!rows)
            return finish(rows.error());
        const auto item = m_planner.decide(*rows);
        if (!item)
            return finish(item.error());
        finishWith(*item);
    }

    void finishWith(const PlanItem &item)
    {
        finish(Plan{
            .profileId = m_link.profile().id,
            .dataverseOrganization = m_surroundings.whoAmI.organizationId,
            .didomiOrganization = m_link.profile().didomi.organizationId,
            .madeAt = m_link.clock().now(),
            .table = m_surroundings.table,
            .items = {item},
        });
    }

    bridge::Link &m_link;
    const bridge::Surroundings m_surroundings; ///< A copy: the caller may read them anew meanwhile.
    const Planner m_planner;                   ///< Declared after what it refers to.
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
