#include "catalogue/entry.h"
#include "dataverse/errors.h"
#include "didomi/errors.h"
#include "entra/tokensource.h"
#include "net/failure.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::Entry;
using catalogue::Portal;
using catalogue::Source;
using core::Error;
using Kind = core::Error::Kind;

namespace {

constexpr Source sources[] = {Source::Network, Source::Http, Source::Entra, Source::Dataverse, Source::Didomi};

/// dataverse-api section 1.6.
constexpr int entraNumbers[] = {
    7000215, 7000222, 7000218, 700025,  70002, 700027, 50012, 700016, 700011, 70001, 7000112, 7000229, 90002,  900023,
    90038,   900382,  900432,  9001023, 50194, 500011, 50001, 650052, 650057, 70011, 700022,  1002012, 900144, 90014,
    70003,   53003,   530032,  530035,  65001, 50034,  90033, 90006,  90024,  90012, 90090,   90055,
};

/// dataverse-api sections 3.3 and 8.4.
constexpr const char *dataverseCodes[] = {
    "0x80040217", "0x80060891", "0x8006089d", "0x80060890", "0x80060892", "0x80040237", "0x80073002", "0x80040333",
    "0x80060882", "0x8006088d", "0x80072560", "0x80040225", "0x8004a112", "0x80042f09", "0x8004d24b", "0x8004a104",
    "0x8004a113", "0x8005f101", "0x80040220", "0x80048306", "0x80048405", "0x80040231", "0x80040256", "0x8004a110",
    "0x80060888", "0x8006088a", "0x80048d19", "0x0",        "0x80040203", "0x80040200", "0x80044331", "0x80073001",
    "0x8004432f", "0x80044330", "0x8004431a", "0x80040239", "0x80040278", "0x80048408", "0x80048cfb", "0x80040230",
    "0x80040265", "0x80044171", "0x80044172", "0x80044173", "0x80040216", "0x80044150", "0x80044151", "0x80044339",
    "0x80044352", "0x80041102", "0x80041103", "0x80041d30", "0x80041d64", "0x80072321", "0x80072322", "0x80072326",
    "0x80072323", "0x80072324", "0x80072325", "0x80073000",
};

QString nameOf(Source source)
{
    switch (source) {
    case Source::Network:
        return u"Network"_s;
    case Source::Http:
        return u"Http"_s;
    case Source::Entra:
        return u"Entra"_s;
    case Source::Dataverse:
        return u"Dataverse"_s;
    case Source::Didomi:
        return u"Didomi"_s;
    }
    return {};
}

/// Empty when `text` is whole sentences that can be shown.
QString flawIn(const QString &text)
{
    if (text.isEmpty())
        return u"is empty"_s;
    const bool beginsWell = text.at(0).isUpper() || text.startsWith("lost.example"_L1);
    if (!beginsWell || !text.endsWith(u'.'))
        return u"is no sentence: "_s + text;
    if (text.contains(u'%') || text.contains(u"  "_s))
        return u"has something left over: "_s + text;
    return {};
}

QString sharedText()
{
    QFile file(QStringLiteral(CB_SHARED_REFERENCE "/dataverse-api.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString sectionOf(const QString &text, const QString &begin, const QString &end)
{
    const qsizetype from = text.indexOf(begin);
    return text.mid(from, text.indexOf(end, from + begin.size()) - from);
}

/// The cells of one column, one for each row of the tables in `section`.
QStringList columnOf(const QString &section, int column)
{
    QStringList cells;
    for (const QString &line : section.split(u'\n')) {
        if (line.startsWith(u"| "_s))
            cells << line.split(u'|').value(column).trimmed();
    }
    return cells;
}

QStringList matches(const QStringList &cells, const QString &pattern)
{
    QStringList found;
    const QRegularExpression expression(pattern);
    for (const QString &cell : cells) {
        for (auto match = expression.globalMatch(cell); match.hasNext();)
            found << match.next().captured(0);
    }
    return found;
}

QByteArray entraBody(int number, const QString &word)
{
    return QJsonDocument(QJsonObject{{u"error"_s, word},
                                     {u"error_codes"_s, QJsonArray{number}},
                                     {u"error_description"_s, u"AADSTS%1: The service's own words."_s.arg(number)}})
        .toJson();
}

QByteArray odata(const QString &code)
{
    return QJsonDocument(
               QJsonObject{{u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, u"The service's own words."_s}}}})
        .toJson();
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsWhole_data()
    {
        QTest::addColumn<int>("source");
        QTest::addColumn<QString>("code");
        for (const Source source : sources) {
            QVERIFY(!catalogue::codes(source).isEmpty());
            for (const QString &code : catalogue::codes(source))
                QTest::addRow("%s %s", qPrintable(nameOf(source)), qPrintable(code)) << int(source) << code;
        }
    }
    void everyEntryIsWhole()
    {
        QFETCH(int, source);
        QFETCH(QString, code);
        const std::optional<Entry> entry = catalogue::find(Source(source), code);
        QVERIFY(entry);
        QCOMPARE(entry->source, Source(source));
        QCOMPARE(entry->code, code);
        QVERIFY(entry->isKnown);
        const Entry shown = entry->at(u"lost.example"_s);
        QCOMPARE(flawIn(shown.cause), QString());
        QCOMPARE(flawIn(shown.fix), QString());
    }

    void noTwoEntriesShareACode()
    {
        for (const Source source : sources) {
            const QStringList codes = catalogue::codes(source);
            QCOMPARE(QSet<QString>(codes.begin(), codes.end()).size(), codes.size());
        }
    }

    /// A code that can be set right somewhere says where; only waiting and other people's business have no place.
    void everyCodeThatCanBeSetRightSaysWhere()
    {
        const auto check = [](Source source, const QString &code) {
            const std::optional<Entry> entry = catalogue::find(source, code);
            QVERIFY2(entry, qPrintable(code));
            const bool mayHaveNone = entry->kind == Kind::Throttled || code == u"0x80044352"_s;
            QVERIFY2(entry->portal != Portal::None || mayHaveNone, qPrintable(code));
        };
        for (const int number : entraNumbers)
            check(Source::Entra, u"AADSTS%1"_s.arg(number));
        for (const char *code : dataverseCodes)
            check(Source::Dataverse, QString::fromLatin1(code));
    }

    void holdsWhatTheReferenceLists()
    {
        const QString reference = sharedText();
        if (reference.isEmpty())
            QSKIP("The reference is not beside this checkout.");

        QStringList codes;
        for (const QString &number :
             matches(columnOf(sectionOf(reference, u"### 1.6"_s, u"### 1.7"_s), 1), uR"(\b\d{5,7}\b)"_s))
            codes << u"AADSTS"_s + number;
        QVERIFY(codes.size() >= 40);
        for (const QString &code : std::as_const(codes))
            QVERIFY2(catalogue::find(Source::Entra, code), qPrintable(code));

        const QString table = sectionOf(reference, u"### 3.3"_s, u"### 3.4"_s);
        const QStringList hex = matches(columnOf(table, 1), uR"(0x8[0-9a-f]{7})"_s);
        QVERIFY(hex.size() >= 50);
        for (const QString &code : hex)
            QVERIFY2(catalogue::find(Source::Dataverse, code), qPrintable(code));
        const QStringList decimal = matches(columnOf(table, 2), uR"(-2\d{9})"_s);
        QVERIFY(decimal.size() >= 50);
        for (const QString &code : decimal) {
            const std::optional<Entry> entry = catalogue::explain(code);
            QVERIFY2(entry && entry->isKnown, qPrintable(code));
        }
    }

    void holdsWhatTheNetworkTells()
    {
        const QStringList told{u"HostNotFound"_s,      u"ConnectionRefused"_s,
                               u"ConnectionLost"_s,    u"ConnectionTimeout"_s,
                               u"Truncated"_s,         u"Offline"_s,
                               u"NoRoute"_s,           u"Proxy"_s,
                               u"ProxySignIn"_s,       u"TlsExpired"_s,
                               u"TlsNotYetValid"_s,    u"TlsWrongHost"_s,
                               u"TlsSelfSigned"_s,     u"TlsUnknownAuthority"_s,
                               u"TlsRevoked"_s,        u"TlsNoCertificate"_s,
                               u"TlsBadCertificate"_s, u"TlsHandshake"_s};
        for (const QString &code : told)
            QVERIFY2(catalogue::find(Source::Network, code), qPrintable(code));

        // The contract itself: what is promised there is here.
        QFile header(QStringLiteral(CB_SOURCES "/net/network.h"));
        QVERIFY(header.open(QIODevice::ReadOnly));
        const QString promise =
            sectionOf(QString::fromUtf8(header.readAll()), u"An error's code is"_s, u"core::Job<Reply> *send("_s);
        const QStringList promised = matches({promise}, u"(?<=\")[A-Z]\\w+(?=\")"_s);
        QVERIFY(promised.size() >= 18);
        for (const QString &code : promised)
            QVERIFY2(catalogue::find(Source::Network, code), qPrintable(code));
    }

    void everyStatusSaysSomething()
    {
        for (const Source source : sources) {
            for (int status = 300; status <= 599; ++status) {
                const Entry entry = catalogue::ofStatus(source, status);
                QCOMPARE(flawIn(entry.cause), QString());
                QCOMPARE(flawIn(entry.fix), QString());
                QVERIFY2(entry.code.endsWith(QString::number(status)), qPrintable(entry.code));
                QCOMPARE(catalogue::find(entry.source, entry.code), std::optional(entry));
            }
        }
        for (const int status : {-1, 0, 100, 204, 299, 600, 999}) // no refusals, but nothing may break
            QCOMPARE(flawIn(catalogue::ofStatus(Source::Http, status).cause), QString());
        for (const QString &code : {u"HTTP 299"_s, u"HTTP 600"_s, u"HTTP 5xx"_s, u"HTTP "_s, u"HTTP +50"_s, u"503"_s})
            QVERIFY2(!catalogue::find(Source::Http, code), qPrintable(code));
    }

    void statusesMeanWhatTheyMean_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("302") << 302 << Kind::BadReply;
        QTest::newRow("400") << 400 << Kind::Rejected;
        QTest::newRow("401") << 401 << Kind::SignIn;
        QTest::newRow("403") << 403 << Kind::Forbidden;
        QTest::newRow("404") << 404 << Kind::NotFound;
        QTest::newRow("408") << 408 << Kind::Timeout;
        QTest::newRow("409") << 409 << Kind::Conflict;
        QTest::newRow("413") << 413 << Kind::Rejected;
        QTest::newRow("429") << 429 << Kind::Throttled;
        QTest::newRow("500") << 500 << Kind::Server;
        QTest::newRow("503") << 503 << Kind::Server;
    }
    void statusesMeanWhatTheyMean()
    {
        QFETCH(int, status);
        QFETCH(Kind, kind);
        for (const Source source : {Source::Http, Source::Dataverse, Source::Didomi})
            QCOMPARE(catalogue::ofStatus(source, status).kind, kind);
    }

    void aBeginningIsNoMatch()
    {
        QVERIFY(catalogue::find(Source::Entra, u"AADSTS90002"_s)->cause !=
                catalogue::find(Source::Entra, u"AADSTS900023"_s)->cause);
        for (const QString &code :
             {u"AADSTS9000"_s, u"AADSTS900"_s, u"AADSTS9000231"_s, u"90002"_s, u"AADSTS"_s, QString()})
            QVERIFY2(!catalogue::find(Source::Entra, code), qPrintable(code));
        QVERIFY(!catalogue::find(Source::Dataverse, u"0x8004022"_s));
        QVERIFY(!catalogue::find(Source::Dataverse, QString()));
        QVERIFY(!catalogue::find(Source::Network, u"Tls"_s));
    }

    void isHonestAboutTheUnknown()
    {
        for (const Source source : sources) {
            const Entry entry = catalogue::unknown(source, u"X-4711"_s, Kind::Server);
            QVERIFY(!entry.isKnown);
            QCOMPARE(entry.code, u"X-4711"_s);
            QCOMPARE(entry.kind, Kind::Server);
            QVERIFY2(entry.cause.contains(u"X-4711"_s), qPrintable(entry.cause));
            QCOMPARE(flawIn(entry.cause), QString());
            QCOMPARE(flawIn(entry.fix), QString());
        }
        const Entry odd = catalogue::unknown(Source::Dataverse, QString(10'000, u'x') + u"%1"_s, Kind::Rejected);
        QVERIFY(odd.cause.size() < 300);
    }

    // ------------------------------------------------------------- the same through those who read the refusals

    void entrasCodesArriveAtTheReader_data()
    {
        QTest::addColumn<int>("number");
        for (const int number : entraNumbers)
            QTest::addRow("AADSTS%d", number) << number;
    }
    void entrasCodesArriveAtTheReader()
    {
        QFETCH(int, number);
        const Error error = entra::readTokenError({.status = 400, .body = entraBody(number, u"invalid_request"_s)});
        const std::optional<Entry> entry = catalogue::find(Source::Entra, error.code);
        QVERIFY(entry);
        QCOMPARE(error.code, u"AADSTS%1"_s.arg(number));
        QCOMPARE(error.message, entry->cause);
        QCOMPARE(error.fix, entry->fix);
        QCOMPARE(error.field, entry->field);
        QCOMPARE(error.kind, entry->kind);
        QVERIFY(error.detail.contains(u"The service's own words."_s));
        QCOMPARE(catalogue::portalOf(error), entry->portal);
    }

    void dataversesCodesArriveAtTheReader_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : dataverseCodes)
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void dataversesCodesArriveAtTheReader()
    {
        QFETCH(QString, code);
        const std::optional<Entry> entry = catalogue::find(Source::Dataverse, code);
        QVERIFY(entry);
        const QString decimal = QString::number(qint32(code.mid(2).toUInt(nullptr, 16)));
        for (const QString &written : {code, code.toUpper().replace(u"0X"_s, u"0x"_s), decimal}) {
            const Error error = dataverse::readError({.status = 400, .body = odata(written)});
            if (code != u"0x0"_s) {
                QCOMPARE(error.code, code);
                QCOMPARE(catalogue::portalOf(error), entry->portal);
            }
            QCOMPARE(error.kind, entry->kind);
            QCOMPARE(error.message, entry->cause);
            QCOMPARE(error.fix, entry->fix);
            QCOMPARE(error.detail, u"The service's own words."_s);
        }
    }

    void unknownCodesAreToldAsSuch()
    {
        const Error entra = entra::readTokenError({.status = 400, .body = entraBody(7654321, u"invalid_request"_s)});
        QCOMPARE(entra.code, u"AADSTS7654321"_s);
        QVERIFY2(entra.message.contains(u"does not know (AADSTS7654321)"_s), qPrintable(entra.message));
        QVERIFY(entra.detail.contains(u"The service's own words."_s));

        const Error plain = dataverse::readError({.status = 400, .body = odata(u"0x8abcdef0"_s)});
        QVERIFY2(plain.message.contains(u"does not know (0x8abcdef0)"_s), qPrintable(plain.message));
        QCOMPARE(plain.detail, u"The service's own words."_s);

        // What the status says is not lost because of a code that says nothing.
        const Error forbidden = dataverse::readError({.status = 403, .body = odata(u"0x8abcdef0"_s)});
        const Entry byStatus = catalogue::ofStatus(Source::Dataverse, 403);
        QVERIFY(forbidden.message.startsWith(byStatus.cause));
        QVERIFY(forbidden.message.contains(u"(0x8abcdef0)"_s));
        QVERIFY(forbidden.fix.startsWith(byStatus.fix));
        QCOMPARE(forbidden.kind, Kind::Forbidden);
    }

    void statusesArriveAtTheReaders()
    {
        for (int status = 300; status <= 599; ++status) {
            const Error dataverse = dataverse::readError({.status = status});
            QCOMPARE(dataverse.message, catalogue::ofStatus(Source::Dataverse, status).cause);
            QCOMPARE(flawIn(dataverse.fix), QString());
            const Error didomi = didomi::readError({.status = status, .body = "{\"message\":\"own words\"}"});
            QCOMPARE(didomi.message, catalogue::ofStatus(Source::Didomi, status).cause);
            QCOMPARE(didomi.detail, u"own words"_s);
            const Error entra = entra::readTokenError({.status = status});
            QCOMPARE(entra.message, catalogue::ofStatus(Source::Entra, status).cause);
            QCOMPARE(entra.httpStatus, status);
        }
        QCOMPARE(didomi::readSessionError({.status = 400}).message,
                 catalogue::find(Source::Didomi, u"Didomi sign-in"_s)->cause);
    }

    void theNetworksCodesArrive()
    {
        const QUrl url(u"https://lost.example:8443/api"_s);
        int coded = 0;
        for (int number = 1; number < 500; ++number) {
            const Error error = net::connectionError(QNetworkReply::NetworkError(number), u"Qt's words"_s, url);
            QCOMPARE(flawIn(error.message), QString());
            QCOMPARE(flawIn(error.fix), QString());
            QCOMPARE(error.detail, u"Qt's words"_s);
            if (error.code.isEmpty()) {
                QCOMPARE(error.kind, Kind::BadReply);
                continue;
            }
            const std::optional<Entry> entry = catalogue::find(Source::Network, error.code);
            QVERIFY2(entry, qPrintable(error.code));
            QCOMPARE(error.kind, entry->kind);
            QCOMPARE(error.fix, entry->at(u"lost.example:8443"_s).fix);
            ++coded;
        }
        QVERIFY(coded >= 14);

        for (int number = QSslError::UnspecifiedError; number <= QSslError::OcspStatusUnknown; ++number) {
            if (number == QSslError::NoError)
                continue;
            const Error error = net::tlsError({QSslError(QSslError::SslError(number))}, u"words"_s, url);
            const std::optional<Entry> entry = catalogue::find(Source::Network, error.code);
            QVERIFY2(entry && entry->kind == Kind::Tls, qPrintable(error.code));
            QCOMPARE(error.kind, Kind::Tls);
            QVERIFY2(error.message.contains(u"lost.example"_s), qPrintable(error.message));
            QCOMPARE(flawIn(error.fix), QString());
        }
        QCOMPARE(net::tlsError({}, {}, url).code, u"TlsHandshake"_s);
        QCOMPARE(net::truncatedError(url).code, u"Truncated"_s);
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
