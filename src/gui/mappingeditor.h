#pragma once

#include "consent/valuepath.h"
#include "gui/pickerbox.h"
#include "mapping/compare.h"
#include "mapping/lint.h"

#include <QWidget>

#include <functional>
#include <memory>

class QRadioButton;

namespace Ui {
class MappingEditor;
}

namespace gui {

using MappingChange = std::function<void(profile::Mapping &)>;

/// One mapping, spelled out: its two ends, which way consents go, what every answer or text becomes, and the verdict.
class MappingEditor : public QWidget
{
    Q_OBJECT

public:
    /// What a step of editing is about: steps about the same field of the same row become one undo step.
    enum Field {
        SourceField,
        TargetField,
        PolarityField,
        ValueTableField,
        TransformsField,
        DirectionField,
        ChannelField,
        LookupField,
        GivenField, ///< And three more, one for each answer.
        FieldCount = GivenField + int(std::size(profile::allStates)),
    };

    explicit MappingEditor(QWidget *parent = nullptr);
    ~MappingEditor() override;

    void setChoices(const QList<PickerBox::Choice> &sources, const QList<PickerBox::Choice> &targets);
    /// `known` is what is loaded of both ends.
    void show(const profile::Mapping &mapping, const mapping::Verdict &verdict, const mapping::Place &known,
              profile::Mode mode);
    void showNothing(const QString &why);

    void focusSource();
    void focusTarget();

    /// How wide it may be: its halves stand below one another where there is no room beside.
    void setRoom(int width);

Q_SIGNALS:
    void edited(const QString &what, int field, const MappingChange &change);
    void fixWanted();

private:
    void showVerdict(const mapping::Verdict &verdict);
    void showEnds(const mapping::Place &known);
    void showLookup();
    void showDirection();
    void showValues(const mapping::Place &known);
    void showPolarity();
    void fillValueTable(const consent::ValuePath &path, const consent::Catalogue &catalogue);
    void showTransforms(const consent::ValuePath &path);
    void edit(const QString &what, int field, const MappingChange &change);

    std::unique_ptr<Ui::MappingEditor> m_ui;
    profile::Mapping m_mapping;
    std::optional<mapping::Column> m_column; ///< Nothing: not known, or Current mode.
    profile::Mode m_mode = profile::Mode::Legacy;
    bool m_isFilling = false;
};

/// The gravest thing that one click sets right; nullptr when there is none.
const mapping::LintFinding *remedyOf(const mapping::Verdict &verdict);

/// What the click does, for its button.
QString remedyText(const profile::Mapping &mapping, const mapping::LintFinding &finding);

} // namespace gui
