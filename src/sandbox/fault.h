#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sandbox {

enum class Service { Entra, Dataverse, Didomi };

/// What a fault is told besides its name.
struct FaultKind {
    enum class Value {
        Choice,       ///< One of `choices`.
        ChoiceList,   ///< Several of `choices`, separated by commas.
        TextList,     ///< Any names, separated by commas.
        Count,        ///< The next N requests; may be preceded by a service: "didomi:3".
        Milliseconds, ///< On each request; may be preceded by a service: "didomi:500".
        Seconds,
        SignedSeconds, ///< May be negative.
    };

    QString name = {};
    Value value = Value::Choice;
    QStringList choices = {};
    std::optional<Service> scope = {}; ///< Where it strikes when the value names no service; none = everywhere.
    QString help = {};                 ///< One translated sentence.

    /// "secret=wrong|expired", for usage texts.
    QString usage() const;
};

/// What goes wrong in the sandbox at the moment. A plain value; whoever shares it brings a lock.
class Faults
{
public:
    /// Every fault that exists, in the order of the help text.
    static QList<FaultKind> kinds();

    /// Kind::Invalid, listing what exists, for a name or value that is not known.
    core::Result<core::Nothing> set(const QString &name, const QString &value);

    /// "name=value".
    core::Result<core::Nothing> set(const QString &assignment);

    void clear(const QString &name);
    void clear();

    /// What is set now, as name=value; counters show what is left.
    QStringList active() const;

    /// The value as it was set, or empty.
    QString value(QLatin1StringView name) const;

    /// True when `choice` is the value, or one of the values of a list.
    bool has(QLatin1StringView name, QStringView choice) const;

    /// The values of a list fault.
    QStringList list(QLatin1StringView name) const;

    /// The number of a Milliseconds or Seconds fault that strikes `service`.
    std::optional<int> number(QLatin1StringView name, Service service) const;

    /// Counts one request of `service` against a Count fault: true when this request is struck.
    bool strike(QLatin1StringView name, Service service);

private:
    struct Setting {
        QString value = {};
        std::optional<Service> scope = {};
        int number = 0;
    };

    QHash<QString, Setting> m_settings;
};

} // namespace sandbox
