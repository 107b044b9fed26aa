#pragma once

#include "bridge/surroundings.h"
#include "engine/runjob.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class ReviewPanel;
}

namespace models {
class ReviewModel;
class WriteModel;
} // namespace models

namespace gui {

class FilterChip;

/// A plan, looked at before it is run: counts that are filters, what will happen in words, everybody it is about, and
/// for who is selected each value before and after.
class ReviewPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPanel(QWidget *parent = nullptr);
    ~ReviewPanel() override;

    /// Shows the plan of that file. `surroundings` is copied; nullptr: not known yet, setSurroundings() may follow.
    void open(const QString &path, const bridge::Surroundings *surroundings, bool isProduction);
    void close();
    void reload(); ///< Somebody else has changed the file.
    QString path() const { return m_path; }

    void setSurroundings(const bridge::Surroundings *surroundings);
    void setProduction(bool isProduction);
    void setMayWrite(bool on);               ///< False: a production environment whose lock is closed.
    void setWhyNot(const QString &sentence); ///< Why it cannot be run now, besides what the plan says; empty: it can.
    void setMasked(bool on);                 ///< People are shown so that they can be recognised, not contacted.
    void focusFilter();

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    void runWanted(const engine::RunOptions &options); ///< All is confirmed.
    void closeWanted();                                ///< Back to the scope.
    void maskWanted(bool on);
    void personWanted(const QString &person); ///< To be previewed.

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::unique_ptr<Ui::ReviewPanel> m_ui;
    QString m_path;
};

} // namespace gui
