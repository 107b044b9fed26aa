#pragma once

#include <QWidget>

#include <memory>

class QAbstractItemModel;
class QAbstractItemView;
class QModelIndex;
class QSortFilterProxyModel;

namespace Ui {
class FinderPanel;
}

namespace gui {

/// A list or tree of things to choose from: found by typing, taken by Enter, double click or dragging.
class FinderPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FinderPanel(QWidget *parent = nullptr);
    ~FinderPanel() override;

    /// `searchRole` is what the search looks at; `what` is the accessible name of the list.
    void setContent(QAbstractItemModel *model, int searchRole, const QString &title, const QString &what);
    void setEmptyText(const QString &text); ///< What to say while the model is empty.

    void focusSearch();
    void show(const QModelIndex &index); ///< Of the model.

Q_SIGNALS:
    void chosen(const QModelIndex &index); ///< Of the model.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void refreshEmpty();
    void choose(const QModelIndex &shown);

    std::unique_ptr<Ui::FinderPanel> m_ui;
    QSortFilterProxyModel *m_found;
    QString m_emptyText;
};

} // namespace gui
