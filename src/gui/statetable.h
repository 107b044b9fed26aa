#pragma once

#include "gui/pickerbox.h"
#include "profile/mapping.h"

#include <QWidget>

#include <array>

class QLabel;

namespace gui {

/// What each answer of a person does to a column: one row for given, refused, no choice and pending.
class StateTable : public QWidget
{
    Q_OBJECT

public:
    /// What there is to choose from.
    struct Offer {
        QList<PickerBox::Choice> choices = {}; ///< Values that the column offers; any other may be typed.
        bool hasLiterals = true;               ///< False for yes/no columns, which go by their polarity.
        QString usualGiven = {};               ///< What "as usual" writes, for people; empty: nothing is usual.
        QString usualRefused = {};
        bool onlyGivenClears = false; ///< An empty column allows, so it is emptied with consent only.
        bool operator==(const Offer &) const = default;
    };

    explicit StateTable(QWidget *parent = nullptr);

    void show(const profile::Mapping &mapping, const Offer &offer);

Q_SIGNALS:
    void changed(profile::Mapping::State state, const profile::Mapping::Action &action);

private:
    struct Row {
        QComboBox *action;
        PickerBox *literal;
        QLabel *usual;
    };
    void fill(profile::Mapping::State state, profile::Mapping::Action::Kind now);
    void report(profile::Mapping::State state);
    Row &row(profile::Mapping::State state) { return m_rows.at(std::size_t(state)); }

    std::array<Row, std::size(profile::allStates)> m_rows = {};
    Offer m_offer;
};

} // namespace gui
