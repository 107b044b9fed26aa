#include "cli/binaryworld.h"

#include "cli/exitcode.h"
#include "dataverse/anyof.h"
#include "support/finish.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace support {

using namespace Qt::StringLiterals;
using sandbox::Person;

namespace {

constexpr int asked = 40; ///< Addresses or keys in one request.
constexpr int longest = 600'000;

const QString clientVariable = u"CB_BINARY_CLIENT"_s;
const QString didomiVariable = u"CB_BINARY_DIDOMI"_s;

std::unique_ptr<World> makeWorld(BinaryWorld::Mode mode, int contacts)
{
    const sandbox::Options options{.contacts = contacts, .didomiRequestLimit = 0};
    if (mode == BinaryWorld::Mode::Consents)
        return std::make_unique<ConsentWorld>(options);
    auto world = std::make_unique<World>(options);
    world->profile.integration.upsertMode = true;
    return world;
}

} // namespace

BinaryWorld::BinaryWorld(Mode mode, int contacts) : m_mode(mode), m_world(makeWorld(mode, contacts))
{
    for (const Person &person : m_world->people()) {
        const bool isAbout =
            person.kind == Person::Case::Plain || (mode == Mode::Contacts && person.kind == Person::Case::NoContact);
        if (isAbout)
            m_people << person.organizationUserId;
    }
}

bool BinaryWorld::connect()
{
    if (!m_world->connect())
        return false;
    profile::Profile profile = m_world->profile;
    profile.clientSecret = {profile::SecretRef::Kind::Env, clientVariable};
    profile.didomi.secret = {profile::SecretRef::Kind::Env, didomiVariable};
    m_profilePath = pathOf(u"profile.json"_s);
    QFile file(m_profilePath);
    return file.open(QIODevice::WriteOnly) && file.write(profile::writeProfile(profile)) > 0;
}

std::unique_ptr<QProcess> BinaryWorld::program(const QStringList &arguments, const QString &home) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CONSENT_BRIDGE_HOME"_s, pathOf(home));
    environment.insert(clientVariable, QString::fromUtf8(m_world->secrets.clientSecret.reveal()));
    environment.insert(didomiVariable, QString::fromUtf8(m_world->secrets.didomiSecret.reveal()));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process->setProcessEnvironment(environment);
    process->setProgram(QStringLiteral(CB_CLI));
    process->setArguments(arguments + QStringList{u"--json"_s});
    return process;
}

QJsonObject BinaryWorld::lastLineOf(QProcess &program)
{
    const QByteArray out = program.readAllStandardOutput().trimmed();
    QJsonObject last = QJsonDocument::fromJson(out.mid(out.lastIndexOf('\n') + 1)).object();
    const bool hasEnded = program.state() == QProcess::NotRunning && program.exitStatus() == QProcess::NormalExit;
    last.insert(u"exit_code"_s, hasEnded ? program.exitCode() : -1);
    const QByteArray problems = program.readAllStandardError();
    if (!problems.isEmpty())
        qWarning("%s", problems.constData());
    return last;
}

QJsonObject BinaryWorld::run(const QStringList &arguments)
{
    const auto process = program(arguments);
    process->start();
    process->waitForFinished(longest);
    return lastLineOf(*process);
}

bool BinaryWorld::plan(const QString &place)
{
    const QString path = pathOf(u"people.txt"_s);
    QFile list(path);
    if (!list.open(QIODevice::WriteOnly) || list.write(m_people.join(u'\n').toUtf8()) <= 0)
        return false;
    list.close();
    const QJsonObject made = run({u"plan"_s, u"--profile"_s, m_profilePath, u"--people"_s, path, u"--output"_s, place});
    return made[u"exit_code"].toInt() == 0 && made[u"rows"].toInt() > 0;
}

QStringList BinaryWorld::running(const QString &command, const QString &place, const QStringList &more) const
{
    return QStringList{command, place, u"--profile"_s, m_profilePath, u"--allow-permitting"_s, u"--allow-creating"_s} +
           more;
}

QStringList BinaryWorld::addresses() const
{
    QStringList addresses;
    for (const Person &person : m_world->people()) {
        if (m_people.contains(person.organizationUserId))
            addresses << person.email;
    }
    return addresses;
}

BinaryWorld::Unbroken BinaryWorld::unbrokenRun(Mode mode, int contacts)
{
    BinaryWorld alone(mode, contacts);
    const QString path = alone.pathOf(u"plan.cbplan"_s);
    if (!alone.connect() || !alone.plan(path))
        return {};
    Unbroken unbroken{.told = alone.run(alone.running(u"run"_s, path)), .endState = {}};
    if (unbroken.told[u"exit_code"].toInt() == int(cli::ExitCode::Done))
        unbroken.endState = alone.endState();
    return unbroken;
}

QJsonObject BinaryWorld::endState()
{
    bridge::Link &link = m_world->somebodyElse();
    const bool isConsents = m_mode == Mode::Consents;
    const mapping::Table &table = isConsents ? m_world->surroundings().consentTable : m_world->surroundings().table;
    const QString key = isConsents ? QString(mapping::consentcolumn::address) : u"new_didomiuserid"_s;
    QStringList columns{key, u"statecode"_s};
    if (isConsents) {
        columns += mapping::consentColumnsToRead(table);
    } else {
        for (const profile::Mapping &mapping : std::as_const(m_world->profile.integration.mappings))
            columns << mapping.column;
    }
    columns.removeDuplicates();

    QMap<QString, QStringList> said; // by key, a line for each row
    const QStringList all = isConsents ? addresses() : m_people;
    for (qsizetype from = 0; from < all.size(); from += asked) {
        const auto found = finishOf(dataverse::findAnyOf(link.dataverseService(), link.tokens(),
                                                         link.instance().apiUrl(m_world->profile.options.apiVersion),
                                                         table, key, all.mid(from, asked), columns, 4'000, &link));
        if (!found) {
            qWarning("rows could not be read: %s", qPrintable(found.error().toLine()));
            return {};
        }
        for (const dataverse::Row &row : *found) {
            QString line;
            if (isConsents) {
                const mapping::ConsentRow consent = mapping::consentRowOf(row.id, row.etag, row.values);
                line =
                    u"%1/%2/%3"_s.arg(consent.purposeId, consent.topicId).arg(consent.value ? int(*consent.value) : -1);
            } else {
                QJsonObject values;
                for (const QString &column : std::as_const(columns))
                    values.insert(column, row.values.value(column));
                line = QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
            }
            said[row.values.value(key).toString().toLower()] << line;
        }
    }
    QJsonObject state{{u"changes"_s, m_world->sandbox().changes()}};
    for (auto it = said.begin(); it != said.end(); ++it) {
        it->sort();
        state.insert(it.key(), QJsonArray::fromStringList(*it));
    }
    return state;
}

} // namespace support
