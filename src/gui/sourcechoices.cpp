#include "consent/valuepath.h"
#include "gui/mappingspage.h"

namespace gui {

using consent::ValuePath;

QList<PickerBox::Choice> sourceChoices(const consent::Catalogue *catalogue)
{
    const consent::Catalogue none;
    const consent::Catalogue &known = catalogue ? *catalogue : none;
    QList<PickerBox::Choice> choices;
    const auto offer = [&](const ValuePath &path, const QString &hint) {
        choices.append({path.toText(), consent::describe(path, known), hint});
    };
    const QString yesNo = MappingsPage::tr("yes or no");
    const QString text = MappingsPage::tr("text");

    bool hasTree = false;
    for (const consent::Purpose &purpose : known.purposes)
        hasTree = hasTree || !purpose.preferenceIds.isEmpty();

    for (const consent::Purpose &purpose : known.purposes) {
        offer({.kind = ValuePath::Kind::Purpose, .purposeId = purpose.id}, yesNo);
        for (const QString &channel : known.channels)
            offer({.kind = ValuePath::Kind::PurposeChannel, .purposeId = purpose.id, .channelId = channel}, yesNo);
        for (const consent::Preference &preference : known.preferences) {
            if (hasTree ? !purpose.preferenceIds.contains(preference.id) : purpose.isGlobal)
                continue;
            offer({.kind = ValuePath::Kind::PreferenceValues, .purposeId = purpose.id, .preferenceId = preference.id},
                  text);
            for (const consent::PreferenceValue &value : preference.values) {
                offer({.kind = ValuePath::Kind::PreferenceValue,
                       .purposeId = purpose.id,
                       .preferenceId = preference.id,
                       .valueId = value.id},
                      yesNo);
            }
        }
    }
    for (const consent::Purpose &purpose : known.purposes)
        offer({.kind = ValuePath::Kind::PurposeInterest, .purposeId = purpose.id}, yesNo);
    for (const QString &key : {QStringLiteral("organization_user_id"), QStringLiteral("id"), QStringLiteral("country")})
        offer({.kind = ValuePath::Kind::Identity, .key = key}, text);
    return choices;
}

} // namespace gui
