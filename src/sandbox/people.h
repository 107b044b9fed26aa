#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace sandbox {

/// Logical names of the custom contact columns that both ends of the sandbox agree on.
namespace column {
inline constexpr char16_t didomiId[] = u"new_didomiuserid"; ///< Text, Active alternate key new_didomikey; unique.
inline constexpr char16_t externalId[] = u"externaluseridentifier"; ///< Text, standard, not unique.
inline constexpr char16_t newsletter[] = u"new_newsletterconsent";  ///< Boolean.
inline constexpr char16_t sms[] = u"new_smsconsent";                ///< Boolean.
inline constexpr char16_t frequency[] =
    u"new_newsletterfrequency";                               ///< Choice: 100000000 daily, …01 weekly, …02 monthly.
inline constexpr char16_t topics[] = u"new_topics";           ///< Multi-choice: 1 sports, 2 culture, 3 travel.
inline constexpr char16_t consentDate[] = u"new_consentdate"; ///< Date and time, UTC.
} // namespace column

/// A contact row as the environment has it at the start.
struct Contact {
    QUuid id = {};
    QString firstName = {};
    QString lastName = {};
    QString email = {};       ///< emailaddress1, always under example.com or example.org.
    QString mobilePhone = {}; ///< mobilephone, "+1 555 01…".
    QString didomiId = {};    ///< column::didomiId; empty = null. Never the same in two rows.
    QString externalId = {};  ///< column::externalId; the same in two rows of Person::Case::TwoContacts.
    bool newsletter = false;  ///< column::newsletter.
    bool doNotBulkEmail = false;

    bool operator==(const Contact &) const = default;
};

/// Somebody whom Didomi, Dataverse or both know.
struct Person {
    /// What is special about this person; each special case exists at least once when there are enough people.
    enum class Case {
        Plain,        ///< One Didomi user, one contact.
        NoContact,    ///< Didomi only: a push is skipped, or creates with upsert.
        NoDidomiUser, ///< Dataverse only.
        TwoContacts,  ///< Two contacts share column::externalId (one of them holds the key): a conflict by column
                      ///< search.
        TwoUsers,     ///< Two Didomi users share the organization_user_id.
        HardKey,      ///< The id holds "+" and "/", which key URLs refuse.
        NoChoice,     ///< The Didomi user has been asked nothing yet: every choice is null.
    };

    Case kind = Case::Plain;
    QString organizationUserId = {};
    QString firstName = {};
    QString lastName = {};
    QString email = {};
    QString mobilePhone = {};
    QStringList didomiUserIds = {}; ///< Random-looking UUIDs; the first is the older one.
    QList<Contact> contacts = {};
    quint64 dice = 0; ///< A seed for whatever else must be random about this person.

    bool operator==(const Person &) const = default;
};

/// Numbers that are the same on every machine for the same seed (splitmix64), unlike those of std's distributions.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    quint64 next();
    int below(int limit); ///< 0 … limit-1; limit must be positive.
    QUuid uuid();         ///< A version-4 UUID.

private:
    quint64 m_state;
};

/// The same people for the same seed, with exactly `contacts` contact rows and as many Didomi users.
///
/// From 30 contacts on every Person::Case occurs; below that everybody is Plain.
QList<Person> generatePeople(quint64 seed, int contacts);

} // namespace sandbox
