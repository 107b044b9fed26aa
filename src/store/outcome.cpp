#include "store/outcome.h"

#include <QCoreApplication>

#include <array>

namespace store {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Outcome)
};

struct OutcomeName {
    Outcome outcome;
    const char *word;
    const char *text;
};

constexpr std::array names{
    OutcomeName{Outcome::Created, "created", QT_TRANSLATE_NOOP("store::Outcome", "created")},
    OutcomeName{Outcome::Updated, "updated", QT_TRANSLATE_NOOP("store::Outcome", "updated")},
    OutcomeName{Outcome::Unchanged, "unchanged", QT_TRANSLATE_NOOP("store::Outcome", "unchanged")},
    OutcomeName{Outcome::Skipped, "skipped", QT_TRANSLATE_NOOP("store::Outcome", "skipped")},
    OutcomeName{Outcome::Invalid, "invalid", QT_TRANSLATE_NOOP("store::Outcome", "invalid")},
    OutcomeName{Outcome::Rejected, "rejected", QT_TRANSLATE_NOOP("store::Outcome", "rejected")},
    OutcomeName{Outcome::Conflict, "conflict", QT_TRANSLATE_NOOP("store::Outcome", "conflict")},
};

const OutcomeName &nameOf(Outcome outcome)
{
    return *std::find_if(names.begin(), names.end(),
                         [outcome](const OutcomeName &name) { return name.outcome == outcome; });
}

} // namespace

QString outcomeText(Outcome outcome)
{
    return Text::tr(nameOf(outcome).text);
}

QString outcomeWord(Outcome outcome)
{
    return QString::fromLatin1(nameOf(outcome).word);
}

std::optional<Outcome> outcomeFromWord(const QString &word)
{
    for (const OutcomeName &name : names) {
        if (word == QLatin1StringView(name.word))
            return name.outcome;
    }
    return {};
}

} // namespace store
