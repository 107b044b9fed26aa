#include "profile/memberreader.h"

#include "profile/secretmembers.h"

#include <QCoreApplication>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;
using json::Value;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::ProfileFile)
};

} // namespace

Error invalidMember(const QString &field, const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid,
            .message = message,
            .fix = fix.isEmpty() ? Text::tr("Correct it in the profile file.") : fix,
            .field = field};
}

MemberReader::MemberReader(const Value *object, QString prefix) : m_prefix(std::move(prefix))
{
    if (object && object->is_object())
        m_object = object;
    else if (object && !object->is_null())
        fail(invalidMember(m_prefix,
                           Text::tr("“%1” must be an object, but is %2.").arg(m_prefix, json::kindText(*object))));
}

const Value *MemberReader::take(const char *name)
{
    m_known.insert(name);
    return m_object ? json::member(*m_object, name) : nullptr;
}

void MemberReader::text(const char *name, QString &target)
{
    const Value *there = take(name);
    if (!there || there->is_null())
        return;
    if (!there->is_string())
        return fail(invalidMember(path(name),
                                  Text::tr("“%1” must be a text, but is %2.").arg(path(name), json::kindText(*there))));
    target = json::toText(*there);
}

void MemberReader::wholeNumber(const char *name, int &target)
{
    const Value *there = take(name);
    if (!there || there->is_null())
        return;
    const bool fits = there->is_number_integer() && *there >= Value(INT_MIN) && *there <= Value(INT_MAX);
    if (!fits)
        return fail(invalidMember(
            path(name), Text::tr("“%1” must be a whole number, but is %2.").arg(path(name), json::kindText(*there))));
    target = there->get<int>();
}

void MemberReader::date(const char *name, QDate &target)
{
    QString found;
    text(name, found);
    if (found.isEmpty())
        return;
    target = QDate::fromString(found, Qt::ISODate);
    if (!target.isValid())
        fail(invalidMember(path(name), Text::tr("“%1” must be a date as in 2027-03-31.").arg(path(name))));
}

void MemberReader::secretRef(const char *name, SecretRef &target)
{
    QString found;
    text(name, found);
    const auto ref = SecretRef::parse(found);
    if (ref)
        target = *ref;
    else
        fail(invalidMember(path(name), ref.error().message, ref.error().fix));
}

const Value *MemberReader::takeList(const char *name)
{
    const Value *there = take(name);
    if (!there || there->is_null())
        return nullptr;
    if (there->is_array())
        return there;
    fail(
        invalidMember(path(name), Text::tr("“%1” must be a list, but is %2.").arg(path(name), json::kindText(*there))));
    return nullptr;
}

void MemberReader::failUnknownWord(const char *name, const QStringList &known)
{
    fail(invalidMember(
        path(name), Text::tr("“%1” must be one of %2, but is something else.").arg(path(name), known.join(u", "_s))));
}

void MemberReader::fail(const Error &problem)
{
    if (!m_problem)
        m_problem = problem;
}

QString MemberReader::path(const char *name) const
{
    return m_prefix.isEmpty() ? QString::fromLatin1(name) : m_prefix + u'.' + QString::fromLatin1(name);
}

Value MemberReader::unknown() const
{
    Value rest = Value::object();
    if (m_object) {
        for (const auto &[name, content] : m_object->get_ref<const Value::object_t &>()) {
            if (!m_known.contains(name))
                json::append(rest, name, content);
        }
    }
    removeSecrets(rest);
    return rest;
}

void keepUnknown(Value &unknown, const char *name, const MemberReader &reader)
{
    Value rest = reader.unknown();
    if (!rest.empty())
        json::append(unknown, name, std::move(rest));
}

void addUnknown(Value &known, const Value &unknown)
{
    if (!known.is_object() || !unknown.is_object())
        return;
    for (const auto &[name, content] : unknown.get_ref<const Value::object_t &>()) {
        if (Value *there = json::member(known, name.c_str()))
            addUnknown(*there, content);
        else
            json::append(known, name, content);
    }
}

} // namespace profile
