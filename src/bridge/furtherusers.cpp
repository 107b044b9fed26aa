#include "bridge/furtherusers.h"

#include <QCoreApplication>

namespace bridge {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(bridge::FurtherUsers)
};

} // namespace

std::optional<Error> strangenessOf(const dataverse::WhoAmI &whoAmI, const QString &organizationId,
                                   const QStringList &others)
{
    if (whoAmI.organizationId.compare(organizationId, Qt::CaseInsensitive) != 0)
        return Error{.kind = Error::Kind::Conflict,
                     .message = Texts::tr("It belongs to another organization of Dynamics 365."),
                     .fix = Texts::tr("Add its app registration to this environment as an application user.")};
    if (others.contains(whoAmI.userId.toLower()))
        return Error{.kind = Error::Kind::Conflict,
                     .message = Texts::tr("In Dynamics 365 it is the same user as another one."),
                     .fix = Texts::tr("Enter an app registration that has an application user of its own, or "
                                      "remove this one.")};
    return {};
}

std::optional<Error> lackOf(const QList<dataverse::Privilege> &held, const QList<dataverse::Privilege> &ofFirst)
{
    QStringList lacking;
    for (qsizetype i = 0; i < held.size() && i < ofFirst.size(); ++i) {
        if (held.at(i).depth < ofFirst.at(i).depth)
            lacking << held.at(i).name;
    }
    if (lacking.isEmpty())
        return {};
    return Error{.kind = Error::Kind::Forbidden,
                 .message = Texts::tr("It may do less than the first application user: %1.").arg(lacking.join(u", "_s)),
                 .fix = Texts::tr("Give it the same security roles in the Power Platform admin center, or remove it "
                                  "from the connection."),
                 .code = u"MissingPrivilege"_s};
}

} // namespace bridge
