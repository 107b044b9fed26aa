#include "store/runfile.h"

#include "store/bulkinsert.h"
#include "store/files.h"
#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runpersons.h"
#include "store/runrows.h"
#include "store/runschema.h"
#include "store/runstate.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace store {

using namespace Qt::StringLiterals;
using namespace runrows;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Run)
};

/// The members of the head that are texts, by the names of their rows.
struct HeadText {
    const char *name;
    QString RunHead::*member;
};
constexpr HeadText headTexts[] = {
    {"dataverse_organization", &RunHead::dataverseOrganization},
    {"didomi_organization", &RunHead::didomiOrganization},
    {"profile_id", &RunHead::profileId},
    {"profile_name", &RunHead::profileName},
    {"host", &RunHead::host},
    {"table", &RunHead::table},
    {"mode", &RunHead::mode},
    {"regulation", &RunHead::regulation},
    {"source", &RunHead::source},
    {"kind", &RunHead::kind},
    {"undoes", &RunHead::undoes},
};

bool isObject(const QByteArray &json)
{
    return json.isEmpty() || QJsonDocument::fromJson(json).isObject();
}

} // namespace

RunFile::RunFile(std::unique_ptr<RunDatabase> database)
    : m_database(std::move(database))
    , m_dictionary(std::make_unique<RunDictionary>(*m_database))
    , m_persons(std::make_unique<RunPersons>(*m_database))
{
}

RunFile::~RunFile() = default;

// --- opening ---------------------------------------------------------------------------------------------------------

Result<std::unique_ptr<RunFile>> RunFile::create(const RunPlace &place, const RunHead &head, core::Clock &clock,
                                                 const Saboteur &saboteur)
{
    if (!isObject(head.scope))
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("What a plan is about must be a JSON object."),
                     .field = u"scope"_s};
    if (!place.isShared()) {
        if (const auto made = files::makeFolder(QFileInfo(place.path).absolutePath()); !made)
            return made.error();
        if (QFileInfo::exists(place.path))
            return Error{.kind = Error::Kind::Conflict,
                         .message = Text::tr("There is a file “%1” already.").arg(place.name()),
                         .fix = Text::tr("Choose another name.")};
        // Made before SQLite does, because its "-wal" and "-shm" take over the permissions of the file.
        QFile file(place.path);
        if (!file.open(QIODevice::ReadWrite | QIODevice::NewOnly) ||
            !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return Error{
                .kind = Error::Kind::Storage,
                .message = Text::tr("The plan “%1” cannot be written.").arg(place.name()),
                .fix = Text::tr("Check that you may write the file and its folder, and that the disk is not full."),
                .detail = file.errorString()};
    }
    std::unique_ptr<RunFile> run(new RunFile(std::make_unique<RunDatabase>(place, clock, saboteur)));
    RunDatabase &database = run->database();
    if (const auto opened = database.open(); !opened)
        return opened.error();
    if (const auto prepared = run->prepare(); !prepared)
        return prepared.error();
    RunHead whole = head;
    if (!whole.madeAt.isValid())
        whole.madeAt = clock.now();
    const auto made = database.transaction([&]() -> Result<Nothing> {
        if (const auto migrated = run->migrate(true); !migrated)
            return migrated;
        return run->writeHead(whole);
    });
    if (!made)
        return made.error();
    return run;
}

Result<std::unique_ptr<RunFile>> RunFile::open(const RunPlace &place, core::Clock &clock, const Saboteur &saboteur)
{
    if (!place.isShared() && !QFileInfo::exists(place.path))
        return Error{.kind = Error::Kind::NotFound,
                     .message = Text::tr("There is no plan “%1”.").arg(place.name()),
                     .fix = Text::tr("Check the name of the file.")};
    std::unique_ptr<RunFile> run(new RunFile(std::make_unique<RunDatabase>(place, clock, saboteur)));
    if (const auto opened = run->database().open(); !opened)
        return opened.error();
    const auto version = run->database().snapshot([&run] { return run->layout(false); });
    if (!version)
        return version.error();
    if (*version < runMigrations(run->database()).size()) { // only then it matters whether somebody writes now
        const auto migrated = run->database().transaction([&run] { return run->migrate(false); });
        if (!migrated)
            return migrated.error();
    }
    if (const auto prepared = run->prepare(); !prepared) // not earlier: other programs' files stay as they are
        return prepared.error();
    return run;
}

Result<Nothing> RunFile::prepare()
{
    if (m_database->isShared())
        return Nothing{};
    // The cache is small, so that memory does not grow with the plan: what is written comes in order.
    for (const QString &setting :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA secure_delete = ON"_s,
          u"PRAGMA cache_size = -4000"_s, u"PRAGMA wal_autocheckpoint = 4000"_s}) {
        if (const auto done = m_database->execute(setting); !done)
            return done;
    }
    return Nothing{};
}

Result<Nothing> RunFile::makeShared()
{
    RunDatabase &database = *m_database;
    const auto there = database.value(u"SELECT count(*) FROM information_schema.schemata WHERE schema_name = ?"_s,
                                      {database.place().schema});
    if (!there)
        return there.error();
    if (there->toInt() > 0)
        return Error{.kind = Error::Kind::Conflict,
                     .message = Text::tr("There is a shared run “%1” already.").arg(database.name()),
                     .fix = Text::tr("Choose another name.")};
    if (const auto made = database.makeSchema(); !made)
        return made;
    for (const QString &statement :
         {u"CREATE TABLE layout (application TEXT NOT NULL, version BIGINT NOT NULL)"_s,
          u"INSERT INTO layout (application, version) VALUES ('%1', 0)"_s.arg(QLatin1StringView(runApplication))}) {
        if (const auto done = database.execute(statement); !done)
            return done;
    }
    return Nothing{};
}

Result<qint64> RunFile::layout(bool isNew)
{
    RunDatabase &database = *m_database;
    const QString name = database.name();
    qint64 version = 0;
    if (database.isShared()) {
        QString application;
        const auto read = database.each(u"SELECT application, version FROM layout"_s, {}, [&](const QSqlQuery &row) {
            application = row.value(0).toString();
            version = row.value(1).toLongLong();
        });
        if (!read)
            return read.error();
        if (application != QLatin1StringView(runApplication))
            return Error{.kind = Error::Kind::Storage,
                         .message = Text::tr("“%1” belongs to another program.").arg(name),
                         .fix = Text::tr("Choose another one.")};
    } else {
        const auto there = database.value(u"PRAGMA user_version"_s);
        const auto owner = database.value(u"PRAGMA application_id"_s);
        for (const auto *answer : {&there, &owner}) {
            if (!*answer)
                return answer->error();
        }
        version = there->toLongLong();
        if (!isNew && owner->toInt() != runApplicationId)
            return Error{.kind = Error::Kind::Storage,
                         .message = Text::tr("“%1” is no plan, but a file of another program.").arg(name),
                         .fix = Text::tr("Choose another file.")};
    }
    const qint64 newest = runMigrations(database).size();
    if (version > newest)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("The plan “%1” was written by a newer version of this program: its layout is "
                                         "number %2, and this version knows up to %3.")
                                    .arg(name)
                                    .arg(version)
                                    .arg(newest),
                     .fix = Text::tr("Install the newer version. The plan was left as it is.")};
    return version;
}

Result<Nothing> RunFile::migrate(bool isNew)
{
    RunDatabase &database = *m_database;
    if (database.isShared()) {
        if (const auto made = isNew ? makeShared() : Nothing{}; !made)
            return made;
        if (const auto locked = database.value(u"SELECT version FROM layout"_s + database.forUpdate()); !locked)
            return locked.error();
    }
    const auto version = layout(isNew);
    if (!version)
        return version.error();
    const QList<QStringList> migrations = runMigrations(database);
    const qint64 newest = migrations.size();
    if (*version == newest) // somebody else was faster
        return Nothing{};
    for (qint64 step = *version; step < newest; ++step) {
        for (const QString &statement : migrations[step]) {
            if (const auto done = database.execute(statement); !done)
                return done;
        }
    }
    if (database.isShared())
        return database.execute(u"UPDATE layout SET version = %1"_s.arg(newest));
    if (const auto done = database.execute(u"PRAGMA application_id = %1"_s.arg(runApplicationId)); !done)
        return done;
    return database.execute(u"PRAGMA user_version = %1"_s.arg(newest));
}

QString RunFile::name() const
{
    return m_database->name();
}

// --- head ------------------------------------------------------------------------------------------------------------

Result<Nothing> RunFile::writeHead(const RunHead &head)
{
    BulkInsert rows(*m_database, u"head"_s, {u"name"_s, u"value"_s});
    for (const HeadText &one : headTexts)
        rows << QString::fromLatin1(one.name) << text(head.*one.member);
    rows << u"made_at"_s << QString::number(head.madeAt.toMSecsSinceEpoch());
    rows << u"scope"_s << text(QString::fromUtf8(head.scope));
    rows << u"fingerprint"_s << text(QString::fromLatin1(head.fingerprint.toHex()));
    if (const auto done = rows.run(); !done)
        return done;
    const auto begun = m_database->command(u"INSERT INTO progress (id, state, mark, next_item, indexed, next_write, "
                                           u"next_batch, claimed, merged, resettled, stop) VALUES (1, ?, '', "
                                           "1, 1, 1, 1, 0, 0, 0, '')"_s,
                                           {runStateWord(RunState::Planning)});
    if (!begun)
        return begun.error();
    return Nothing{};
}

Result<RunHead> RunFile::head()
{
    QMap<QString, QString> values;
    const auto read = m_database->each(u"SELECT name, value FROM head"_s, {}, [&values](const QSqlQuery &row) {
        values.insert(row.value(0).toString(), row.value(1).toString());
    });
    if (!read)
        return read.error();
    RunHead head;
    for (const HeadText &one : headTexts)
        head.*one.member = values.value(QString::fromLatin1(one.name));
    head.madeAt = QDateTime::fromMSecsSinceEpoch(values.value(u"made_at"_s).toLongLong(), Qt::UTC);
    head.scope = values.value(u"scope"_s).toUtf8();
    head.fingerprint = QByteArray::fromHex(values.value(u"fingerprint"_s).toLatin1());
    return head;
}

Result<RunState> RunFile::state()
{
    const auto word = m_database->value(u"SELECT state FROM progress"_s);
    if (!word)
        return word.error();
    const auto state = runStateFromWord(word->toString());
    if (!state)
        return m_database->damaged(u"state is “%1”"_s.arg(word->toString()));
    return *state;
}

Result<Nothing> RunFile::setState(RunState state)
{
    QString times;
    QVariantList values{runStateWord(state)};
    const bool begins = state == RunState::Running;
    const bool ends = state == RunState::Done || state == RunState::Cancelled || state == RunState::Undone;
    if (begins || ends) {
        const auto now = m_database->now();
        if (!now)
            return now.error();
        times = begins ? u", started_at = coalesce(started_at, ?), ended_at = NULL, stop = ''"_s
                       : u", ended_at = coalesce(ended_at, ?)"_s;
        values << *now;
    }
    values << runStateWord(RunState::Planning);
    const auto changed =
        state == RunState::Planning
            ? Result<qint64>(0)
            : m_database->command(u"UPDATE progress SET state = ?%1 WHERE state <> ?"_s.arg(times), values);
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return Error{
            .kind = Error::Kind::Conflict,
            .message = Text::tr("The plan “%1” is not finished, or must not become so again.").arg(m_database->name())};
    return Nothing{};
}

Result<RunCourse> RunFile::course()
{
    RunCourse course;
    const auto read =
        m_database->each(u"SELECT started_at, ended_at, stop FROM progress"_s, {}, [&course](const QSqlQuery &row) {
            course = {.startedAt = toMoment(row.value(0)),
                      .endedAt = toMoment(row.value(1)),
                      .stop = row.value(2).toString()};
        });
    if (!read)
        return read.error();
    return course;
}

Result<Nothing> RunFile::setStop(const QString &sentence)
{
    const auto noted = m_database->command(u"UPDATE progress SET stop = ?"_s, {text(sentence)});
    if (!noted)
        return noted.error();
    return Nothing{};
}

Result<QString> RunFile::mark()
{
    const auto mark = m_database->value(u"SELECT mark FROM progress"_s);
    if (!mark)
        return mark.error();
    return mark->toString();
}

// --- review ----------------------------------------------------------------------------------------------------------

Result<qint64> RunFile::rowsToWrite()
{
    const auto rows = m_database->value(u"SELECT count(*) FROM writes w WHERE "_s + runstate::isToBeSent());
    if (!rows)
        return rows.error();
    return rows->toLongLong();
}

Result<QList<RunGroup>> RunFile::groups()
{
    return m_database->snapshot([this]() -> Result<QList<RunGroup>> {
        struct Sum {
            qint64 items = 0;
            qint64 unticked = 0;
        };
        QMap<qint64, Sum> sums;
        const auto read = m_database->each(
            u"SELECT class, CAST(sum(items) AS BIGINT), CAST(sum(unticked) AS BIGINT) FROM totals GROUP BY class "
            "HAVING sum(items) > 0"_s,
            {}, [&sums](const QSqlQuery &row) {
                sums.insert(row.value(0).toLongLong(), {row.value(1).toLongLong(), row.value(2).toLongLong()});
            });
        if (!read)
            return read.error();
        QList<RunGroup> groups;
        for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
            const auto kind = m_dictionary->classWith(it.key());
            if (!kind)
                return kind.error();
            const auto reason = m_dictionary->reason(kind->reason);
            if (!reason)
                return reason.error();
            groups << RunGroup{.planned = kind->planned,
                               .reasonId = kind->reason,
                               .reason = *reason,
                               .effects = kind->effects,
                               .items = it->items,
                               .ticked = it->items - it->unticked};
        }
        return groups;
    });
}

} // namespace store
