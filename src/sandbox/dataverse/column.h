#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace sandbox::webapi {

/// AttributeType and AttributeTypeName of the service, as one word.
enum class Type {
    String,
    Memo,
    Integer,
    BigInt,
    Decimal,
    Double,
    Money,
    Boolean,
    Picklist,
    MultiSelectPicklist,
    State,
    Status,
    DateTime,
    Lookup,
    Customer,
    Owner,
    Uniqueidentifier,
    Virtual,
};

/// What values of a column are in OData, for comparisons.
enum class Edm { String, Number, Boolean, Guid, DateTimeOffset, Date };

QString typeName(Type type); ///< "Boolean", "MultiSelectPicklist"
Edm edmOf(Type type, bool isDateOnly);
QString edmName(Edm edm); ///< "Edm.Guid"

/// One entry of a choice, of the two of a Boolean (values 0 and 1), or of the states.
struct Option {
    int value = 0;
    QString label = {};
    int state = 0; ///< Only for Status: the state that it belongs to.
};

/// The way from a lookup to its target: what stands before @odata.bind, letter case included.
struct Navigation {
    QString property = {};
    QStringList targets = {};  ///< Logical names; only an owner has several behind one property.
    QString relationship = {}; ///< Schema name.
};

/// A column and everything that the service checks about it. Built by the functions below, then adjusted by chaining.
struct Column {
    QString name = {};       ///< Logical name.
    QString schemaName = {}; ///< Its lower case is the logical name.
    QString label = {};      ///< Empty: the environment has no label in the user's language.
    Type type = Type::String;
    bool isForCreate = true;
    bool isForRead = true;
    bool isForUpdate = true;
    int maxLength = 0; ///< UTF-16 units.
    double minimum = 0;
    double maximum = 0;
    int precision = 0;
    QString format = {};   ///< "Text", "Email", "DateOnly" …
    QString behavior = {}; ///< Of a DateTime: "UserLocal", "DateOnly", "TimeZoneIndependent".
    QList<Option> options = {};
    QString globalOptionSet = {}; ///< Name of the shared choice, or empty.
    QJsonValue initial = {};      ///< What a new row has when the caller says nothing.
    QList<Navigation> navigations = {};
    QString requiredLevel = {};
    bool isSecured = false;
    int sourceType = 0;         ///< 1 = calculated.
    QString calculationOf = {}; ///< Of a "…_base" twin: the money column in the row's own currency.
    QString attributeOf = {};   ///< Of a "…name" twin: the column whose text it is.

    bool isLookup() const { return type == Type::Lookup || type == Type::Customer || type == Type::Owner; }
    bool isNumber() const;
    bool isDateOnly() const { return behavior == u"DateOnly"; }
    bool isSelectable() const { return isForRead && type != Type::Virtual && attributeOf.isEmpty(); }
    Edm edm() const { return edmOf(type, isDateOnly()); }

    /// The name in rows, $select and $filter: "_parentcustomerid_value" for a lookup.
    QString property() const;
    QStringList targets() const; ///< Of a lookup: logical names of all tables it may point to.
    const Option *option(int value) const;

    Column readOnly() const;
    Column required(QStringView level) const;
    Column secured() const;
    Column calculated() const;
    Column startingAt(const QJsonValue &value) const;
};

/// Labels of a choice are written "1=Any|2=Email"; those of a status "1=Active=0|2=Inactive=1", state last.
QList<Option> options(QStringView list);

Column text(QStringView schemaName, QStringView label, int maxLength, QStringView format = u"Text");
Column memo(QStringView schemaName, QStringView label, int maxLength);
Column yesNo(QStringView schemaName, QStringView label, QStringView yes, QStringView no, bool initial = false);
Column choice(QStringView schemaName, QStringView label, QStringView options, QStringView globalName = {});
Column choices(QStringView schemaName, QStringView label, QStringView options, QStringView globalName = {});
Column integer(QStringView schemaName, QStringView label, int minimum, int maximum);
Column bigInteger(QStringView schemaName, QStringView label);
Column number(Type type, QStringView schemaName, QStringView label, double minimum, double maximum, int precision);
Column moment(QStringView schemaName, QStringView label, QStringView behavior);
Column identifier(QStringView schemaName, QStringView label);
Column lookup(QStringView schemaName, QStringView label, const QList<Navigation> &navigations,
              Type type = Type::Lookup);

/// The read-only columns that come with others: "…name" of choices and lookups, "…_base" of money.
QList<Column> twinsOf(const Column &column);

} // namespace sandbox::webapi
