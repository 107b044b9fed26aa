#include "gui/celldelegate.h"

#include "gui/badge.h"
#include "gui/icons.h"
#include "models/changemodel.h"
#include "models/integrationlistmodel.h"
#include "models/stepmodel.h"

#include <QApplication>
#include <QPainter>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

struct Inks {
    QColor text;
    QColor dim;
    QColor sign;
};

Inks inksFor(const QStyleOptionViewItem &option, models::Sign sign, bool isDim)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected) {
        const bool isActive = option.state & QStyle::State_Active;
        const QColor text =
            option.palette.color(isActive ? QPalette::Active : QPalette::Inactive, QPalette::HighlightedText);
        return {text, text, text};
    }
    const QColor dim = theme::dim(option.palette);
    return {isDim ? dim : option.palette.color(QPalette::Text), dim, theme::color(theme::toneOf(sign), option.palette)};
}

void drawBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem plain = option;
    plain.text.clear();
    plain.icon = {};
    plain.features &=
        ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
}

/// Draws as much of `text` as fits from the left of `rect`, and takes the space away from it.
void drawPart(QPainter *painter, QRect *rect, const QString &text, const QColor &ink, const QFont &font)
{
    if (rect->width() <= 0 || text.isEmpty())
        return;
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(ink);
    const QString fitting = metrics.elidedText(text, Qt::ElideRight, rect->width());
    painter->drawText(*rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    rect->setLeft(rect->left() + metrics.horizontalAdvance(fitting));
}

models::Sign signAt(const QModelIndex &index)
{
    return models::Sign(index.data(models::SignRole).toInt());
}

} // namespace

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
    const QString was = index.data(models::ChangeModel::WasRole).toString();

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
    const QString was = index.data(models::ChangeModel::WasRole).toString();
    if (!was.isEmpty())
        width += metrics.horizontalAdvance(was + u" →  "_s) + metrics.horizontalAdvance(text) / 8; // bold is wider
    if (signAt(index) != models::Sign::None)
        width += metrics.height() + gap;
    return {width, metrics.height() + metrics.height() / 2};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    drawBackground(painter, row);

    const models::Sign sign = signAt(index);
    const bool isSteps = m_kind == Kind::Steps;
    const Inks inks = inksFor(row, sign, isSteps && index.data(models::DimRole).toBool());
    const bool isSelected = row.state & QStyle::State_Selected;
    const QFontMetrics metrics(row.font);
    const int gap = metrics.averageCharWidth();
    const int line = metrics.height();
    const int top = row.rect.top() + (row.rect.height() - 2 * line - line / 5) / 2;
    QRect first(row.rect.left() + gap, top, row.rect.width() - 2 * gap, line);
    QRect second = first.translated(0, line + line / 5);

    painter->save();
    painter->setClipRect(row.rect);
    const int side = line;
    icons::draw(painter, QRect(first.left(), first.center().y() - side / 2 + 1, side, side), icons::signName(sign),
                inks.sign);
    first.setLeft(first.left() + side + gap);
    second.setLeft(first.left());

    QFont strong = row.font;
    strong.setBold(!isSteps);
    if (isSteps) {
        const QString word = models::signWord(sign);
        const QString time = index.data(models::StepModel::TimeRole).toString();
        const QString right = time.isEmpty() ? word : u"%1  %2"_s.arg(word, time);
        painter->setFont(row.font);
        painter->setPen(inks.sign);
        painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, right);
        first.setRight(first.right() - metrics.horizontalAdvance(right) - 2 * gap);
        drawPart(painter, &first, row.text, inks.text, strong);
    } else {
        const bool isDirty = index.data(models::IntegrationListModel::DirtyRole).toBool();
        if (isDirty) {
            const int dot = line / 2;
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(isSelected ? inks.text : theme::color(Tone::Warning, row.palette));
            painter->drawEllipse(QRect(first.right() - dot, first.center().y() - dot / 2 + 1, dot, dot));
            first.setRight(first.right() - dot - gap);
        }
        drawPart(painter, &first, row.text, inks.text, strong);
        const bool isDamaged = index.data(models::IntegrationListModel::DamagedRole).toBool();
        const auto kind = profile::EnvironmentKind(index.data(models::IntegrationListModel::KindRole).toInt());
        const QString word = index.data(models::IntegrationListModel::KindTextRole).toString();
        QFont small = row.font;
        if (small.pointSizeF() > 0)
            small.setPointSizeF(small.pointSizeF() * 0.92);
        const Tone tone = isDamaged ? Tone::Negative : theme::toneOf(kind);
        drawPart(painter, &second, word, isSelected ? inks.text : theme::color(tone, row.palette), small);
        const QString standing = index.data(models::SecondaryRole).toString();
        if (!standing.isEmpty())
            drawPart(painter, &second, u" · "_s + standing, inks.dim, small);
        painter->restore();
        return;
    }
    QFont small = row.font;
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.92);
    drawPart(painter, &second, index.data(models::SecondaryRole).toString(), inks.dim, small);
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = option.fontMetrics.height();
    return {10 * line, 2 * line + line};
}

} // namespace gui
