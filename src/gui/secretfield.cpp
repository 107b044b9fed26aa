#include "gui/secretfield.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;

SecretField::SecretField(QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit), m_show(new QToolButton), m_note(new FieldNote)
{
    auto *line = new QHBoxLayout;
    line->addWidget(m_edit);
    line->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addLayout(line);
    column->addWidget(m_note);
    setFocusProxy(m_edit);
    m_edit->setEchoMode(QLineEdit::Password);
    m_show->setCheckable(true);
    m_show->setAutoRaise(true);
    m_show->setIcon(icons::icon(u"show"_s));
    m_show->setToolTip(tr("Show what you typed"));
    connect(m_show, &QToolButton::toggled, this, [this](bool on) {
        m_edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        m_show->setIcon(icons::icon(on ? u"hide"_s : u"show"_s));
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_session)
            m_session->typeSecret(m_which, core::Secret::fromText(text.trimmed()));
    });
}

void SecretField::nameParts()
{
    m_edit->setObjectName(objectName() + u"Edit"_s);
    m_show->setObjectName(objectName() + u"Show"_s);
    m_note->setObjectName(objectName() + u"Note"_s);
    m_edit->setAccessibleName(accessibleName());
    m_show->setAccessibleName(tr("Show or hide: %1").arg(accessibleName()));
}

void SecretField::bind(Session *session, Session::Which which)
{
    nameParts();
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_which = which;
    m_show->setChecked(false);
    m_edit->clear();
    if (!session)
        return;
    connect(session, &Session::secretsChanged, this, &SecretField::update);
    connect(session, &Session::draftChanged, this, &SecretField::update);
    update();
}

void SecretField::update()
{
    const bool isTyped = m_session->hasTyped(m_which);
    if (!isTyped)
        m_edit->clear(); // what was saved is never shown again
    const profile::SecretRef &ref = m_session->secretRef(m_which);
    m_edit->setPlaceholderText(ref.kind == profile::SecretRef::Kind::None ? QString() : tr("Kept; type to replace it"));

    const core::Error problem = m_session->secretProblem(m_which);
    const auto &keychain = m_session->keychain();
    const bool hasNoKeychain = keychain && !keychain->isAvailable;
    const QString keeper = keychain && keychain->isAvailable ? keychain->name : tr("the system’s keychain");
    if (!problem.message.isEmpty() && !isTyped)
        return m_note->setNote(problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix,
                               Sign::Failed);
    if (isTyped && m_session->isPractice())
        return m_note->setNote(tr("Used for tests until you save or revert; Practice keeps its own secret."));
    if (isTyped && hasNoKeychain)
        return m_note->setNote(tr("Will be kept for this session only: %1").arg(keychain->problem.message),
                               Sign::Warning);
    if (isTyped)
        return m_note->setNote(tr("Will be kept in %1 when you save.").arg(keeper));
    if (ref.kind == profile::SecretRef::Kind::None && m_session->isPractice())
        return m_note->setNote(QString());
    if (ref.kind == profile::SecretRef::Kind::None && hasNoKeychain)
        return m_note->setNote(
            tr("No keychain: a secret is kept for this session only. %1").arg(keychain->problem.message),
            Sign::Warning);
    Sign sign = Sign::None;
    const QString text = keptWhere(ref, keeper, &sign);
    m_note->setNote(text, sign);
}

QString SecretField::keptWhere(const profile::SecretRef &ref, const QString &keeper, Sign *sign) const
{
    using Kind = profile::SecretRef::Kind;
    switch (ref.kind) {
    case Kind::None:
        return tr("Never written to a file: kept in %1.").arg(keeper);
    case Kind::Keychain:
        return tr("Kept in %1.").arg(keeper);
    case Kind::Session:
        if (m_session->isPractice())
            return tr("Made up for this session.");
        *sign = Sign::Warning;
        return m_session->whyOnlySession().message.isEmpty()
                   ? tr("Kept for this session only: enter it again after a restart.")
                   : tr("Kept for this session only: %1").arg(m_session->whyOnlySession().message);
    case Kind::Env:
        return tr("Read from the environment variable %1.").arg(ref.name);
    case Kind::File:
        return tr("Read from the file %1.").arg(ref.name);
    }
    return {};
}

} // namespace gui
