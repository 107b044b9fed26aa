#include "mapping/convert.h"

#include <QLocale>

namespace mapping {

using namespace Qt::StringLiterals;

namespace {

/// "Allow (false)", or the bare value where there is no label.
QString withLabel(const Column &column, qint64 value, const QString &word)
{
    const ChoiceOption *option = column.option(value);
    return option && !option->label.isEmpty() ? u"%1 (%2)"_s.arg(option->label, word) : word;
}

/// A JSON scalar as text, numbers in fixed notation; empty for null and for what is no scalar.
QString plainText(const QJsonValue &now)
{
    if (now.isString())
        return now.toString();
    if (now.isBool())
        return now.toBool() ? u"true"_s : u"false"_s;
    if (now.isDouble()) {
        const QVariant number = now.toVariant(); // whole numbers stay whole
        return number.typeId() == QMetaType::LongLong
                   ? QString::number(number.toLongLong())
                   : QString::number(number.toDouble(), 'f', QLocale::FloatingPointShortest);
    }
    return {};
}

} // namespace

QString shownValue(const Column &column, const QJsonValue &now)
{
    const QString plain = plainText(now);
    if (plain.isEmpty())
        return plain;
    if (column.type == ColumnType::Boolean && now.isBool())
        return withLabel(column, now.toBool() ? 1 : 0, plain);
    const bool isOption = column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice ||
                          column.type == ColumnType::State || column.type == ColumnType::Status;
    if (!isOption)
        return plain;
    QStringList words;
    const QStringList values = plain.split(u',');
    for (const QString &value : values) {
        bool isNumber = false;
        const qint64 number = value.trimmed().toLongLong(&isNumber);
        words << (isNumber ? withLabel(column, number, value.trimmed()) : value.trimmed());
    }
    return words.join(u", "_s);
}

} // namespace mapping
