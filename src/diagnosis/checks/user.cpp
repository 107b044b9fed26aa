#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"
#include "mapping/neededprivileges.h"

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Depth;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::UserCheck)
};

QString depthText(Depth depth)
{
    switch (depth) {
    case Depth::None:
        return Texts::tr("missing");
    case Depth::Basic:
        return Texts::tr("its own rows only");
    case Depth::Local:
        return Texts::tr("its business unit");
    case Depth::Deep:
        return Texts::tr("its business unit and those below");
    case Depth::Global:
        return Texts::tr("the whole organization");
    }
    return {};
}

QString depthWord(Depth depth)
{
    constexpr const char *words[] = {"None", "Basic", "Local", "Deep", "Global"};
    return QString::fromLatin1(words[int(depth)]);
}

QString roleText(const dataverse::Role &role)
{
    return role.team.isEmpty() ? role.name : Texts::tr("%1 (through the team %2)").arg(role.name, role.team);
}

Finding judgeUser(const Context &context, const dataverse::ApplicationUser &user)
{
    QStringList names;
    for (const dataverse::Role &role : context.roles)
        names << roleText(role);
    names.sort();
    Finding finding;
    if (user.isDisabled)
        finding =
            Finding::failed({.kind = Error::Kind::Forbidden,
                             .message = Texts::tr("The application user %1 is disabled.").arg(user.name),
                             .fix = Texts::tr("Activate the application user in the Power Platform admin center."),
                             .code = u"ApplicationUserDisabled"_s},
                            catalogue::Portal::ApplicationUsers);
    else if (context.hasRoles && names.isEmpty())
        finding = Finding::failed(
            {.kind = Error::Kind::Forbidden,
             .message =
                 Texts::tr("The application user %1 has no security role: it may do nothing at all.").arg(user.name),
             .fix = Texts::tr("Give it a security role that may read and write the table."),
             .code = u"NoSecurityRole"_s},
            catalogue::Portal::ApplicationUsers);
    else if (names.isEmpty())
        finding.evidence = user.name;
    else
        finding.evidence = Texts::tr("%1, with %2").arg(user.name, names.join(u", "_s));
    for (const QString &name : std::as_const(names))
        finding.details << Texts::tr("Role: %1").arg(name);
    if (!user.applicationId.isEmpty())
        finding.details << Texts::tr("Application: %1").arg(user.applicationId);
    finding.facts = {{u"user.name"_s, {user.name}}, {u"roles"_s, names}};
    return finding;
}

/// Asks for the user and its roles at once.
class UserCheck final : public Check
{
public:
    UserCheck(Context &context, QObject *parent) : Job(parent), m_context(context)
    {
        const QString id = context.whoAmI.userId;
        context.inspector().user(id, this)->whenDone(this, [this](const Result<dataverse::ApplicationUser> &user) {
            m_user = user;
            oneLess();
        });
        context.inspector().roles(id, this)->whenDone(this, [this](const Result<QList<dataverse::Role>> &roles) {
            m_context.hasRoles = bool(roles);
            if (roles)
                m_context.roles = *roles;
            oneLess();
        });
    }

private:
    void oneLess()
    {
        if (--m_open > 0)
            return;
        finish(m_user ? judgeUser(m_context, *m_user) : Finding::ofRefusal(m_user.error()));
    }

    Context &m_context;
    Result<dataverse::ApplicationUser> m_user = Error::cancelled();
    int m_open = 2;
};

Finding judgePrivileges(const QList<dataverse::Privilege> &privileges)
{
    QStringList missing;
    QStringList near;
    Finding finding;
    QStringList facts;
    for (const dataverse::Privilege &privilege : privileges) {
        //: %1 is a privilege's name, %2 how far it reaches
        finding.details << Texts::tr("%1: %2").arg(privilege.name, depthText(privilege.depth));
        facts << privilege.name + u' ' + depthWord(privilege.depth);
        if (privilege.depth == Depth::None)
            missing << privilege.name;
        else if (privilege.depth != Depth::Global)
            near << privilege.name;
    }
    const QStringList details = finding.details;
    if (!missing.isEmpty()) {
        finding = Finding::failed(
            {.kind = Error::Kind::Forbidden,
             .message = Texts::tr("The application user lacks %n privilege(s): %1.", nullptr, int(missing.size()))
                            .arg(missing.join(u", "_s)),
             .fix = Texts::tr("Add them, for the whole organization, to a security role of the application user."),
             .code = u"MissingPrivilege"_s},
            catalogue::Portal::SecurityRoles);
    } else if (!near.isEmpty()) {
        finding = Finding::warning(
            Texts::tr("%n privilege(s) do not reach the whole organization: rows of other owners are refused (%1).",
                      nullptr, int(near.size()))
                .arg(near.join(u", "_s)),
            Texts::tr("Set the access level of these privileges to “Organization” in the application user’s security "
                      "role."),
            catalogue::Portal::SecurityRoles);
    } else {
        finding.evidence =
            Texts::tr("%n privilege(s), all for the whole organization", nullptr, int(privileges.size()));
    }
    finding.details = details;
    finding.facts = {{u"privileges"_s, facts}};
    return finding;
}

/// Schema names first: privileges are named after them.
class PrivilegesCheck final : public Check
{
public:
    PrivilegesCheck(Context &context, QObject *parent) : Job(parent), m_context(context)
    {
        const QStringList tables = mapping::tablesOfPrivileges(context.profile(), context.table);
        context.inspector()
            .schemaNames(tables, this)
            ->whenDone(this, [this](const Result<QHash<QString, QString>> &names) {
                if (!names)
                    return finish(Finding::ofRefusal(names.error()));
                ask(mapping::neededPrivileges(m_context.profile(), m_context.table, *names));
            });
    }

private:
    void ask(const QStringList &names)
    {
        if (names.isEmpty())
            return finish(Finding::skipped(Texts::tr("Not available here: the server does not tell of its tables.")));
        m_context.inspector()
            .privileges(m_context.whoAmI.userId, names, this)
            ->whenDone(this, [this](const Result<QList<dataverse::Privilege>> &privileges) {
                m_context.privileges = privileges.valueOr({});
                finish(privileges ? judgePrivileges(*privileges) : Finding::ofRefusal(privileges.error()));
            });
    }

    Context &m_context;
};

} // namespace

Check *applicationUser(Context &context, QObject *parent)
{
    return new UserCheck(context, parent);
}

Check *administrator(Context &context, QObject *parent)
{
    if (!context.hasRoles)
        return found(Finding::skipped(Texts::tr("Not available here: the environment does not tell of roles.")),
                     parent);
    QStringList teams;
    bool isOwn = false;
    for (const dataverse::Role &role : std::as_const(context.roles)) {
        if (!role.isSystemAdministrator())
            continue;
        isOwn = isOwn || role.team.isEmpty();
        if (!role.team.isEmpty())
            teams << role.team;
    }
    Finding finding;
    if (isOwn)
        finding = Finding::warning(
            Texts::tr("The application user is System Administrator: it may do everything."),
            Texts::tr("That is needed only while two-way synchronisation is set up. Afterwards remove the role in the "
                      "list of application users, under “Edit security roles”, and keep one that may read and write "
                      "the table."),
            catalogue::Portal::ApplicationUsers);
    else if (!teams.isEmpty())
        finding = Finding::warning(
            Texts::tr("The application user is System Administrator through the team %1: it may do everything.")
                .arg(teams.join(u", "_s)),
            Texts::tr("Remove the application user from that team; the role cannot be taken from the user itself."),
            catalogue::Portal::ApplicationUsers);
    else
        finding.evidence = Texts::tr("Not assigned: it may do only what its roles say");
    finding.facts = {{u"administrator"_s, isOwn || !teams.isEmpty() ? QStringList{u"yes"_s} : QStringList{u"no"_s}}};
    return found(finding, parent);
}

Check *privileges(Context &context, QObject *parent)
{
    return new PrivilegesCheck(context, parent);
}

} // namespace diagnosis::checks
