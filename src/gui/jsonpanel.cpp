#include "gui/jsonpanel.h"

#include "gui/fieldnote.h"
#include "ui_jsonpanel.h"

#include <QFontDatabase>
#include <QTextBlock>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;
using profile::Mapping;

namespace {

enum KeptColumn { Column, Kept };
constexpr int mappingRole = Qt::UserRole; ///< int: of the mappings.

/// For each mapping the line of the JSON that names its column; -1 where there is none. They stand in their order.
QList<int> linesOf(const QTextDocument &document, const QList<Mapping> &mappings)
{
    QList<int> lines(mappings.size(), -1);
    qsizetype next = 0;
    bool isInside = false;
    for (QTextBlock line = document.begin(); line.isValid() && next < mappings.size(); line = line.next()) {
        const QString text = line.text().trimmed();
        isInside = isInside || text.startsWith("\"mappings\""_L1);
        if (isInside && text.startsWith("\"id\""_L1) && text.contains(u'"' + mappings.at(next).column + u'"'))
            lines[next++] = line.blockNumber();
    }
    return lines;
}

} // namespace

JsonPanel::JsonPanel(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::JsonPanel>())
{
    m_ui->setupUi(this);
    m_ui->jsonEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->jsonNote->setHelp(tr("Didomi’s own shape. What you change here changes the grid, and the other way round; "
                               "the secret stands as a placeholder."));
    m_ui->jsonNote->showHelp();
    m_ui->jsonSplitter->setStretchFactor(0, 3);
    m_ui->jsonSplitter->setStretchFactor(1, 1);
    m_ui->keptList->header()->setSectionResizeMode(Column, QHeaderView::ResizeToContents);
    connect(m_ui->keptList, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            showPlace(item->data(Column, mappingRole).toInt());
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(400);
    connect(&m_pause, &QTimer::timeout, this, &JsonPanel::apply);
    connect(m_ui->jsonEdit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isFilling)
            m_pause.start();
    });
}

JsonPanel::~JsonPanel() = default;

void JsonPanel::show(const profile::Integration &integration)
{
    m_shown = integration;
    if (m_pause.isActive())
        return;
    if (!m_isApplying)
        write(integration);
    showKept();
}

void JsonPanel::write(const profile::Integration &integration)
{
    const QString text = QString::fromUtf8(profile::exportIntegration(integration));
    if (m_ui->jsonEdit->toPlainText() == text)
        return;
    m_isFilling = true;
    m_ui->jsonEdit->setPlainText(text);
    m_isFilling = false;
    m_ui->jsonNote->showHelp();
}

void JsonPanel::applyPending()
{
    if (!m_pause.isActive())
        return;
    m_pause.stop();
    apply();
}

void JsonPanel::apply()
{
    const auto read = profile::importIntegration(m_ui->jsonEdit->toPlainText().toUtf8());
    if (!read) {
        const core::Error &error = read.error();
        m_ui->jsonNote->setNote(
            tr("The grid still shows the last text that could be read. %1 %2").arg(error.message, error.fix).trimmed(),
            Sign::Failed);
        return;
    }
    m_ui->jsonNote->showHelp();
    profile::Integration integration = read->integration;
    integration.mappings = profile::withKept(integration.mappings, m_shown.mappings);
    m_isApplying = true;
    Q_EMIT edited(integration, read->clientSecret);
    m_isApplying = false;
    if (!read->clientSecret.isEmpty()) {
        write(integration); // a secret does not stay on screen
        m_ui->jsonNote->setNote(
            tr("The client secret was taken over; it will be kept in the keychain and stands as a placeholder here."),
            Sign::Passed);
    }
}

void JsonPanel::showKept()
{
    m_ui->keptList->clear();
    int count = 0;
    for (int i = 0; i < m_shown.mappings.size(); ++i) {
        const Mapping &mapping = m_shown.mappings.at(i);
        const QStringList kept = profile::keptBeside(mapping);
        count += kept.isEmpty() ? 0 : 1;
        for (const QString &sentence : kept) {
            auto *item = new QTreeWidgetItem(m_ui->keptList, {mapping.column, sentence});
            item->setData(Column, mappingRole, i);
            item->setToolTip(Kept, sentence);
        }
    }
    m_ui->keptPart->setVisible(count > 0);
    m_ui->keptNote->setNote(
        tr("Didomi’s shape has no place for something of %n mapping(s), marked above. It is kept in this "
           "program’s own file and is not part of an export:",
           nullptr, count),
        Sign::Warning);
    QList<QTextEdit::ExtraSelection> marks;
    QColor paper = theme::color(Tone::Warning, palette());
    paper.setAlphaF(0.18F);
    const QList<int> lines = linesOf(*m_ui->jsonEdit->document(), m_shown.mappings);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i) < 0 || profile::keptBeside(m_shown.mappings.at(i)).isEmpty())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_ui->jsonEdit->document()->findBlockByNumber(lines.at(i)));
        mark.format.setBackground(paper);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_ui->jsonEdit->setExtraSelections(marks);
}

void JsonPanel::showPlace(int mapping)
{
    const int line = linesOf(*m_ui->jsonEdit->document(), m_shown.mappings).value(mapping, -1);
    if (line < 0)
        return;
    m_ui->jsonEdit->setTextCursor(QTextCursor(m_ui->jsonEdit->document()->findBlockByNumber(line)));
    m_ui->jsonEdit->centerCursor();
}

} // namespace gui
