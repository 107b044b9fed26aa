#include "engine/why.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using consent::Choice;
using consent::Finding;
using Effect = Change::Effect;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Why)
};

/// A whole text would hide the rest of the sentence.
QString quoted(const QString &text)
{
    constexpr qsizetype longest = 80;
    const QString line = text.simplified();
    //: a quotation
    return Texts::tr("“%1”").arg(line.size() > longest ? line.left(longest) + u'…' : line);
}

QString columnOf(const Change &change)
{
    const QString name = change.columnName.isEmpty() ? change.column : change.columnName;
    //: %1 a purpose or topic, %2 a channel
    return change.consent ? Texts::tr("%1 (%2)").arg(name, channelText(change.consent->channel)) : name;
}

QString valueOf(const mapping::Cell &cell)
{
    if (cell.json == "null" || cell.shown.isEmpty())
        return Texts::tr("nothing");
    return quoted(cell.shown);
}

/// "Didomi says “given” about Newsletter".
QString saying(const Change &change)
{
    const bool isChoice = change.finding.kind == Finding::Kind::Choice;
    if (change.finding.kind == Finding::Kind::Absent || (isChoice && change.finding.choice == Choice::None))
        return Texts::tr("Didomi knows no choice about %1").arg(quoted(change.source));
    if (isChoice && change.finding.choice == Choice::Pending)
        return Texts::tr("Didomi waits for an approval of %1").arg(quoted(change.source));
    if (isChoice)
        //: %1 the choice ("given"), %2 what it is about
        return Texts::tr("Didomi says %1 about %2").arg(quoted(change.found), quoted(change.source));
    //: %1 a text, %2 what it is about
    return Texts::tr("Didomi has %1 as %2").arg(quoted(change.found), quoted(change.source));
}

/// The same with what the mapping makes of it.
QString meaning(const Change &change)
{
    //: %1 "Didomi says “given” about “Newsletter”", %2 a value, %3 a column
    return Texts::tr("%1, which the mapping turns into %2 for %3")
        .arg(saying(change), change.cell ? valueOf(*change.cell) : Texts::tr("nothing"), quoted(columnOf(change)));
}

/// A reason as a part of a sentence that ends with a full stop of its own.
QString after(const QString &reason)
{
    QString text = reason.trimmed();
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString whyWritten(const Change &change)
{
    if (change.now.isUndefined()) //: %1 the beginning of the sentence
        return Texts::tr("%1; there is no row yet, so it goes into the new one.").arg(meaning(change));
    if (change.consent && change.nowShown == change.cell->shown) // of several rows, the one that counts
        return Texts::tr("%1; the row that counts says so, but others of the same address do not, so those are "
                         "written.")
            .arg(meaning(change));
    if (change.nowShown.isEmpty())
        return Texts::tr("%1; the row has nothing there, so it is written.").arg(meaning(change));
    return Texts::tr("%1; the row has %2, so it is written.").arg(meaning(change), quoted(change.nowShown));
}

QString whyLeftAlone(const Change &change)
{
    const QString column = quoted(columnOf(change));
    if (change.cell)
        return Texts::tr("%1, but nothing at all is written for this person, so the column is left alone.")
            .arg(meaning(change));
    if (change.finding.kind == Finding::Kind::Absent && change.finding.isUntold)
        return Texts::tr("What Didomi sent says nothing about %1, not even that there is no choice, so %2 is left "
                         "alone.")
            .arg(quoted(change.source), column);
    const bool isAnswer = change.finding.kind == Finding::Kind::Text ||
                          (change.finding.kind == Finding::Kind::Choice &&
                           (change.finding.choice == Choice::Given || change.finding.choice == Choice::Refused));
    if (!isAnswer)
        return Texts::tr("%1, so %2 is left alone.").arg(saying(change), column);
    if (change.note.isEmpty())
        return Texts::tr("%1, and the mapping’s rule for that is to leave %2 alone.").arg(saying(change), column);
    //: %1 "Didomi says “given” about “Newsletter”", %2 a column, %3 the reason
    return Texts::tr("%1, but nothing is written into %2: %3.").arg(saying(change), column, after(change.note));
}

} // namespace

QString whyOf(const Change &change)
{
    switch (change.effect) {
    case Effect::Write:
        return whyWritten(change);
    case Effect::Same:
        return Texts::tr("%1; the row says so already, so nothing is written.").arg(meaning(change));
    case Effect::Older:
        return Texts::tr("%1, but a newer choice was written there already, so the column is left alone.")
            .arg(meaning(change));
    case Effect::Nothing:
        return whyLeftAlone(change);
    case Effect::Problem:
        //: %1 "Didomi says “given” about “Newsletter”", %2 a column, %3 the reason
        return Texts::tr("%1, but that cannot be written into %2, so nothing is written for this person: %3.")
            .arg(saying(change), quoted(columnOf(change)), after(change.problem.message));
    }
    return {};
}

namespace {

/// The sentence about rows of consent.
QString whyConsents(const QList<dataverse::Write> &writes)
{
    const int made = int(std::count_if(writes.cbegin(), writes.cend(), [](const dataverse::Write &write) {
        return write.condition == dataverse::Write::Condition::CreateOnly;
    }));
    const int changed = int(writes.size()) - made;
    if (made == 0)
        return Texts::tr("%n consent(s) of this person’s addresses say something else than Didomi, so they are "
                         "written.",
                         nullptr, changed);
    if (changed == 0)
        return Texts::tr("%n consent(s) that Didomi knows have no row for this person’s addresses yet, so the rows are "
                         "made.",
                         nullptr, made);
    //: %n rows that are made, %1 rows that are changed
    return Texts::tr("%n consent(s) have no row for this person’s addresses yet and are made, and %1 that say "
                     "something else than Didomi are written.",
                     nullptr, made)
        .arg(changed);
}

bool isAboutConsents(const PlanItem &item)
{
    return std::any_of(item.changes.cbegin(), item.changes.cend(),
                       [](const Change &change) { return change.consent.has_value(); });
}

} // namespace

QString whyOf(const PlanItem &item)
{
    const bool areConsents = isAboutConsents(item);
    if (areConsents && item.isWrite())
        return whyConsents(item.writes());
    int columns = 0;
    for (const dataverse::Write &write : item.writes())
        columns += int(write.cells.size());
    switch (item.action()) {
    case PlanItem::Action::Update:
        return Texts::tr("One row matches this person, and in %n column(s) it differs from what Didomi says, so it is "
                         "updated.",
                         nullptr, columns);
    case PlanItem::Action::Create:
        return Texts::tr("No row matches this person and upsert mode is on, so a row with %n column(s) is created.",
                         nullptr, columns);
    case PlanItem::Action::None:
        break;
    }
    const QString reason = after(item.reason);
    switch (item.outcome) {
    case store::Outcome::Unchanged:
        if (areConsents)
            return Texts::tr("The consents of this person’s addresses say already what Didomi says, so nothing is "
                             "written.");
        return Texts::tr("One row matches this person, and it says already what Didomi says, so nothing is written.");
    case store::Outcome::Conflict:
        return Texts::tr("Nothing is written, since it cannot be known what would be right: %1.").arg(reason);
    case store::Outcome::Invalid:
        return Texts::tr("Nothing is written, since something must be put right first: %1.").arg(reason);
    case store::Outcome::Skipped:
    case store::Outcome::Created:
    case store::Outcome::Updated:
    case store::Outcome::Rejected:
        break;
    }
    return Texts::tr("Nothing is written for this person: %1.").arg(reason);
}

} // namespace engine
