#include "gui/connectionpage.h"
#include "gui/importdialog.h"
#include "gui/live.h"
#include "gui/mainwindow.h"
#include "gui/mappingspage.h"
#include "models/integrationlistmodel.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QSaveFile>
#include <QStatusBar>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

constexpr qint64 largestImport = 8 * 1024 * 1024;

bool looksLikeIntegration(const QString &text)
{
    return text.contains(u'{') && text.contains(u"\"mappings\"") && text.contains(u"\"type_id\"");
}

} // namespace

void MainWindow::importFile()
{
    m_questions.openFile(
        this, tr("Import an integration"), tr("JSON files (*.json);;All files (*)"), [this](const QString &path) {
            if (path.isEmpty())
                return;
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return showBanner({.kind = Error::Kind::Storage,
                                   .message = tr("The file %1 cannot be read: %2.").arg(path, file.errorString())});
            offerImport(file.read(largestImport), QFileInfo(path).completeBaseName());
        });
}

void MainWindow::offerImport(const QByteArray &json, const QString &origin)
{
    core::Result<Imported> read = readImport(json, origin);
    if (!read)
        return showBanner(read.error());
    m_ui->banner->hide();
    auto *dialog = new ImportDialog(*read, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Imported imported = dialog->imported();
        openPage(Page::Connection);
        auto session = std::make_unique<Session>(m_services, imported.profile, false);
        session->typeSecret(Session::Which::Client, imported.clientSecret);
        present(adopt(std::move(session)));
    });
    dialog->open();
}

void MainWindow::exportJson()
{
    if (!m_session)
        return;
    const QString suggested = m_session->draft().name.simplified().replace(u' ', u'-').toLower() + u".json"_s;
    m_questions.saveFile(
        this, tr("Export Didomi’s JSON"), suggested, tr("JSON files (*.json)"), [this](const QString &path) {
            if (path.isEmpty() || !m_session)
                return;
            QSaveFile file(path);
            const QByteArray text = profile::exportIntegration(m_session->draft().integration);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush() || !file.commit())
                showBanner({.kind = Error::Kind::Storage,
                            .message = tr("The file %1 cannot be written: %2.").arg(path, file.errorString())});
            else
                tellExported(path);
        });
}

/// What Didomi's shape has no place for is not in the file: somebody who takes it elsewhere must know.
void MainWindow::tellExported(const QString &path)
{
    statusBar()->showMessage(tr("Exported to %1; the secret stands as a placeholder.").arg(path), 8000);
    QStringList kept;
    int count = 0;
    for (const profile::Mapping &mapping : m_session->draft().integration.mappings) {
        const QStringList sentences = profile::keptBeside(mapping);
        count += sentences.isEmpty() ? 0 : 1;
        for (const QString &sentence : sentences)
            kept += u"%1: %2"_s.arg(mapping.column, sentence);
    }
    constexpr qsizetype most = 10;
    if (kept.size() > most)
        kept = kept.first(most) + QStringList(tr("The JSON view of the mappings lists them all."));
    if (count > 0)
        m_questions.tell(this, tr("Export Didomi’s JSON"),
                         tr("Didomi’s shape has no place for something of %n mapping(s). It stays in this program and "
                            "is not in the file.",
                            nullptr, count),
                         kept.join(u'\n'));
}

void MainWindow::saveIntegration()
{
    if (!m_session)
        return;
    if (QWidget *editing = QApplication::focusWidget(); editing && isAncestorOf(editing)) {
        editing->clearFocus(); // what is being typed is taken over first
        editing->setFocus();
    }
    if (m_mappings)
        m_mappings->applyPending();
    m_session->save([this](const core::Result<core::Nothing> &saved) {
        if (saved) {
            m_stored = m_services.profiles().list();
            statusBar()->showMessage(tr("Saved."), 4000);
        } else {
            showBanner(saved.error());
        }
    });
}

void MainWindow::removeIntegration()
{
    if (!m_session || m_session->isPractice())
        return;
    const profile::Profile &draft = m_session->draft();
    const QList<profile::SecretRef> refs = profile::secretRefs(m_session->saved());
    const int secrets = int(std::ranges::count(refs, profile::SecretRef::Kind::Keychain, &profile::SecretRef::kind));
    const QString mappings = tr("%n mapping(s)", nullptr, int(draft.integration.mappings.size()));
    const QString inKeychain = tr("%n secret(s)", nullptr, secrets);
    m_questions.confirm(this,
                        {.title = tr("Remove an integration"),
                         .question = tr("Remove “%1”?").arg(draft.name),
                         .consequences = tr("Its settings, %1 and its connection tests go from the list; the file "
                                            "moves to the folder “removed”. %2 are deleted from the "
                                            "keychain for good. Nothing changes in Didomi or in Dynamics.")
                                             .arg(mappings, inKeychain),
                         .verb = tr("Remove")},
                        [this, id = draft.id](bool yes) {
                            Session *session = sessionOf(id);
                            if (!yes || !session)
                                return;
                            for (const profile::SecretRef &ref : profile::secretRefs(session->saved())) {
                                m_services.secrets().forget(ref, this)->whenDone(
                                    this, [this](const core::Result<core::Nothing> &gone) {
                                        if (!gone)
                                            showProblem(gone.error());
                                    });
                            }
                            session->live().forgetSources();
                            m_services.cache().forget(id);
                            if (session->isStored()) {
                                if (const auto removed = m_services.profiles().remove(id); !removed)
                                    return showBanner(removed.error());
                            }
                            if (const auto history = m_services.testHistory()) {
                                if (const auto forgotten = (*history)->forget(id); !forgotten)
                                    showProblem(forgotten.error());
                            }
                            showWelcome();
                            m_sessions.erase(id);
                            m_list->remove(id);
                            m_stored = m_services.profiles().list();
                        });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *dropped = event->mimeData();
    const bool isFile = dropped->urls().size() == 1 && dropped->urls().first().isLocalFile();
    if (isFile || (dropped->hasText() && looksLikeIntegration(dropped->text())))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QMimeData *dropped = event->mimeData();
    if (dropped->urls().size() == 1 && dropped->urls().first().isLocalFile()) {
        const QString path = dropped->urls().first().toLocalFile();
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            offerImport(file.read(largestImport), QFileInfo(path).completeBaseName());
        else
            showBanner({.kind = Error::Kind::Storage,
                        .message = tr("The file %1 cannot be read: %2.").arg(path, file.errorString())});
    } else {
        offerImport(dropped->text().toUtf8(), {});
    }
    event->acceptProposedAction();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && looksLikeIntegration(QApplication::clipboard()->text())) {
        offerImport(QApplication::clipboard()->text().toUtf8(), {});
        event->accept();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace gui
