#include "dataverse/challenge.h"

#include "dataverse/availability.h"

#include <QRegularExpression>

namespace dataverse {

using namespace Qt::StringLiterals;

namespace {

/// Splits at commas that are not inside quotes.
QStringList partsOf(const QString &header)
{
    QStringList parts{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QChar c = header.at(i);
        if (isQuoted && c == u'\\' && i + 1 < header.size()) {
            parts.last() += c;
            parts.last() += header.at(++i);
            continue;
        }
        if (c == u'"')
            isQuoted = !isQuoted;
        if (c == u',' && !isQuoted)
            parts << QString();
        else
            parts.last() += c;
    }
    return parts;
}

QString unquoted(QString value)
{
    value = value.trimmed();
    if (value.size() < 2 || !value.startsWith(u'"') || !value.endsWith(u'"'))
        return value;
    static const QRegularExpression escaped(uR"(\\(.))"_s);
    return value.sliced(1, value.size() - 2).replace(escaped, uR"(\1)"_s);
}

/// The parameters of the scheme Bearer, by name in lower case; of two with one name the first.
QHash<QString, QString> bearerParameters(const QString &header)
{
    static const QRegularExpression parameter(uR"(^(?:([A-Za-z][\w-]*)\s+)?([\w-]+)\s*=\s*(.*)$)"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
    QHash<QString, QString> parameters;
    QString scheme;
    for (const QString &part : partsOf(header)) {
        const QRegularExpressionMatch match = parameter.match(part.trimmed());
        if (!match.hasMatch() || match.hasCaptured(1))
            scheme = match.hasMatch() ? match.captured(1) : part.trimmed();
        const QString name = match.captured(2).toLower();
        if (match.hasMatch() && scheme.compare("bearer"_L1, Qt::CaseInsensitive) == 0 && !parameters.contains(name))
            parameters.insert(name, unquoted(match.captured(3)));
    }
    return parameters;
}

bool isSomeTenant(const QString &tenant)
{
    static const QStringList everybody{u"common"_s, u"organizations"_s, u"consumers"_s};
    return !tenant.isEmpty() && !everybody.contains(tenant.toLower());
}

} // namespace

Challenge parseChallenge(const QString &header)
{
    const QHash<QString, QString> parameters = bearerParameters(header);
    Challenge challenge{.resource = parameters.value(u"resource_id"_s)};

    QUrl address(parameters.value(u"authorization_uri"_s), QUrl::StrictMode);
    const bool isWebAddress = address.scheme() == "https"_L1 || address.scheme() == "http"_L1;
    if (!address.isValid() || !isWebAddress || address.host().isEmpty())
        return challenge;

    // "/<tenant>/oauth2/authorize"; whatever stands before the tenant belongs to the authority.
    QStringList path = address.path().split(u'/', Qt::SkipEmptyParts);
    if (const qsizetype end = path.indexOf("oauth2"_L1); end >= 0)
        path.resize(end);
    if (!path.isEmpty()) {
        const QString tenant = path.takeLast();
        if (isSomeTenant(tenant))
            challenge.tenantId = tenant;
    }
    address.setPath(path.isEmpty() ? QString() : u'/' + path.join(u'/'));
    challenge.authority = address.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    return challenge;
}

core::Result<Challenge> readChallenge(const net::Reply &reply)
{
    for (const auto &[name, value] : reply.headers) {
        if (name.compare("www-authenticate", Qt::CaseInsensitive) != 0)
            continue;
        const Challenge challenge = parseChallenge(QString::fromUtf8(value));
        if (!challenge.authority.isEmpty() || !challenge.resource.isEmpty())
            return challenge;
    }
    if (reply.isSuccess() || reply.status == 401)
        return Challenge();
    return readInspectionError(reply);
}

} // namespace dataverse
