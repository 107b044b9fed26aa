#pragma once

#include "engine/scope.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace Ui {
class ScopeForm;
}

namespace gui {

class Questions;
class Session;

/// Whom a resync is about, and where their consents come from.
class ScopeForm : public QWidget
{
    Q_OBJECT

public:
    /// A resync that was done before: what "since the last one" and "those that failed" are about.
    struct EarlierRun {
        QString path;      ///< Of the plan's file.
        QDateTime madeAt;  ///< UTC; when its people were read.
        bool wasEverybody; ///< It was about everybody, so that the next may begin where it ended.
        qint64 failed = 0; ///< Items rejected, invalid or in conflict.
        bool operator==(const EarlierRun &) const = default;
    };

    explicit ScopeForm(QWidget *parent = nullptr);
    ~ScopeForm() override;

    void setUp(Questions &questions); ///< Once, before anything else.
    void setSession(Session *session);

    /// The newest first.
    void setEarlierRuns(const QList<EarlierRun> &runs);

    engine::Scope scope() const;
    void setScope(const engine::Scope &scope);
    /// Only these people, from Didomi.
    void setPeople(const QStringList &people);

    /// Why no plan can be made now, a sentence; empty: it can, as far as others know.
    void setWhyNot(const QString &sentence);
    void focusFirst();

Q_SIGNALS:
    void planWanted(const engine::Scope &scope);
    void openWanted(const QString &path); ///< A plan that was made before.
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void addFiles(const QStringList &paths);
    void readPeople(const QString &path);
    void fillRuns();
    void fillPurposes();
    void refresh();
    QString problem() const; ///< Why this is no scope yet; empty: it is one.

    std::unique_ptr<Ui::ScopeForm> m_ui;
    Questions *m_questions = nullptr;
    QPointer<Session> m_session;
    QList<EarlierRun> m_runs;
    QStringList m_files;
    QString m_whyNot;
    bool m_isFilling = false;
};

} // namespace gui
