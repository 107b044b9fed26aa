#include "engine/newest.h"

#include <QCoreApplication>
#include <QPointer>

namespace engine {

using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Newest)
};

class NewestPersonJob final : public core::Job<QString>
{
public:
    NewestPersonJob(bridge::Link &link, QObject *parent) : Job(parent), m_link(link) { requestPage({}); }

private:
    void requestPage(const QString &cursor)
    {
        m_link.didomi().users(cursor, this)->whenDone(this, [this](const Result<didomi::UserPage> &page) {
            takePage(page);
        });
    }

    void takePage(const Result<didomi::UserPage> &page)
    {
        if (!page)
            return finish(page.error());
        for (const consent::User &user : page->users)
            consider(user);
        m_read += page->users.size();
        const QString cursor = page->nextCursor;
        const QPointer<NewestPersonJob> self(this);
        Q_EMIT progressed(m_read, 0);
        if (!self || isSettled())
            return; // a handler had enough
        if (!cursor.isEmpty())
            return requestPage(cursor);
        if (m_person.isEmpty())
            return finish(Error{.kind = Error::Kind::NotFound,
                                .message = Texts::tr("Didomi knows nobody with an organization user id under this "
                                                     "regulation."),
                                .fix = Texts::tr("Check the integration's regulation and Didomi organization.")});
        finish(m_person);
    }

    void consider(const consent::User &user)
    {
        const QString &regulation = m_link.profile().options.regulation;
        const bool isOther =
            !user.regulation.isEmpty() && user.regulation.compare(regulation, Qt::CaseInsensitive) != 0;
        if (isOther || user.organizationUserId.trimmed().isEmpty())
            return;
        const QDateTime time = user.updatedAt.isValid() ? user.updatedAt : user.createdAt;
        if (m_person.isEmpty() || (time.isValid() && (!m_time.isValid() || time > m_time))) {
            m_person = user.organizationUserId;
            m_time = time;
        }
    }

    bridge::Link &m_link;
    QString m_person;
    QDateTime m_time;
    qint64 m_read = 0;
};

} // namespace

core::Job<QString> *newestPerson(bridge::Link &link, QObject *parent)
{
    return new NewestPersonJob(link, parent);
}

} // namespace engine
