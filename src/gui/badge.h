#pragma once

#include "gui/theme.h"

#include <QLabel>

namespace gui {

/// A word in a coloured frame: the environment of an integration. Filled when it must not be overlooked.
class Badge : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

    void show(const QString &word, Tone tone, bool isFilled);
    void setKind(profile::EnvironmentKind kind);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The drawing itself, for delegates. Returns the width used.
    static int widthOf(const QString &word, const QFont &font);
    static void paint(QPainter *painter, const QRect &rect, const QString &word, Tone tone, bool isFilled,
                      const QPalette &palette, const QFont &font);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    bool m_isFilled = false;
};

} // namespace gui
