#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace sandbox::webapi {

/// One navigation property of $expand, with the options in its parentheses.
struct Expansion {
    QString property = {};
    std::optional<QStringList> select = {};
    QString filter = {};
};

/// The query options of an address, decoded.
struct Query {
    std::optional<QStringList> select = {};
    QString filter = {};
    QStringList orderBy = {}; ///< "lastname desc"
    QList<Expansion> expand = {};
    std::optional<int> top = {};
    bool count = false;
    QString skipToken = {};
    std::optional<QString> id = {};       ///< $id: the row that an association is about.
    QHash<QString, QString> aliases = {}; ///< Parameter aliases, with their "@".
    QByteArray withoutToken = {};         ///< As it was sent, but for $skiptoken: what the next page's link repeats.
};

/// Refuses what the service refuses: unknown options ($skip, $search …), doubled ones, numbers that are none.
Query parseQuery(const QByteArray &encoded);

/// What the Prefer header asks for.
struct Preferences {
    bool representation = false;
    bool continueOnError = false;
    QStringList annotations = {}; ///< Names, "*" or "prefix.*".
    std::optional<int> maxPageSize = {};

    bool wantsAnnotation(QStringView name) const;
};

Preferences parsePreferences(const QByteArray &prefer);

} // namespace sandbox::webapi
