#include "profile/secretmembers.h"

#include "core/redactor.h"
#include "profile/placeholder.h"

#include <array>

namespace profile {

using namespace Qt::StringLiterals;
using json::Value;

namespace {

/// A shorter one would be found in other texts by chance.
constexpr int shortestSearched = 6;

constexpr std::array secretEndings{"secret", "secretvalue",     "password",        "passwd",    "passphrase",
                                   "apikey", "privatekey",      "sharedkey",       "accesskey", "authorizationcode",
                                   "token",  "clientassertion", "connectionstring"};

/// Takes out the scalars of a member that holds secrets, also when they are wrapped in objects or lists.
void take(Value &value, const std::string &name, const QString &path, RemovedSecrets &removed)
{
    if (value.is_object() || value.is_array()) {
        for (Value &content : value)
            take(content, name, path, removed);
        return;
    }
    const QString text = json::shown(value);
    if (value.is_null() || value.is_boolean() || text.isEmpty() || isPlaceholder(text))
        return;
    removed.paths << path;
    removed.secrets << core::Secret::fromText(text);
    core::redactor::remember(removed.secrets.last());
    value = placeholderFor(name);
}

void takeMembers(Value &value, const QString &path, RemovedSecrets &removed)
{
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            takeMembers(value[i], u"%1[%2]"_s.arg(path).arg(i), removed);
    } else if (value.is_object()) {
        for (auto &[name, content] : value.get_ref<Value::object_t &>()) {
            const QString memberName = QString::fromStdString(name);
            const QString memberPath = path.isEmpty() ? memberName : path + u'.' + memberName;
            if (isSecretName(name) ||
                looksLikeEntraSecret(json::toText(content))) // also when pasted into the wrong member
                take(content, name, memberPath, removed);
            else
                takeMembers(content, memberPath, removed);
        }
    }
}

void removeFromTexts(Value &value, const QList<core::Secret> &secrets)
{
    if (value.is_object() || value.is_array()) {
        for (Value &content : value)
            removeFromTexts(content, secrets);
    } else if (value.is_string()) {
        QString text = json::toText(value);
        for (const core::Secret &secret : secrets) {
            const QString bare = QString::fromUtf8(secret.reveal());
            if (bare.size() >= shortestSearched)
                text.replace(bare, "[removed]"_L1);
        }
        if (text != json::toText(value))
            value = json::fromText(text);
    }
}

} // namespace

bool isSecretName(const std::string &name)
{
    QString bare = QString::fromStdString(name).toLower();
    bare.removeIf([](QChar c) { return c == u'_' || c == u'-' || c == u'.' || c == u' '; });
    return std::any_of(secretEndings.begin(), secretEndings.end(),
                       [&bare](const char *ending) { return bare.endsWith(QLatin1StringView(ending)); });
}

std::string placeholderFor(const std::string &name)
{
    return "your_" + name;
}

RemovedSecrets removeSecrets(Value &value)
{
    RemovedSecrets removed;
    takeMembers(value, {}, removed);
    removeFromTexts(value, removed.secrets);
    return removed;
}

} // namespace profile
