#include "didomi/people.h"

#include "didomi/lists.h"

#include <QJsonObject>

#include <algorithm>

namespace didomi {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(didomi::People)
};

Error badReply(const QString &message, Error cause = {})
{
    cause.kind = Error::Kind::BadReply;
    cause.message = message;
    if (cause.fix.isEmpty())
        cause.fix = Words::tr("Nothing was done with it. Tell Didomi's support if it stays.");
    return cause;
}

Error unreadable(qsizetype index, const Error &cause)
{
    return badReply(Words::tr("Entry %1 of Didomi's answer cannot be read: %2").arg(index + 1).arg(cause.message),
                    cause);
}

/// Didomi does not say whether it takes letter case for a difference.
bool isSameId(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool isOfRegulation(const QString &stored, const QString &asked)
{
    return asked.isEmpty() || stored.isEmpty() || stored.compare(asked, Qt::CaseInsensitive) == 0;
}

template <typename Entry>
Result<QList<Entry>> readEntriesOf(const QJsonArray &items, const QString &organizationUserId,
                                   const QString &regulation, Result<Entry> (*read)(const QJsonObject &))
{
    QList<Entry> entries;
    for (qsizetype i = 0; i < items.size(); ++i) {
        Result<Entry> entry = read(items.at(i).toObject());
        if (!entry)
            return unreadable(i, entry.error());
        if (!isSameId(entry->organizationUserId, organizationUserId))
            return badReply(Words::tr("Didomi was asked for one person and answered with another one."));
        if (isOfRegulation(entry->regulation, regulation))
            entries.append(std::move(*entry));
    }
    return entries;
}

} // namespace

Result<UserPage> readUserPage(const net::Reply &reply, const QString &askedCursor)
{
    const Result<Page> page = readPage(reply);
    if (!page)
        return page.error();
    if (!askedCursor.isEmpty() && page->cursor == askedCursor)
        return badReply(
            Words::tr("Didomi's list of users does not end: it comes back to a page that was already read."));

    UserPage users{.nextCursor = page->cursor};
    for (qsizetype i = 0; i < page->items.size(); ++i) {
        Result<consent::User> user = consent::readUser(page->items.at(i).toObject());
        if (user)
            users.users.append(std::move(*user));
        else
            users.problems.append(unreadable(i, user.error()).message);
    }
    return users;
}

Result<QList<consent::User>> readUsersOf(const QJsonArray &items, const QString &organizationUserId,
                                         const QString &regulation)
{
    return readEntriesOf<consent::User>(items, organizationUserId, regulation, consent::readUser);
}

Result<QList<consent::Event>> readEventsOf(const QJsonArray &items, const QString &organizationUserId,
                                           const QString &regulation)
{
    Result<QList<consent::Event>> events =
        readEntriesOf<consent::Event>(items, organizationUserId, regulation, consent::readEvent);
    if (!events)
        return events;
    events->removeIf([](const consent::Event &event) { return event.status != consent::Event::Status::Confirmed; });
    std::stable_sort(events->begin(), events->end(), [](const consent::Event &left, const consent::Event &right) {
        return left.createdAt > right.createdAt;
    });
    return events;
}

} // namespace didomi
