#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace store {

/// Files that may vanish at any time, and that nobody misses when they do: what was read from servers and may be shown
/// until it is read anew. For its owner only; never a secret.
class Cache
{
public:
    explicit Cache(QString folder) : m_folder(std::move(folder)) {}

    /// What was kept under that name, whole and as it was written; empty when there is nothing, or when it is damaged.
    QByteArray read(const QString &name) const;
    core::Result<core::Nothing> write(const QString &name, const QByteArray &content);
    void forget(const QString &name);

private:
    QString pathOf(const QString &name) const;

    const QString m_folder;
};

} // namespace store
