#include "cli/planplace.h"

#include "keychain/outsidesecret.h"
#include "profile/secretref.h"
#include "store/runfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using store::RunPlace;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::PlanPlace)
};

constexpr auto passwordOption = "database-password"_L1;
constexpr int longestName = 63; ///< PostgreSQL cuts longer names without a word.

/// What of libpq's may be said: https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-PARAMKEYWORDS
constexpr QLatin1StringView connectionOptions[] = {
    "application_name"_L1, "channel_binding"_L1,
    "connect_timeout"_L1,  "gssencmode"_L1,
    "keepalives"_L1,       "keepalives_count"_L1,
    "keepalives_idle"_L1,  "keepalives_interval"_L1,
    "krbsrvname"_L1,       "passfile"_L1,
    "sslcert"_L1,          "sslcrl"_L1,
    "sslkey"_L1,           "sslmode"_L1,
    "sslrootcert"_L1,      "ssl_min_protocol_version"_L1,
    "tcp_user_timeout"_L1, "target_session_attrs"_L1,
};

Error invalid(const QString &message, const QString &fix = {})
{
    return {
        .kind = Error::Kind::Invalid,
        .message = message,
        .fix = fix.isEmpty()
                   ? Texts::tr("It is written like this: %1").arg(u"postgresql://user@host:5432/database?schema=name"_s)
                   : fix,
        .field = u"database"_s};
}

/// As libpq reads a value.
QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

Result<core::Nothing> take(RunPlace &place, const QString &name, const QString &value)
{
    if (value.isEmpty() || value.contains(QChar(u'\0')))
        return invalid(Texts::tr("In the address of the plan's database \"%1\" has no value.").arg(name));
    if (name == "schema"_L1) {
        place.schema = value;
    } else if (name == "user"_L1) {
        place.user = value;
    } else if (name == "host"_L1) {
        place.host = value;
    } else if (name == "port"_L1) {
        bool isNumber = false;
        place.port = value.toInt(&isNumber);
        if (!isNumber || place.port < 1 || place.port > 65'535)
            return invalid(Texts::tr("In the address of the plan's database the port is no number up to 65535."));
    } else if (std::find(std::begin(connectionOptions), std::end(connectionOptions), name) !=
               std::end(connectionOptions)) {
        if (value.contains(u';')) // Qt separates options with it
            return invalid(Texts::tr("In the address of the plan's database \"%1\" holds a semicolon.").arg(name),
                           Texts::tr("Use a value without one."));
        place.options += (place.options.isEmpty() ? u""_s : u";"_s) + name + u'=' + quoted(value);
    } else {
        return invalid(Texts::tr("In the address of the plan's database \"%1\" is not known.").arg(name));
    }
    return core::Nothing{};
}

} // namespace

bool isSharedPlace(const QString &text)
{
    // Also what is only nearly right: as a path it would be told, with a password that may stand in it.
    return text.startsWith("postgresql:"_L1, Qt::CaseInsensitive) ||
           text.startsWith("postgres:"_L1, Qt::CaseInsensitive);
}

Result<RunPlace> sharedPlace(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.hasFragment())
        return invalid(Texts::tr("The address of the plan's database cannot be read."));
    const QUrlQuery query(url);
    if (!url.password().isEmpty() || query.hasQueryItem(u"password"_s) || query.hasQueryItem(u"sslpassword"_s))
        return invalid(Texts::tr("The address of the plan's database holds a password, where others can see it."),
                       Texts::tr("Leave it out: set PGPASSWORD, or name where it is with --%1.").arg(passwordOption));
    RunPlace place;
    place.host = url.host();
    place.port = url.port(place.port);
    place.user = url.userName();
    place.database = url.path().mid(1);
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (const auto taken = take(place, name, value); !taken)
            return taken.error();
    }
    if (place.database.isEmpty() || place.database.contains(u'/'))
        return invalid(Texts::tr("The address of the plan's database does not name one database."));
    if (place.schema.isEmpty())
        return invalid(Texts::tr("The address of the plan's database does not name the plan: schema lacks."));
    if (place.schema.toUtf8().size() > longestName || place.schema.startsWith("pg_"_L1))
        return invalid(
            Texts::tr("The plan's name (schema) is longer than %1 bytes, or begins with pg_.").arg(longestName),
            Texts::tr("Choose another name."));
    return place;
}

void addPlanPlace(Arguments &arguments)
{
    arguments.addOption(passwordOption,
                        Texts::tr("Where the password of a plan's database is: \"env:NAME\" or \"file:PATH\". Else "
                                  "PGPASSWORD or ~/.pgpass are looked at."),
                        u"REF"_s);
}

Result<RunPlace> planPlace(const Arguments &arguments, const QString &text)
{
    if (!isSharedPlace(text))
        return RunPlace::file(planName(text));
    auto place = sharedPlace(text);
    if (!place || !arguments.isSet(passwordOption))
        return place;
    const auto ref = profile::SecretRef::parse(arguments.value(passwordOption));
    const bool isFile = ref && ref->kind == profile::SecretRef::Kind::File;
    if (!isFile && (!ref || ref->kind != profile::SecretRef::Kind::Env))
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("--%1 needs a place: \"env:NAME\" or \"file:PATH\".").arg(passwordOption),
                     .field = passwordOption};
    const auto secret = isFile ? keychain::secretFromFile(ref->name) : keychain::secretFromVariable(ref->name);
    if (!secret)
        return secret.error();
    place->password = *secret;
    return place;
}

QString planName(const QString &text)
{
    return isSharedPlace(text) ? text : QDir::fromNativeSeparators(text);
}

Result<bool> isThere(const RunPlace &place, core::Clock &clock)
{
    if (!place.isShared())
        return QFileInfo::exists(place.path);
    const auto file = store::RunFile::open(place, clock);
    if (!file && file.error().kind != Error::Kind::NotFound)
        return file.error();
    return file.hasValue();
}

} // namespace cli
