#include "gui/celldelegate.h"

#include "gui/drawing.h"
#include "gui/icons.h"
#include "models/integrationlistmodel.h"

#include <QPainter>

namespace gui {

using namespace Qt::StringLiterals;

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    drawBackground(painter, cell);

    const models::Sign sign = signAt(index);
    const Inks inks = inksFor(cell, sign, index.data(models::DimRole).toBool());
    const QFontMetrics metrics(cell.font);
    const int gap = metrics.averageCharWidth();
    QRect rest = cell.rect.adjusted(gap / 2, 0, -gap / 2, 0); // as far in as header texts are

    painter->save();
    painter->setClipRect(cell.rect);
    if (sign != models::Sign::None) {
        const int side = metrics.height();
        icons::draw(painter, QRect(rest.left(), rest.center().y() - side / 2 + 1, side, side), icons::signName(sign),
                    inks.sign);
        rest.setLeft(rest.left() + side + gap);
    }
    QString text = index.data(CellDelegate::LabelRole).toString();
    if (text.isEmpty())
        text = cell.text;
    const QString secondary = index.data(models::SecondaryRole).toString();
    const QString was = index.data(models::WasRole).toString();

    if (cell.displayAlignment & Qt::AlignRight) {
        painter->setFont(cell.font);
        painter->setPen(inks.text);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(text, Qt::ElideRight, rest.width()));
    } else if (!was.isEmpty()) {
        QFont struck = cell.font;
        struck.setStrikeOut(true);
        QFont strong = cell.font;
        strong.setBold(true);
        drawPart(painter, &rest, was, inks.dim, struck);
        drawPart(painter, &rest, u" → "_s, inks.dim, cell.font);
        drawPart(painter, &rest, text, inks.text, strong);
    } else {
        drawPart(painter, &rest, text, inks.text, cell.font);
        if (!secondary.isEmpty())
            drawPart(painter, &rest, u" · "_s + secondary, inks.dim, cell.font);
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QFontMetrics metrics(cell.font);
    const int gap = metrics.averageCharWidth();
    QString text = index.data(CellDelegate::LabelRole).toString();
    if (text.isEmpty())
        text = cell.text;
    int width = metrics.horizontalAdvance(text) + 3 * gap;
    const QString secondary = index.data(models::SecondaryRole).toString();
    if (!secondary.isEmpty())
        width += metrics.horizontalAdvance(u" · "_s + secondary);
    const QString was = index.data(models::WasRole).toString();
    if (!was.isEmpty())
        width += metrics.horizontalAdvance(was + u" →  "_s) + metrics.horizontalAdvance(text) / 8; // bold is wider
    if (signAt(index) != models::Sign::None)
        width += metrics.height() + gap;
    return {width, metrics.height() + metrics.height() / 2};
}

void IntegrationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    drawBackground(painter, row);

    const models::Sign sign = signAt(index);
    const Inks inks = inksFor(row, sign, false);
    const bool isSelected = row.state & QStyle::State_Selected;
    const int gap = QFontMetrics(row.font).averageCharWidth();
    const int line = QFontMetrics(row.font).height();
    const int top = row.rect.top() + (row.rect.height() - 2 * line - line / 5) / 2;
    QRect first(row.rect.left() + gap, top, row.rect.width() - 2 * gap, line);
    QRect second = first.translated(0, line + line / 5);

    painter->save();
    painter->setClipRect(row.rect);
    icons::draw(painter, QRect(first.left(), first.center().y() - line / 2 + 1, line, line), icons::signName(sign),
                inks.sign);
    first.setLeft(first.left() + line + gap);
    second.setLeft(first.left());

    if (index.data(models::IntegrationListModel::DirtyRole).toBool()) {
        const int dot = line / 2;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? inks.text : theme::color(Tone::Warning, row.palette));
        painter->drawEllipse(QRect(first.right() - dot, first.center().y() - dot / 2 + 1, dot, dot));
        first.setRight(first.right() - dot - gap);
    }
    QFont strong = row.font;
    strong.setBold(true);
    drawPart(painter, &first, row.text, inks.text, strong);

    const bool isDamaged = index.data(models::IntegrationListModel::DamagedRole).toBool();
    const auto kind = profile::EnvironmentKind(index.data(models::IntegrationListModel::KindRole).toInt());
    const QString word = index.data(models::IntegrationListModel::KindTextRole).toString();
    const QFont small = smaller(row.font);
    const Tone tone = isDamaged ? Tone::Negative : theme::toneOf(kind);
    drawPart(painter, &second, word, isSelected ? inks.text : theme::color(tone, row.palette), small);
    const QString standing = index.data(models::SecondaryRole).toString();
    if (!standing.isEmpty())
        drawPart(painter, &second, u" · "_s + standing, inks.dim, small);
    painter->restore();
}

QSize IntegrationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = option.fontMetrics.height();
    return {10 * line, 2 * line + line};
}

} // namespace gui
