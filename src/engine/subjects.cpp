#include "engine/subjects.h"

#include <QCoreApplication>

namespace engine {

using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Subjects)
};

class SubjectsJob final : public core::Job<QList<consent::Subject>>
{
public:
    SubjectsJob(bridge::Link &link, const QString &organizationUserId, QObject *parent)
        : Job(parent), m_regulation(link.profile().options.regulation)
    {
        link.didomi()
            .usersOf(organizationUserId, m_regulation, this)
            ->whenDone(this, [this](const core::Result<QList<consent::User>> &users) { takeUsers(users); });
    }

private:
    void takeUsers(const core::Result<QList<consent::User>> &users)
    {
        if (!users)
            return finish(users.error());
        if (users->isEmpty())
            return finish(Error{.kind = Error::Kind::NotFound,
                                .message = Texts::tr("Didomi knows nobody with this organization user id."),
                                .fix = Texts::tr("Check the id and the regulation; upper and lower case count.")});
        QList<consent::Subject> subjects;
        for (const consent::User &user : *users) {
            consent::Subject subject = consent::subjectOf(user);
            if (subject.regulation.isEmpty()) // only users of this regulation were asked for
                subject.regulation = m_regulation;
            subjects << subject;
        }
        finish(subjects);
    }

    const QString m_regulation;
};

} // namespace

core::Job<QList<consent::Subject>> *subjectsOf(bridge::Link &link, const QString &organizationUserId, QObject *parent)
{
    if (organizationUserId.trimmed().isEmpty())
        return new core::ReadyJob<QList<consent::Subject>>(
            Error{.kind = Error::Kind::Invalid, .message = Texts::tr("The organization user id is empty.")}, parent);
    return new SubjectsJob(link, organizationUserId, parent);
}

} // namespace engine
