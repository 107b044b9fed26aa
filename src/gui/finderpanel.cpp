#include "gui/finderpanel.h"

#include "gui/celldelegate.h"
#include "gui/fieldnote.h"
#include "ui_finderpanel.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace gui {

namespace {

bool hasWords(const QModelIndex &index, int role, const QStringList &words)
{
    const QString text = index.data(role).toString();
    return std::ranges::all_of(words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// Every word must be found, in any order.
class WordFilter final : public QSortFilterProxyModel
{
public:
    explicit WordFilter(QObject *parent) : QSortFilterProxyModel(parent) { setRecursiveFilteringEnabled(true); }

    void setWords(const QStringList &words)
    {
        m_words = words;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return hasWords(sourceModel()->index(row, 0, parent), filterRole(), m_words);
    }

private:
    QStringList m_words;
};

/// The first thing that can be chosen and has the words itself, from the top.
QModelIndex firstChoice(const QAbstractItemModel &model, int role, const QStringList &words,
                        const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.flags() & Qt::ItemIsSelectable && hasWords(index, role, words))
            return index;
        if (const QModelIndex below = firstChoice(model, role, words, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace

FinderPanel::FinderPanel(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::FinderPanel>()), m_found(new WordFilter(this))
{
    m_ui->setupUi(this);
    layout()->setSpacing(fontMetrics().height() / 3);
    m_ui->view->setItemDelegate(new CellDelegate(this));
    m_ui->view->setIndentation(fontMetrics().height());
    m_ui->view->setModel(m_found);
    m_ui->searchEdit->installEventFilter(this);
    setMinimumWidth(22 * fontMetrics().averageCharWidth());
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &FinderPanel::search);
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this, [this] { choose(m_ui->view->currentIndex()); });
    connect(m_ui->view, &QTreeView::activated, this, &FinderPanel::choose);
    connect(m_found, &QAbstractItemModel::modelReset, this, &FinderPanel::refreshEmpty);
}

FinderPanel::~FinderPanel() = default;

void FinderPanel::setContent(QAbstractItemModel *model, int searchRole, const QString &title, const QString &what)
{
    m_found->setFilterRole(searchRole);
    m_found->setSourceModel(model);
    m_ui->view->setRootIsDecorated(!qobject_cast<QAbstractListModel *>(model));
    m_ui->titleLabel->setText(title);
    m_ui->view->setAccessibleName(what);
    m_ui->searchEdit->setAccessibleName(tr("Search: %1").arg(what));
    refreshEmpty();
}

void FinderPanel::setEmptyText(const QString &text)
{
    m_emptyText = text;
    refreshEmpty();
}

void FinderPanel::refreshEmpty()
{
    const bool isEmpty = m_found->rowCount() == 0;
    const bool isSearch = !m_ui->searchEdit->text().isEmpty();
    m_ui->emptyNote->setNote(!isEmpty ? QString() : isSearch ? tr("Nothing of that name.") : m_emptyText);
}

void FinderPanel::search(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    static_cast<WordFilter *>(m_found)->setWords(words);
    if (!words.isEmpty()) {
        m_ui->view->expandAll();
        m_ui->view->setCurrentIndex(firstChoice(*m_found, m_found->filterRole(), words));
    }
    refreshEmpty();
}

bool FinderPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_ui->view->setFocus(Qt::OtherFocusReason);
        if (!m_ui->view->currentIndex().isValid())
            m_ui->view->setCurrentIndex(firstChoice(*m_found, m_found->filterRole(), {}));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FinderPanel::choose(const QModelIndex &shown)
{
    if (shown.isValid() && shown.flags() & Qt::ItemIsSelectable)
        Q_EMIT chosen(m_found->mapToSource(shown));
}

void FinderPanel::focusSearch()
{
    m_ui->searchEdit->setFocus(Qt::OtherFocusReason);
    m_ui->searchEdit->selectAll();
}

void FinderPanel::show(const QModelIndex &index)
{
    const QModelIndex shown = m_found->mapFromSource(index);
    m_ui->view->setCurrentIndex(shown);
    if (shown.isValid())
        m_ui->view->scrollTo(shown);
}

} // namespace gui
