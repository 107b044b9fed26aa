#include "gui/pickerbox.h"

#include "gui/celldelegate.h"
#include "models/sign.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QWheelEvent>

namespace gui {

using namespace Qt::StringLiterals;

PickerBox::PickerBox(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(18);
    setMaxVisibleItems(16);
    view()->setItemDelegate(new CellDelegate(view()));
    auto *finder = new QCompleter(model(), this);
    finder->setFilterMode(Qt::MatchContains);
    finder->setCaseSensitivity(Qt::CaseInsensitive);
    finder->setCompletionMode(QCompleter::PopupCompletion);
    finder->setMaxVisibleItems(16);
    setCompleter(finder);
    finder->popup()->setItemDelegate(new CellDelegate(finder->popup()));
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this, &PickerBox::settle);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &PickerBox::settle);
    connect(finder, qOverload<const QString &>(&QCompleter::activated), this, &PickerBox::settle);
}

QString PickerBox::shown(const Choice &choice)
{
    return choice.name.isEmpty() || choice.name == choice.id ? choice.id : choice.name + u" · "_s + choice.id;
}

void PickerBox::setChoices(const QList<Choice> &choices)
{
    if (choices == m_choices && count() > 0)
        return;
    const QString kept = m_value;
    m_choices = choices;
    const QSignalBlocker quiet(this);
    clear();
    for (const Choice &choice : choices) {
        addItem(shown(choice), choice.id);
        const int row = count() - 1;
        const bool hasName = !choice.name.isEmpty() && choice.name != choice.id;
        QStringList dimmer;
        if (hasName)
            dimmer += choice.id;
        if (!choice.hint.isEmpty())
            dimmer += choice.hint;
        setItemData(row, hasName ? choice.name : choice.id, CellDelegate::LabelRole);
        setItemData(row, dimmer.join(u" · "_s), models::SecondaryRole);
    }
    setValue(kept);
}

void PickerBox::setValue(const QString &id)
{
    m_value = id;
    const QSignalBlocker quiet(this);
    const int row = findData(id);
    setCurrentIndex(row);
    setEditText(row >= 0 ? itemText(row) : id);
    lineEdit()->setCursorPosition(0);
    setToolTip(id);
}

QString PickerBox::value() const
{
    const QString typed = currentText().trimmed();
    for (const Choice &choice : m_choices) {
        if (shown(choice) == typed)
            return choice.id;
    }
    return typed;
}

void PickerBox::settle()
{
    const QString now = value();
    if (now == m_value)
        return;
    setValue(now);
    Q_EMIT picked(now);
}

void PickerBox::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // scrolling the page must not change what it says
}

} // namespace gui
