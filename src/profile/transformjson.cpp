#include "profile/transformjson.h"

#include <QCoreApplication>

namespace profile {

using namespace Qt::StringLiterals;
using json::Value;

void readTransforms(MemberReader &reader, Transforms &transforms)
{
    reader.list("transforms", [&transforms](MemberReader &step) {
        Transform transform;
        if (const Value *kind = step.take("kind"); !kind || kind->is_null())
            return step.fail(invalidMember(
                step.path("kind"),
                QCoreApplication::translate("profile::ProfileFile", "“%1” must say what is done with the text.")
                    .arg(step.path("kind"))));
        step.word("kind", transformWords, transform.kind);
        step.text("text", transform.text);
        transforms << transform;
    });
}

Value transformsToJson(const Transforms &transforms)
{
    Value list = Value::array();
    for (const Transform &transform : transforms) {
        Value entry = Value::object();
        json::append(entry, "kind", json::fromText(wordOf(transformWords, transform.kind)));
        if (!transform.text.isEmpty())
            json::append(entry, "text", json::fromText(transform.text));
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace profile
