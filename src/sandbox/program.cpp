#include "sandbox/program.h"

#include "sandbox/practice.h"
#include "sandbox/rehearsal.h"
#include "sandbox/sandbox.h"
#include "sandbox/stopsignal.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sandbox::Program)
};

constexpr int exitCannotStart = 1;
constexpr int exitUsage = 2;
constexpr int mostContacts = 1'000'000;

void print(FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

void printError(const core::Error &error)
{
    print(stderr, error.message);
    if (!error.fix.isEmpty())
        print(stderr, error.fix);
    if (!error.detail.isEmpty())
        print(stderr, error.detail);
}

core::Error storageError(const QString &path, const QString &reason)
{
    return {.kind = core::Error::Kind::Storage,
            .message = QCoreApplication::translate("sandbox::Program", "The file %1 cannot be written.")
                           .arg(QDir::toNativeSeparators(path)),
            .fix = QCoreApplication::translate("sandbox::Program",
                                               "Choose a folder that exists and that you may write to."),
            .field = u"write-profile"_s,
            .detail = reason};
}

core::Result<core::Nothing> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return storageError(path, file.errorString());
    return core::Nothing{};
}

/// Readable by its owner only, from the first byte on.
core::Result<core::Nothing> writeSecret(const QString &path, const core::Secret &secret)
{
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(secret.reveal() + '\n') != secret.reveal().size() + 1)
        return storageError(path, file.errorString());
    return core::Nothing{};
}

/// `prepare` makes the profile what a rehearsal wants it to be.
core::Result<core::Nothing> writePracticeProfile(const QString &path, const Credentials &credentials,
                                                 profile::Mode mode,
                                                 const std::function<void(profile::Profile &)> &prepare)
{
    const QString clientSecretPath = path + u".client-secret"_s;
    const QString didomiSecretPath = path + u".didomi-secret"_s;
    if (auto written = writeSecret(clientSecretPath, credentials.clientSecret); !written)
        return written;
    if (auto written = writeSecret(didomiSecretPath, credentials.didomiSecret); !written)
        return written;
    profile::Profile profile =
        mode == profile::Mode::Current ? currentPracticeProfile(credentials) : practiceProfile(credentials);
    profile.clientSecret = {.kind = profile::SecretRef::Kind::File, .name = clientSecretPath};
    profile.didomi.secret = {.kind = profile::SecretRef::Kind::File, .name = didomiSecretPath};
    for (const Application &one : credentials.furtherApplications) {
        const QString secretPath = u"%1.client-secret-%2"_s.arg(path).arg(profile.furtherUsers.size() + 2);
        if (auto written = writeSecret(secretPath, one.clientSecret); !written)
            return written;
        profile.furtherUsers << profile::FurtherUser{
            .clientId = one.clientId, .clientSecret = {.kind = profile::SecretRef::Kind::File, .name = secretPath}};
    }
    if (!credentials.authorityPem.isEmpty()) {
        profile.network.authorityFile = path + u".authority.pem"_s;
        if (auto written = writeFile(profile.network.authorityFile, credentials.authorityPem); !written)
            return written;
    }
    if (prepare)
        prepare(profile);
    return writeFile(path, profile::writeProfile(profile));
}

QByteArray readyLine(const Credentials &credentials, const QString &samplePerson, const QString &profilePath,
                     const QString &authorityPath)
{
    QJsonObject line{
        {u"authority"_s, credentials.authority},
        {u"tenant"_s, credentials.tenant},
        {u"client_id"_s, credentials.clientId},
        {u"client_secret"_s, QString::fromUtf8(credentials.clientSecret.reveal())},
        {u"dataverse"_s, credentials.dataverse},
        {u"alternate_key"_s, credentials.alternateKey},
        {u"boolean_column"_s, credentials.booleanColumn},
        {u"didomi"_s, credentials.didomi},
        {u"organization_id"_s, credentials.organizationId},
        {u"didomi_key"_s, credentials.didomiKey},
        {u"didomi_secret"_s, QString::fromUtf8(credentials.didomiSecret.reveal())},
        {u"sample_person"_s, samplePerson},
        {u"profile"_s, profilePath},
    };
    if (!authorityPath.isEmpty())
        line.insert(u"ca_certificate"_s, authorityPath);
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

/// What the command line asks for.
struct Wishes {
    Options options = {};
    QString profilePath = {};
    profile::Mode mode = profile::Mode::Legacy; ///< Of the profile that is written.
    QString rehearsal = {};
    std::chrono::milliseconds stream{0};
};

QString faultHelp()
{
    QStringList lines{Texts::tr("Faults for --fault:")};
    for (const FaultKind &kind : Faults::kinds())
        lines << u"  "_s + kind.usage() << u"        "_s + kind.help;
    return lines.join(u'\n');
}

QString rehearsalHelp()
{
    QStringList lines{Texts::tr("Rehearsals for --rehearse:")};
    for (const Rehearsal &rehearsal : rehearsals({}, {}))
        lines << u"  %1  %2"_s.arg(rehearsal.id.leftJustified(28), rehearsal.title);
    return lines.join(u'\n');
}

core::Result<Rehearsal> findRehearsal(const QString &id, const Credentials &credentials, const QString &folder)
{
    const QList<Rehearsal> all = rehearsals(credentials, folder);
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const Rehearsal &one) { return one.id == id; });
    if (found != all.cend())
        return *found;
    return core::Error{.kind = core::Error::Kind::Invalid,
                       .message = Texts::tr("There is no rehearsal \"%1\".").arg(id),
                       .fix = Texts::tr("\"--rehearse help\" lists what there is."),
                       .field = u"rehearse"_s};
}

/// Whether it can be rehearsed as it was asked for. Faults of certificates show over TLS only, so they switch it on.
core::Result<core::Nothing> prepareWishes(Wishes &wishes)
{
    if (wishes.rehearsal.isEmpty())
        return core::Nothing{};
    const auto rehearsal = findRehearsal(wishes.rehearsal, {}, {});
    if (!rehearsal)
        return rehearsal.error();
    if (rehearsal->edit && wishes.profilePath.isEmpty())
        return core::Error{
            .kind = core::Error::Kind::Invalid,
            .message = Texts::tr("What is wrong in the rehearsal \"%1\" is wrong in the profile.").arg(rehearsal->id),
            .fix = Texts::tr("Say with --write-profile where to write one."),
            .field = u"rehearse"_s};
    wishes.options.withTls |= std::any_of(rehearsal->faults.cbegin(), rehearsal->faults.cend(),
                                          [](const QString &fault) { return fault.startsWith("tls="_L1); });
    return core::Nothing{};
}

std::optional<qint64> numberOf(const QCommandLineParser &parser, const QString &name, qint64 largest)
{
    bool isNumber = false;
    const qint64 number = parser.value(name).toLongLong(&isNumber);
    if (isNumber && number >= 0 && number <= largest)
        return number;
    print(stderr, Texts::tr("--%1 must be a whole number from 0 to %2, not \"%3\".")
                      .arg(name, QString::number(largest), parser.value(name)));
    return {};
}

/// Nothing when there is nothing more to do; `exitCode` then says how it went.
std::optional<Wishes> readArguments(const QStringList &arguments, int &exitCode)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Simulates Microsoft Entra ID, Dataverse and Didomi on this machine. When it is ready it prints "
                  "one line of JSON with everything that a client needs."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({
        {u"port"_s, Texts::tr("Listen on this port of 127.0.0.1; 0 takes any free one."), u"N"_s, u"0"_s},
        {u"contacts"_s, Texts::tr("How many contacts there are."), u"N"_s, u"250"_s},
        {u"seed"_s, Texts::tr("The same number gives the same people and ids."), u"N"_s, u"1"_s},
        {u"write-profile"_s, Texts::tr("Write a profile file for this sandbox, and its secrets beside it."), u"FILE"_s},
        {u"further-users"_s,
         Texts::tr("So many further application users, each with an application of its own; a profile that is written "
                   "names them."),
         u"N"_s, u"0"_s},
        {u"mode"_s,
         Texts::tr("Which mode that profile is in: legacy (columns of contacts) or current (rows of consent)."),
         u"MODE"_s, u"legacy"_s},
        {u"fault"_s,
         Texts::tr("Let something go wrong; may be given several times. \"--fault help\" lists what there is."),
         u"name=value"_s},
        {u"rehearse"_s,
         Texts::tr("Let one thing be wrong, faults and profile alike, to see what it looks like. \"--rehearse help\" "
                   "lists what there is."),
         u"ID"_s},
        {u"stream"_s, Texts::tr("Let somebody change a choice every so many seconds."), u"SECONDS"_s, u"0"_s},
        {u"tls"_s, Texts::tr("Serve over TLS too, with a certificate made for this run.")},
    });
    exitCode = exitUsage;
    if (!parser.parse(arguments)) {
        print(stderr, parser.errorText());
        return {};
    }
    if (!parser.positionalArguments().isEmpty()) {
        print(stderr,
              Texts::tr("\"%1\" is not understood. See --help.").arg(parser.positionalArguments().constFirst()));
        return {};
    }
    const QStringList faults = parser.values(u"fault"_s);
    const QString rehearsal = parser.value(u"rehearse"_s);
    if (rehearsal == u"help") {
        exitCode = 0;
        print(stdout, rehearsalHelp());
        return {};
    }
    if (parser.isSet(help) || parser.isSet(version) || faults.contains(u"help"_s)) {
        exitCode = 0;
        print(stdout, parser.isSet(help) ? parser.helpText() + u'\n' + faultHelp()
                      : parser.isSet(version)
                          ? QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion()
                          : faultHelp());
        return {};
    }

    const auto port = numberOf(parser, u"port"_s, 65535);
    const auto contacts = numberOf(parser, u"contacts"_s, mostContacts);
    const auto seed = numberOf(parser, u"seed"_s, std::numeric_limits<qint64>::max());
    const auto stream = numberOf(parser, u"stream"_s, 24 * 3600);
    const auto furtherUsers = numberOf(parser, u"further-users"_s, mostFurtherUsers);
    if (!port || !contacts || !seed || !stream || !furtherUsers)
        return {};
    const QString mode = parser.value(u"mode"_s);
    if (mode != u"legacy" && mode != u"current") {
        print(stderr, Texts::tr("--mode must be legacy or current, not \"%1\".").arg(mode));
        return {};
    }
    Wishes wishes{.options = {.port = quint16(*port),
                              .contacts = int(*contacts),
                              .seed = quint64(*seed),
                              .withTls = parser.isSet(u"tls"_s),
                              .faults = faults,
                              .furtherUsers = int(*furtherUsers)},
                  .profilePath = parser.isSet(u"write-profile"_s)
                                     ? QFileInfo(parser.value(u"write-profile"_s)).absoluteFilePath()
                                     : QString(),
                  .mode = mode == u"current" ? profile::Mode::Current : profile::Mode::Legacy,
                  .rehearsal = rehearsal,
                  .stream = std::chrono::seconds(*stream)};
    if (const auto prepared = prepareWishes(wishes); !prepared) {
        printError(prepared.error());
        return {};
    }
    return wishes;
}

/// Sets the faults of a rehearsal; what its profile needs goes into `folder`.
core::Result<Rehearsal> beginRehearsal(Sandbox &sandbox, const QString &id, const QString &folder)
{
    auto found = findRehearsal(id, sandbox.credentials(), folder);
    if (!found)
        return found;
    if (const auto prepared = prepareRehearsal(sandbox, *found, folder); !prepared)
        return prepared.error();
    return found;
}

} // namespace

int run(const QStringList &arguments)
{
    int exitCode = 0;
    const std::optional<Wishes> wishes = readArguments(arguments, exitCode);
    if (!wishes)
        return exitCode;

    StopSignal stopSignal;
    const auto started = Sandbox::start(wishes->options);
    if (!started) {
        printError(started.error());
        return started.error().kind == core::Error::Kind::Invalid ? exitUsage : exitCannotStart;
    }
    Sandbox &sandbox = **started;

    QTemporaryDir folder; // for the authority's certificate, as long as it is of use
    QString authorityPath;
    if (wishes->options.withTls) {
        authorityPath = folder.filePath(u"sandbox-authority.pem"_s);
        if (const auto written = writeFile(authorityPath, sandbox.credentials().authorityPem); !written) {
            printError(written.error());
            return exitCannotStart;
        }
    }
    std::function<void(profile::Profile &)> prepare;
    if (!wishes->rehearsal.isEmpty()) {
        const QString profileFolder = QFileInfo(wishes->profilePath).path();
        const auto begun = beginRehearsal(sandbox, wishes->rehearsal, profileFolder);
        if (!begun) {
            printError(begun.error());
            return begun.error().kind == core::Error::Kind::Invalid ? exitUsage : exitCannotStart;
        }
        prepare = begun->edit;
    }
    if (!wishes->profilePath.isEmpty()) {
        if (const auto written =
                writePracticeProfile(wishes->profilePath, sandbox.credentials(), wishes->mode, prepare);
            !written) {
            printError(written.error());
            return exitCannotStart;
        }
    }
    sandbox.setStream(wishes->stream);
    const QList<SamplePerson> people = sandbox.people();
    const QString samplePerson = people.isEmpty() ? QString() : people.constFirst().organizationUserId;
    print(stdout,
          QString::fromUtf8(readyLine(sandbox.credentials(), samplePerson, wishes->profilePath, authorityPath)));
    stopSignal.wait();
    return 0;
}

} // namespace sandbox
