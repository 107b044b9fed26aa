#pragma once

#include "gui/theme.h"

#include <QLabel>

namespace gui {

/// Text that belongs to something else: help under a field, what a field's text became, what is wrong with it. Dimmer
/// and smaller than the field; with a state it carries that state's shape and colour.
class FieldNote : public QLabel
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);

    void setNote(const QString &text, models::Sign sign = models::Sign::None);
    models::Sign sign() const { return m_sign; }

    /// What stands there when there is nothing else to say.
    void setHelp(const QString &text);
    void showHelp() { setNote(m_help); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override
    {
        return false;
    } ///< It fixes its height itself: forms and scroll areas get it wrong.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int iconSide() const;
    void fitHeight();
    int indentation() const; ///< What the icon takes from the width.

    QString m_help;
    models::Sign m_sign = models::Sign::None;
};

} // namespace gui
