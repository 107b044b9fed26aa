#include "mapping/names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;

namespace {

QString ideas(const QString &name, const QSet<QString> &extra = {})
{
    const NameParts parts = nameParts(name, extra);
    QStringList words;
    for (const NameParts::Part &part : parts.parts)
        words << part.idea;
    words.sort();
    if (parts.isNegated)
        words.prepend(u"not"_s);
    return words.join(u' ');
}

} // namespace

/// What names speak of.
class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNamesApart_data();
    void takesNamesApart();
    void findsWordsOfOthersInCompounds();
    void partsWords_data();
    void partsWords();
    void seesPermissions();
    void compares_data();
    void compares();
    void staysQuickWithHostileNames();
};

void TestNames::takesNamesApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one word") << u"Newsletter"_s << u"newsletter"_s;
    QTest::newRow("compound") << u"newsletterconsent"_s << u"newsletter"_s;
    QTest::newRow("schema name") << u"NewsletterConsent"_s << u"newsletter"_s;
    QTest::newRow("negating compound") << u"donotbulkemail"_s << u"not newsletter"_s;
    QTest::newRow("its schema name") << u"DoNotBulkEMail"_s << u"not newsletter"_s;
    QTest::newRow("its label") << u"Do not allow Bulk Emails"_s << u"not newsletter"_s;
    QTest::newRow("hyphen") << u"E-mail"_s << u"email"_s;
    QTest::newRow("hyphens") << u"Opt-out of E-Mails"_s << u"not email"_s;
    QTest::newRow("opt out") << u"SMS opt out"_s << u"not sms"_s;
    QTest::newRow("apostrophe") << u"Don't call"_s << u"not phone"_s;
    QTest::newRow("text message") << u"Text messages"_s << u"sms"_s;
    QTest::newRow("upper case") << u"SMSOptIn"_s << u"sms"_s;
    QTest::newRow("telephone") << u"Telephone"_s << u"phone"_s;
    QTest::newRow("accents") << u"Téléphone"_s << u"phone"_s;
    QTest::newRow("decomposed accents") << u"Te\u0301le\u0301phone"_s << u"phone"_s;
    QTest::newRow("French newsletter") << u"Lettre d’information"_s << u"newsletter"_s;
    QTest::newRow("with a typewriter's apostrophe") << u"Lettre d'information"_s << u"newsletter"_s;
    QTest::newRow("one French word") << u"Infolettre"_s << u"newsletter"_s;
    QTest::newRow("French negation") << u"Ne pas envoyer d’e-mails"_s << u"not email"_s;
    QTest::newRow("another one") << u"Pas de courrier électronique"_s << u"not email"_s;
    QTest::newRow("and another one") << u"Refus des appels téléphoniques"_s << u"not phone"_s;
    QTest::newRow("French consent") << u"Consentement à la publicité"_s << u"advertising"_s;
    QTest::newRow("French personalisation") << u"Contenu personnalisé"_s << u"contenu profiling"_s;
    QTest::newRow("British") << u"Personalised content"_s << u"content profiling"_s;
    QTest::newRow("ligature") << u"Nos œuvres"_s << u"oeuvre"_s;
    QTest::newRow("says nothing") << u"Consent of the customer"_s << QString();
    QTest::newRow("numbers") << u"emailaddress1"_s << u"email"_s;
    QTest::newRow("user id") << u"didomiuserid"_s << u"id user"_s;
    QTest::newRow("hotel is no telephone") << u"hotel"_s << u"hotel"_s;
    QTest::newRow("other script") << u"Рассылка"_s << u"рассылка"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("signs only") << u"!? 12 §"_s << QString();
}

void TestNames::takesNamesApart()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    QCOMPARE(ideas(name), expected);
}

void TestNames::findsWordsOfOthersInCompounds()
{
    QCOMPARE(ideas(u"gardenclubconsent"_s), u"gardenclub"_s);
    QCOMPARE(ideas(u"gardenclubconsent"_s, {u"garden"_s, u"club"_s}), u"club garden"_s);
}

void TestNames::partsWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("spaces") << u"  Follow  Email Activity "_s << QStringList{u"follow"_s, u"email"_s, u"activity"_s};
    QTest::newRow("underscores") << u"content_personalization"_s << QStringList{u"content"_s, u"personalization"_s};
    QTest::newRow("camel case") << u"newSMSConsent"_s << QStringList{u"new"_s, u"sms"_s, u"consent"_s};
    QTest::newRow("digits part") << u"topic2news"_s << QStringList{u"topic"_s, u"news"_s};
}

void TestNames::partsWords()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, expected);
    QCOMPARE(nameWords(name), expected);
}

void TestNames::seesPermissions()
{
    QVERIFY(nameParts(u"faxconsent"_s).hasConsentWord);
    QVERIFY(nameParts(u"Accord pour le fax"_s).hasConsentWord);
    QVERIFY(!nameParts(u"fax"_s).hasConsentWord);
}

void TestNames::compares_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::newRow("same") << u"Newsletter"_s << u"newsletter consent"_s << 1.0 << 1.0;
    QTest::newRow("plural") << u"Newsletter"_s << u"newsletters"_s << 1.0 << 1.0;
    QTest::newRow("synonym") << u"Newsletter"_s << u"bulk e-mail"_s << 0.9 << 0.99;
    QTest::newRow("other language") << u"Lettre d’information"_s << u"newsletter"_s << 0.9 << 0.99;
    QTest::newRow("typo") << u"Gardening"_s << u"Gardning"_s << 0.8 << 0.8;
    QTest::newRow("related") << u"Newsletter"_s << u"e-mail"_s << 0.5 << 0.5;
    QTest::newRow("half") << u"Newsletter frequency"_s << u"Newsletter"_s << 0.6 << 0.7;
    QTest::newRow("unlike") << u"Newsletter"_s << u"Telephone"_s << 0.0 << 0.0;
    QTest::newRow("short words are no typos") << u"cat"_s << u"car"_s << 0.0 << 0.0;
    QTest::newRow("nothing to compare") << u"Consent"_s << u"Newsletter"_s << 0.0 << 0.0;
}

void TestNames::compares()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const double, least);
    QFETCH(const double, most);
    const double there = nameLikeness(nameParts(one), nameParts(other)).score;
    const double back = nameLikeness(nameParts(other), nameParts(one)).score;
    QVERIFY2(there >= least - 1e-9 && there <= most + 1e-9, qPrintable(QString::number(there)));
    QCOMPARE(there, back);
}

void TestNames::staysQuickWithHostileNames()
{
    const QString long1 = QString(100'000, u'a');
    const QString long2 = u"newsletter"_s.repeated(10'000);
    QCOMPARE(ideas(long2), u"newsletter"_s);
    QVERIFY(!nameParts(long1).parts.isEmpty());
    QVERIFY(nameLikeness(nameParts(long1), nameParts(long2)).score < 0.1);
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
