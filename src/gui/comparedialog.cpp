#include "gui/comparedialog.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/place.h"
#include "ui_comparedialog.h"

#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;
using mapping::Carried;
using mapping::Difference;
using models::Sign;
using profile::Mapping;

namespace {

enum ListColumn { What, Details };
constexpr int differenceRole = Qt::UserRole; ///< int: of the differences; -1 for what cannot be carried.
constexpr int detailsRole = Qt::UserRole + 1;
constexpr int signRole = Qt::UserRole + 2;

QString kindText(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Added:
        return CompareDialog::tr("Add");
    case Difference::Kind::Removed:
        return CompareDialog::tr("Remove");
    case Difference::Kind::Changed:
        return CompareDialog::tr("Change");
    }
    return {};
}

} // namespace

CompareDialog::CompareDialog(Session &session, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::CompareDialog>()), m_session(session)
{
    m_ui->setupUi(this);
    m_ui->helpNote->setNote(tr("Shows what another integration maps differently. Ticked rows are taken over into “%1”: "
                               "what has another id there goes by its name. Nothing is saved yet.")
                                .arg(session.draft().name));
    m_ui->list->header()->setSectionResizeMode(What, QHeaderView::ResizeToContents);
    m_ui->list->setTextElideMode(Qt::ElideRight);
    connect(m_ui->otherBox, &QComboBox::currentIndexChanged, this, &CompareDialog::choose);
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] {
        for (int row = 0; row < m_ui->list->topLevelItemCount(); ++row) {
            QTreeWidgetItem *item = m_ui->list->topLevelItem(row);
            const int at = item->data(What, differenceRole).toInt();
            if (at >= 0 && m_differences.at(at).kind != Difference::Kind::Removed)
                item->setCheckState(What, Qt::Checked);
        }
    });
    connect(m_ui->list, &QTreeWidget::currentItemChanged, this, &CompareDialog::showDetails);
    connect(m_ui->list, &QTreeWidget::itemChanged, this, &CompareDialog::refreshButtons);
    resize(100 * fontMetrics().averageCharWidth(), 30 * fontMetrics().height());
    offerOthers();
}

CompareDialog::~CompareDialog()
{
    m_jobs.reset();
}

void CompareDialog::offerOthers()
{
    for (const store::StoredProfile &stored : m_session.services().profiles().list()) {
        if (stored.profile && stored.profile->id != m_session.id())
            m_others += *stored.profile;
    }
    const QString practice = m_session.services().practice().profileId();
    const bool hasPractice =
        std::ranges::any_of(m_others, [&practice](const profile::Profile &other) { return other.id == practice; });
    if (m_session.id() != practice && !hasPractice) {
        if (const auto opened = m_session.services().practice().open({}))
            m_others += *opened;
    }
    const QSignalBlocker quiet(m_ui->otherBox);
    m_ui->otherBox->setPlaceholderText(tr("Choose an integration"));
    for (const profile::Profile &other : std::as_const(m_others))
        m_ui->otherBox->addItem(other.name, other.id);
    m_ui->otherBox->setCurrentIndex(-1);
    m_ui->otherBox->setEnabled(!m_others.isEmpty());
    if (m_others.isEmpty())
        m_ui->stateNote->setNote(tr("There is no other integration yet: make or import one first."), Sign::Waiting);
    refreshButtons();
}

QString CompareDialog::otherName() const
{
    return m_ui->otherBox->currentText();
}

void CompareDialog::choose()
{
    const int at = m_ui->otherBox->currentIndex();
    m_jobs = std::make_unique<QObject>();
    m_link.reset();
    m_promotion = {};
    m_differences.clear();
    fill();
    if (at < 0)
        return;
    profile::Profile other = m_others.at(at);
    if (profile::modeOf(other.integration) != profile::modeOf(m_session.draft().integration)) {
        m_ui->stateNote->setNote(tr("“%1” stores consent in another way (%2): its mappings mean nothing here.")
                                     .arg(other.name, profile::modeText(profile::modeOf(other.integration))),
                                 Sign::Failed);
        return;
    }
    if (other.kind == profile::EnvironmentKind::Practice) {
        const auto opened = m_session.services().practice().open(other);
        if (!opened)
            return compare(nullptr, opened.error());
        other = *opened;
    }
    m_ui->stateNote->setNote(tr("Asking both integrations for their columns and purposes…"), Sign::Running);
    m_session.ready(m_jobs.get(), [this, other](const core::Result<Session::Ready> &ours) {
        if (ours)
            survey(other);
        else
            compare(nullptr, ours.error());
    });
}

/// Not with a session of its own, which would also settle what is left to do there.
void CompareDialog::survey(const profile::Profile &other)
{
    Services &services = m_session.services();
    auto *secrets = bridge::findSecrets(services.secrets(), other, m_jobs.get());
    secrets->whenDone(m_jobs.get(), [this, other](const core::Result<bridge::FoundSecrets> &found) {
        if (!found || !found->problems.isEmpty())
            return compare(nullptr, found ? found->problems.constFirst() : found.error());
        auto link =
            bridge::Link::make(m_session.services().network(), other, found->secrets, m_session.services().clock());
        if (!link)
            return compare(nullptr, link.error());
        m_link = std::move(link).value();
        bridge::survey(*m_link, m_jobs.get())
            ->whenDone(m_jobs.get(), [this](const core::Result<bridge::Surroundings> &theirs) {
                compare(theirs ? &*theirs : nullptr, theirs ? core::Error{} : theirs.error());
            });
    });
}

void CompareDialog::compare(const bridge::Surroundings *theirs, const core::Error &problem)
{
    const int at = m_ui->otherBox->currentIndex();
    if (at < 0)
        return;
    const bridge::Surroundings *ours = m_session.surroundings();
    mapping::Place from;
    mapping::Place to;
    if (theirs && ours) { // names can be followed only where both ends' are known
        from = placeOf(theirs);
        to = placeOf(ours);
    }
    m_promotion = mapping::promote(m_others.at(at).integration.mappings, from, to);
    m_carried.clear();
    for (int i = 0; i < m_promotion.rows.size(); ++i) {
        if (m_promotion.rows.at(i).how != Carried::How::NotAtAll)
            m_carried += i;
    }
    m_differences = mapping::compareMappings(m_session.draft().integration.mappings, m_promotion.mappings(),
                                             ours ? &ours->catalogue : nullptr);
    fill();
    if (!theirs || !ours)
        m_ui->stateNote->setNote(
            tr("Columns and purposes of both sides are not known, so only what has the same id is recognised. %1")
                .arg(problem.message),
            Sign::Warning);
    else if (m_differences.isEmpty() && m_promotion.lost() == 0)
        m_ui->stateNote->setNote(tr("Both map the same."), Sign::Passed);
    else if (m_promotion.lost() > 0)
        m_ui->stateNote->setNote(tr("%n mapping(s) of the other side have no counterpart here; they are listed last.",
                                    nullptr, m_promotion.lost()),
                                 Sign::Warning);
    else
        m_ui->stateNote->setNote(tr("%n difference(s).", nullptr, int(m_differences.size())));
}

void CompareDialog::fill()
{
    const QSignalBlocker quiet(m_ui->list);
    m_ui->list->clear();
    for (const Difference &difference : std::as_const(m_differences))
        addLine(difference);
    for (const Carried &row : std::as_const(m_promotion.rows)) {
        if (row.how == Carried::How::NotAtAll)
            addLost(row);
    }
    if (m_ui->list->topLevelItemCount() > 0)
        m_ui->list->setCurrentItem(m_ui->list->topLevelItem(0));
    showDetails();
    refreshButtons();
}

void CompareDialog::addLine(const Difference &difference)
{
    auto *item = new QTreeWidgetItem(m_ui->list, {kindText(difference.kind), difference.sentence});
    item->setCheckState(What, Qt::Unchecked);
    item->setData(What, differenceRole, int(&difference - m_differences.constData()));
    QStringList details = difference.details;
    Sign sign = Sign::None;
    if (difference.after >= 0) {
        const Carried &carried = m_promotion.rows.at(m_carried.at(difference.after));
        details += carried.notes;
        if (carried.how == Carried::How::ByName)
            sign = Sign::Warning;
    }
    item->setData(What, detailsRole, details.join(u' '));
    item->setData(What, signRole, int(sign));
    item->setIcon(Details, icons::signIcon(sign));
    item->setToolTip(Details, (QStringList(difference.sentence) + details).join(u'\n'));
}

void CompareDialog::addLost(const Carried &lost)
{
    const QString what = u"%1 → %2"_s.arg(lost.mapping.value, lost.mapping.column);
    auto *item = new QTreeWidgetItem(m_ui->list, {tr("Not possible"), what});
    item->setData(What, differenceRole, -1);
    item->setData(What, detailsRole, lost.notes.join(u' '));
    item->setData(What, signRole, int(Sign::Failed));
    item->setIcon(Details, icons::signIcon(Sign::Failed));
    item->setToolTip(Details, lost.notes.join(u'\n'));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
}

void CompareDialog::showDetails()
{
    const QTreeWidgetItem *item = m_ui->list->currentItem();
    m_ui->detailsNote->setNote(item ? item->data(What, detailsRole).toString() : QString(),
                               item ? Sign(item->data(What, signRole).toInt()) : Sign::None);
}

void CompareDialog::refreshButtons()
{
    const int ticked = tickedCount();
    QPushButton *take = m_ui->buttons->button(QDialogButtonBox::Ok);
    take->setText(ticked > 0 ? tr("Take over %n row(s)", nullptr, ticked) : tr("Take over"));
    take->setEnabled(ticked > 0);
    m_ui->allButton->setEnabled(std::ranges::any_of(
        m_differences, [](const Difference &one) { return one.kind != Difference::Kind::Removed; }));
}

int CompareDialog::tickedCount() const
{
    int count = 0;
    for (int row = 0; row < m_ui->list->topLevelItemCount(); ++row)
        count += m_ui->list->topLevelItem(row)->checkState(What) == Qt::Checked ? 1 : 0;
    return count;
}

QList<Mapping> CompareDialog::mappings() const
{
    QList<Mapping> mappings = m_session.draft().integration.mappings;
    const QList<Mapping> carried = m_promotion.mappings();
    QList<int> gone;
    for (int row = 0; row < m_ui->list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_ui->list->topLevelItem(row);
        if (item->checkState(What) != Qt::Checked)
            continue;
        const Difference &one = m_differences.at(item->data(What, differenceRole).toInt());
        if (one.kind == Difference::Kind::Removed)
            gone += one.before;
        else if (one.kind == Difference::Kind::Changed)
            mappings[one.before] = carried.at(one.after);
        else
            mappings += carried.at(one.after);
    }
    std::ranges::sort(gone, std::greater());
    for (const int at : std::as_const(gone))
        mappings.removeAt(at);
    return mappings;
}

} // namespace gui
