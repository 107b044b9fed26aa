#pragma once

#include "gui/pickerbox.h"
#include "profile/mapping.h"

#include <QWidget>

#include <array>

namespace gui {

/// What each answer of a person does to a column: one row for given, refused, no choice and pending.
class StateTable : public QWidget
{
    Q_OBJECT

public:
    explicit StateTable(QWidget *parent = nullptr);

    /// `choices` are the values that the column offers; any other may be typed.
    void show(const profile::Mapping &mapping, const QList<PickerBox::Choice> &choices);

Q_SIGNALS:
    void changed(profile::Mapping::State state, const profile::Mapping::Action &action);

private:
    struct Row {
        QComboBox *action;
        PickerBox *literal;
    };
    void report(profile::Mapping::State state);
    Row &row(profile::Mapping::State state) { return m_rows.at(std::size_t(state)); }

    std::array<Row, std::size(profile::allStates)> m_rows = {};
};

} // namespace gui
