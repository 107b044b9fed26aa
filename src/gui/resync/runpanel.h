#pragma once

#include "engine/resyncdesk.h"
#include "models/rateseries.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace Ui {
class RunPanel;
}

namespace gui {

/// What is worked on now: how far it is, how fast, when it may end, what holds it up, and what became of whom so far.
class RunPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RunPanel(QWidget *parent = nullptr);
    ~RunPanel() override;

    struct Content {
        engine::ResyncDesk::Task task = engine::ResyncDesk::Task::Nothing;
        bool isPreparing = false; ///< What is needed for it is asked for.
        bool isPaused = false;
        bool isStopping = false;
        engine::RunProgress progress = {};
        models::RateSeries rates = {};
        QString about = {};  ///< Whom it is about, and where it is written; a sentence.
        QString whyNot = {}; ///< Why nothing can be written now, a sentence; empty: it can.
    };
    void show(const Content &content, const QDateTime &now);

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);
    void focusFirst();

Q_SIGNALS:
    void pauseWanted(bool on);
    void cancelWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tellWaiting();
    void tellTime();
    void setFact(int row, const QString &value);
    void drawPicture();

    std::unique_ptr<Ui::RunPanel> m_ui;
    std::vector<QLabel *> m_facts;
    Content m_content;
    qint64 m_ahead = 0; ///< What the clock of the work is ahead of this computer's, in milliseconds: for the countdown.
    QTimer m_second;
};

/// "3 to 5 minutes", "less than a minute"; empty when nothing is known.
QString timeLeftText(const engine::RunProgress &progress);

/// What is worked on, in a word or two: "Writing".
QString titleOf(const RunPanel::Content &content);

} // namespace gui
