#include "diagnosis/expiry.h"
#include "sandbox/sandbox.h"

#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using diagnosis::asCalendar;
using diagnosis::expiriesOf;
using diagnosis::Expiry;
using profile::Profile;
using profile::SecretRef;

namespace {

const QDate today(2026, 11, 20);
const QDateTime now({2026, 11, 20}, {10, 15, 30}, Qt::UTC);

Profile named(const QString &name)
{
    Profile profile = profile::newProfile(name);
    profile.clientSecret = {SecretRef::Kind::Env, u"SECRET"_s};
    return profile;
}

Expiry ends(const QString &integration, QDate on, Expiry::What what = Expiry::What::ClientSecret)
{
    return {.profileId = u"00000000-0000-4000-8000-000000000001"_s, .integration = integration, .what = what, .on = on};
}

/// A content line of RFC 5545, unfolded: "DTSTART;VALUE=DATE:20261120" → name, parameters, value.
struct Line {
    QByteArray name;
    QByteArray parameters;
    QByteArray value;
};

/// Checks the form (section 3.1: CRLF, at most 75 octets, UTF-8) and unfolds. Empty, with a warning, when it is wrong.
QList<Line> linesOf(const QByteArray &calendar)
{
    if (!calendar.endsWith("\r\n") || calendar.count('\n') != calendar.count("\r\n") ||
        calendar.count('\r') != calendar.count("\r\n")) {
        qWarning("lines do not end with CRLF");
        return {};
    }
    QByteArrayList physical = calendar.chopped(2).split('\n');
    for (QByteArray &line : physical) {
        if (line.endsWith('\r'))
            line.chop(1);
        const bool hasControl = std::any_of(line.cbegin(), line.cend(), [](char c) { return uchar(c) < 0x20; });
        if (hasControl)
            qWarning("a line holds a control character");
        if (hasControl || line.size() > 75 || line.isEmpty() ||
            QString::fromUtf8(line).contains(QChar::ReplacementCharacter)) {
            qWarning("a line has %lld octets, or is cut inside a character", qlonglong(line.size()));
            return {};
        }
    }
    QByteArrayList whole;
    for (const QByteArray &line : std::as_const(physical)) {
        if (line.startsWith(' ') && !whole.isEmpty())
            whole.last() += line.sliced(1);
        else
            whole << line;
    }
    QList<Line> lines;
    for (const QByteArray &line : std::as_const(whole)) {
        const QByteArray head = line.left(line.indexOf(':'));
        const qsizetype semicolon = head.indexOf(';');
        lines << Line{.name = semicolon < 0 ? head : head.left(semicolon),
                      .parameters = semicolon < 0 ? QByteArray() : head.sliced(semicolon + 1),
                      .value = line.sliced(head.size() + 1)};
    }
    return lines;
}

QByteArrayList valuesOf(const QList<Line> &lines, const QByteArray &name)
{
    QByteArrayList values;
    for (const Line &line : lines) {
        if (line.name == name)
            values << line.value;
    }
    return values;
}

/// Section 3.3.11, backwards.
QString unescaped(const QByteArray &text)
{
    QByteArray plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != '\\') {
            plain += text.at(at);
            continue;
        }
        const char next = text.at(++at);
        plain += next == 'n' || next == 'N' ? '\n' : next;
    }
    return QString::fromUtf8(plain);
}

} // namespace

/// When secrets and certificates end, and the calendar of it.
class TestExpiry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isUrgent_data();
    void isUrgent();
    void saysWhatEnds_data();
    void saysWhatEnds();
    void collects_data();
    void collects();
    void collectsThoseOfFurtherUsers();
    void sortsBySoonest();
    void readsCertificates();
    void writesACalendar();
    void nestsWhatItBegins();
    void keepsUids();
    void escapesAndFoldsText_data();
    void escapesAndFoldsText();
    void writesAnEmptyCalendar();
};

void TestExpiry::isUrgent_data()
{
    using Urgency = Expiry::Urgency;
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("urgency");
    const std::pair<int, Urgency> rows[] = {{400, Urgency::None},  {61, Urgency::None},   {60, Urgency::Days60},
                                            {31, Urgency::Days60}, {30, Urgency::Days30}, {8, Urgency::Days30},
                                            {7, Urgency::Days7},   {1, Urgency::Days7},   {0, Urgency::Days7},
                                            {-1, Urgency::Over},   {-400, Urgency::Over}};
    for (const auto &[days, urgency] : rows)
        QTest::addRow("%d days", days) << days << int(urgency);
}

void TestExpiry::isUrgent()
{
    QFETCH(const int, days);
    QFETCH(const int, urgency);
    const Expiry expiry = ends(u"Acme"_s, today.addDays(days));
    QCOMPARE(int(expiry.urgency(today)), urgency);
    QCOMPARE(expiry.daysLeft(today), days);
}

void TestExpiry::saysWhatEnds_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("begin");
    QTest::newRow("later") << 12 << u"The client secret of Acme expires in 12 day(s), on "_s;
    QTest::newRow("today") << 0 << u"The client secret of Acme expires today."_s;
    QTest::newRow("over") << -3 << u"The client secret of Acme expired on "_s;
}

void TestExpiry::saysWhatEnds()
{
    QFETCH(const int, days);
    QFETCH(const QString, begin);
    const QString sentence = diagnosis::sentenceOf(ends(u"Acme"_s, today.addDays(days)), today);
    QVERIFY2(sentence.startsWith(begin), qPrintable(sentence));
    const Expiry unreadable{
        .integration = u"Acme"_s, .what = Expiry::What::Certificate, .problem = {.message = u"The file is gone."_s}};
    QCOMPARE(diagnosis::sentenceOf(unreadable, today), u"The certificate of Acme cannot be read: The file is gone."_s);
    QCOMPARE(unreadable.urgency(today), Expiry::Urgency::Over); // nothing is written with it
    QCOMPARE(Expiry().urgency(today), Expiry::Urgency::None);
}

void TestExpiry::collects_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QList<int>>("kinds");
    QTest::newRow("nothing entered") << QString() << QList<int>{};
    QTest::newRow("the secret") << u"secret"_s << QList<int>{int(Expiry::What::ClientSecret)};
    QTest::newRow("both secrets") << u"secret next"_s
                                  << QList<int>{int(Expiry::What::ClientSecret), int(Expiry::What::NextClientSecret)};
    QTest::newRow("a date without a new secret") << u"date"_s << QList<int>{};
    QTest::newRow("a certificate instead")
        << u"secret next certificate"_s << QList<int>{int(Expiry::What::Certificate)};
    QTest::newRow("a certificate not entered") << u"secret nofile"_s << QList<int>{};
    QTest::newRow("a certificate behind a passphrase") << u"locked"_s << QList<int>{};
}

void TestExpiry::collects()
{
    QFETCH(const QString, what);
    QFETCH(const QList<int>, kinds);
    Profile profile = named(u"Acme"_s);
    profile::Credential &credential = profile.credential;
    if (what.contains("secret"_L1))
        credential.secretExpiresOn = today;
    if (what.contains("next"_L1))
        credential.nextSecret = {SecretRef::Kind::Env, u"NEXT"_s};
    if (what.contains("next"_L1) || what.contains("date"_L1))
        credential.nextSecretExpiresOn = today.addDays(1);
    if (what.contains("certificate"_L1) || what.contains("locked"_L1) || what.contains("nofile"_L1))
        credential.kind = profile::Credential::Kind::Certificate;
    if (!what.contains("nofile"_L1))
        credential.certificateFile = u"/no/such/certificate.pem"_s;
    if (what.contains("locked"_L1))
        credential.certificatePassphrase = {SecretRef::Kind::Env, u"PASSPHRASE"_s};
    QList<int> found;
    for (const Expiry &expiry : expiriesOf({profile})) {
        found << int(expiry.what);
        QCOMPARE(expiry.profileId, profile.id);
        QCOMPARE(expiry.integration, profile.name);
        QCOMPARE(expiry.on.isValid(), expiry.problem.message.isEmpty());
    }
    QCOMPARE(found, kinds);
}

void TestExpiry::collectsThoseOfFurtherUsers()
{
    Profile profile = named(u"Acme"_s);
    profile.credential.secretExpiresOn = today.addDays(40);
    const SecretRef locked{SecretRef::Kind::Env, u"PASSPHRASE"_s};
    profile.furtherUsers = {
        {.label = u"Night shift"_s, .clientId = u"c2"_s, .secretExpiresOn = today.addDays(5)},
        {.clientId = u"c3"_s}, // nobody entered a date
        {.label = u"Day shift"_s, .clientId = u"c4"_s, .secretExpiresOn = today.addDays(20)},
        {.clientId = u"c5"_s, .kind = profile::Credential::Kind::Certificate, .certificateFile = u"/gone.pem"_s},
        {.clientId = u"c6"_s,
         .kind = profile::Credential::Kind::Certificate,
         .certificateFile = u"/locked.pem"_s,
         .certificatePassphrase = locked}};
    const QList<Expiry> expiries = expiriesOf({profile});
    QStringList clients;
    for (const Expiry &expiry : expiries)
        clients << expiry.clientId;
    QCOMPARE(clients, QStringList({u"c5"_s, u"c2"_s, u"c4"_s, QString()}));
    QVERIFY(!expiries.at(0).problem.message.isEmpty());
    QVERIFY(expiries.at(1).urgency(today) == Expiry::Urgency::Days7);
    const QString sentence = sentenceOf(expiries.at(1), today);
    QVERIFY2(sentence.contains(u"Night shift"_s) && sentence.contains(u"Acme"_s), qPrintable(sentence));
    const QByteArray calendar = asCalendar(expiries, QDateTime(today, QTime(9, 0), Qt::UTC));
    QStringList uids;
    for (const Line &line : linesOf(calendar)) {
        if (line.name == "UID")
            uids << QString::fromUtf8(line.value);
    }
    QCOMPARE(uids.size(), 3);
    uids.removeDuplicates();
    QCOMPARE(uids.size(), 3); // each an event of its own
}

void TestExpiry::sortsBySoonest()
{
    QList<Profile> profiles;
    for (const int days : {50, 10, 30}) {
        profiles << named(QString::number(days));
        profiles.last().credential.secretExpiresOn = today.addDays(days);
    }
    profiles << named(u"unreadable"_s);
    profiles.last().credential = {.kind = profile::Credential::Kind::Certificate, .certificateFile = u"/gone.pem"_s};
    QStringList names;
    for (const Expiry &expiry : expiriesOf(profiles))
        names << expiry.integration;
    QCOMPARE(names, QStringList({u"unreadable"_s, u"10"_s, u"30"_s, u"50"_s}));
}

void TestExpiry::readsCertificates()
{
    auto sandbox = sandbox::Sandbox::start({.contacts = 1});
    QVERIFY(sandbox);
    const auto pem = (*sandbox)->clientCertificate();
    QVERIFY(pem);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"app.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pem) == pem->size());
    file.close();
    Profile profile = named(u"Acme"_s);
    profile.credential = {.kind = profile::Credential::Kind::Certificate, .certificateFile = file.fileName()};
    const QDate until = QSslCertificate(*pem).expiryDate().toUTC().date();
    QCOMPARE(expiriesOf({profile}).constFirst().on, until);
    profile.credential.certificatePassphrase = {SecretRef::Kind::Env, u"PASSPHRASE"_s};
    QVERIFY(expiriesOf({profile}).isEmpty());
    const auto known = expiriesOf({profile}, {{profile.id, core::Secret("not needed, but known")}});
    QCOMPARE(known.size(), 1);
    QCOMPARE(known.constFirst().on, until);
}

void TestExpiry::writesACalendar()
{
    const QList<Line> lines = linesOf(asCalendar(
        {ends(u"Acme"_s, {2027, 3, 31}), ends(u"Acme"_s, {2027, 12, 31}, Expiry::What::NextClientSecret)}, now));
    QVERIFY(!lines.isEmpty());
    QCOMPARE(valuesOf(lines, "VERSION"), QByteArrayList{"2.0"});
    QCOMPARE(valuesOf(lines, "PRODID").size(), 1);
    QCOMPARE(valuesOf(lines, "DTSTAMP"), QByteArrayList({"20261120T101530Z", "20261120T101530Z"}));
    QCOMPARE(valuesOf(lines, "DTSTART"), QByteArrayList({"20270331", "20271231"}));
    QCOMPARE(valuesOf(lines, "DTEND"), QByteArrayList({"20270401", "20280101"})); // the day after: it is not part of it
    for (const Line &line : lines) {
        if (line.name == "DTSTART" || line.name == "DTEND")
            QCOMPARE(line.parameters, "VALUE=DATE");
    }
    QCOMPARE(valuesOf(lines, "TRIGGER"), QByteArrayList({"-P60D", "-P30D", "-P7D", "-P60D", "-P30D", "-P7D"}));
    QCOMPARE(valuesOf(lines, "ACTION"), QByteArrayList(6, "DISPLAY"));
    QCOMPARE(valuesOf(lines, "DESCRIPTION").size(), 8); // of each event and each alarm
    const QByteArrayList summaries = valuesOf(lines, "SUMMARY");
    QCOMPARE(summaries.size(), 2);
    QVERIFY(summaries.at(0).contains("Acme"));
    QVERIFY(summaries.at(0) != summaries.at(1));
}

void TestExpiry::nestsWhatItBegins()
{
    QByteArrayList open;
    QByteArrayList seen;
    for (const Line &line : linesOf(asCalendar({ends(u"A"_s, today), ends(u"B"_s, today)}, now))) {
        if (line.name == "BEGIN") {
            open << line.value;
            seen << open.join('/');
        } else if (line.name == "END") {
            QVERIFY(!open.isEmpty());
            QCOMPARE(line.value, open.takeLast());
        } else {
            QVERIFY(!open.isEmpty());
        }
    }
    QVERIFY(open.isEmpty());
    QCOMPARE(seen.count("VCALENDAR"), 1);
    QCOMPARE(seen.count("VCALENDAR/VEVENT"), 2);
    QCOMPARE(seen.count("VCALENDAR/VEVENT/VALARM"), 6);
    QCOMPARE(seen.size(), 9);
}

/// Imported again, an event moves instead of standing there twice.
void TestExpiry::keepsUids()
{
    const auto uids = [](const QList<Expiry> &expiries, const QDateTime &madeAt) {
        return valuesOf(linesOf(asCalendar(expiries, madeAt)), "UID");
    };
    const Expiry secret = ends(u"Acme"_s, today);
    const QByteArrayList first = uids({secret}, now);
    QCOMPARE(first.size(), 1);
    QCOMPARE(uids({ends(u"Renamed"_s, today.addDays(700))}, now.addDays(3)), first);
    Expiry other = secret;
    other.profileId = u"00000000-0000-4000-8000-000000000002"_s;
    const QByteArrayList all = uids({secret, ends(u"Acme"_s, today, Expiry::What::NextClientSecret),
                                     ends(u"Acme"_s, today, Expiry::What::Certificate), other},
                                    now);
    QCOMPARE(QSet<QByteArray>(all.begin(), all.end()).size(), 4);
}

void TestExpiry::escapesAndFoldsText_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("commas and semicolons") << u"Sales, North; South"_s;
    QTest::newRow("backslashes") << u"A\\B\\, \\n C"_s;
    QTest::newRow("several lines") << u"one\ntwo\r\nthree"_s;
    QTest::newRow("one that would end the event") << u"x\r\nEND:VEVENT\r\nEND:VCALENDAR"_s;
    QTest::newRow("control characters") << u"a\u0007\u001b[31mb\u0000c"_s;
    QTest::newRow("long") << QString(500, u'a');
    for (int shift = 0; shift < 4; ++shift) // so that every cut falls on each byte of a character once
        QTest::addRow("many bytes, shifted by %d", shift) << QString(shift, u'a') + u"日本語€ü😀"_s.repeated(30);
}

void TestExpiry::escapesAndFoldsText()
{
    QFETCH(const QString, name);
    const QList<Line> lines = linesOf(asCalendar({ends(name, today)}, now));
    QVERIFY(!lines.isEmpty());
    QCOMPARE(valuesOf(lines, "END"), QByteArrayList({"VALARM", "VALARM", "VALARM", "VEVENT", "VCALENDAR"}));
    const QByteArray summary = valuesOf(lines, "SUMMARY").value(0);
    QVERIFY(!QByteArray(summary).replace("\\\\", "").replace("\\,", "").contains(','));
    QVERIFY(!QByteArray(summary).replace("\\\\", "").replace("\\;", "").contains(';'));
    const QString expected = QString(name).removeIf(
        [](QChar character) { return character != u'\n' && character.category() == QChar::Other_Control; });
    QVERIFY2(unescaped(summary).contains(expected), summary.constData());
}

void TestExpiry::writesAnEmptyCalendar()
{
    const Expiry unreadable{.integration = u"Acme"_s, .problem = {.message = u"gone"_s}};
    for (const QList<Expiry> &expiries : {QList<Expiry>(), QList<Expiry>{unreadable}}) {
        const QList<Line> lines = linesOf(asCalendar(expiries, now));
        QCOMPARE(valuesOf(lines, "BEGIN"), QByteArrayList{"VCALENDAR"});
        QCOMPARE(valuesOf(lines, "END"), QByteArrayList{"VCALENDAR"});
    }
}

QTEST_GUILESS_MAIN(TestExpiry)

#include "tst_expiry.moc"
