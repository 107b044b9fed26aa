#include "gui/optionaldate.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QLocale>
#include <QSignalBlocker>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualMonths = 6; ///< What Entra ID offers first for a new secret.

} // namespace

OptionalDate::OptionalDate(QWidget *parent)
    : QWidget(parent), m_known(new QCheckBox(tr("Known:"))), m_edit(new QDateEdit)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_known);
    line->addWidget(m_edit);
    line->addStretch();
    setFocusProxy(m_known);
    m_edit->setCalendarPopup(true);
    m_edit->setDisplayFormat(QLocale()
                                 .dateFormat(QLocale::ShortFormat)
                                 .replace(u"yyyy"_s, u"yy"_s)
                                 .replace(u"yy"_s, u"yyyy"_s)); // a year with two digits is ambiguous
    m_edit->setDate(QDate::currentDate().addMonths(usualMonths));
    m_edit->setEnabled(false);
    connect(m_known, &QCheckBox::toggled, m_edit, &QWidget::setEnabled);
    connect(m_known, &QCheckBox::clicked, this, &OptionalDate::edited);
    connect(m_edit, &QDateEdit::dateChanged, this, &OptionalDate::edited);
}

QDate OptionalDate::date() const
{
    return m_known->isChecked() ? m_edit->date() : QDate();
}

void OptionalDate::setDate(QDate date)
{
    m_known->setAccessibleName(tr("%1 is known").arg(accessibleName()));
    m_edit->setAccessibleName(accessibleName());
    m_known->setObjectName(objectName() + u"Known"_s);
    m_edit->setObjectName(objectName() + u"Edit"_s);
    const QSignalBlocker quietly(m_edit);
    m_known->setChecked(date.isValid());
    if (date.isValid())
        m_edit->setDate(date);
}

} // namespace gui
