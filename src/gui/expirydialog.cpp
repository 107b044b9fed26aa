#include "gui/expirydialog.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/questions.h"
#include "ui_expirydialog.h"

#include <QLocale>
#include <QPushButton>
#include <QSaveFile>

namespace gui {

using namespace Qt::StringLiterals;
using diagnosis::Expiry;
using models::Sign;

namespace {

constexpr int idRole = Qt::UserRole;

Sign signOf(Expiry::Urgency urgency)
{
    switch (urgency) {
    case Expiry::Urgency::None:
        return Sign::Passed;
    case Expiry::Urgency::Days60:
    case Expiry::Urgency::Days30:
    case Expiry::Urgency::Days7:
        return Sign::Warning;
    case Expiry::Urgency::Over:
        return Sign::Failed;
    }
    return Sign::None;
}

} // namespace

ExpiryDialog::ExpiryDialog(const QList<Expiry> &expiries, const QDateTime &now, Questions &questions, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExpiryDialog>())
    , m_expiries(expiries)
    , m_now(now)
    , m_questions(questions)
{
    m_ui->setupUi(this);
    m_ui->helpNote->setNote(
        tr("After such a day nothing is written any more. The days of client secrets are those that "
           "were entered on the Connection page; certificates tell theirs."));
    m_ui->emptyNote->setNote(
        tr("No day is known yet. Enter on the Connection page of an integration when its client secret ends."));
    m_ui->emptyNote->setVisible(expiries.isEmpty());
    m_ui->list->setVisible(!expiries.isEmpty());
    QPushButton *exporting = m_ui->buttons->addButton(tr("&Export as a calendar…"), QDialogButtonBox::ActionRole);
    exporting->setObjectName(u"exportButton"_s);
    exporting->setIcon(icons::icon(u"export"_s));
    exporting->setEnabled(!expiries.isEmpty());
    connect(exporting, &QPushButton::clicked, this, &ExpiryDialog::exportCalendar);
    connect(m_ui->list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const QString id = item->data(0, idRole).toString();
        accept();
        Q_EMIT integrationWanted(id);
    });
    fill(now.toLocalTime().date());
    if (expiries.isEmpty()) // nothing else takes the height
        m_ui->dialogLayout->insertStretch(m_ui->dialogLayout->count() - 1);
    resize(90 * fontMetrics().averageCharWidth(), (expiries.isEmpty() ? 10 : 22) * fontMetrics().height());
}

ExpiryDialog::~ExpiryDialog() = default;

void ExpiryDialog::fill(QDate today)
{
    for (const Expiry &expiry : m_expiries) {
        const bool isKnown = expiry.on.isValid();
        const QString day = isKnown ? QLocale().toString(expiry.on, QLocale::ShortFormat) : tr("not known");
        const QString left = !isKnown                     ? expiry.problem.message
                             : expiry.daysLeft(today) < 0 ? tr("over")
                                                          : tr("%n day(s)", nullptr, int(expiry.daysLeft(today)));
        auto *item = new QTreeWidgetItem(m_ui->list, {expiry.integration, diagnosis::whatText(expiry), day, left});
        item->setIcon(0, icons::signIcon(signOf(expiry.urgency(today))));
        item->setData(0, idRole, expiry.profileId);
        item->setToolTip(0, tr("Open this integration"));
        item->setToolTip(3, left);
    }
    m_ui->list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    if (!m_expiries.isEmpty())
        m_ui->list->setCurrentItem(m_ui->list->topLevelItem(0));
}

void ExpiryDialog::exportCalendar()
{
    m_questions.saveFile(
        this, tr("Export as a calendar"), u"consent-bridge.ics"_s, tr("Calendars (*.ics)"),
        [this](const QString &path) {
            if (path.isEmpty())
                return;
            QSaveFile file(path);
            const QByteArray text = diagnosis::asCalendar(m_expiries, m_now);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
                return m_ui->doneNote->setNote(tr("The file %1 cannot be written: %2.").arg(path, file.errorString()),
                                               Sign::Failed);
            m_ui->doneNote->setNote(tr("Exported to %1; import it into your calendar.").arg(path), Sign::Passed);
        });
}

} // namespace gui
