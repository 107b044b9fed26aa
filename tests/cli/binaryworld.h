#pragma once

#include "engine/consentworld.h"
#include "store/rundata.h"

#include <QJsonObject>
#include <QProcess>

#include <memory>

namespace support {

/// A world in which the real program makes plans and carries them out, and is killed.
///
/// Two worlds of the same mode and size hold the same people, rows and choices.
class BinaryWorld
{
public:
    enum class Mode {
        Contacts, ///< Columns of contacts; those that do not exist are created.
        Consents, ///< Rows of consent.
    };

    BinaryWorld(Mode mode, int contacts);

    bool connect();
    World &world() { return *m_world; }

    /// The program, not yet started; `home` is the name of the folder in which it keeps its files.
    std::unique_ptr<QProcess> program(const QStringList &arguments, const QString &home = QStringLiteral("home")) const;

    /// Runs it to its end; the last line that it printed. Its exit code is in `exit_code`.
    QJsonObject run(const QStringList &arguments);
    /// What a program that has ended printed last, the same way.
    static QJsonObject lastLineOf(QProcess &program);

    /// Plans for those of whom there is something to say without a problem; false when that fails.
    bool plan(const QString &place);

    /// With all that a plan needs to be carried out: `command` is run or resume.
    QStringList running(const QString &command, const QString &place, const QStringList &more = {}) const;

    QString pathOf(const QString &name) const { return m_world->folder() + u'/' + name; }

    /// What all rows say that the plan is about, those twice that are there twice; and as "changes" how often any row
    /// of the sandbox was made or changed: what was written twice shows there.
    QJsonObject endState();

    /// A run that nothing disturbs, in a world of its own.
    struct Unbroken {
        QJsonObject told;     ///< What it printed last.
        QJsonObject endState; ///< Empty when it failed.
    };
    static Unbroken unbrokenRun(Mode mode, int contacts);

private:
    QStringList addresses() const;

    const Mode m_mode;
    std::unique_ptr<World> m_world;
    QString m_profilePath;
    QStringList m_people;
};

} // namespace support
