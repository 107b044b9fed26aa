#include "profile/mappingoptions.h"

#include "profile/integrationjson.h"
#include "profile/transformjson.h"

#include <QCoreApplication>

#include <algorithm>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;
using json::Value;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::ProfileFile)
};

void readValueTable(MemberReader &reader, Mapping &mapping)
{
    const Value *table = reader.take("value_table");
    if (!table || table->is_null())
        return;
    const QString field = reader.path("value_table");
    if (!table->is_object())
        return reader.fail(
            invalidMember(field, Text::tr("“%1” must be an object, but is %2.").arg(field, json::kindText(*table))));
    for (const auto &[id, option] : table->get_ref<const Value::object_t &>()) {
        if (!option.is_string())
            return reader.fail(invalidMember(
                field, Text::tr("“%1” must hold only texts, but holds %2.").arg(field, json::kindText(option))));
        mapping.valueTable << std::pair(QString::fromStdString(id), json::toText(option));
    }
}

/// One entry: it names its mapping by column and value, not by position, so that a hand that reorders Didomi's mappings
/// cannot turn a column's polarity over.
void readOptions(MemberReader &reader, Mapping &mapping)
{
    reader.text("id", mapping.column);
    reader.text("value", mapping.value);
    reader.word("polarity", polarityWords, mapping.polarity);
    reader.word("no_choice", noChoiceWords, mapping.noChoice);
    reader.text("given", mapping.givenLiteral);
    reader.text("refused", mapping.refusedLiteral);
    reader.text("no_choice_value", mapping.noChoiceLiteral);
    readValueTable(reader, mapping);
    reader.word("given_action", actionWords, mapping.givenAction);
    reader.word("refused_action", actionWords, mapping.refusedAction);
    reader.word("no_choice_action", noChoiceActionWords, mapping.noChoice);
    reader.word("pending", pendingWords, mapping.pending);
    reader.text("pending_value", mapping.pendingLiteral);
    readTransforms(reader, mapping.transforms);
    reader.word("direction", directionWords, mapping.direction);
    reader.word("channel", channelWords, mapping.channel);
    reader.text("lookup_table", mapping.lookup.table);
    reader.text("lookup_column", mapping.lookup.column);
}

} // namespace

std::optional<Error> readMappingOptions(const Value *list, QList<Mapping> &mappings, Value &unknown)
{
    if (!list || list->is_null())
        return {};
    if (!list->is_array())
        return invalidMember(u"mapping_options"_s,
                             Text::tr("“mapping_options” must be a list, but is %1.").arg(json::kindText(*list)));
    QList<Mapping> options;
    Value unknownEntries = Value::array();
    for (const Value &entry : *list) {
        Mapping mapping;
        MemberReader reader(&entry, u"mapping_options[%1]"_s.arg(options.size()));
        readOptions(reader, mapping);
        if (reader.problem())
            return reader.problem();
        if (Value rest = reader.unknown(); !rest.empty()) {
            Value named = Value::object();
            json::append(named, "id", json::fromText(mapping.column));
            json::append(named, "value", json::fromText(mapping.value));
            addUnknown(named, rest);
            unknownEntries.push_back(std::move(named));
        }
        options << mapping;
    }
    mappings = withKept(mappings, options);
    if (!unknownEntries.empty())
        json::append(unknown, "mapping_options", std::move(unknownEntries));
    return {};
}

namespace {

/// Two lines may say the same and differ only in what is kept beside, as in their channels: then each has an entry, so
/// that they are told apart by their order.
bool isRepeated(const QList<Mapping> &mappings, const Mapping &mapping)
{
    return std::count_if(mappings.cbegin(), mappings.cend(), [&mapping](const Mapping &other) {
               return other.column == mapping.column && other.value == mapping.value;
           }) > 1;
}

Value optionsToJson(const Mapping &mapping)
{
    Value options = Value::object();
    const auto set = [&options](const char *name, const QString &text) {
        if (!text.isEmpty())
            json::append(options, name, json::fromText(text));
    };
    if (mapping.polarity != Mapping::Polarity::Unset)
        set("polarity", wordOf(polarityWords, mapping.polarity));
    set("no_choice", mapping.noChoice == Mapping::NoChoice::Skip ? QString() : wordOf(noChoiceWords, mapping.noChoice));
    set("given", mapping.givenLiteral);
    set("refused", mapping.refusedLiteral);
    set("no_choice_value", mapping.noChoiceLiteral);
    if (!mapping.valueTable.isEmpty()) {
        Value table = Value::object();
        for (const auto &[id, option] : mapping.valueTable)
            json::append(table, id.toStdString(), json::fromText(option));
        json::append(options, "value_table", std::move(table));
    }
    if (mapping.givenAction != Mapping::Action::Kind::Usual)
        set("given_action", wordOf(actionWords, mapping.givenAction));
    if (mapping.refusedAction != Mapping::Action::Kind::Usual)
        set("refused_action", wordOf(actionWords, mapping.refusedAction));
    set("no_choice_action", wordOf(noChoiceActionWords, mapping.noChoice));
    if (mapping.pending != Mapping::NoChoice::Skip)
        set("pending", wordOf(pendingWords, mapping.pending));
    set("pending_value", mapping.pendingLiteral);
    if (!mapping.transforms.isEmpty())
        json::append(options, "transforms", transformsToJson(mapping.transforms));
    if (mapping.direction != Mapping::Direction::ToDynamics)
        set("direction", wordOf(directionWords, mapping.direction));
    if (mapping.channel != Channel::Email)
        set("channel", channelWord(mapping.channel));
    set("lookup_table", mapping.lookup.table);
    set("lookup_column", mapping.lookup.column);
    return options;
}

} // namespace

Value mappingOptionsToJson(const QList<Mapping> &mappings, const Value *unknown)
{
    QList<Value> unknownEntries;
    QList<std::pair<QString, QString>> names;
    if (unknown && unknown->is_array()) {
        for (const Value &entry : *unknown) {
            unknownEntries << entry;
            names << std::pair(mappingText(entry, "id"), mappingText(entry, "value"));
        }
    }
    const QList<int> matches = matchMappings(mappings, names, false);
    Value list = Value::array();
    for (qsizetype i = 0; i < mappings.size(); ++i) {
        const Value options = optionsToJson(mappings[i]);
        if (options.empty() && matches[i] < 0 && !isRepeated(mappings, mappings[i]))
            continue;
        Value entry = Value::object();
        json::append(entry, "id", json::fromText(mappings[i].column));
        json::append(entry, "value", json::fromText(mappings[i].value));
        addUnknown(entry, options);
        if (matches[i] >= 0)
            addUnknown(entry, unknownEntries[matches[i]]);
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace profile
