#include "catalogue/table.h"

#include <QCoreApplication>

#include <algorithm>

namespace catalogue {

using namespace Qt::StringLiterals;
using Kind = core::Error::Kind;

namespace {

constexpr qsizetype longestCode = 100;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(catalogue::Entry)
};

Table tableOf(Source source)
{
    switch (source) {
    case Source::Network:
        return networkCodes();
    case Source::Http:
        return httpCodes();
    case Source::Entra:
        return entraCodes();
    case Source::Dataverse:
        return dataverseCodes();
    case Source::Didomi:
        return didomiCodes();
    }
    return {};
}

/// What stands before a status in a code.
QLatin1StringView statusPrefix(Source source)
{
    switch (source) {
    case Source::Network:
        break;
    case Source::Http:
        return "HTTP "_L1;
    case Source::Entra:
        return "Entra "_L1;
    case Source::Dataverse:
        return "Dataverse "_L1;
    case Source::Didomi:
        return "Didomi "_L1;
    }
    return {};
}

/// "Dataverse 5xx": all of a hundred at once.
bool isWholeHundred(const Line &line)
{
    return QLatin1StringView(line.code).endsWith("xx"_L1);
}

const Line *lineOf(const Table &table, QStringView code)
{
    const auto found = std::find_if(table.lines.begin(), table.lines.end(),
                                    [code](const Line &line) { return code == QLatin1StringView(line.code); });
    return found == table.lines.end() ? nullptr : &*found;
}

Entry entryOf(Source source, const Table &table, const Line &line)
{
    return {.source = source,
            .code = QString::fromLatin1(line.code),
            .kind = line.kind,
            .field = QString::fromLatin1(line.field),
            .cause = QCoreApplication::translate(table.context, line.cause),
            .fix = QCoreApplication::translate(table.context, line.fix),
            .portal = line.portal};
}

/// The status in "HTTP 503"; 0 when it is not such a code.
int statusIn(Source source, const QString &code)
{
    const QLatin1StringView prefix = statusPrefix(source);
    if (prefix.isEmpty() || !code.startsWith(prefix) || code.size() != prefix.size() + 3)
        return 0;
    bool isNumber = false;
    const int status = code.mid(prefix.size()).toInt(&isNumber);
    return isNumber && status >= 300 && status <= 599 ? status : 0;
}

QString unknownCause(Source source)
{
    switch (source) {
    case Source::Network:
        return Texts::tr("The connection failed with an error that Consent Bridge does not know (%1).");
    case Source::Http:
        return Texts::tr("The service gave an error that Consent Bridge does not know (%1).");
    case Source::Entra:
        return Texts::tr("Microsoft Entra ID gave an error that Consent Bridge does not know (%1).");
    case Source::Dataverse:
        return Texts::tr("Dataverse gave an error that Consent Bridge does not know (%1).");
    case Source::Didomi:
        return Texts::tr("Didomi gave an error that Consent Bridge does not know (%1).");
    }
    return {};
}

} // namespace

Entry Entry::at(const QString &host) const
{
    Entry filled = *this;
    filled.cause.replace("%1"_L1, host);
    filled.fix.replace("%1"_L1, host);
    return filled;
}

std::optional<Entry> find(Source source, const QString &code)
{
    if (const int status = statusIn(source, code))
        return ofStatus(source, status);
    const Table table = tableOf(source);
    const Line *line = lineOf(table, code);
    if (!line || isWholeHundred(*line))
        return {};
    return entryOf(source, table, *line);
}

Entry ofStatus(Source source, int status)
{
    if (source == Source::Network)
        source = Source::Http;
    const Table table = tableOf(source);
    const QString code = statusPrefix(source) + QString::number(status);
    if (const Line *line = lineOf(table, code))
        return entryOf(source, table, *line);

    const int hundred = status >= 500 ? 5 : status >= 400 || status < 300 ? 4 : 3; // nothing else is a refusal
    const Line *line = lineOf(table, statusPrefix(source) + QString::number(hundred) + u"xx"_s);
    Q_ASSERT(line);
    Entry entry = entryOf(source, table, *line).at(QString::number(status));
    entry.code = code;
    return entry;
}

Entry unknown(Source source, const QString &code, Kind kind)
{
    return {.source = source,
            .code = code,
            .kind = kind,
            .cause = unknownCause(source).arg(code.left(longestCode)),
            .fix = Texts::tr("Read the server's own words under Details; its support can look the request up by its "
                             "ID."),
            .isKnown = false};
}

QStringList codes(Source source)
{
    QStringList codes;
    for (const Line &line : tableOf(source).lines) {
        if (!isWholeHundred(line))
            codes << QString::fromLatin1(line.code);
    }
    return codes;
}

} // namespace catalogue
