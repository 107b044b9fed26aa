#include "gui/resync/confirmdialog.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "ui_confirmdialog.h"

#include <QLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <limits>

namespace gui {

using namespace Qt::StringLiterals;
using engine::RunOptions;
using models::Sign;

namespace {

int asInt(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

ConfirmDialog::ConfirmDialog(const store::RunHead &head, const store::PlanSums &sums, bool isProduction,
                             QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConfirmDialog>())
    , m_sums(sums)
    , m_asksNumber(isProduction && sums.writes.ticked > mostUntyped)
{
    m_ui->setupUi(this);
    layout()->setSizeConstraint(QLayout::SetFixedSize); // as high as what there is to say
    m_ui->confirmText->setMinimumWidth(76 * fontMetrics().averageCharWidth());
    const int indent =
        style()->pixelMetric(QStyle::PM_IndicatorWidth) + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing);
    for (QLayout *row : {m_ui->permitNoteRow, m_ui->createNoteRow, m_ui->askAgainNoteRow, m_ui->bypassLogicNoteRow,
                         m_ui->bypassFlowsNoteRow})
        row->setContentsMargins(indent, 0, 0, 0);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.15);
    title.setBold(true);
    m_ui->confirmTitle->setFont(title);
    m_ui->kindBadge->setVisible(false);
    if (isProduction)
        m_ui->kindBadge->setKind(profile::EnvironmentKind::Production);

    const qint64 permits = sums.permitting();
    const qint64 lacking = sums.lacking();
    m_ui->permitBox->setVisible(permits > 0);
    m_ui->permitBox->setText(tr("&Yes, %Ln person(s) become(s) contactable", nullptr, asInt(permits)));
    m_ui->permitNote->setNote(permits > 0 ? tr("Messages may be sent to them from then on. Untick them in the plan to "
                                               "leave them out.")
                                          : QString());
    m_ui->createBox->setVisible(sums.creating() > 0);
    m_ui->createBox->setText(tr("Yes, rows are &created for %Ln person(s)", nullptr, asInt(sums.creating())));
    if (sums.creating() > 0 && lacking > 0)
        m_ui->createNote->setNote(
            tr("%Ln of them lack(s) required columns: Dynamics may refuse those, and forms will ask for them.", nullptr,
               asInt(lacking)),
            Sign::Warning);
    else
        m_ui->createNote->setNote(sums.creating() > 0 ? tr("Taking the run back does not delete them.") : QString());
    m_ui->numberPanel->setVisible(m_asksNumber);
    m_ui->numberNote->setNote(tr("So that very many rows of a production environment are never changed by accident."));

    m_ui->guardBox->addItem(tr("Where contact is permitted"), int(RunOptions::Guard::Permitting));
    m_ui->guardBox->addItem(tr("Every row"), int(RunOptions::Guard::All));
    m_ui->moreButton->setIcon(icons::icon(u"chevron-right"_s));
    m_ui->morePanel->hide();
    connect(m_ui->moreButton, &QToolButton::toggled, this, [this](bool on) {
        m_ui->moreButton->setIcon(icons::icon(on ? u"chevron-down"_s : u"chevron-right"_s));
        m_ui->morePanel->setVisible(on);
        refresh();
        QMetaObject::invokeMethod(
            this, [this] { adjustSize(); }, Qt::QueuedConnection);
    });

    auto *run = m_ui->confirmButtons->addButton(tr("&Run %Ln change(s)", nullptr, asInt(sums.writes.ticked)),
                                                QDialogButtonBox::AcceptRole);
    run->setObjectName(u"confirmRunButton"_s);
    run->setIcon(icons::icon(u"play"_s));
    run->setAutoDefault(false);
    QPushButton *cancel = m_ui->confirmButtons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true); // Enter by accident writes nothing
    cancel->setFocus();
    connect(m_ui->confirmButtons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->confirmButtons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QCheckBox *box :
         {m_ui->permitBox, m_ui->createBox, m_ui->askAgainBox, m_ui->bypassLogicBox, m_ui->bypassFlowsBox})
        connect(box, &QCheckBox::toggled, this, &ConfirmDialog::refresh);
    connect(m_ui->numberEdit, &QLineEdit::textChanged, this, &ConfirmDialog::refresh);
    connect(m_ui->guardBox, &QComboBox::currentIndexChanged, this, &ConfirmDialog::refresh);
    describe(head);
    refresh();
}

ConfirmDialog::~ConfirmDialog() = default;

void ConfirmDialog::describe(const store::RunHead &head)
{
    m_ui->confirmTitle->setText(tr("Write to %1").arg(head.profileName.isEmpty() ? head.host : head.profileName));
    QStringList sentences;
    //: %1 is a table, %2 a host: "contact", "org1234.crm4.dynamics.com"
    sentences << tr("%Ln change(s) is (are) written to %1 in %2.", nullptr, asInt(m_sums.writes.ticked))
                     .arg(head.table, head.host);
    const qint64 creates = m_sums.creating();
    const qint64 permits = m_sums.permitting();
    const qint64 forbids = m_sums.forbidding();
    if (creates == 0)
        sentences << tr("Rows are updated, none is created.");
    else if (creates == m_sums.writes.ticked)
        sentences << tr("Rows are created.");
    else
        sentences << tr("Rows are created for %Ln person(s); for all others they are updated.", nullptr,
                        asInt(creates));
    if (forbids > 0)
        sentences << tr("%Ln person(s) stop(s) being contactable.", nullptr, asInt(forbids));
    if (permits == 0)
        sentences << tr("Nobody becomes contactable.");
    const qint64 left = m_sums.writes.items - m_sums.writes.ticked;
    if (left > 0)
        sentences << tr("%Ln person(s) left out by you stay(s) as they are.", nullptr, asInt(left));
    m_ui->confirmText->setText(sentences.join(u' '));
    m_ui->numberLabel->setText(tr("&Type %1 to confirm:").arg(m_sums.writes.ticked));
}

bool ConfirmDialog::isTyped() const
{
    if (!m_asksNumber)
        return true;
    // As it is shown, with or without what groups the digits.
    QString typed;
    for (const QChar letter : m_ui->numberEdit->text()) {
        if (letter.isDigit())
            typed += QString::number(letter.digitValue());
        else if (!letter.isSpace() && letter != u',' && letter != u'.' && letter != u'\'' && letter != u'’')
            return false;
    }
    return typed == QString::number(m_sums.writes.ticked);
}

void ConfirmDialog::refresh()
{
    const bool lacksPermit = !m_ui->permitBox->isHidden() && !m_ui->permitBox->isChecked();
    const bool lacksCreate = !m_ui->createBox->isHidden() && !m_ui->createBox->isChecked();
    auto *run = findChild<QPushButton *>(u"confirmRunButton"_s);
    run->setEnabled(!lacksPermit && !lacksCreate && isTyped());
    m_ui->missingNote->setNote(lacksPermit   ? tr("Confirm first that people become contactable.")
                               : lacksCreate ? tr("Confirm first that rows are created.")
                               : !isTyped()  ? tr("Type how many changes there are first.")
                                             : QString());

    const bool guardsAll = RunOptions::Guard(m_ui->guardBox->currentData().toInt()) == RunOptions::Guard::All;
    m_ui->guardNote->setNote(
        guardsAll ? tr("Each row is written only while it is the version that the plan has seen. Slower: no bulk "
                       "messages.")
                  : tr("What permits contact is written only while the row is the version that the plan has seen. All "
                       "else is compared once more just before, then sent in bulk."));
    const bool asks = m_ui->askAgainBox->isChecked();
    m_ui->askAgainNote->setNote(
        asks ? tr("Where the plan is older than an hour, Didomi is asked once more about those who would become "
                  "contactable; who has refused since is left out.")
             : tr("Somebody who has refused since the plan was made may be written as contactable."),
        asks ? Sign::None : Sign::Warning);
    const bool skipsLogic = m_ui->bypassLogicBox->isChecked();
    m_ui->bypassLogicNote->setNote(
        skipsLogic
            ? tr("Plug-ins and classic workflows of your organisation do not run for these writes: what they keep "
                 "in step (copies, audit of their own, other systems) is not updated. Needs a privilege.")
            : tr("Plug-ins and classic workflows run as for any other change."),
        skipsLogic ? Sign::Warning : Sign::None);
    const bool skipsFlows = m_ui->bypassFlowsBox->isChecked();
    m_ui->bypassFlowsNote->setNote(
        skipsFlows
            ? tr("Power Automate flows that wait for changes of these rows are not started, and not later either.")
            : tr("Power Automate flows start for each row that is changed."),
        skipsFlows ? Sign::Warning : Sign::None);
}

RunOptions ConfirmDialog::options() const
{
    RunOptions options;
    options.mayPermit = !m_ui->permitBox->isHidden() && m_ui->permitBox->isChecked();
    options.mayCreate = !m_ui->createBox->isHidden() && m_ui->createBox->isChecked();
    options.guard = RunOptions::Guard(m_ui->guardBox->currentData().toInt());
    options.askAgain = m_ui->askAgainBox->isChecked();
    options.bypassCustomLogic = m_ui->bypassLogicBox->isChecked();
    options.bypassFlows = m_ui->bypassFlowsBox->isChecked();
    return options;
}

} // namespace gui
