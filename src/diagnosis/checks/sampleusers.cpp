#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"
#include "mapping/transform.h"

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

constexpr int mostSamples = 5;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::SampleUsersCheck)
};

dataverse::Criterion criterionOf(const Context &context, const consent::Subject &user)
{
    using Kind = profile::MatchRule::Kind;
    const profile::MatchRule &rule = context.profile().match;
    dataverse::Criterion criterion;
    // The match rule's own check tells what is wrong with it; without parts nobody is found.
    for (const mapping::MatchPart &part : mapping::matchParts(rule, user).valueOr({}))
        criterion.parts << dataverse::KeyPart{.column = part.column, .value = part.value};
    switch (rule.kind) {
    case Kind::RowId:
        criterion.kind = dataverse::Criterion::Kind::RowId;
        break;
    case Kind::AlternateKey:
        criterion.kind = dataverse::Criterion::Kind::AlternateKey;
        break;
    case Kind::Column:
        criterion.kind = dataverse::Criterion::Kind::Column;
        break;
    }
    return criterion;
}

/// Looks the rows of a few people up, and counts: nobody's id or address is kept or shown.
class SampleCheck final : public Check
{
public:
    SampleCheck(Context &context, const QList<consent::Subject> &users, QObject *parent)
        : Job(parent), m_open(int(users.size()))
    {
        for (const consent::Subject &user : users) {
            context.dynamics()
                .dataverse()
                .find(context.table, criterionOf(context, user), {}, 2, this)
                ->whenDone(this, [this](const Result<QList<dataverse::Row>> &rows) { count(rows); });
        }
    }

private:
    void count(const Result<QList<dataverse::Row>> &rows)
    {
        if (rows && rows->isEmpty())
            ++m_none;
        else if (rows)
            ++(rows->size() == 1 ? m_one : m_several);
        else if (rows.error().kind == Error::Kind::Invalid) // no row can have such an id
            ++m_none;
        else if (rows.error().kind == Error::Kind::Forbidden) // a row of somebody else's
            ++m_refused;
        else if (!isSettled())
            finish(Finding::ofRefusal(rows.error()));
        if (--m_open == 0)
            finish(judge());
    }

    Finding judge() const
    {
        if (m_refused > 0)
            return Finding::warning(
                Texts::tr("The rows of %n user(s) may not be read.", nullptr, m_refused),
                Texts::tr("Give the application user’s security role access to the table for the whole organization."),
                catalogue::Portal::SecurityRoles);
        const int all = m_none + m_one + m_several;
        const QString one = Texts::tr("%n match(es) one row", nullptr, m_one);
        const QString none = Texts::tr("%n none", nullptr, m_none);
        const QString several = Texts::tr("%n several", nullptr, m_several);
        //: "Of 5 users 3 match one row, 1 none, 1 several"
        const QString counts = Texts::tr("Of %n user(s) %1, %2, %3", nullptr, all).arg(one, none, several);
        Finding finding{.evidence = counts};
        if (m_several > 0)
            finding = Finding::warning(
                counts,
                Texts::tr("Several rows with the same id are a conflict: nothing is written for them. Merge the rows, "
                          "or find rows by an alternate key, which allows one only."),
                catalogue::Portal::ConnectionPage);
        else if (m_one == 0)
            finding = Finding::warning(
                counts,
                Texts::tr("Check how rows are found: Didomi’s organization_user_id must be what the column holds."),
                catalogue::Portal::ConnectionPage);
        return finding;
    }

    int m_open = 0;
    int m_none = 0;
    int m_one = 0;
    int m_several = 0;
    int m_refused = 0;
};

} // namespace

Check *sampleUsers(Context &context, QObject *parent)
{
    QStringList ids;
    QList<consent::Subject> users;
    for (const consent::User &user : std::as_const(context.users)) {
        if (user.organizationUserId.isEmpty() || ids.contains(user.organizationUserId) || ids.size() >= mostSamples)
            continue;
        ids << user.organizationUserId;
        users << consent::subjectOf(user);
    }
    if (context.table.entitySet.isEmpty())
        return found(Finding::skipped(Texts::tr("Not available here: the server does not tell of its tables.")),
                     parent);
    if (ids.isEmpty())
        return found(Finding::skipped(Texts::tr("No Didomi user has an organization_user_id yet.")), parent);
    return new SampleCheck(context, users, parent);
}

} // namespace diagnosis::checks
