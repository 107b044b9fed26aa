#pragma once

#include "models/sign.h"
#include "profile/profile.h"

#include <QAbstractListModel>

namespace models {

/// The rail's list: every integration, also those whose file is damaged.
class IntegrationListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = FirstOwnRole, ///< Profile id; empty for damaged files.
        KindRole,              ///< int(profile::EnvironmentKind)
        KindTextRole,          ///< "Production"
        DirtyRole,             ///< bool: has changes that are not saved.
        DamagedRole,           ///< bool
    };

    struct Entry {
        QString id;
        QString name;
        profile::EnvironmentKind kind = profile::EnvironmentKind::Production;
        Sign sign = Sign::Waiting;
        QString standing; ///< One translated line: "Tested 2 minutes ago: passed".
        bool isDirty = false;
        core::Error problem = {}; ///< Of a damaged file; its message is empty otherwise.
        bool operator==(const Entry &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setEntries(const QList<Entry> &entries);
    const QList<Entry> &entries() const { return m_entries; }

    /// Replaces the entry of that id, or appends it. Returns its row.
    int put(const Entry &entry);
    void remove(const QString &id);
    int rowOf(const QString &id) const; ///< -1 when there is none.

private:
    QList<Entry> m_entries;
};

} // namespace models
