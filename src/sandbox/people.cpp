#include "sandbox/people.h"

#include <array>
#include <cstring>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

// Words, not names of anybody: nobody must recognise herself in a screenshot.
constexpr std::array firstNames = {u"Amber",   u"Ash",  u"Aspen",  u"Basil",  u"Bay",   u"Birch",  u"Briar", u"Brook",
                                   u"Cedar",   u"Clay", u"Clover", u"Coral",  u"Dale",  u"Dawn",   u"Ember", u"Fern",
                                   u"Flint",   u"Glen", u"Hazel",  u"Heath",  u"Holly", u"Iris",   u"Ivy",   u"Jade",
                                   u"Juniper", u"Lark", u"Laurel", u"Linden", u"Maple", u"Meadow", u"Olive", u"Opal",
                                   u"Pearl",   u"Reed", u"Robin",  u"Rowan",  u"Sage",  u"Sorrel", u"Thyme", u"Willow"};
constexpr std::array lastNames = {
    u"Archway",   u"Barrow",    u"Bellrope", u"Bridgeway", u"Candlewick", u"Causeway",  u"Clockhouse",  u"Copperpot",
    u"Cornfield", u"Cottage",   u"Drystone", u"Farthing",  u"Ferryboat",  u"Fieldgate", u"Flagstone",   u"Fountain",
    u"Gatepost",  u"Greenlane", u"Haystack", u"Hedgerow",  u"Inkwell",    u"Lamplight", u"Lanternfish", u"Lockgate",
    u"Marshland", u"Millpond",  u"Moorland", u"Oakbench",  u"Orchardson", u"Paperclip", u"Quayside",    u"Riverbend",
    u"Sandbank",  u"Saltmarsh", u"Signpost", u"Slatework", u"Tollhouse",  u"Towpath",   u"Weathervane", u"Windowbox"};
constexpr std::array domains = {u"example.com", u"example.org"};

// Where the special people stand among the others. Three without a contact and three without a Didomi user are made up
// for by one more contact and one more user elsewhere, which leaves two people more than rows.
constexpr int smallestWithCases = 30;
constexpr int peopleWithoutRow = 2;

Person::Case caseAt(int index)
{
    switch (index) {
    case 3:
    case 11:
    case 23:
        return Person::Case::NoContact;
    case 5:
    case 13:
    case 25:
        return Person::Case::NoDidomiUser;
    case 7:
        return Person::Case::TwoContacts;
    case 9:
        return Person::Case::TwoUsers;
    case 15:
        return Person::Case::HardKey;
    case 17:
    case 19:
    case 21:
        return Person::Case::NoChoice;
    default:
        return Person::Case::Plain;
    }
}

QString pick(const auto &words, Dice &dice)
{
    return QString::fromUtf16(words.at(size_t(dice.below(int(words.size())))));
}

Person makePerson(int index, Person::Case kind, Dice &dice)
{
    Person person;
    person.kind = kind;
    person.firstName = pick(firstNames, dice);
    person.lastName = pick(lastNames, dice);
    const QString domain = pick(domains, dice);
    constexpr QChar zero = u'0';
    // The number keeps addresses apart: there are more people than pairs of words.
    person.email =
        u"%1.%2.%3@%4"_s.arg(person.firstName.toLower(), person.lastName.toLower(), QString::number(index + 1), domain);
    person.mobilePhone = u"+1 555 01%1"_s.arg(dice.below(100), 2, 10, zero) + u" %1"_s.arg(index + 1, 5, 10, zero);
    if (kind == Person::Case::HardKey)
        person.organizationUserId =
            u"%1+news/%2@%3"_s.arg(person.firstName.toLower(), QString::number(index + 1), domain);
    else if (index % 4 == 2) // not everybody is known by an address
        person.organizationUserId = u"crm-%1"_s.arg(index + 1, 6, 10, zero);
    else
        person.organizationUserId = person.email;
    person.dice = dice.next();
    return person;
}

Contact makeContact(const Person &person, Dice &dice)
{
    return {.id = dice.uuid(),
            .firstName = person.firstName,
            .lastName = person.lastName,
            .email = person.email,
            .mobilePhone = person.mobilePhone,
            .didomiId = person.organizationUserId,
            .externalId = person.organizationUserId,
            .newsletter = dice.below(2) == 1,
            .doNotBulkEmail = dice.below(3) == 0};
}

} // namespace

quint64 Dice::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 value = m_state;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

int Dice::below(int limit)
{
    return int(next() % quint64(limit));
}

QUuid Dice::uuid()
{
    const quint64 high = (next() & ~0xf000ULL) | 0x4000ULL;                       // version 4
    const quint64 low = (next() & 0x3fffffffffffffffULL) | 0x8000000000000000ULL; // RFC 4122 variant
    return QUuid(quint32(high >> 32), quint16(high >> 16), quint16(high), quint8(low >> 56), quint8(low >> 48),
                 quint8(low >> 40), quint8(low >> 32), quint8(low >> 24), quint8(low >> 16), quint8(low >> 8),
                 quint8(low));
}

QList<Person> generatePeople(quint64 seed, int contacts)
{
    const bool withCases = contacts >= smallestWithCases;
    const int count = withCases ? contacts + peopleWithoutRow : qMax(0, contacts);
    Dice dice(seed);
    QList<Person> people;
    people.reserve(count);
    for (int index = 0; index < count; ++index) {
        Person person = makePerson(index, withCases ? caseAt(index) : Person::Case::Plain, dice);
        if (person.kind != Person::Case::NoDidomiUser)
            person.didomiUserIds << dice.uuid().toString(QUuid::WithoutBraces);
        if (person.kind == Person::Case::TwoUsers)
            person.didomiUserIds << dice.uuid().toString(QUuid::WithoutBraces);
        if (person.kind != Person::Case::NoContact)
            person.contacts << makeContact(person, dice);
        if (person.kind == Person::Case::TwoContacts) {
            Contact second = makeContact(person, dice);
            second.didomiId.clear(); // the key column is unique
            person.contacts << second;
        }
        people << person;
    }
    return people;
}

} // namespace sandbox
