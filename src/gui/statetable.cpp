#include "gui/statetable.h"

#include "gui/calmbox.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

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

QString textOf(Kind kind)
{
    switch (kind) {
    case Kind::Usual:
        return StateTable::tr("writes as usual");
    case Kind::Literal:
        return StateTable::tr("writes");
    case Kind::Clear:
        return StateTable::tr("empties the column");
    case Kind::LeaveAlone:
        return StateTable::tr("leaves the column alone");
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
        made.action = new CalmBox;
        made.action->setObjectName(u"stateAction%1"_s.arg(line));
        made.action->setAccessibleName(tr("What “%1” does").arg(heading));
        made.action->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        made.literal = new PickerBox;
        made.literal->setObjectName(u"stateLiteral%1"_s.arg(line));
        made.literal->setAccessibleName(tr("What “%1” writes").arg(heading));
        made.literal->setMinimumContentsLength(8);
        made.usual = new QLabel;
        made.usual->setTextFormat(Qt::PlainText);
        label->setBuddy(made.action);
        grid->addWidget(label, line, 0);
        grid->addWidget(made.action, line, 1);
        grid->addWidget(made.literal, line, 2);
        grid->addWidget(made.usual, line, 2);
        connect(made.action, &QComboBox::activated, this, [this, state] { report(state); });
        connect(made.literal, &PickerBox::picked, this, [this, state] { report(state); });
        fill(state, isAnswered(state) ? Kind::Usual : Kind::LeaveAlone);
    }
}

/// The actions that make sense, and the one that is set, even where it makes none: what is there must be seen.
void StateTable::fill(Mapping::State state, Kind now)
{
    QList<Kind> kinds;
    if (isAnswered(state))
        kinds += Kind::Usual;
    if (m_offer.hasLiterals)
        kinds += Kind::Literal;
    kinds += Kind::LeaveAlone;
    if (!m_offer.onlyGivenClears || state == Mapping::State::Given)
        kinds += Kind::Clear;
    if (!kinds.contains(now))
        kinds += now;
    QComboBox *box = row(state).action;
    bool isSame = box->count() == kinds.size();
    for (int i = 0; isSame && i < kinds.size(); ++i)
        isSame = box->itemData(i).toInt() == int(kinds.at(i));
    if (!isSame) {
        box->clear();
        for (const Kind kind : std::as_const(kinds))
            box->addItem(textOf(kind), int(kind));
    }
    box->setCurrentIndex(int(kinds.indexOf(now)));
}

void StateTable::show(const Mapping &mapping, const Offer &offer)
{
    m_offer = offer;
    for (const Mapping::State state : profile::allStates) {
        const Row &shown = row(state);
        const Mapping::Action action = mapping.actionOn(state);
        const bool isTyping = action.kind != Kind::Literal && offer.hasLiterals && shown.literal->isEnabled() &&
                              shown.literal->hasFocus();
        if (isTyping) // "writes" was chosen a moment ago, and its value is not there yet
            continue;
        fill(state, action.kind);
        QString usual;
        if (action.kind == Kind::Usual)
            usual = state == Mapping::State::Given ? offer.usualGiven : offer.usualRefused;
        shown.literal->setVisible(offer.hasLiterals);
        shown.usual->setVisible(!offer.hasLiterals);
        shown.usual->setText(usual);
        shown.literal->setChoices(offer.choices);
        shown.literal->setValue(action.literal);
        shown.literal->setEnabled(action.kind == Kind::Literal);
        shown.literal->lineEdit()->setPlaceholderText(usual);
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
