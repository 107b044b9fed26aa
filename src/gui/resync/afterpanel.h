#pragma once

#include "engine/resyncdesk.h"
#include "models/sign.h"

#include <QWidget>

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class AfterPanel;
}

namespace models {
class DivergenceModel;
class FailureModel;
} // namespace models

namespace gui {

class ColumnShares;

/// What became of a run: the counts, who was not written and why, and what can be done about it now.
class AfterPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AfterPanel(QWidget *parent = nullptr);
    ~AfterPanel() override;

    struct Content {
        engine::RunSummary summary = {};
        std::optional<engine::RunEnd> end = {}; ///< When it ended while this program watched.
        std::optional<engine::VerifyReport> verified = {};
        QString whyNot = {}; ///< Why nothing can be written now, a sentence; empty: it can.
        bool isMasked = false;
    };
    void show(const Content &content, const QDateTime &now);

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);
    void focusFirst();
    void focusFilter();

Q_SIGNALS:
    void resumeWanted(); ///< Or go on planning.
    void retryWanted();
    void verifyWanted(qint64 sample); ///< 0: all.
    void undoWanted();
    void reportWanted(engine::ReportFormat format);
    void reviewWanted();
    void closeWanted();
    void maskWanted(bool on);
    void personWanted(const QString &person); ///< To be previewed.

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildMenus();
    void showTitle();
    void showActions();
    void showFailures();
    void showVerified();
    void drawPicture();

    std::unique_ptr<Ui::AfterPanel> m_ui;
    models::FailureModel *m_failures;
    models::DivergenceModel *m_divergences;
    QSortFilterProxyModel *m_filtered;
    ColumnShares *m_failureShares = nullptr;
    Content m_content;
    models::Sign m_sign = {};
};

/// The state of a plan or a run, for people, in a short sentence: "12 people were not written".
QString titleOf(const engine::RunSummary &summary);
models::Sign signOf(const engine::RunSummary &summary);

} // namespace gui
