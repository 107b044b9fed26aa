#include "engine/rowcheck.h"

#include "mapping/convert.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Recovery)
};

constexpr auto bindSuffix = "@odata.bind"_L1;

/// The column that a body's member writes: by its name, or for lookups by the way to one of their targets.
const mapping::Column *columnOfMember(const mapping::Table &table, const QString &member)
{
    if (!member.endsWith(bindSuffix))
        return table.column(member);
    const QString navigation = member.chopped(bindSuffix.size());
    for (const mapping::Column &column : table.columns) {
        for (const mapping::LookupTarget &target : column.targets) {
            if (target.navigationProperty == navigation)
                return &column;
        }
    }
    return nullptr;
}

bool cellIsSaid(const mapping::Table &table, const dataverse::Row &row, const mapping::Cell &cell)
{
    const mapping::Column *column = table.column(cell.column);
    return column && row.values.contains(column->readName()) &&
           mapping::isSame(*column, row.values.value(column->readName()), cell);
}

QByteArray literalOf(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inArray.sliced(1, inArray.size() - 2);
}

} // namespace

bool rowSays(const mapping::Table &table, const dataverse::Row &row, const QList<mapping::Cell> &cells)
{
    return std::all_of(cells.cbegin(), cells.cend(),
                       [&](const mapping::Cell &cell) { return cellIsSaid(table, row, cell); });
}

QStringList differingColumns(const mapping::Table &table, const dataverse::Row &row, const QList<mapping::Cell> &cells)
{
    QStringList names;
    for (const mapping::Cell &cell : cells) {
        if (!cellIsSaid(table, row, cell) && !names.contains(cell.column))
            names << cell.column;
    }
    return names;
}

QString shownCell(const mapping::Column &column, const mapping::Cell &cell)
{
    const QJsonValue value = mapping::jsonValue(cell.json);
    if (!QByteArrayView(cell.member).endsWith("@odata.bind") || !value.isString())
        return mapping::shownValue(column, value);
    const QString path = value.toString(); // "/accounts(7c0f…)"
    return path.section(u'(', -1).section(u')', 0, 0);
}

QList<mapping::Cell> mergedCells(QList<mapping::Cell> cells, const QList<mapping::Cell> &later)
{
    for (const mapping::Cell &cell : later)
        cells.removeIf([&cell](const mapping::Cell &one) { return one.column == cell.column; });
    return cells + later;
}

core::Result<QList<mapping::Cell>> cellsOf(const mapping::Table &table, const QByteArray &body)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parseError);
    if (!document.isObject())
        return Error{.kind = Error::Kind::Storage,
                     .message = Texts::tr("What the journal holds of a request cannot be read."),
                     .detail = parseError.errorString()};
    QList<mapping::Cell> cells;
    const QJsonObject object = document.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const mapping::Column *column = columnOfMember(table, member.key());
        if (!column)
            return Error{.kind = Error::Kind::Storage,
                         .message =
                             Texts::tr("The journal holds a write to the column %1, which %2 does not have any more.")
                                 .arg(member.key(), table.logicalName),
                         .field = member.key()};
        cells << mapping::Cell{
            .column = column->logicalName, .member = member.key().toUtf8(), .json = literalOf(member.value())};
    }
    return cells;
}

core::Result<dataverse::Criterion> criterionOf(const mapping::Table &table, const store::RunWrite &write)
{
    using Kind = dataverse::Criterion::Kind;
    if (!write.rowId.isEmpty())
        return dataverse::Criterion{.kind = Kind::RowId, .parts = {{.column = table.primaryId, .value = write.rowId}}};
    if (const auto parts = dataverse::partsOfAddress(write.address))
        return dataverse::Criterion{.kind = Kind::AlternateKey, .parts = *parts};
    return Error{.kind = Error::Kind::Invalid,
                 .message = Texts::tr("The journal does not tell which row was written.")};
}

QJsonObject onlyMembers(const QJsonObject &object, const QStringList &names)
{
    QJsonObject kept = object;  // shared as long as nothing has to go
    auto next = names.cbegin(); // members are mostly in the same order
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const QString name = member.key();
        if (next == names.cend() || *next != name)
            next = std::find(names.cbegin(), names.cend(), name);
        if (next != names.cend())
            ++next;
        else
            kept.remove(name);
    }
    return kept;
}

QStringList columnsOf(const QList<mapping::Cell> &cells)
{
    QStringList names;
    for (const mapping::Cell &cell : cells) {
        if (!names.contains(cell.column))
            names << cell.column;
    }
    return names;
}

} // namespace engine
