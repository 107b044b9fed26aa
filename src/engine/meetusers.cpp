#include "engine/meetusers.h"

#include "bridge/furtherlinks.h"
#include "dataverse/inspector.h"
#include "mapping/neededprivileges.h"

#include <QCoreApplication>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using Privileges = QList<dataverse::Privilege>;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::MeetUsers)
};

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

    /// Of a user that is not the first: whose problem it is, is said.
    Error problemOf(qsizetype index, const Error &problem) const
    {
        return index == 0 ? problem : bridge::ofFurtherUser(m_workplace.link().profile(), index - 1, problem);
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
                if (const auto problem = strangeness(*whoAmI))
                    return finish(problemOf(index, *problem));
                m_userIds << whoAmI->userId.toLower();
                askPrivileges(index, whoAmI->userId, [this, index](const Privileges &held) {
                    if (const auto problem = lack(held))
                        return finish(problemOf(index, *problem));
                    meet(index + 1);
                });
            });
    }

    std::optional<Error> strangeness(const dataverse::WhoAmI &whoAmI) const
    {
        const QString organization = m_workplace.surroundings.whoAmI.organizationId;
        if (whoAmI.organizationId.compare(organization, Qt::CaseInsensitive) != 0)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("It belongs to another organization of Dynamics 365."),
                         .fix = Texts::tr("Add its app registration to this environment as an application user.")};
        if (m_userIds.contains(whoAmI.userId.toLower()))
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("In Dynamics 365 it is the same user as another one."),
                         .fix = Texts::tr("Enter an app registration that has an application user of its own, or "
                                          "remove this one.")};
        return {};
    }

    /// What the first one may do to the rows, and this one may not, or not as far.
    std::optional<Error> lack(const Privileges &held) const
    {
        QStringList lacking;
        for (qsizetype i = 0; i < held.size() && i < m_ofFirst.size(); ++i) {
            if (held.at(i).depth < m_ofFirst.at(i).depth)
                lacking << held.at(i).name;
        }
        if (lacking.isEmpty())
            return {};
        return Error{
            .kind = Error::Kind::Forbidden,
            .message = Texts::tr("It may do less than the first application user: %1.").arg(lacking.join(u", "_s)),
            .fix = Texts::tr("Give it the same security roles in the Power Platform admin center, or remove it "
                             "from the connection."),
            .code = u"MissingPrivilege"_s};
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
