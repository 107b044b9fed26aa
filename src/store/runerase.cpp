// Forgetting a person that a plan is about.
#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runrows.h"
#include "store/runstate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

/// The value without the texts that are the person's id.
QJsonValue without(const QJsonValue &value, const QString &key)
{
    if (value.isString())
        return value.toString().toCaseFolded() == key ? QJsonValue(QString()) : value;
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &one : value.toArray())
            array << without(one, key);
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = without(it.value(), key);
        return object;
    }
    return value;
}

/// Forgets one item in a transaction that is begun.
class Eraser
{
public:
    Eraser(RunFile &file, const QString &key) : m_file(file), m_database(file.database()), m_key(key) {}

    Result<Nothing> erase(qint64 item)
    {
        m_item = item;
        for (const auto step : {&Eraser::refuseWhenOpen, &Eraser::tick, &Eraser::endWhatWaits, &Eraser::forgetReasons,
                                &Eraser::clear, &Eraser::forgetScope}) {
            if (const auto done = (this->*step)(); !done)
                return done;
        }
        return Nothing{};
    }

    /// Whom the plan is about may be a list of ids.
    Result<Nothing> forgetScope()
    {
        const auto scope = m_database.value(u"SELECT value FROM head WHERE name = 'scope'"_s);
        if (!scope)
            return scope.error();
        const QJsonObject object = QJsonDocument::fromJson(scope->toString().toUtf8()).object();
        const QJsonObject left = without(object, m_key).toObject();
        if (left == object)
            return Nothing{};
        const auto done = m_database.command(u"UPDATE head SET value = ? WHERE name = 'scope'"_s,
                                             {QString::fromUtf8(QJsonDocument(left).toJson(QJsonDocument::Compact))});
        if (!done)
            return done.error();
        return Nothing{};
    }

private:
    static QString ofItem()
    {
        return u"IN (SELECT w.id FROM items i JOIN writes w ON w.id >= i.first_write AND w.id < i.first_write + "
               "i.writes WHERE i.id = ?)"_s;
    }

    Result<Nothing> refuseWhenOpen()
    {
        const auto states = runstate::statesOf(m_file, u"i.id = ?"_s, {m_item});
        if (!states)
            return states.error();
        for (const auto &state : *states) {
            if (state.isClaimed && !state.fate)
                return Error{.kind = Error::Kind::Conflict,
                             .message = Text::tr("A write of this person is on its way, or it is not known how it "
                                                 "ended: they cannot be forgotten now."),
                             .fix = Text::tr("Let the run finish, or resume it, and try again.")};
        }
        return Nothing{};
    }

    /// What was ticked out counts as skipped below, like all that is not sent.
    Result<Nothing> tick()
    {
        const auto kind = m_database.value(u"SELECT class FROM items WHERE id = ?"_s, {m_item});
        if (!kind)
            return kind.error();
        const auto ticked = runstate::setTicked(m_database, m_item, kind->toLongLong(), true);
        return ticked ? Result<Nothing>(Nothing{}) : ticked.error();
    }

    /// What was not sent never is: without a row it could not be.
    Result<Nothing> endWhatWaits()
    {
        const auto dropped =
            m_database.command(u"DELETE FROM retries WHERE batch IS NULL AND write_id "_s + ofItem(), {m_item});
        if (!dropped)
            return dropped.error();
        const auto states = runstate::statesOf(m_file, u"i.id = ?"_s, {m_item});
        if (!states)
            return states.error();
        if (states->isEmpty())
            return Nothing{};
        QList<std::optional<Outcome>> outcomes;
        for (const auto &state : *states) {
            const auto outcome = state.fate ? outcomeOf(*state.fate, state.action) : std::nullopt;
            outcomes << outcome.value_or(Outcome::Skipped);
            if (outcome)
                continue;
            RunWrite none;
            none.action = RunWrite::Action::None;
            none.outcome = Outcome::Skipped;
            const auto shape = m_file.dictionary().shapeOf(none);
            if (!shape)
                return shape.error();
            if (const auto done =
                    m_database.command(u"UPDATE writes SET shape = ? WHERE id = ?"_s, {*shape, state.write});
                !done)
                return done.error();
        }
        runstate::WriteState item = states->constFirst();
        const bool wasDone = !item.ended && std::all_of(states->cbegin(), states->cend(),
                                                        [](const auto &state) { return state.fate.has_value(); });
        if (wasDone)
            item.ended = runstate::plannedEnd(item.planned);
        runstate::Tally tally;
        if (const auto set = runstate::setEnd(m_database, item, runstate::endOf(outcomes), tally); !set)
            return set;
        return runstate::addTally(m_database, u""_s, tally);
    }

    Result<Nothing> clear()
    {
        // The class stays, so that the counts do.
        const QString nobody = u'\n' + QString::number(m_item);
        const std::pair<QString, QVariantList> statements[] = {
            {u"UPDATE people SET key = ? WHERE key = ?"_s, {nobody, m_key}},
            {u"UPDATE writes SET row_id = '', etag = '', row_name = '', before = ?, after = ?, same = ?, extra = NULL "
             "WHERE id "_s +
                 ofItem(),
             {QByteArray(""), QByteArray(""), QByteArray(""), m_item}},
            {u"UPDATE results SET row_id = '', note = '' WHERE write_id "_s + ofItem(), {m_item}},
            {u"UPDATE items SET person = '', key = ?, source_id = '', extra = NULL WHERE id = ?"_s, {nobody, m_item}},
        };
        for (const auto &[statement, values] : statements) {
            if (const auto done = m_database.command(statement, values); !done)
                return done.error();
        }
        return Nothing{};
    }

    /// Sentences that nobody else shares may name them.
    Result<Nothing> forgetReasons()
    {
        QList<qint64> reasons;
        const auto read = m_database.each(
            u"SELECT c.reason FROM items i JOIN classes c ON c.id = i.class WHERE i.id = ? UNION "
            "SELECT x.reason FROM results x WHERE x.write_id "_s +
                ofItem(),
            {m_item, m_item}, [&reasons](const QSqlQuery &row) { reasons << row.value(0).toLongLong(); });
        if (!read)
            return read;
        for (const qint64 reason : std::as_const(reasons)) {
            if (reason == 0)
                continue;
            const auto text = m_file.dictionary().reason(reason);
            if (!text)
                return text.error();
            const auto uses = m_database.value(
                u"SELECT (SELECT coalesce(CAST(sum(t.items) AS BIGINT), 0) FROM totals t JOIN classes c ON c.id = "
                "t.class WHERE c.reason = ?) + (SELECT count(*) FROM results x WHERE x.reason = ?)"_s,
                {reason, reason});
            if (!uses)
                return uses.error();
            if (uses->toLongLong() > 1 && !text->toCaseFolded().contains(m_key))
                continue;
            const auto forgotten = m_database.command(u"UPDATE reasons SET text = ? WHERE id = ?"_s,
                                                      {u'\n' + QString::number(reason), reason});
            if (!forgotten)
                return forgotten.error();
        }
        m_file.dictionary().forget();
        return Nothing{};
    }

    RunFile &m_file;
    RunDatabase &m_database;
    const QString m_key;
    qint64 m_item = 0;
};

} // namespace

Result<int> RunFile::erasePerson(const QString &person)
{
    if (person.trimmed().isEmpty())
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("It is not said who shall be forgotten."),
                     .field = u"person"_s};
    if (const auto indexed = indexPeople(); !indexed)
        return indexed.error();
    const QString key = person.toCaseFolded();
    const auto erased = m_database->transaction([&]() -> Result<int> {
        if (const auto locked = m_database->value(u"SELECT id FROM progress"_s + m_database->forUpdate()); !locked)
            return locked.error();
        const auto item = m_database->value(u"SELECT item FROM people WHERE key = ?"_s, {key});
        if (!item)
            return item.error();
        for (const auto &[statement, values] :
             {std::pair(u"DELETE FROM again WHERE key = ?"_s, QVariantList{key}),
              std::pair(u"UPDATE progress SET resettled = resettled + 1"_s, QVariantList())}) {
            if (const auto done = m_database->command(statement, values); !done)
                return done.error();
        }
        Eraser eraser(*this, key);
        if (!item->isValid()) { // perhaps only named
            const auto done = eraser.forgetScope();
            return done ? Result<int>(0) : done.error();
        }
        const auto done = eraser.erase(item->toLongLong());
        return done ? Result<int>(1) : done.error();
    });
    if (!erased) {
        m_dictionary->forget();
        return erased;
    }
    if (const auto cleaned = m_database->forgetOldPages(); !cleaned)
        return cleaned.error();
    return erased;
}

} // namespace store
