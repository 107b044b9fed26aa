#pragma once

#include "engine/livefeed.h"
#include "store/rundata.h"

#include <QIdentityProxyModel>

namespace models {

/// Takes one person out of texts on their way to the screen: ids, addresses, names and other free texts of theirs
/// become enough to recognise, not to contact. Without a person it changes nothing.
class Mask
{
public:
    Mask() = default;

    static Mask of(const QString &person);
    static Mask of(const engine::FeedItem &item);
    static Mask of(const QString &person, const engine::Plan *plan);
    static Mask of(const store::RunItem &item); ///< With its writes.

    bool isOn() const { return m_isOn; }
    QString operator()(const QString &text) const;
    bool operator==(const Mask &) const = default;

private:
    void hide(const QString &text);
    void finish();

    bool m_isOn = false;
    QStringList m_hidden; ///< Longest first: a part of one must not be replaced before the whole.
};

/// A model with every text of it masked, in whatever role.
class MaskedModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    void setMask(const Mask &mask);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Mask m_mask;
};

} // namespace models
