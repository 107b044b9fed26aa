#include "profile/migrations.h"

#include "profile/profile.h"

#include <QCoreApplication>
#include <QSet>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using json::Value;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Migrations)
};

/// Schema 0 had Didomi's members at the top, with ours among them. That is also what one gets by writing a profile by
/// hand: Didomi's JSON and a few lines more.
Result<Nothing> separateDidomisMembers(Value &file)
{
    static const QSet<std::string> ours{"schema",          "id",     "name",  "environment", "client_secret",
                                        "mapping_options", "didomi", "match", "options"};
    if (json::member(file, "integration"))
        return Nothing{};
    Value integration = Value::object();
    Value rest = Value::object();
    for (const auto &[name, content] : file.get_ref<const Value::object_t &>())
        json::append(ours.contains(name) ? rest : integration, name, content);
    json::append(rest, "integration", std::move(integration));
    file = std::move(rest);
    return Nothing{};
}

/// Schema 2 only adds members, such as the answers that leave a column alone. Versions that do not know them would
/// write what must not be written, so the number keeps them from the file.
Result<Nothing> addMembers(Value &)
{
    return Nothing{};
}

Error invalidSchema(const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = u"schema"_s};
}

} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> steps{&separateDidomisMembers, &addMembers};
    Q_ASSERT(steps.size() == currentSchema);
    return steps;
}

Result<Nothing> migrate(Value &file, const QList<Migration> &steps)
{
    qint64 schema = 0;
    if (const Value *number = json::member(file, "schema")) {
        if (!number->is_number_integer() || (!number->is_number_unsigned() && number->get<qint64>() < 0))
            return invalidSchema(
                Text::tr("“schema” must be a whole number, but is %1.").arg(json::shown(*number).left(40)),
                Text::tr("Correct it in the file; this version writes %1.").arg(steps.size()));
        schema = number->is_number_unsigned() ? qint64(std::min<quint64>(number->get<quint64>(), INT_MAX))
                                              : number->get<qint64>();
    }
    if (schema > steps.size())
        return invalidSchema(Text::tr("The file was written by a newer version of this program: its schema is %1, and "
                                      "this version knows up to %2.")
                                 .arg(schema)
                                 .arg(steps.size()),
                             Text::tr("Install the newer version to open it. The file was left as it is."));
    for (; schema < steps.size(); ++schema) {
        if (const auto done = steps[schema](file); !done)
            return done.error();
    }
    return Nothing{};
}

} // namespace profile
