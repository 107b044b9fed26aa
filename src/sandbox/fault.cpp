#include "sandbox/fault.h"

#include <QCoreApplication>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sandbox::Faults)
};

QString serviceName(Service service)
{
    switch (service) {
    case Service::Entra:
        return u"entra"_s;
    case Service::Dataverse:
        return u"dataverse"_s;
    case Service::Didomi:
        return u"didomi"_s;
    }
    return {};
}

std::optional<Service> serviceNamed(QStringView name)
{
    for (const Service service : {Service::Entra, Service::Dataverse, Service::Didomi}) {
        if (serviceName(service) == name)
            return service;
    }
    return {};
}

bool isNumber(FaultKind::Value value)
{
    return value == FaultKind::Value::Count || value == FaultKind::Value::Milliseconds ||
           value == FaultKind::Value::Seconds || value == FaultKind::Value::SignedSeconds;
}

core::Error invalid(const QString &message, const QString &fix)
{
    return {.kind = core::Error::Kind::Invalid, .message = message, .fix = fix, .field = u"fault"_s};
}

QStringList splitList(const QString &value)
{
    QStringList parts;
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts))
        parts << part.trimmed();
    return parts;
}

} // namespace

QString FaultKind::usage() const
{
    switch (value) {
    case Value::Choice:
        return name + u'=' + choices.join(u'|');
    case Value::ChoiceList:
        return name + u'=' + choices.join(u'|') + u"[,…]"_s;
    case Value::TextList:
        return name + u"=NAME[,…]"_s;
    case Value::Count:
        return name + u"=[SERVICE:]COUNT"_s;
    case Value::Milliseconds:
        return name + u"=[SERVICE:]MILLISECONDS"_s;
    case Value::Seconds:
        return name + u"=SECONDS"_s;
    case Value::SignedSeconds:
        return name + u"=[-]SECONDS"_s;
    }
    return name;
}

QList<FaultKind> Faults::kinds()
{
    using Value = FaultKind::Value;
    return {
        {u"secret"_s,
         Value::Choice,
         {u"wrong"_s, u"expired"_s},
         Service::Entra,
         Texts::tr("Entra ID refuses the client secret.")},
        {u"tenant"_s,
         Value::Choice,
         {u"unknown"_s, u"foreign"_s},
         Service::Entra,
         Texts::tr("Entra ID does not know the tenant, or the environment belongs to another one.")},
        {u"certificate"_s,
         Value::Choice,
         {u"not-uploaded"_s},
         Service::Entra,
         Texts::tr("The client certificate is not registered with the application.")},
        {u"token-audience"_s,
         Value::Choice,
         {u"wrong"_s},
         Service::Entra,
         Texts::tr("Access tokens are for another environment.")},
        {u"tls"_s,
         Value::Choice,
         {u"expired"_s, u"not-yet-valid"_s, u"wrong-host"_s, u"untrusted"_s},
         {},
         Texts::tr("New connections over TLS are shown a certificate that is not good.")},
        {u"clock"_s, Value::SignedSeconds, {}, {}, Texts::tr("The servers’ clocks are ahead by so much.")},
        {u"environment"_s,
         Value::Choice,
         {u"none"_s},
         Service::Dataverse,
         Texts::tr("At the environment’s address another web server answers.")},
        {u"client"_s,
         Value::Choice,
         {u"unknown"_s, u"disabled"_s},
         Service::Entra,
         Texts::tr("Entra ID does not know the application, or it is disabled.")},
        {u"conditional-access"_s,
         Value::Choice,
         {u"blocked"_s},
         Service::Entra,
         Texts::tr("A Conditional Access policy blocks the sign-in.")},
        {u"token-lifetime"_s,
         Value::Seconds,
         {},
         Service::Entra,
         Texts::tr("Access tokens of Entra ID and Didomi live only so long.")},
        {u"token-rejected"_s,
         Value::Count,
         {},
         Service::Dataverse,
         Texts::tr("The next requests are answered 401, as if their token had expired.")},
        {u"application-user"_s,
         Value::Choice,
         {u"missing"_s, u"disabled"_s},
         Service::Dataverse,
         Texts::tr("The environment has no application user for the client, or it is disabled.")},
        {u"further-user"_s,
         Value::Choice,
         {u"refused"_s, u"revoked"_s, u"missing"_s, u"basic-role"_s},
         {},
         Texts::tr("Of the further application users Entra ID refuses the secrets, also the tokens that it gave are "
                   "refused, the environment has none, or they lack the integration's role.")},
        {u"privilege"_s,
         Value::ChoiceList,
         {u"read"_s, u"write"_s, u"create"_s, u"append"_s, u"appendto"_s, u"assign"_s},
         Service::Dataverse,
         Texts::tr("The application user lacks these privileges on contacts.")},
        {u"privilege-depth"_s,
         Value::Choice,
         {u"basic"_s, u"local"_s, u"deep"_s},
         Service::Dataverse,
         Texts::tr("The privileges on contacts reach only the user's own rows, its business unit, or that and the "
                   "units below.")},
        {u"role"_s,
         Value::ChoiceList,
         {u"none"_s, u"administrator"_s, u"administrator-by-team"_s},
         Service::Dataverse,
         Texts::tr("The application user has no role, or is System Administrator besides, by itself or by a team.")},
        {u"column-readonly"_s,
         Value::TextList,
         {},
         Service::Dataverse,
         Texts::tr("These contact columns cannot be written.")},
        {u"column-secured"_s,
         Value::TextList,
         {},
         Service::Dataverse,
         Texts::tr("These contact columns are secured, and the application user is in no profile that opens them.")},
        {u"organization"_s,
         Value::Choice,
         {u"changed"_s},
         Service::Dataverse,
         Texts::tr("The environment is another one than before: its organization has a new id.")},
        {u"consent-tables"_s,
         Value::Choice,
         {u"missing"_s, u"newer"_s},
         Service::Dataverse,
         Texts::tr("The consent tables are not installed, or a newer generation stands beside them.")},
        {u"consent-privilege"_s,
         Value::ChoiceList,
         {u"read"_s, u"write"_s, u"create"_s},
         Service::Dataverse,
         Texts::tr("The application user lacks these privileges on the consent tables.")},
        {u"topic"_s,
         Value::Choice,
         {u"missing"_s, u"inactive"_s},
         Service::Dataverse,
         Texts::tr("There are no consent topics, or all of them are inactive.")},
        {u"administration-mode"_s,
         Value::Choice,
         {u"on"_s},
         Service::Dataverse,
         Texts::tr("The environment is in administration mode: only administrators may enter.")},
        {u"limits"_s,
         Value::Choice,
         {u"low"_s},
         Service::Dataverse,
         Texts::tr("The requests and the time that the service allows are nearly used up.")},
        {u"column-missing"_s,
         Value::TextList,
         {},
         Service::Dataverse,
         Texts::tr("These contact columns do not exist.")},
        {u"key"_s,
         Value::Choice,
         {u"building"_s, u"failed"_s},
         Service::Dataverse,
         Texts::tr("The alternate key is still being built, or its building failed.")},
        {u"bulk"_s,
         Value::Choice,
         {u"missing"_s},
         Service::Dataverse,
         Texts::tr("Bulk messages are not offered for contacts.")},
        {u"throttle"_s,
         Value::Count,
         {},
         Service::Dataverse,
         Texts::tr("The next requests are answered 429 with Retry-After: 2.")},
        {u"unavailable"_s, Value::Count, {}, Service::Dataverse, Texts::tr("The next requests are answered 503.")},
        {u"server-error"_s, Value::Count, {}, Service::Dataverse, Texts::tr("The next requests are answered 500.")},
        {u"html"_s,
         Value::Count,
         {},
         Service::Dataverse,
         Texts::tr("The next requests are answered with an HTML page of a gateway.")},
        {u"truncate"_s, Value::Count, {}, Service::Dataverse, Texts::tr("The next answers stop in the middle.")},
        {u"reset"_s,
         Value::Count,
         {},
         Service::Dataverse,
         Texts::tr("The next connections close without an answer, the request undone.")},
        {u"lost-answer"_s,
         Value::Count,
         {},
         Service::Dataverse,
         Texts::tr("The next connections close without an answer, the request done.")},
        {u"redirect"_s,
         Value::Count,
         {},
         Service::Dataverse,
         Texts::tr("The next requests are redirected to another host.")},
        {u"hang"_s,
         Value::Count,
         {},
         Service::Dataverse,
         Texts::tr("The next requests get no answer for half a minute.")},
        {u"slow"_s, Value::Milliseconds, {}, {}, Texts::tr("Every answer waits so long.")},
        {u"didomi-key"_s, Value::Choice, {u"wrong"_s}, Service::Didomi, Texts::tr("Didomi refuses the private key.")},
        {u"didomi-organization"_s,
         Value::Choice,
         {u"unknown"_s},
         Service::Didomi,
         Texts::tr("The Didomi organization does not belong to the key.")},
        {u"didomi-contract"_s,
         Value::Choice,
         {u"missing"_s},
         Service::Didomi,
         Texts::tr("The Consents API is not part of the contract.")},
        {u"didomi-features"_s,
         Value::Choice,
         {u"no-dynamics"_s},
         Service::Didomi,
         Texts::tr("The integration with Dynamics is not part of the contract.")},
        {u"didomi-rate"_s,
         Value::Choice,
         {u"low"_s},
         Service::Didomi,
         Texts::tr("The requests that Didomi allows are nearly used up.")},
        {u"didomi-catalogue"_s,
         Value::Choice,
         {u"empty"_s},
         Service::Didomi,
         Texts::tr("The organization has no purposes and no preferences.")},
        {u"didomi-shape"_s,
         Value::Choice,
         {u"v1"_s, u"v2"_s},
         Service::Didomi,
         Texts::tr("The generation of the preferences' shape; v2 is the usual one.")},
        {u"didomi-list"_s,
         Value::Choice,
         {u"envelope"_s, u"array"_s},
         Service::Didomi,
         Texts::tr("Lists come in an envelope, as usual, or as bare arrays.")},
        {u"didomi-duplicate"_s,
         Value::Choice,
         {u"accepted"_s, u"rejected"_s, u"conflict"_s},
         Service::Didomi,
         Texts::tr("An event id that exists already is answered 200, 400 or 409.")},
        {u"didomi-vendors"_s,
         Value::Choice,
         {u"required"_s},
         Service::Didomi,
         Texts::tr("An event without vendors is refused.")},
        {u"didomi-trees"_s,
         Value::Choice,
         {u"missing"_s},
         Service::Didomi,
         Texts::tr("There is no configuration tree; the address is answered 404.")},
    };
}

core::Result<core::Nothing> Faults::set(const QString &name, const QString &value)
{
    const QList<FaultKind> all = kinds();
    const auto kind = std::find_if(all.cbegin(), all.cend(), [&](const FaultKind &one) { return one.name == name; });
    if (kind == all.cend()) {
        QStringList usages;
        for (const FaultKind &one : all)
            usages << one.usage();
        return invalid(Texts::tr("There is no fault named \"%1\".").arg(name),
                       Texts::tr("Choose one of: %1.").arg(usages.join(u", "_s)));
    }

    const auto refused = [&] {
        return invalid(Texts::tr("The fault \"%1\" cannot be \"%2\".").arg(name, value),
                       Texts::tr("Write it as %1.").arg(kind->usage()));
    };
    Setting setting{.value = value, .scope = kind->scope};
    if (isNumber(kind->value)) {
        QStringView digits = value;
        if (const qsizetype colon = value.indexOf(u':'); colon >= 0 && kind->value != FaultKind::Value::Seconds) {
            setting.scope = serviceNamed(digits.first(colon));
            if (!setting.scope)
                return refused();
            digits = digits.sliced(colon + 1);
        }
        bool isInteger = false;
        setting.number = digits.toInt(&isInteger);
        if (!isInteger || (setting.number < 0 && kind->value != FaultKind::Value::SignedSeconds))
            return refused();
    } else if (kind->value == FaultKind::Value::Choice) {
        if (!kind->choices.contains(value))
            return refused();
    } else {
        const QStringList parts = splitList(value);
        if (parts.isEmpty())
            return refused();
        for (const QString &part : parts) {
            if (part.isEmpty() || (kind->value == FaultKind::Value::ChoiceList && !kind->choices.contains(part)))
                return refused();
        }
    }
    if (kind->value == FaultKind::Value::Count && setting.number == 0)
        m_settings.remove(name);
    else
        m_settings.insert(name, setting);
    return core::Nothing{};
}

core::Result<core::Nothing> Faults::set(const QString &assignment)
{
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals < 0)
        return set(assignment, QString());
    return set(assignment.first(equals), assignment.sliced(equals + 1));
}

void Faults::clear(const QString &name)
{
    m_settings.remove(name);
}

void Faults::clear()
{
    m_settings.clear();
}

QStringList Faults::active() const
{
    QStringList lines;
    for (const FaultKind &kind : kinds()) {
        const auto setting = m_settings.constFind(kind.name);
        if (setting == m_settings.cend())
            continue;
        if (!isNumber(kind.value))
            lines << kind.name + u'=' + setting->value;
        else if (setting->scope && setting->scope != kind.scope)
            lines << u"%1=%2:%3"_s.arg(kind.name, serviceName(*setting->scope), QString::number(setting->number));
        else
            lines << u"%1=%2"_s.arg(kind.name, QString::number(setting->number));
    }
    return lines;
}

QString Faults::value(QLatin1StringView name) const
{
    return m_settings.value(QString(name)).value;
}

bool Faults::has(QLatin1StringView name, QStringView choice) const
{
    return list(name).contains(choice);
}

QStringList Faults::list(QLatin1StringView name) const
{
    return splitList(value(name));
}

std::optional<int> Faults::number(QLatin1StringView name, Service service) const
{
    const auto setting = m_settings.constFind(QString(name));
    if (setting == m_settings.cend() || (setting->scope && setting->scope != service))
        return {};
    return setting->number;
}

bool Faults::strike(QLatin1StringView name, Service service)
{
    const auto setting = m_settings.find(QString(name));
    if (setting == m_settings.end() || (setting->scope && setting->scope != service))
        return false;
    if (--setting->number <= 0)
        m_settings.erase(setting);
    return true;
}

} // namespace sandbox
