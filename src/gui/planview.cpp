#include "gui/planview.h"

#include "engine/why.h"
#include "gui/columnshares.h"
#include "gui/icons.h"
#include "gui/tablelook.h"
#include "models/changemodel.h"
#include "ui_planview.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;

namespace {

QString textOf(const QList<net::Request> &requests, QString (*asText)(const net::Request &))
{
    QStringList texts;
    for (const net::Request &request : requests)
        texts << asText(request);
    return texts.join(u"\n\n"_s);
}

} // namespace

PlanView::PlanView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PlanView>())
    , m_changes(new models::ChangeModel(this))
    , m_masked(new models::MaskedModel(this))
{
    m_ui->setupUi(this);
    const int character = fontMetrics().averageCharWidth();
    QFont summary = font();
    summary.setPointSizeF(summary.pointSizeF() * 1.15);
    m_ui->summaryLabel->setFont(summary);
    m_ui->requestText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->planSplitter->setStretchFactor(0, 3);
    m_ui->planSplitter->setStretchFactor(1, 1);
    m_ui->planSplitter->setSizes({110 * character, 38 * character});
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    m_ui->requestPanel->layout()->setContentsMargins(margin / 2, 0, 0, 0);
    m_ui->pushButton->setIcon(icons::icon(u"push"_s));
    m_ui->copyCurl->setIcon(icons::icon(u"copy"_s));
    m_ui->copyHttp->setIcon(icons::icon(u"copy"_s));

    prepareTable(m_ui->changeTable);
    m_masked->setSourceModel(m_changes);
    m_ui->changeTable->setModel(m_masked);
    m_shares = new ColumnShares(m_ui->changeTable, {0, 17, 13, 14, 20, 22});
    connect(m_ui->changeTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PlanView::showWhy);
    connect(m_ui->pushButton, &QPushButton::clicked, this, &PlanView::pushWanted);
    connect(m_ui->copyCurl, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_content->mask(textOf(m_content->requests, &net::asCurl))); });
    connect(m_ui->copyHttp, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_content->mask(textOf(m_content->requests, &net::asHttpText)));
    });
    offerPush({}, {});
}

PlanView::~PlanView() = default;

void PlanView::makeReadOnly()
{
    m_isReadOnly = true;
    for (QObject *part : {static_cast<QObject *>(m_ui->changeTable), static_cast<QObject *>(m_ui->requestText),
                          static_cast<QObject *>(m_ui->requestPanel), static_cast<QObject *>(m_ui->pushButton),
                          static_cast<QObject *>(m_ui->copyCurl), static_cast<QObject *>(m_ui->copyHttp),
                          static_cast<QObject *>(m_ui->summaryLabel), static_cast<QObject *>(m_ui->whyNote),
                          static_cast<QObject *>(m_ui->warningsNote), static_cast<QObject *>(m_ui->whyNotNote)})
        part->setObjectName(u"details-"_s + part->objectName());
    m_ui->changeTable->setAccessibleName(tr("What happened to each column"));
    m_ui->requestText->setAccessibleName(tr("The literal request of what arrived"));
    m_ui->copyCurl->setAccessibleName(tr("Copy what arrived as curl"));
    m_ui->copyHttp->setAccessibleName(tr("Copy what arrived as HTTP"));
    m_ui->changeTable->setColumnHidden(int(models::ChangeModel::Column::Converted), true); // room is scarce
    m_ui->planSplitter->setOrientation(Qt::Vertical);
    m_ui->requestPanel->layout()->setContentsMargins(0, 0, 0, 0);
    offerPush({}, {});
}

void PlanView::show(const Content &content)
{
    m_content = content;
    const engine::PlanItem &item = m_content->plan.items.constFirst();
    m_masked->setMask(content.mask);
    m_changes->setItem(item, m_content->plan.table, m_content->report ? &*m_content->report : nullptr);
    const bool hasForecasts = m_changes->hasForecasts();
    m_ui->changeTable->setColumnHidden(int(models::ChangeModel::Column::Sends), !hasForecasts);
    // What a consent is converted to says no more than what the row will say.
    m_ui->changeTable->setColumnHidden(int(models::ChangeModel::Column::Converted), m_isReadOnly || hasForecasts);
    m_shares->share();
    showSummary();
    showWhy();
    showWarnings();
    showRequests();
}

void PlanView::clear()
{
    m_content.reset();
    m_changes->clear();
    m_ui->requestText->clear();
}

void PlanView::offerPush(const QString &verb, const QString &whyNot)
{
    const bool isOffered = !m_isReadOnly && !verb.isEmpty();
    m_ui->pushButton->setText(verb);
    m_ui->pushButton->setEnabled(isOffered && whyNot.isEmpty());
    m_ui->pushButton->setToolTip(whyNot.isEmpty() ? tr("Sends exactly the request that is shown here.") : whyNot);
    m_ui->pushButton->setVisible(isOffered);
    m_ui->whyNotNote->setNote(isOffered && m_content && !m_content->report ? whyNot : QString());
}

void PlanView::focusPush()
{
    if (m_ui->pushButton->isEnabled())
        m_ui->pushButton->setFocus(Qt::OtherFocusReason);
}

void PlanView::showSummary()
{
    const engine::PlanItem &item = m_content->plan.items.constFirst();
    Sign sign = item.isWrite() ? Sign::Planned : models::signOf(item.outcome);
    QString text = engine::summary(item);
    if (const auto &report = m_content->report) {
        sign = models::signOf(report->outcome);
        text = store::outcomeText(report->outcome);
        text[0] = text[0].toUpper();
        if (!report->reason.isEmpty())
            text = tr("%1: %2").arg(text, report->reason);
        else if (report->isVerified())
            text = tr("%1. The row, read back, says what was written.").arg(text);
        else
            text += u'.';
        if (!report->error.message.isEmpty() && report->error.message != report->reason)
            text += u' ' + report->error.message + u' ' + report->error.fix;
    }
    if (const core::Error &problem = m_content->problem; !problem.message.isEmpty()) {
        sign = Sign::Failed;
        text = tr("Nothing was sent: %1 %2").arg(problem.message, problem.fix);
    }
    m_ui->summaryLabel->setText(m_content->mask(text.trimmed()));
    m_ui->summaryIcon->setPixmap(icons::signIcon(sign).pixmap(
        QSize(fontMetrics().height(), fontMetrics().height()) * 4 / 3, devicePixelRatio()));
    m_ui->summaryIcon->setAccessibleName(models::signWord(sign));
}

/// In one sentence: of the column that is selected, else of the whole.
void PlanView::showWhy()
{
    if (!m_content)
        return m_ui->whyNote->setNote(QString());
    const engine::PlanItem &item = m_content->plan.items.constFirst();
    const int row = m_ui->changeTable->currentIndex().row();
    const bool isColumn = row >= 0 && row < item.changes.size();
    const QString why = isColumn ? engine::whyOf(item.changes.at(row)) : engine::whyOf(item);
    m_ui->whyNote->setNote(tr("Why? %1").arg(m_content->mask(why)));
}

void PlanView::showWarnings()
{
    const engine::PlanItem &item = m_content->plan.items.constFirst();
    QStringList warnings = item.warnings;
    for (const engine::Change &change : item.changes) {
        if (!change.problem.message.isEmpty())
            warnings += change.problem.fix.isEmpty() ? change.problem.message
                                                     : change.problem.message + u' ' + change.problem.fix;
    }
    warnings.removeDuplicates();
    m_ui->warningsNote->setNote(m_content->mask(warnings.join(u'\n')), Sign::Warning);
}

void PlanView::showRequests()
{
    m_ui->requestPanel->setVisible(!m_content->requests.isEmpty());
    QString text = textOf(m_content->requests, &net::asHttpText); // exactly what is sent
    const QList<engine::RowReport> answers = m_content->report ? m_content->report->rows : QList<engine::RowReport>();
    for (const engine::RowReport &answer : answers) {
        if (!answer.requestId.isEmpty())
            text += u"\n\n"_s +
                    tr("Answer: HTTP %1, request id %2").arg(QString::number(answer.httpStatus), answer.requestId);
    }
    m_ui->requestText->setPlainText(m_content->mask(text));
}

} // namespace gui
