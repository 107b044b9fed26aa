#pragma once

#include "sandbox/people.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace sandbox::didomi {

/// Who somebody is to Didomi. What she chose is folded from her events.
struct User {
    QString id = {};
    QString organizationUserId = {};
    int version = 1;
    QDateTime createdAt = {};
    QDateTime updatedAt = {};
    QJsonObject metadata = {};
    QString country = {};
};

/// One choice at one moment. `consents` holds both generations of preferences: `values`, and `preferences` with
/// `channels`.
struct Event {
    QString id = {};
    QDateTime createdAt = {};
    QDateTime updatedAt = {};
    bool isConfirmed = true;
    QString regulation = QStringLiteral("gdpr");
    QJsonObject consents = {};
    QJsonObject metadata = {};
    QJsonObject delegate = {};
};

/// All users and events. Memory holds only what has changed since the start: the rest is made again from the seed
/// whenever it is asked for, so that a sandbox of a hundred thousand people is cheap.
class Register
{
public:
    explicit Register(QList<Person> people);

    int size() const { return int(m_slots.size()); } ///< Users ever known, the deleted ones among them.
    bool has(int index) const { return !m_slots.at(size_t(index)).isDeleted; }
    std::optional<User> user(int index) const; ///< Nothing when the user is deleted.
    QList<Event> events(int index) const;      ///< Oldest choice first.

    /// What the confirmed events of a regulation add up to.
    QJsonObject consents(int index, const QString &regulation) const;

    std::optional<int> findUser(const QString &id) const;
    QList<int> findUsers(const QString &organizationUserId) const;

    /// Whose event it is; nothing for an id that was never used, or whose event is deleted.
    std::optional<int> findEvent(const QString &id) const;

    int addUser(const User &user);
    void setUser(int index, const User &user); ///< The next version of it.
    void removeUser(int index);                ///< With all events.

    void putEvent(int index, const Event &event, const QDateTime &now); ///< Adds, or replaces the one with the same id.
    void removeEvent(int index, const QString &id, const QDateTime &now);

    const QList<Person> &people() const { return m_people; }

private:
    struct Slot {
        int person = -1; ///< Of m_people; -1 for users that came later.
        int which = 0;   ///< The first or second user of that person.
        bool isDeleted = false;
        bool isFirstEventReplaced = false;
        std::optional<User> changed = {};
        QList<Event> added = {};
    };

    User firstUser(const Slot &slot) const;
    Event firstEvent(const Slot &slot) const;
    void touch(int index, const QDateTime &now);

    QList<Person> m_people;
    std::vector<Slot> m_slots;
    QHash<QString, int> m_byId;
    QMultiHash<QString, int> m_byOrganizationUserId;
    QHash<QString, int> m_byEvent;
};

/// `later` laid over `earlier`: entries of the same id are replaced, the others stay. A null choice changes nothing.
QJsonObject mergedConsents(const QJsonObject &earlier, const QJsonObject &later);

} // namespace sandbox::didomi
