#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace gui {

/// Asks the user. Never blocks: the answer comes through a call. A test answers instead of the user.
class Questions
{
public:
    virtual ~Questions() = default;

    enum class Unsaved { Save, Discard, Stay };
    virtual void askUnsaved(QWidget *parent, const QString &integration, std::function<void(Unsaved)> answer) = 0;

    /// A yes or no about something that cannot simply be undone. `verb` is the button that does it ("Remove").
    struct Confirmation {
        QString title;
        QString question;
        QString consequences;
        QString verb;
    };
    virtual void confirm(QWidget *parent, const Confirmation &what, std::function<void(bool)> answer) = 0;

    /// An empty path, or none, when the user thought better of it.
    virtual void openFile(QWidget *parent, const QString &title, const QString &filter,
                          std::function<void(QString)> answer) = 0;
    virtual void openFiles(QWidget *parent, const QString &title, const QString &filter,
                           std::function<void(QStringList)> answer) = 0;
    virtual void openFolder(QWidget *parent, const QString &title, std::function<void(QString)> answer) = 0;
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                          std::function<void(QString)> answer) = 0;

    /// Something to read, with nothing to decide.
    virtual void tell(QWidget *parent, const QString &title, const QString &text, const QString &details) = 0;
};

/// The real thing: window-modal dialogs.
class DialogQuestions final : public Questions
{
public:
    void askUnsaved(QWidget *parent, const QString &integration, std::function<void(Unsaved)> answer) override;
    void confirm(QWidget *parent, const Confirmation &what, std::function<void(bool)> answer) override;
    void openFile(QWidget *parent, const QString &title, const QString &filter,
                  std::function<void(QString)> answer) override;
    void openFiles(QWidget *parent, const QString &title, const QString &filter,
                   std::function<void(QStringList)> answer) override;
    void openFolder(QWidget *parent, const QString &title, std::function<void(QString)> answer) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                  std::function<void(QString)> answer) override;
    void tell(QWidget *parent, const QString &title, const QString &text, const QString &details) override;
};

} // namespace gui
