#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace sandbox {

/// The decoded parameters of a query string or of a form body, in order.
class Parameters
{
public:
    /// In a form, and in a query as browsers write it, "+" is a blank.
    static Parameters parse(const QByteArray &text);

    bool contains(const QString &name) const;
    QString value(const QString &name) const; ///< The first one; empty when there is none.

    /// Every value of `name`, and of `name[$in]`.
    QStringList values(const QString &name) const;

    bool isTrue(const QString &name) const { return value(name) == u"true"; }

private:
    QList<std::pair<QString, QString>> m_items;
};

} // namespace sandbox
