#include "models/mask.h"

#include "core/redactor.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestHidden = 3; ///< Shorter ones stand in other words by chance.

} // namespace

Mask Mask::of(const QString &person)
{
    return of(person, nullptr);
}

Mask Mask::of(const engine::FeedItem &item)
{
    return of(item.person, item.plan ? &*item.plan : nullptr);
}

Mask Mask::of(const QString &person, const engine::Plan *plan)
{
    Mask mask;
    mask.m_isOn = true;
    mask.hide(person);
    if (plan && !plan->items.isEmpty()) {
        const engine::PlanItem &item = plan->items.constFirst();
        mask.hide(item.person);
        mask.hide(item.subject.organizationUserId);
        mask.hide(item.subject.userId);
        for (const engine::RowPlan &row : item.rows) {
            mask.hide(row.rowName);
            mask.hide(row.row.id);
        }
        for (const engine::Change &change : item.changes) {
            if (change.consent)
                mask.hide(change.consent->address);
            if (change.finding.kind != consent::Finding::Kind::Text)
                continue; // choices are nobody's
            for (const QString &text : {change.found, change.finding.text, change.nowShown})
                mask.hide(text);
            if (change.cell)
                mask.hide(change.cell->shown);
        }
    }
    mask.finish();
    return mask;
}

Mask Mask::of(const store::RunItem &item)
{
    Mask mask;
    mask.m_isOn = true;
    mask.hide(item.person);
    mask.hide(item.sourceId);
    for (const QString &shared : item.shared)
        mask.hide(shared);
    for (const store::RunWrite &write : item.writes) {
        mask.hide(write.rowName);
        mask.hide(write.rowId);
        mask.hide(write.address);
        for (const QByteArray &values : {write.before, write.after, write.same}) {
            const QJsonObject object = QJsonDocument::fromJson(values).object();
            for (const QJsonValue &value : object) // choices are no texts
                mask.hide(value.toString());
        }
    }
    mask.finish();
    return mask;
}

void Mask::hide(const QString &text)
{
    const QString bare = text.trimmed();
    if (bare.size() < shortestHidden)
        return;
    m_hidden << bare;
    // As requests write it.
    const QString doubled = QString(bare).replace(u'\'', "''"_L1);
    for (const QString &form : {doubled, QString::fromLatin1(QUrl::toPercentEncoding(bare)),
                                QString::fromLatin1(QUrl::toPercentEncoding(doubled))})
        m_hidden << form;
}

void Mask::finish()
{
    m_hidden.removeDuplicates();
    std::stable_sort(m_hidden.begin(), m_hidden.end(),
                     [](const QString &one, const QString &other) { return one.size() > other.size(); });
}

QString Mask::operator()(const QString &text) const
{
    if (!m_isOn || text.isEmpty())
        return text;
    QString masked = text;
    for (const QString &hidden : m_hidden)
        masked.replace(hidden, core::redactor::maskedId(hidden), Qt::CaseInsensitive);
    return core::redactor::redacted(masked);
}

void MaskedModel::setMask(const Mask &mask)
{
    if (m_mask == mask)
        return;
    m_mask = mask;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant MaskedModel::data(const QModelIndex &index, int role) const
{
    const QVariant value = QIdentityProxyModel::data(index, role);
    return value.typeId() == QMetaType::QString ? QVariant(m_mask(value.toString())) : value;
}

} // namespace models
