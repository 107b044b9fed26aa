#include "engine/askagain.h"

#include "engine/subjects.h"

#include <QCoreApplication>

namespace engine {

using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Push)
};

constexpr int mostAtOnce = 8; ///< The service's own limit decides how many are on their way.

class AskAgainJob final : public core::Job<QHash<QString, QString>>
{
public:
    AskAgainJob(bridge::Link &link, const QList<KnownChoices> &people, QObject *parent)
        : Job(parent), m_link(link), m_people(people)
    {
        for (int i = 0; i < mostAtOnce; ++i)
            next();
        conclude();
    }

private:
    void next()
    {
        if (m_next == m_people.size() || isSettled())
            return;
        const KnownChoices known = m_people.at(m_next++);
        ++m_open;
        subjectsOf(m_link, known.person, this)
            ->whenDone(this, [this, known](const Result<QList<consent::Subject>> &subjects) {
                --m_open;
                take(known, subjects);
                Q_EMIT progressed(m_next - m_open, m_people.size());
                next();
                conclude();
            });
    }

    void take(const KnownChoices &known, const Result<QList<consent::Subject>> &subjects)
    {
        if (!subjects && subjects.error().kind != Error::Kind::NotFound)
            return finish(subjects.error());
        const bool isOutdated =
            !subjects || std::any_of(subjects->cbegin(), subjects->cend(),
                                     [&known](const consent::Subject &subject) { return subject.time > known.time; });
        if (isOutdated)
            m_changed.insert(known.person,
                             Texts::tr("What Didomi knows of this person changed after the plan was made."));
    }

    void conclude()
    {
        if (m_open == 0 && m_next == m_people.size())
            finish(m_changed);
    }

    bridge::Link &m_link;
    const QList<KnownChoices> m_people;
    qsizetype m_next = 0;
    int m_open = 0;
    QHash<QString, QString> m_changed;
};

} // namespace

core::Job<QHash<QString, QString>> *askAgain(bridge::Link &link, const QList<KnownChoices> &people, QObject *parent)
{
    return new AskAgainJob(link, people, parent);
}

} // namespace engine
