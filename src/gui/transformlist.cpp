#include "gui/transformlist.h"

#include "gui/calmbox.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "ui_transformlist.h"

#include <QMenu>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;
using profile::Transform;
using profile::Transforms;
using Kind = Transform::Kind;

namespace {

constexpr Kind allKinds[] = {Kind::Trim, Kind::LowerCase, Kind::UpperCase, Kind::Md5,
                             Kind::Sha1, Kind::Sha256,    Kind::Date,      Kind::Template};

bool hasText(Kind kind)
{
    return kind == Kind::Date || kind == Kind::Template;
}

/// What a step starts with, so that it works at once.
QString usualText(Kind kind)
{
    if (kind == Kind::Date)
        return u"yyyy-MM-dd"_s;
    return kind == Kind::Template ? u"{value}"_s : QString();
}

QString nameOf(Kind kind)
{
    QString name = profile::transformText(kind);
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}

QString problemText(const core::Error &problem)
{
    return problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix;
}

} // namespace

/// One line of the list.
class TransformList::Step final : public QWidget
{
public:
    Step(TransformList &list, int at)
        : m_list(list)
        , m_at(at)
        , m_kind(new CalmBox)
        , m_text(new QLineEdit)
        , m_up(button(u"up"_s))
        , m_down(button(u"down"_s))
        , m_remove(button(u"remove"_s))
        , m_note(new FieldNote)
    {
        const QString number = QString::number(at + 1);
        setObjectName(u"step%1"_s.arg(at));
        m_kind->setObjectName(u"stepKind%1"_s.arg(at));
        m_text->setObjectName(u"stepText%1"_s.arg(at));
        m_remove->setObjectName(u"stepRemove%1"_s.arg(at));
        m_note->setObjectName(u"stepNote%1"_s.arg(at));
        m_kind->setAccessibleName(TransformList::tr("Step %1: what it does").arg(number));
        name(m_up, TransformList::tr("Step %1: earlier").arg(number));
        name(m_down, TransformList::tr("Step %1: later").arg(number));
        name(m_remove, TransformList::tr("Step %1: remove").arg(number));
        m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);

        auto *line = new QHBoxLayout;
        line->addWidget(m_kind);
        line->addWidget(m_text, 1);
        line->addStretch();
        line->addWidget(m_up);
        line->addWidget(m_down);
        line->addWidget(m_remove);
        auto *whole = new QVBoxLayout(this);
        whole->setContentsMargins(0, 0, 0, 0);
        whole->setSpacing(0);
        whole->addLayout(line);
        whole->addWidget(m_note);

        connect(m_kind, &QComboBox::activated, this, [this] {
            const auto kind = Kind(m_kind->currentData().toInt());
            m_list.setStep(m_at, {.kind = kind, .text = usualText(kind)});
        });
        connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
            m_list.setStep(m_at, {.kind = Kind(m_kind->currentData().toInt()), .text = text});
        });
        connect(m_up, &QToolButton::clicked, this, [this] { m_list.move(m_at, -1); });
        connect(m_down, &QToolButton::clicked, this, [this] { m_list.move(m_at, 1); });
        connect(m_remove, &QToolButton::clicked, this, [this] { m_list.remove(m_at); });
    }

    void show(const Transform &transform, int count, bool onlyForIds)
    {
        m_kind->clear();
        for (const Kind kind : allKinds) {
            if (!onlyForIds || profile::isForIds(kind) || kind == transform.kind)
                m_kind->addItem(nameOf(kind), int(kind));
        }
        m_kind->setCurrentIndex(m_kind->findData(int(transform.kind)));
        m_text->setVisible(hasText(transform.kind));
        m_text->setAccessibleName(transform.kind == Kind::Date ? TransformList::tr("Step %1: date format").arg(m_at + 1)
                                                               : TransformList::tr("Step %1: text").arg(m_at + 1));
        if (m_text->text() != transform.text)
            m_text->setText(transform.text);
        m_up->setEnabled(m_at > 0);
        m_down->setEnabled(m_at + 1 < count);
        const std::optional<core::Error> problem = mapping::problemOf(transform);
        if (problem)
            m_note->setNote(problemText(*problem), Sign::Failed);
        else if (transform.kind == Kind::Template)
            m_note->setNote(
                TransformList::tr("May name: %1").arg(u'{' + mapping::templateNames().join("}, {"_L1) + u'}'));
        else
            m_note->setNote(QString());
        setVisible(true);
    }

    QWidget *field() { return m_text->isVisible() ? static_cast<QWidget *>(m_text) : m_kind; }

private:
    static QToolButton *button(const QString &icon)
    {
        auto *made = new QToolButton;
        made->setIcon(icons::icon(icon));
        made->setAutoRaise(true);
        return made;
    }
    static void name(QToolButton *button, const QString &name)
    {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }

    TransformList &m_list;
    const int m_at;
    CalmBox *const m_kind;
    QLineEdit *const m_text;
    QToolButton *const m_up;
    QToolButton *const m_down;
    QToolButton *const m_remove;
    FieldNote *const m_note;
};

TransformList::TransformList(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::TransformList>())
{
    m_ui->setupUi(this);
    m_ui->steps->layout()->setSpacing(fontMetrics().height() / 4);
    m_ui->addButton->setIcon(icons::icon(u"add"_s));
    auto *menu = new QMenu(m_ui->addButton);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const Kind kind : allKinds) {
            if (!m_onlyForIds || profile::isForIds(kind))
                menu->addAction(nameOf(kind), this, [this, kind] { add(kind); });
        }
    });
    m_ui->addButton->setMenu(menu);
    connect(m_ui->sampleEdit, &QLineEdit::textEdited, this, &TransformList::refresh);
    refresh();
}

TransformList::~TransformList() = default;

void TransformList::setTitle(const QString &title)
{
    m_ui->titleLabel->setText(title);
    m_ui->titleLabel->setVisible(!title.isEmpty());
}

void TransformList::setOnlyForIds(bool on)
{
    m_onlyForIds = on;
    refresh();
}

void TransformList::show(const Transforms &transforms, const QString &sample, const mapping::Facts &facts)
{
    m_transforms = transforms;
    m_facts = facts;
    if (sample != m_sample || m_ui->sampleEdit->text().isEmpty()) {
        m_sample = sample;
        m_ui->sampleEdit->setText(sample);
    }
    refresh();
}

void TransformList::refresh()
{
    const int count = int(m_transforms.size());
    while (int(m_steps.size()) < count) {
        auto *step = new Step(*this, int(m_steps.size()));
        m_steps.push_back(step);
        m_ui->stepsLayout->addWidget(step);
        QWidget *before = m_steps.size() < 2 ? nullptr : m_steps.at(m_steps.size() - 2);
        if (before)
            setTabOrder(before, step);
    }
    for (int at = 0; at < int(m_steps.size()); ++at) {
        if (at < count)
            m_steps.at(std::size_t(at))->show(m_transforms.at(at), count, m_onlyForIds);
        else
            m_steps.at(std::size_t(at))->setVisible(false);
    }
    m_ui->steps->setVisible(count > 0);
    m_ui->trial->setVisible(count > 0);
    const bool isSetUp = std::ranges::none_of(
        m_transforms, [](const Transform &transform) { return mapping::problemOf(transform).has_value(); });
    const core::Result<QString> result = mapping::transformed(m_ui->sampleEdit->text(), m_transforms, m_facts);
    m_ui->resultLabel->setText(result ? *result : QString());
    m_ui->resultLabel->setToolTip(m_ui->resultLabel->text());
    m_ui->problemNote->setNote(count > 0 && isSetUp && !result ? problemText(result.error()) : QString(),
                               Sign::Warning);
}

void TransformList::setStep(int at, const Transform &transform)
{
    Transforms transforms = m_transforms;
    transforms[at] = transform;
    m_transforms = transforms;
    refresh();
    Q_EMIT changed(transforms);
}

void TransformList::add(Kind kind)
{
    Transforms transforms = m_transforms;
    transforms.append({.kind = kind, .text = usualText(kind)});
    m_transforms = transforms;
    refresh();
    m_steps.at(std::size_t(transforms.size()) - 1)->field()->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed(transforms);
}

void TransformList::remove(int at)
{
    Transforms transforms = m_transforms;
    transforms.removeAt(at);
    m_transforms = transforms;
    refresh();
    m_ui->addButton->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed(transforms);
}

void TransformList::move(int at, int by)
{
    Transforms transforms = m_transforms;
    if (at + by < 0 || at + by >= transforms.size())
        return;
    transforms.move(at, at + by);
    m_transforms = transforms;
    refresh();
    m_steps.at(std::size_t(at + by))->field()->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed(transforms);
}

} // namespace gui
