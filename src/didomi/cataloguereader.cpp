#include "didomi/cataloguereader.h"

#include <algorithm>

namespace didomi {

using namespace Qt::StringLiterals;
using consent::Catalogue;
using consent::Preference;
using consent::Purpose;

namespace {

constexpr int deepestTree = 16; ///< Documented are three levels; a broken answer shall not be followed for ever.

template <typename Entry>
bool contains(const QList<Entry> &entries, const QString &id)
{
    return std::any_of(entries.cbegin(), entries.cend(), [&id](const Entry &entry) { return entry.id == id; });
}

template <typename Entry>
void addOnce(QList<Entry> &entries, const Entry &entry)
{
    if (!entry.id.isEmpty() && !contains(entries, entry.id))
        entries.append(entry);
}

QList<QJsonObject> sortedByOrder(const QJsonArray &array)
{
    QList<QJsonObject> objects;
    for (const QJsonValue &value : array)
        objects.append(value.toObject());
    std::stable_sort(objects.begin(), objects.end(), [](const QJsonObject &left, const QJsonObject &right) {
        return left.value(u"order").toDouble() < right.value(u"order").toDouble();
    });
    return objects;
}

/// The preferences under one node of the tree, each before those that depend on it.
void collectPreferences(const QJsonObject &node, QList<QJsonObject> &found, int depth = 0)
{
    if (depth >= deepestTree)
        return;
    for (const QJsonObject &selected : sortedByOrder(node.value(u"selected_preferences").toArray())) {
        QJsonObject preference = selected.value(u"preference").toObject();
        if (!preference.contains(u"id"))
            preference.insert(u"id", selected.value(u"preference_id"));
        found.append(preference);
        collectPreferences(selected, found, depth + 1);
    }
}

} // namespace

CatalogueReader::CatalogueReader(const QLocale &locale)
{
    const QString full = locale.name().toLower().replace(u'_', u'-'); // bcp47Name() leaves a usual region out
    m_languages = {full, locale.bcp47Name().toLower(), full.section(u'-', 0, 0), u"en"_s};
    m_languages.removeDuplicates();
}

QString CatalogueReader::name(const QJsonValue &value, const QString &fallback) const
{
    if (value.isString())
        return value.toString().isEmpty() ? fallback : value.toString();

    const QJsonObject texts = value.toObject();
    for (const QString &language : m_languages) {
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            const QString code = text.key().toLower().replace(u'_', u'-');
            if (code == language && !text.value().toString().isEmpty())
                return text.value().toString();
        }
    }
    for (const QJsonValue &text : texts) {
        if (!text.toString().isEmpty())
            return text.toString();
    }
    return fallback;
}

Purpose CatalogueReader::purpose(const QJsonObject &object) const
{
    const QString id = object.value(u"id").toString();
    return {.id = id,
            .name = name(object.value(u"description"), id),
            .description = name(object.value(u"details"), {}),
            .isGlobal = object.value(u"organization_id").isNull()};
}

Preference CatalogueReader::preference(const QJsonObject &object) const
{
    const QString id = object.value(u"id").toString();
    Preference preference{
        .id = id, .name = name(object.value(u"name"), id), .isMulti = object.value(u"type").toString() == "multi"_L1};
    for (const QJsonObject &value : sortedByOrder(object.value(u"values").toArray())) {
        const QString valueId = value.value(u"id").toString();
        if (!valueId.isEmpty())
            preference.values.append({.id = valueId, .name = name(value.value(u"name"), valueId)});
    }
    return preference;
}

Catalogue CatalogueReader::read(const QJsonArray &purposes, const QJsonArray &preferences,
                                const QJsonArray &trees) const
{
    QHash<QString, Purpose> listed;
    for (const QJsonValue &value : purposes) {
        const Purpose read = purpose(value.toObject());
        listed.insert(read.id, read);
    }
    Catalogue catalogue;
    for (const QJsonValue &value : preferences)
        addOnce(catalogue.preferences, preference(value.toObject()));

    for (const QJsonValue &tree : trees) {
        for (const QJsonObject &selected : sortedByOrder(tree[u"selected_purposes"].toArray())) {
            QJsonObject own = selected.value(u"purpose").toObject();
            const QString id = selected.value(u"purpose_id").toString(own.value(u"id").toString());
            own.insert(u"id", id);
            Purpose known = listed.value(id, purpose(own));
            QList<QJsonObject> below;
            collectPreferences(selected, below);
            for (const QJsonObject &object : std::as_const(below)) {
                const Preference read = preference(object);
                if (!read.id.isEmpty() && !known.preferenceIds.contains(read.id))
                    known.preferenceIds.append(read.id);
                addOnce(catalogue.preferences, read);
            }
            addOnce(catalogue.purposes, known);
        }
    }
    for (const QJsonValue &value : purposes)
        addOnce(catalogue.purposes, purpose(value.toObject()));
    return catalogue;
}

} // namespace didomi
