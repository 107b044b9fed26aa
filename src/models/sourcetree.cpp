#include "models/sourcetree.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using consent::Catalogue;
using consent::Purpose;
using consent::ValuePath;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(models::SourceTree)
};

SourceNode nodeOf(const ValuePath &path, const QString &name, const Catalogue &catalogue)
{
    ValuePath written = path;
    written.text = path.toText();
    return {.path = written, .name = name, .fullName = consent::describe(path, catalogue)};
}

SourceNode headingOf(const QString &name, const QList<SourceNode> &children)
{
    return {.path = {}, .name = name, .fullName = name, .children = children};
}

QString nameOf(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : name;
}

SourceNode preferenceNode(const Purpose &purpose, const consent::Preference &preference, const Catalogue &catalogue)
{
    SourceNode node =
        nodeOf({.kind = ValuePath::Kind::PreferenceValues, .purposeId = purpose.id, .preferenceId = preference.id},
               nameOf(preference.name, preference.id), catalogue);
    for (const consent::PreferenceValue &value : preference.values) {
        node.children += nodeOf({.kind = ValuePath::Kind::PreferenceValue,
                                 .purposeId = purpose.id,
                                 .preferenceId = preference.id,
                                 .valueId = value.id},
                                nameOf(value.name, value.id), catalogue);
    }
    return node;
}

SourceNode purposeNode(const Purpose &purpose, const Catalogue &catalogue, bool hasTree)
{
    SourceNode node = nodeOf({.kind = ValuePath::Kind::Purpose, .purposeId = purpose.id},
                             nameOf(purpose.name, purpose.id), catalogue);
    for (const QString &channel : catalogue.channels) {
        //: In a tree, below a purpose: the choice for one channel.
        node.children +=
            nodeOf({.kind = ValuePath::Kind::PurposeChannel, .purposeId = purpose.id, .channelId = channel},
                   Texts::tr("by %1").arg(channel), catalogue);
    }
    for (const consent::Preference &preference : catalogue.preferences) {
        const bool isHere = hasTree ? purpose.preferenceIds.contains(preference.id) : !purpose.isGlobal;
        if (isHere)
            node.children += preferenceNode(purpose, preference, catalogue);
    }
    node.children += nodeOf({.kind = ValuePath::Kind::PurposeInterest, .purposeId = purpose.id},
                            Texts::tr("legitimate interest"), catalogue);
    return node;
}

} // namespace

QList<SourceNode> sourceTree(const Catalogue &catalogue)
{
    const bool hasTree = std::ranges::any_of(catalogue.purposes,
                                             [](const Purpose &purpose) { return !purpose.preferenceIds.isEmpty(); });
    QList<SourceNode> tree;
    QList<SourceNode> global;
    for (const Purpose &purpose : catalogue.purposes)
        (purpose.isGlobal ? global : tree) += purposeNode(purpose, catalogue, hasTree);
    if (!global.isEmpty())
        tree += headingOf(Texts::tr("Purposes of IAB and Didomi"), global);
    QList<SourceNode> identity;
    for (const QString &key : {u"organization_user_id"_s, u"id"_s, u"country"_s}) {
        const ValuePath path{.kind = ValuePath::Kind::Identity, .key = key};
        identity += nodeOf(path, consent::describe(path, catalogue), catalogue);
    }
    tree += headingOf(Texts::tr("The person"), identity);
    return tree;
}

} // namespace models
