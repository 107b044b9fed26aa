#pragma once

#include "core/result.h"
#include "mapping/column.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace dataverse {

/// One column that a row is found by, and the value it must have. Several together are an alternate key of several
/// columns (dataverse-api section 4.1).
struct KeyPart {
    /// How the value stands in an address.
    enum class Form {
        Text,  ///< In quotes.
        Bare,  ///< As it is: numbers, dates, options' values, yes and no.
        RowId, ///< As it is, and the column as "_x_value": lookups.
    };

    QString column; ///< Logical name.
    QString value;  ///< As text: "u-4711", "42", "2026-11-20", a GUID.
    Form form = Form::Text;

    /// "new_code='FR'", "new_number=42", "_new_brandid_value=0d1e…"; percent-encoded.
    QByteArray inAddress() const;

    /// Why this must not stand in an address: no name, a character that key addresses refuse, a value that is not of
    /// its form.
    std::optional<core::Error> problem() const;

    bool operator==(const KeyPart &) const = default;
};

/// The part for a column: its form, and the value as that type is written. Fails with Kind::Invalid and the column as
/// field when no row can have that value in such a column, or when it is empty.
core::Result<KeyPart> keyPart(const mapping::Column &column, const QString &value);

/// The same for parts whose form nobody has looked up yet; fails too when the table lacks a column.
core::Result<QList<KeyPart>> keyParts(const mapping::Table &table, const QList<KeyPart> &parts);

/// True when a key address cannot hold one of them (dataverse-api section 4.1, "hard limit"): such a row is found with
/// a $filter and written by its row id.
bool isRefusedByKeyUrls(const QList<KeyPart> &parts);

/// "new_code='FR',new_number=42": what stands in the parentheses after the set.
QByteArray keyAddress(const QList<KeyPart> &parts);

/// The parts that keyAddress() made "new_subscribers(new_code='FR',new_number=42)" of; nothing when the address is no
/// such one.
std::optional<QList<KeyPart>> partsOfAddress(const QString &address);

} // namespace dataverse
