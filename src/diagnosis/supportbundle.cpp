#include "diagnosis/supportbundle.h"

#include "core/redactor.h"
#include "diagnosis/reportjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSslSocket>
#include <QSysInfo>

namespace diagnosis {

using namespace Qt::StringLiterals;
using core::redactor::redacted;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::SupportBundle)
};

QString moment(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QList<std::pair<QString, QString>> versions()
{
    return {{u"consent_bridge"_s, QString::fromLatin1(CB_VERSION)},
            {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"tls"_s, QSslSocket::sslLibraryVersionString()},
            {u"system"_s, QSysInfo::prettyProductName()},
            {u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
            {u"architecture"_s, QSysInfo::currentCpuArchitecture()},
            {u"locale"_s, QLocale().name()}};
}

/// Where a secret is kept, never its name: that may hold a path or a person's.
QString keptWhere(const profile::SecretRef &ref)
{
    switch (ref.kind) {
    case profile::SecretRef::Kind::None:
        return u"none"_s;
    case profile::SecretRef::Kind::Keychain:
        return u"keychain"_s;
    case profile::SecretRef::Kind::Session:
        return u"session"_s;
    case profile::SecretRef::Kind::Env:
        return u"environment variable"_s;
    case profile::SecretRef::Kind::File:
        return u"file"_s;
    }
    return {};
}

QString dateOf(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : u"not entered"_s;
}

/// The settings, as name and value; names are those of the profile file.
QList<std::pair<QString, QString>> settingsOf(const profile::Profile &profile)
{
    using Proxy = profile::NetworkOptions::Proxy;
    const bool isCertificate = profile.credential.kind == profile::Credential::Kind::Certificate;
    QList<std::pair<QString, QString>> settings{
        {u"environment"_s, profile::environmentWord(profile.kind)},
        {u"mode"_s, profile::modeOf(profile.integration) == profile::Mode::Current ? u"current"_s : u"legacy"_s},
        {u"instance"_s, profile.integration.instance},
        {u"tenant_id"_s, profile.integration.tenantId},
        {u"client_id"_s, profile.integration.clientId},
        {u"credential"_s, isCertificate ? u"certificate"_s : u"secret"_s},
        {u"client_secret"_s, keptWhere(profile.clientSecret)},
        {u"secret_expires_on"_s, dateOf(profile.credential.secretExpiresOn)},
        {u"next_secret"_s, keptWhere(profile.credential.nextSecret)},
        {u"didomi_api_url"_s, profile.didomi.apiUrl},
        {u"didomi_organization_id"_s, profile.didomi.organizationId},
        {u"didomi_key_id"_s, core::redactor::maskedId(profile.didomi.keyId)},
        {u"didomi_secret"_s, keptWhere(profile.didomi.secret)},
        {u"table"_s, profile.options.table},
        {u"match"_s, profile.match.column},
        {u"upsert"_s, profile.integration.upsertMode ? u"on"_s : u"off"_s},
        {u"regulation"_s, profile.options.regulation},
        {u"api_version"_s, profile.options.apiVersion},
        {u"authority"_s, profile.options.authority},
        {u"proxy"_s, profile.network.proxy == Proxy::None ? u"none"_s
                     : profile.network.proxy == Proxy::System
                         ? u"system"_s
                         : u"%1:%2"_s.arg(profile.network.proxyHost).arg(profile.network.proxyPort)},
        {u"proxy_sign_in"_s, profile.network.proxyUser.isEmpty() ? u"no"_s : u"yes"_s},
        {u"authority_file"_s, profile.network.authorityFile.isEmpty() ? u"no"_s : u"yes"_s},
        {u"mappings"_s, QString::number(profile.integration.mappings.size())},
    };
    for (qsizetype i = 0; i < profile.furtherUsers.size(); ++i) {
        const profile::FurtherUser &user = profile.furtherUsers.at(i);
        const bool isByCertificate = user.kind == profile::Credential::Kind::Certificate;
        settings.append({profile::furtherUserField(i, u"client_id"_s), user.clientId});
        settings.append({profile::furtherUserField(i, u"credential"_s),
                         isByCertificate ? u"certificate"_s : keptWhere(user.clientSecret)});
    }
    for (auto &[name, value] : settings)
        value = redacted(value);
    return settings;
}

/// Steps may name the whole key id.
QString withMaskedKey(QString text, const profile::Profile &profile)
{
    constexpr qsizetype shortestKeyId = 6; // shorter ones would hit by chance
    const QString &keyId = profile.didomi.keyId;
    return keyId.size() < shortestKeyId ? text : text.replace(keyId, core::redactor::maskedId(keyId));
}

QString lineOf(const net::Call &call)
{
    const QString outcome = call.status > 0 ? QString::number(call.status) : call.error;
    return redacted(u"%1 %2 %3 %4 → %5, %6 ms, attempt %7, %8"_s.arg(
        moment(call.startedAt), call.service, QString::fromLatin1(call.method), call.url, outcome,
        QString::number(call.duration.count()), QString::number(call.attempt), call.requestId));
}

void addStep(QStringList &lines, const Step &step)
{
    lines << u"%1 %2 %3 ms  %4"_s.arg(stateText(step.state).leftJustified(12), stepName(step.id).leftJustified(46),
                                      QString::number(step.duration.count()).rightJustified(6), step.evidence);
    const auto add = [&lines](const QString &what, const QString &text) {
        if (!text.isEmpty())
            lines << u"    %1: %2"_s.arg(what, QString(text).replace(u'\n', u"\n        "_s));
    };
    if (step.problem.message.isEmpty())
        return;
    if (step.problem.message != step.evidence)
        add(Texts::tr("Cause"), step.problem.message);
    add(Texts::tr("What to do"), step.problem.fix);
    add(Texts::tr("Where"), step.place.text);
    add(Texts::tr("Code"), step.problem.code);
    if (step.problem.httpStatus > 0)
        add(Texts::tr("HTTP status"), QString::number(step.problem.httpStatus));
    add(Texts::tr("The server’s own words"), step.problem.detail);
    add(Texts::tr("Request id"), step.problem.requestId);
}

} // namespace

QString asText(const SupportBundle &bundle)
{
    QStringList lines{Texts::tr("Consent Bridge: support bundle"), Texts::tr("Made at %1").arg(moment(bundle.madeAt)),
                      QString()};
    for (const auto &[name, value] : versions())
        lines << u"%1 %2"_s.arg(name.leftJustified(24), value);
    if (!bundle.keychainName.isEmpty())
        lines << u"%1 %2"_s.arg(u"keychain"_s.leftJustified(24), bundle.keychainName);
    lines << QString() << Texts::tr("Integration: %1").arg(bundle.profile.name);
    for (const auto &[name, value] : settingsOf(bundle.profile))
        lines << u"%1 %2"_s.arg(name.leftJustified(24), value);
    if (bundle.report) {
        lines << QString()
              << Texts::tr("Connection test of %1: %2")
                     .arg(moment(bundle.report->startedAt), stateText(bundle.report->verdict()));
        if (bundle.brokenSince)
            lines << Texts::tr("Broken since %1").arg(moment(*bundle.brokenSince));
        for (const Step &step : bundle.report->steps)
            addStep(lines, step);
        if (bundle.lastGreen) {
            const QList<Difference> differences = compare(*bundle.lastGreen, *bundle.report);
            lines << QString() << Texts::tr("Since the last good test of %1:").arg(moment(bundle.lastGreen->startedAt));
            for (const Difference &difference : differences)
                lines << u"- "_s + difference.sentence;
            if (differences.isEmpty())
                lines << Texts::tr("- Nothing that was looked at has changed.");
        }
    }
    if (!bundle.calls.isEmpty()) {
        lines << QString() << Texts::tr("The last calls:");
        for (const net::Call &call : bundle.calls)
            lines << lineOf(call);
    }
    return withMaskedKey(redacted(lines.join(u'\n')), bundle.profile) + u'\n';
}

QByteArray asJson(const SupportBundle &bundle)
{
    QJsonObject document{{u"made_at"_s, moment(bundle.madeAt)}};
    QJsonObject programs;
    for (const auto &[name, value] : versions())
        programs.insert(name, value);
    document.insert(u"versions"_s, programs);
    document.insert(u"keychain"_s, bundle.keychainName);
    QJsonObject settings{{u"name"_s, redacted(bundle.profile.name)}};
    for (const auto &[name, value] : settingsOf(bundle.profile))
        settings.insert(name, value);
    document.insert(u"integration"_s, settings);
    document.insert(u"report"_s, bundle.report ? QJsonValue(asJson(*bundle.report)) : QJsonValue::Null);
    document.insert(u"broken_since"_s, bundle.brokenSince ? QJsonValue(moment(*bundle.brokenSince)) : QJsonValue::Null);
    QJsonArray changes;
    if (bundle.report && bundle.lastGreen) {
        for (const Difference &difference : compare(*bundle.lastGreen, *bundle.report))
            changes << QJsonObject{{u"step"_s, stepWord(difference.step)},
                                   {u"sentence"_s, redacted(difference.sentence)}};
    }
    document.insert(u"changes"_s, changes);
    document.insert(u"last_good_test"_s,
                    bundle.lastGreen ? QJsonValue(moment(bundle.lastGreen->startedAt)) : QJsonValue::Null);
    QJsonArray calls;
    for (const net::Call &call : bundle.calls)
        calls << lineOf(call);
    document.insert(u"calls"_s, calls);
    return withMaskedKey(QString::fromUtf8(QJsonDocument(document).toJson()), bundle.profile).toUtf8();
}

} // namespace diagnosis
