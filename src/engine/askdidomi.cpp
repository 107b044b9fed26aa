#include "engine/askdidomi.h"

#include <QCoreApplication>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::PeopleSource)
};

constexpr int atOnce = 6;

/// True when it is about this one person, so that others can still be asked about.
bool isOfOnePerson(const Error &error)
{
    return error.kind == Error::Kind::BadReply || error.kind == Error::Kind::Rejected ||
           error.kind == Error::Kind::Invalid || error.kind == Error::Kind::NotFound;
}

Error aboutPerson(Error error, const QString &id)
{
    error.message = Texts::tr("%1: %2").arg(id, error.message);
    error.field = u"people"_s;
    return error;
}

class AskDidomiJob final : public core::Job<SourcePart>
{
public:
    AskDidomiJob(bridge::Link &link, DidomiQuestion &question, bool tellUnknown, QObject *parent)
        : Job(parent), m_link(link), m_question(question), m_tellUnknown(tellUnknown)
    {
        for (int i = 0; i < atOnce; ++i)
            askNext();
        finishWhenDone();
    }

private:
    void askNext()
    {
        while (m_next < m_question.ids.size() && m_question.answers.contains(m_next))
            ++m_next;
        if (m_next == m_question.ids.size())
            return;
        const qsizetype index = m_next++;
        m_link.didomi()
            .usersOf(m_question.ids.at(index), m_question.regulation, this)
            ->whenDone(this, [this, index](const Result<QList<consent::User>> &users) { take(index, users); });
    }

    void take(qsizetype index, const Result<QList<consent::User>> &users)
    {
        if (!users && !isOfOnePerson(users.error())) {
            finish(users.error()); // before the steps go: the error is of one of them
            deleteSteps();
            return;
        }
        m_question.answers.insert(index, users);
        Q_EMIT progressed(m_question.answers.size(), m_question.ids.size());
        if (isSettled())
            return; // a handler had enough
        askNext();
        finishWhenDone();
    }

    void finishWhenDone()
    {
        if (m_question.answers.size() < m_question.ids.size())
            return;
        finish(part());
        m_question.answers.clear(); // who asks the same again wants to know what is true then
    }

    SourcePart part() const
    {
        SourcePart made;
        Gathering gathering(m_question.regulation);
        for (qsizetype index = 0; index < m_question.ids.size(); ++index) {
            const QString &id = m_question.ids.at(index);
            const auto users = m_question.answers.value(index, QList<consent::User>());
            if (!users)
                made.problems << aboutPerson(users.error(), id);
            else if (users->isEmpty() && m_tellUnknown)
                made.problems << Error{.kind = Error::Kind::NotFound,
                                       .message = Texts::tr("Didomi knows nobody with the id %1.").arg(id),
                                       .fix = Texts::tr("Check the id and the regulation; upper and lower case count."),
                                       .field = u"people"_s};
            for (const consent::User &user : users.valueOr({}))
                gathering.add(toldBy(user, m_question.regulation));
        }
        made.people = gathering.take();
        return made;
    }

    bridge::Link &m_link;
    DidomiQuestion &m_question;
    const bool m_tellUnknown;
    qsizetype m_next = 0;
};

} // namespace

core::Job<SourcePart> *askDidomi(bridge::Link &link, DidomiQuestion &question, bool tellUnknown, QObject *parent)
{
    return new AskDidomiJob(link, question, tellUnknown, parent);
}

Told toldBy(const consent::User &user, const QString &regulation)
{
    Told told{.subject = consent::subjectOf(user)};
    if (told.subject.regulation.isEmpty()) // it is what was asked for
        told.subject.regulation = regulation;
    return told;
}

} // namespace engine
