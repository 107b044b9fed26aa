#include "profile/olderlayout.h"

#include "profile/secretmembers.h"

#include <QCoreApplication>
#include <QSet>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;
using json::Value;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::OlderLayout)
};

bool isCredential(const std::string &name)
{
    static const QSet<std::string> names{"client_id", "tenant_id", "instance", "username"};
    return names.contains(name) || isSecretName(name);
}

Error givenTwice(const QString &field)
{
    return {.kind = Error::Kind::Invalid,
            .message =
                Text::tr("“%1” is given twice with different contents, in “config” and outside of it.").arg(field),
            .fix = Text::tr("Remove the one that is out of date and import the file again."),
            .field = field};
}

/// Adds every member of `from` that `goesHere` to the object `to`.
template <typename Filter>
std::optional<Error> addMembers(Value &to, const Value &from, const QString &where, Filter goesHere)
{
    for (const auto &[name, content] : from.get_ref<const Value::object_t &>()) {
        if (!goesHere(name, content))
            continue;
        const auto there = to.find(name);
        if (there == to.end())
            json::append(to, name, content);
        else if (*there != content)
            return givenTwice(where + u'.' + QString::fromStdString(name));
    }
    return {};
}

bool isCredentialGroup(const std::string &name, const Value &content)
{
    return content.is_object() && (name == "authentication" || name == "credentials");
}

bool isMappingList(const std::string &name, const Value &content)
{
    return name == "properties" && content.is_array();
}

std::optional<Error> collectAuthentication(Value &authentication, const Value &config)
{
    const auto always = [](const std::string &, const Value &) { return true; };
    auto problem = addMembers(authentication, config, u"authentication"_s,
                              [](const std::string &name, const Value &) { return isCredential(name); });
    for (const auto &[name, content] : config.get_ref<const Value::object_t &>()) {
        if (!problem && isCredentialGroup(name, content))
            problem = addMembers(authentication, content, u"authentication"_s, always);
    }
    return problem;
}

std::optional<Error> collectProperties(Value &properties, const Value &config)
{
    auto problem = addMembers(properties, config, u"properties"_s, [](const std::string &name, const Value &content) {
        return !isCredential(name) && !isCredentialGroup(name, content) && name != "properties" && name != "mappings";
    });
    const Value *own = json::member(config, "properties");
    if (!problem && own && own->is_object())
        problem =
            addMembers(properties, *own, u"properties"_s, [](const std::string &, const Value &) { return true; });
    return problem;
}

/// The member of `integration`, which must have the right kind where there is one.
core::Result<Value> startingFrom(const Value &integration, const char *name, const Value &empty)
{
    const Value *there = json::member(integration, name);
    if (!there || there->is_null())
        return empty;
    if (there->type() == empty.type())
        return *there;
    return Error{.kind = Error::Kind::Invalid,
                 .message = Text::tr("“%1” must be %2, but is %3.")
                                .arg(QString::fromLatin1(name), json::kindText(empty), json::kindText(*there)),
                 .fix = Text::tr("Correct it in the file and import it again."),
                 .field = QString::fromLatin1(name)};
}

} // namespace

bool isOlderLayout(const Value &integration)
{
    return json::member(integration, "config") != nullptr;
}

core::Result<Value> toTodaysLayout(const Value &integration)
{
    auto config = startingFrom(integration, "config", Value::object());
    auto authentication = startingFrom(integration, "authentication", Value::object());
    auto properties = startingFrom(integration, "properties", Value::object());
    auto mappings = startingFrom(integration, "mappings", Value::array());
    for (const auto *part : {&config, &authentication, &properties, &mappings}) {
        if (!*part)
            return part->error();
    }

    if (const auto problem = collectAuthentication(*authentication, *config))
        return *problem;
    if (const auto problem = collectProperties(*properties, *config))
        return *problem;
    for (const auto &[name, content] : config->get_ref<const Value::object_t &>()) {
        if (isMappingList(name, content) || (name == "mappings" && content.is_array()))
            mappings->insert(mappings->end(), content.begin(), content.end());
        else if (name == "mappings" || (name == "properties" && !content.is_object() && !content.is_null()))
            return Error{.kind = Error::Kind::Invalid,
                         .message = Text::tr("“config.%1” must be a list, but is %2.")
                                        .arg(QString::fromStdString(name), json::kindText(content)),
                         .fix = Text::tr("Correct it in the file and import it again."),
                         .field = u"config."_s + QString::fromStdString(name)};
    }

    Value result = Value::object();
    for (const auto &[name, content] : integration.get_ref<const Value::object_t &>()) {
        if (name == "config") {
            json::append(result, "authentication", std::move(*authentication));
            json::append(result, "properties", std::move(*properties));
            json::append(result, "mappings", std::move(*mappings));
        } else if (name != "authentication" && name != "properties" && name != "mappings") {
            json::append(result, name, content);
        }
    }
    return result;
}

} // namespace profile
