#include "bridge/furtherusers.h"

#include "bridge/furtherlinks.h"
#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"

#include <QCoreApplication>

#include <functional>

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using Privileges = QList<dataverse::Privilege>;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::FurtherUsersCheck)
};

/// Asks the same of each further user, all at once, and judges the answers in the order of the profile.
template <typename T>
class EachCheck final : public Check
{
public:
    using Ask = std::function<core::Job<T> *(qsizetype user, QObject *parent)>;
    using Judge = std::function<std::optional<Error>(const T &)>;

    /// `evidence` is told where nobody has a problem.
    EachCheck(Context &context, const Ask &ask, Judge verdict, const QString &evidence, QObject *parent)
        : Job(parent)
        , m_context(context)
        , m_verdict(std::move(verdict))
        , m_evidence(evidence)
        , m_answers(context.furtherUsers().size(), Error::cancelled())
        , m_open(m_answers.size())
    {
        for (qsizetype user = 0; user < qsizetype(m_answers.size()); ++user) {
            ask(user, this)->whenDone(this, [this, user](const Result<T> &answer) {
                m_answers[size_t(user)] = answer;
                if (--m_open == 0)
                    judge();
            });
        }
    }

private:
    void judge()
    {
        const profile::Profile &profile = m_context.profile();
        Finding finding{.evidence = m_evidence};
        QStringList details;
        for (qsizetype user = 0; user < qsizetype(m_answers.size()); ++user) {
            const Result<T> &answer = m_answers[size_t(user)];
            const std::optional<Error> problem = answer ? m_verdict(*answer) : answer.error();
            if (!problem) {
                //: %1 is what people call a further application user
                details << Texts::tr("%1: in order").arg(profile.furtherUsers.at(user).name());
                continue;
            }
            const Error named = bridge::ofFurtherUser(profile, user, *problem);
            details << named.message;
            if (finding.state == Step::State::Passed) {
                finding = Finding::failed(named);
                finding.furtherUser = user;
            }
        }
        finding.details = details;
        finish(finding);
    }

    Context &m_context;
    const Judge m_verdict;
    const QString m_evidence;
    std::vector<Result<T>> m_answers;
    size_t m_open;
};

int countOf(const Context &context)
{
    return int(context.furtherUsers().size());
}

} // namespace

Check *furtherToken(Context &context, QObject *parent)
{
    if (context.profile().furtherUsers.isEmpty()) // somebody asked for this step
        return found(Finding::skipped(Texts::tr("This integration has no further application users.")), parent);
    if (const auto opened = context.openFurtherUsers(); !opened)
        return found(Finding::failed(opened.error(), catalogue::Portal::ConnectionPage), parent);
    return new EachCheck<entra::Token>(
        context,
        [&context](qsizetype user, QObject *owner) {
            return context.furtherUsers()[size_t(user)]->tokens().token(owner);
        },
        [](const entra::Token &) { return std::nullopt; },
        Texts::tr("%n further application user(s) signed in", nullptr, countOf(context)), parent);
}

Check *furtherWhoAmI(Context &context, QObject *parent)
{
    if (context.furtherUsers().empty())
        return found(Finding::skipped(Texts::tr("This integration has no further application users.")), parent);
    return new EachCheck<dataverse::WhoAmI>(
        context,
        [&context](qsizetype user, QObject *owner) {
            return context.furtherUsers()[size_t(user)]->dataverse().whoAmI(owner);
        },
        [&context, met = QStringList{context.whoAmI.userId.toLower()}](const dataverse::WhoAmI &whoAmI) mutable {
            const auto problem = bridge::strangenessOf(whoAmI, context.whoAmI.organizationId, met);
            met << whoAmI.userId.toLower();
            context.whoFurtherUsersAre << whoAmI;
            return problem;
        },
        Texts::tr("%n further application user(s) of the same organization", nullptr, countOf(context)), parent);
}

Check *furtherPrivileges(Context &context, QObject *parent)
{
    if (context.furtherUsers().empty())
        return found(Finding::skipped(Texts::tr("This integration has no further application users.")), parent);
    if (context.privileges.isEmpty())
        return found(
            Finding::skipped(Texts::tr("Not available here: the environment does not tell what somebody may do.")),
            parent);
    QStringList names;
    for (const dataverse::Privilege &privilege : std::as_const(context.privileges))
        names << privilege.name;
    return new EachCheck<Privileges>(
        context,
        [&context, names](qsizetype user, QObject *owner) {
            bridge::Link &link = *context.furtherUsers()[size_t(user)];
            auto *inspector =
                new dataverse::Inspector(link.dataverseService(), link.tokens(),
                                         link.instance().apiUrl(link.profile().options.apiVersion), owner);
            return inspector->privileges(context.whoFurtherUsersAre.at(user).userId, names, owner);
        },
        [&context](const Privileges &held) { return bridge::lackOf(held, context.privileges); },
        Texts::tr("%n further application user(s) may do as much", nullptr, countOf(context)), parent);
}

} // namespace diagnosis::checks
