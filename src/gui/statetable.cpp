#include "gui/statetable.h"

#include <QGridLayout>
#include <QLabel>

namespace gui {

using namespace Qt::StringLiterals;
using profile::Mapping;
using Kind = Mapping::Action::Kind;

namespace {

/// What nobody has decided otherwise: an answer is written as usual, no answer is not.
bool isAnswered(Mapping::State state)
{
    return state == Mapping::State::Given || state == Mapping::State::Refused;
}

QString headingOf(Mapping::State state)
{
    switch (state) {
    case Mapping::State::Given:
        return StateTable::tr("Given");
    case Mapping::State::Refused:
        return StateTable::tr("Refused");
    case Mapping::State::NoChoice:
        return StateTable::tr("No choice");
    case Mapping::State::Pending:
        return StateTable::tr("Pending");
    }
    return {};
}

} // namespace

StateTable::StateTable(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(fontMetrics().height() / 4);
    grid->setColumnStretch(2, 1);
    for (const Mapping::State state : profile::allStates) {
        const int line = int(state);
        const QString heading = headingOf(state);
        auto *label = new QLabel(heading);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        Row &made = row(state);
        made.action = new QComboBox;
        made.action->setObjectName(u"stateAction%1"_s.arg(line));
        made.action->setAccessibleName(tr("What “%1” does").arg(heading));
        made.action->addItem(tr("writes"), int(Kind::Literal));
        if (isAnswered(state))
            made.action->addItem(tr("writes as usual"), int(Kind::Usual));
        made.action->addItem(tr("leaves the column alone"), int(Kind::LeaveAlone));
        made.action->addItem(tr("empties the column"), int(Kind::Clear));
        made.literal = new PickerBox;
        made.literal->setObjectName(u"stateLiteral%1"_s.arg(line));
        made.literal->setAccessibleName(tr("What “%1” writes").arg(heading));
        label->setBuddy(made.action);
        grid->addWidget(label, line, 0);
        grid->addWidget(made.action, line, 1);
        grid->addWidget(made.literal, line, 2);
        connect(made.action, &QComboBox::activated, this, [this, state] { report(state); });
        connect(made.literal, &PickerBox::picked, this, [this, state] { report(state); });
    }
}

void StateTable::show(const Mapping &mapping, const QList<PickerBox::Choice> &choices)
{
    for (const Mapping::State state : profile::allStates) {
        const Row &shown = row(state);
        const Mapping::Action action = mapping.actionOn(state);
        const bool isTyping = action.kind != Kind::Literal && shown.literal->isEnabled() && shown.literal->hasFocus();
        if (isTyping) // "writes" was chosen a moment ago, and its value is not there yet
            continue;
        shown.action->setCurrentIndex(shown.action->findData(int(action.kind)));
        shown.literal->setChoices(choices);
        shown.literal->setValue(action.literal);
        shown.literal->setEnabled(action.kind == Kind::Literal);
    }
}

void StateTable::report(Mapping::State state)
{
    const Row &asked = row(state);
    const auto kind = Kind(asked.action->currentData().toInt());
    const QString literal = asked.literal->value();
    if (kind == Kind::Literal && literal.isEmpty()) { // first say what
        asked.literal->setEnabled(true);
        asked.literal->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT changed(state, {.kind = kind, .literal = kind == Kind::Literal ? literal : QString()});
}

} // namespace gui
