#include "engine/meetusers.h"

#include "bridge/furtherlinks.h"
#include "bridge/furtherusers.h"
#include "dataverse/inspector.h"
#include "mapping/neededprivileges.h"

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using Privileges = QList<dataverse::Privilege>;

namespace {

class MeetUsersJob final : public core::Job<Nothing>
{
public:
    MeetUsersJob(const Workplace &workplace, QObject *parent)
        : Job(parent), m_workplace(workplace), m_userIds{workplace.surroundings.whoAmI.userId.toLower()}
    {
        if (workplace.links.size() < 2)
            finish(Nothing{});
        else
            askSchemaNames();
    }

private:
    void askSchemaNames()
    {
        const bridge::Link &first = m_workplace.link();
        inspectorOf(0)
            ->schemaNames(mapping::tablesOfPrivileges(first.profile(), m_workplace.surroundings.table), this)
            ->whenDone(this, [this](const Result<QHash<QString, QString>> &names) {
                if (!names && !isNotAvailable(names.error()))
                    return finish(names.error());
                m_needed = mapping::neededPrivileges(m_workplace.link().profile(), m_workplace.surroundings.table,
                                                     names.valueOr({}));
                askPrivileges(0, m_userIds.constFirst(), [this](const Privileges &held) {
                    m_ofFirst = held;
                    meet(1);
                });
            });
    }

    /// The environment does not tell of that; then the service refuses each row for itself.
    static bool isNotAvailable(const Error &error)
    {
        return error.kind == Error::Kind::NotFound && error.code.isEmpty();
    }

    dataverse::Inspector *inspectorOf(qsizetype index)
    {
        bridge::Link &link = *m_workplace.links.at(index);
        return new dataverse::Inspector(link.dataverseService(), link.tokens(),
                                        link.instance().apiUrl(link.profile().options.apiVersion), this);
    }

    Error problemOf(qsizetype index, const Error &problem) const
    {
        return bridge::ofUser(m_workplace.link().profile(), index, problem);
    }

    void askPrivileges(qsizetype index, const QString &userId, const std::function<void(const Privileges &)> &take)
    {
        inspectorOf(index)
            ->privileges(userId, m_needed, this)
            ->whenDone(this, [this, index, take](const Result<Privileges> &held) {
                if (isSettled())
                    return;
                if (!held && !isNotAvailable(held.error()))
                    return finish(problemOf(index, held.error()));
                take(held.valueOr({}));
            });
    }

    void meet(qsizetype index)
    {
        if (index == m_workplace.links.size())
            return finish(Nothing{});
        m_workplace.links.at(index)->dataverse().whoAmI(this)->whenDone(
            this, [this, index](const Result<dataverse::WhoAmI> &whoAmI) {
                if (isSettled())
                    return;
                if (!whoAmI)
                    return finish(problemOf(index, whoAmI.error()));
                const QString organization = m_workplace.surroundings.whoAmI.organizationId;
                if (const auto problem = bridge::strangenessOf(*whoAmI, organization, m_userIds))
                    return finish(problemOf(index, *problem));
                m_userIds << whoAmI->userId.toLower();
                askPrivileges(index, whoAmI->userId, [this, index](const Privileges &held) {
                    if (const auto problem = bridge::lackOf(held, m_ofFirst))
                        return finish(problemOf(index, *problem));
                    meet(index + 1);
                });
            });
    }

    const Workplace m_workplace;
    QStringList m_needed;
    Privileges m_ofFirst; ///< In the order of `m_needed`.
    QStringList m_userIds;
};

} // namespace

core::Job<Nothing> *meetUsers(const Workplace &workplace, QObject *parent)
{
    return new MeetUsersJob(workplace, parent);
}

} // namespace engine
