#include "gui/stepdelegate.h"

#include "gui/drawing.h"
#include "gui/icons.h"
#include "models/stepmodel.h"

#include <QPainter>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

bool isPart(const QModelIndex &index)
{
    return !index.parent().isValid();
}

/// Right-aligned in `rect`, which becomes what is left of it.
void drawRight(QPainter *painter, QRect *rect, const QString &text, const QColor &ink, const QFont &font, int gap)
{
    if (text.isEmpty())
        return;
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(*rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    rect->setRight(rect->right() - QFontMetrics(font).horizontalAdvance(text) - 2 * gap);
}

void drawSpan(QPainter *painter, const QRect &track, const QRectF &span, const QColor &ink, const QColor &ground)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRect(track);
    const double left = track.left() + span.left() * track.width();
    const double width = std::max(double(track.height()), span.width() * track.width());
    painter->setBrush(ink);
    painter->drawRect(QRectF(std::min(left, track.right() + 1 - width), track.top(), width, track.height()));
}

} // namespace

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    drawBackground(painter, row);

    const models::Sign sign = signAt(index);
    const Inks inks = inksFor(row, sign, index.data(models::DimRole).toBool());
    const int gap = QFontMetrics(row.font).averageCharWidth();
    const int line = QFontMetrics(row.font).height();
    const QString time = index.data(models::StepModel::TimeRole).toString();
    const QString secondary = index.data(models::SecondaryRole).toString();
    const QFont small = smaller(row.font);
    QFont strong = row.font;
    strong.setBold(isPart(index));

    painter->save();
    painter->setClipRect(row.rect);
    const int top = isPart(index) ? row.rect.center().y() - line / 2 : row.rect.top() + line / 4;
    QRect first(row.rect.left() + gap, top, row.rect.width() - 2 * gap, line);
    icons::draw(painter, QRect(first.left(), first.center().y() - line / 2 + 1, line, line), icons::signName(sign),
                inks.sign);
    first.setLeft(first.left() + line + gap);
    if (isPart(index)) {
        drawRight(painter, &first, time, inks.dim, small, gap);
        drawRight(painter, &first, secondary, inks.dim, small, gap);
        drawPart(painter, &first, row.text, inks.text, strong);
        painter->restore();
        return;
    }
    QRect second = first.translated(0, line + line / 8);
    const QRect whole = second;
    drawRight(painter, &first, time, inks.dim, small, gap);
    drawRight(painter, &first, models::signWord(sign), inks.sign, small, gap);
    drawPart(painter, &first, row.text, inks.text, strong);
    drawPart(painter, &second, secondary, inks.dim, small);

    const QRectF span = index.data(models::StepModel::SpanRole).toRectF();
    if (!span.isNull()) {
        const int height = std::max(2, line / 8);
        const QRect track(whole.left(), row.rect.bottom() - height - line / 8, whole.width(), height);
        QColor ground = inks.dim;
        ground.setAlphaF(0.18F);
        drawSpan(painter, track, span, inks.sign, ground);
    }
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    return {10 * line, isPart(index) ? line + 2 * line / 3 : 2 * line + 7 * line / 8};
}

} // namespace gui
