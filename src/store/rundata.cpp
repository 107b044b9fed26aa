#include "store/rundata.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace store {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Run)
};

template <typename Value>
struct Name {
    Value value;
    const char *word;
    const char *text;
};

constexpr std::array states{
    Name<RunState>{RunState::Planning, "planning", QT_TRANSLATE_NOOP("store::Run", "being planned")},
    Name<RunState>{RunState::Planned, "planned", QT_TRANSLATE_NOOP("store::Run", "planned")},
    Name<RunState>{RunState::Running, "running", QT_TRANSLATE_NOOP("store::Run", "running")},
    Name<RunState>{RunState::Paused, "paused", QT_TRANSLATE_NOOP("store::Run", "paused")},
    Name<RunState>{RunState::Cancelled, "cancelled", QT_TRANSLATE_NOOP("store::Run", "cancelled")},
    Name<RunState>{RunState::Done, "done", QT_TRANSLATE_NOOP("store::Run", "done")},
    Name<RunState>{RunState::Undone, "undone", QT_TRANSLATE_NOOP("store::Run", "undone")},
};

constexpr std::array plans{
    Name<Planned>{Planned::Create, "create", QT_TRANSLATE_NOOP("store::Run", "will be created")},
    Name<Planned>{Planned::Update, "update", QT_TRANSLATE_NOOP("store::Run", "will be updated")},
    Name<Planned>{Planned::Unchanged, "unchanged", QT_TRANSLATE_NOOP("store::Run", "unchanged")},
    Name<Planned>{Planned::Skipped, "skipped", QT_TRANSLATE_NOOP("store::Run", "skipped")},
    Name<Planned>{Planned::Invalid, "invalid", QT_TRANSLATE_NOOP("store::Run", "invalid")},
    Name<Planned>{Planned::Conflict, "conflict", QT_TRANSLATE_NOOP("store::Run", "conflict")},
};

template <typename Names, typename Value>
const auto &nameOf(const Names &names, Value value)
{
    return *std::find_if(names.begin(), names.end(), [value](const auto &name) { return name.value == value; });
}

template <typename Value, typename Names>
std::optional<Value> valueOf(const Names &names, const QString &word)
{
    for (const auto &name : names) {
        if (word == QLatin1StringView(name.word))
            return name.value;
    }
    return {};
}

} // namespace

QString runStateText(RunState state)
{
    return Text::tr(nameOf(states, state).text);
}

QString runStateWord(RunState state)
{
    return QString::fromLatin1(nameOf(states, state).word);
}

std::optional<RunState> runStateFromWord(const QString &word)
{
    return valueOf<RunState>(states, word);
}

QString plannedText(Planned planned)
{
    return Text::tr(nameOf(plans, planned).text);
}

QString plannedWord(Planned planned)
{
    return QString::fromLatin1(nameOf(plans, planned).word);
}

std::optional<Planned> plannedFromWord(const QString &word)
{
    return valueOf<Planned>(plans, word);
}

Fate fateOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Created:
        return Fate::Created;
    case Outcome::Updated:
        return Fate::Updated;
    case Outcome::Unchanged:
        return Fate::Unchanged;
    case Outcome::Skipped:
        return Fate::Skipped;
    case Outcome::Invalid:
        return Fate::Invalid;
    case Outcome::Rejected:
        return Fate::Rejected;
    case Outcome::Conflict:
        return Fate::Conflict;
    }
    return Fate::Rejected;
}

std::optional<Outcome> outcomeOf(Fate fate, RunWrite::Action action)
{
    switch (fate) {
    case Fate::AsPlanned:
        return action == RunWrite::Action::Create ? Outcome::Created : Outcome::Updated;
    case Fate::Created:
        return Outcome::Created;
    case Fate::Updated:
        return Outcome::Updated;
    case Fate::Unchanged:
        return Outcome::Unchanged;
    case Fate::Skipped:
        return Outcome::Skipped;
    case Fate::Invalid:
        return Outcome::Invalid;
    case Fate::Rejected:
        return Outcome::Rejected;
    case Fate::Conflict:
        return Outcome::Conflict;
    case Fate::NotSent:
        return {};
    }
    return {};
}

void addTime(RowTimes &times, const QString &rowId, const QString &column, const QDateTime &time)
{
    QDateTime &known = times[rowId][column];
    if (!known.isValid() || time > known)
        known = time;
}

void addTimes(RowTimes &times, const RowTimes &more)
{
    for (auto row = more.cbegin(); row != more.cend(); ++row) {
        for (auto column = row->cbegin(); column != row->cend(); ++column)
            addTime(times, row.key(), column.key(), *column);
    }
}

void takeTimesBack(RowTimes &times, const RowTimes &undone)
{
    for (auto row = undone.cbegin(); row != undone.cend(); ++row) {
        for (auto column = row->cbegin(); column != row->cend(); ++column) {
            QDateTime &known = times[row.key()][column.key()];
            if (!known.isValid() || known <= column->addMSecs(undoneBy.count()))
                known = *column;
        }
    }
}

bool takesChoicesBack(const RunHead &head)
{
    return head.kind == "undo"_L1 && !QJsonDocument::fromJson(head.scope).object().value("restores"_L1).toBool();
}

qsizetype RunBatch::writeCount() const
{
    qsizetype count = 0;
    for (const RunItem &item : items)
        count += item.writes.size();
    return count;
}

} // namespace store
