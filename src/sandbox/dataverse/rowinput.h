#pragma once

#include "sandbox/dataverse/call.h"
#include "sandbox/dataverse/store.h"

namespace sandbox::webapi {

/// Puts a request's body into a row, as strictly as the service.
///
/// Columns that the caller may not write (createdon, fullname, calculated ones) are ignored, as there; everything that
/// is not a column, has the wrong type or is out of range is refused, and then the row is not to be kept.
class RowInput
{
public:
    enum class Purpose { Create, Update };

    RowInput(const Call &call, const Store &store, const Table &table) : m_call(call), m_store(store), m_table(table) {}

    void apply(const QJsonObject &body, Row &row, Purpose purpose) const;

    /// Points a lookup at the row of an address ("/accounts(…)", absolute or relative, by id or key), or at nothing.
    void bind(const QString &navigation, const QJsonValue &address, Row &row) const;

private:
    void applyProperty(const QString &name, const QJsonValue &value, Row &row, Purpose purpose) const;
    void checkState(const Row &before, const QJsonObject &body, Row &row) const;
    void checkRequired(const Row &row) const; ///< Of a new row.
    void checkCurrency(Row &row) const;

    const Call &m_call;
    const Store &m_store;
    const Table &m_table;
};

/// The row that an address in a body names: absolute, rooted or relative. No table when it names none.
std::pair<const Table *, RowAddress> parseReference(const Call &call, const QString &address);

} // namespace sandbox::webapi
