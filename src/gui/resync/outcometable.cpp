#include "gui/resync/outcometable.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;

namespace {

struct Kind {
    const char *text;
    Sign sign;
    const char *name;
};

constexpr Kind kinds[] = {
    {QT_TRANSLATE_NOOP("gui::OutcomeTable", "Created"), Sign::Passed, "created"},
    {QT_TRANSLATE_NOOP("gui::OutcomeTable", "Updated"), Sign::Passed, "updated"},
    {QT_TRANSLATE_NOOP("gui::OutcomeTable", "Unchanged"), Sign::Skipped, "unchanged"},
    {QT_TRANSLATE_NOOP("gui::OutcomeTable", "Skipped"), Sign::Skipped, "skipped"},
    {QT_TRANSLATE_NOOP("gui::OutcomeTable", "Invalid"), Sign::Failed, "invalid"},
    {QT_TRANSLATE_NOOP("gui::OutcomeTable", "Rejected"), Sign::Failed, "rejected"},
    {QT_TRANSLATE_NOOP("gui::OutcomeTable", "In conflict"), Sign::Warning, "conflict"},
    {QT_TRANSLATE_NOOP("gui::OutcomeTable", "Not reached"), Sign::NotReached, "notReached"},
};

} // namespace

OutcomeTable::OutcomeTable(QWidget *parent) : QWidget(parent), m_total(new QLabel), m_note(new FieldNote)
{
    auto *grid = new QGridLayout(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(fontMetrics().height() / 4);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < RowCount; ++row) {
        Line &line = m_lines[row];
        line.sign = new QLabel;
        line.text = new QLabel(tr(kinds[row].text));
        line.number = new QLabel(u"0"_s);
        line.number->setObjectName(u"outcome-"_s + QLatin1StringView(kinds[row].name));
        line.number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(line.sign, row, 0);
        grid->addWidget(line.text, row, 1);
        grid->addWidget(line.number, row, 2);
    }
    auto *rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFrameShadow(QFrame::Sunken);
    auto *text = new QLabel(tr("In the plan"));
    m_total->setObjectName(u"outcome-planned"_s);
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont bold = font();
    bold.setBold(true);
    text->setFont(bold);
    m_total->setFont(bold);
    grid->addWidget(rule, RowCount, 0, 1, 3);
    grid->addWidget(text, RowCount + 1, 1);
    grid->addWidget(m_total, RowCount + 1, 2);
    m_note->setObjectName(u"outcome-note"_s);
    grid->addWidget(m_note, RowCount + 2, 0, 1, 3);
    drawSigns();
    setCounts({});
}

void OutcomeTable::drawSigns()
{
    const QSize side(fontMetrics().height(), fontMetrics().height());
    for (int row = 0; row < RowCount; ++row)
        m_lines[row].sign->setPixmap(icons::signIcon(kinds[row].sign).pixmap(side, devicePixelRatio()));
}

void OutcomeTable::setLine(Row row, qint64 count)
{
    Line &line = m_lines[row];
    if (line.shown == count)
        return;
    line.shown = count;
    const QString number = QLocale().toString(count);
    line.number->setText(number);
    //: What screen readers say: "Updated: 1,204".
    line.number->setAccessibleName(tr("%1: %2").arg(line.text->text(), number));
    const bool isOfInterest = count > 0;
    for (QLabel *label : {line.text, line.number})
        label->setForegroundRole(isOfInterest ? QPalette::WindowText : QPalette::PlaceholderText);
    line.sign->setEnabled(isOfInterest);
}

void OutcomeTable::setCounts(const store::RunCounts &counts)
{
    setLine(Created, counts.created);
    setLine(Updated, counts.updated);
    setLine(Unchanged, counts.unchanged);
    setLine(Skipped, counts.skipped);
    setLine(Invalid, counts.invalid);
    setLine(Rejected, counts.rejected);
    setLine(Conflict, counts.conflict);
    setLine(NotReached, counts.notReached);
    m_total->setText(QLocale().toString(counts.planned));
    m_total->setAccessibleName(tr("%1: %2").arg(tr("In the plan"), m_total->text()));
    if (!counts.reconciles())
        m_note->setNote(tr("These counts do not add up: export the report and check it."), Sign::Failed);
    else if (counts.open > 0)
        m_note->setNote(tr("%Ln of those not reached are on their way.", nullptr, int(counts.open)));
    else if (counts.tickedOut > 0)
        m_note->setNote(tr("%Ln of those skipped were left out by you.", nullptr, int(counts.tickedOut)));
    else
        m_note->setNote({});
}

void OutcomeTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) // labels hold pixmaps, which do not follow by themselves
        drawSigns();
    QWidget::changeEvent(event);
}

} // namespace gui
