#include "gui/questions.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

namespace gui {

namespace {

QMessageBox *makeBox(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    return box;
}

void chooseFiles(QFileDialog *dialog, const std::function<void(QStringList)> &answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::finished, dialog, [dialog, answer](int result) {
        answer(result == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
    });
    dialog->open();
}

void chooseFile(QFileDialog *dialog, const std::function<void(QString)> &answer)
{
    chooseFiles(dialog, [answer](const QStringList &paths) { answer(paths.value(0)); });
}

} // namespace

void DialogQuestions::askUnsaved(QWidget *parent, const QString &integration, std::function<void(Unsaved)> answer)
{
    QMessageBox *box =
        makeBox(parent, QMessageBox::Question, QCoreApplication::translate("gui::Questions", "Unsaved changes"),
                QCoreApplication::translate("gui::Questions", "“%1” has changes that are not saved.").arg(integration));
    box->setInformativeText(QCoreApplication::translate("gui::Questions", "Without saving, these changes are lost."));
    box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(box, &QMessageBox::finished, box, [answer = std::move(answer)](int button) {
        answer(button == QMessageBox::Save      ? Unsaved::Save
               : button == QMessageBox::Discard ? Unsaved::Discard
                                                : Unsaved::Stay);
    });
    box->open();
}

void DialogQuestions::confirm(QWidget *parent, const Confirmation &what, std::function<void(bool)> answer)
{
    QMessageBox *box = makeBox(parent, QMessageBox::Warning, what.title, what.question);
    box->setInformativeText(what.consequences);
    QPushButton *act = box->addButton(what.verb, QMessageBox::DestructiveRole);
    QPushButton *stay = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, act, answer = std::move(answer)](int) { answer(box->clickedButton() == act); });
    box->open();
}

void DialogQuestions::openFile(QWidget *parent, const QString &title, const QString &filter,
                               std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    chooseFile(dialog, answer);
}

void DialogQuestions::openFiles(QWidget *parent, const QString &title, const QString &filter,
                                std::function<void(QStringList)> answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    chooseFiles(dialog, answer);
}

void DialogQuestions::openFolder(QWidget *parent, const QString &title, std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    chooseFile(dialog, answer);
}

void DialogQuestions::saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                               std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    chooseFile(dialog, answer);
}

void DialogQuestions::tell(QWidget *parent, const QString &title, const QString &text, const QString &details)
{
    QMessageBox *box = makeBox(parent, QMessageBox::Information, title, text);
    box->setInformativeText(details);
    box->addButton(QMessageBox::Ok);
    box->open();
}

} // namespace gui
