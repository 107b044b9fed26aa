#include "mapping/lintcurrent.h"

#include "mapping/consentrow.h"
#include "mapping/contactaddress.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Choice;
using consent::Finding;
using profile::Channel;
using profile::ContactPoint;
using profile::Mapping;
using profile::Profile;
using State = Mapping::State;
using Severity = LintFinding::Severity;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::LintCurrent)
};

bool isConsent(const Mapping &mapping)
{
    return mapping.goesToDynamics() && isConsentTarget(mapping.column);
}

void judgeColumn(const ContactPoint &point, Channel channel, const Table &table, QList<LintFinding> &said)
{
    const Column *column = table.column(point.name);
    const bool isText = column && (column->type == ColumnType::Text || column->type == ColumnType::Memo);
    const QString fix = Text::tr("Choose the column that journeys send to.");
    if (!column || !column->isValidForRead)
        said << LintFinding{
            .code = u"contact-point-missing"_s,
            .severity = Severity::Error,
            .message = Text::tr("Addresses for the channel “%1” are taken from the column %2, but the table %3 has no "
                                "such column that can be read.")
                           .arg(channelText(channel), point.name, table.logicalName),
            .fix = fix};
    else if (!isText)
        said << LintFinding{.code = u"contact-point-type"_s,
                            .severity = Severity::Error,
                            .message = Text::tr("Addresses for the channel “%1” are taken from the column %2, which "
                                                "holds no text.")
                                           .arg(channelText(channel), point.name),
                            .fix = fix};
}

void judgeContactPoint(const Profile &profile, Channel channel, const LintInput &input, QList<LintFinding> &said)
{
    const ContactPoint &point = profile.contactPoints.of(channel);
    switch (point.from) {
    case ContactPoint::From::Column:
        if (input.table)
            judgeColumn(point, channel, *input.table, said);
        return;
    case ContactPoint::From::Metadata:
        if (point.name.trimmed().isEmpty())
            said << LintFinding{.code = u"contact-point-missing"_s,
                                .severity = Severity::Error,
                                .message = Text::tr("Addresses for the channel “%1” are taken from Didomi’s metadata, "
                                                    "but it is not said from which.")
                                               .arg(channelText(channel)),
                                .fix = Text::tr("Enter the metadata’s key.")};
        return;
    case ContactPoint::From::UserId:
        break;
    }
    const auto unusable = std::count_if(input.sampleIds.cbegin(), input.sampleIds.cend(),
                                        [channel](const QString &id) { return !readContactAddress(channel, id); });
    if (unusable > 0)
        said << LintFinding{
            .code = u"contact-point-ids"_s,
            .severity = Severity::Warning,
            .message = Text::tr("The organization user id is taken as the address for the channel “%1”, but %n of %2 "
                                "ids that were looked at can be none.",
                                nullptr, int(unusable))
                           .arg(channelText(channel), QLocale().toString(input.sampleIds.size())),
            .fix = Text::tr("Take the address from a column of the person’s row.")};
}

void judgeProviders(const ConsentTree &tree, QList<LintFinding> &said)
{
    QStringList names;
    for (const ConsentTree::Profile &one : tree.profiles) {
        if (one.isActive && one.asksProvider)
            names << one.name;
    }
    if (!names.isEmpty())
        said << LintFinding{
            .code = u"consent-provider"_s,
            .severity = Severity::Warning,
            .message = Text::tr("These compliance profiles ask a consent provider when something is sent, so the rows "
                                "that are written here do not count for them: %1.")
                           .arg(QLocale().createSeparatedList(names)),
            .fix = Text::tr("Use another compliance profile for messages that go by these consents.")};
}

/// What somebody would have to say to be in `state`.
Finding answerOf(State state)
{
    switch (state) {
    case State::Given:
        return {.kind = Finding::Kind::Choice, .choice = Choice::Given};
    case State::Refused:
        return {.kind = Finding::Kind::Choice, .choice = Choice::Refused};
    case State::Pending:
        return {.kind = Finding::Kind::Choice, .choice = Choice::Pending};
    case State::NoChoice:
        break;
    }
    return {};
}

} // namespace

QList<LintFinding> lintConsentAnswers(const Mapping &mapping)
{
    QList<LintFinding> said;
    if (!isConsent(mapping))
        return said;
    std::optional<core::Error> problem;
    Mapping fixed = mapping;
    for (const State state : profile::allStates) { // asked of the rule that writes it
        const auto value = consentValueFor(answerOf(state), mapping);
        if (!value) {
            if (!problem)
                problem = value.error();
            fixed.setAction(state, {});
            continue;
        }
        if (*value != ConsentValue::NotSet || state == State::Given)
            continue;
        Mapping without = mapping;
        without.setAction(state, {});
        said << LintFinding{
            .code = u"consent-not-set"_s,
            .severity = Severity::Warning,
            //: %1 is "no choice" or "pending"
            .message = Text::tr("“Not set” is written when the choice is “%1”. What is opted out stays opted out, and "
                                "what is opted in no longer is.")
                           .arg(profile::stateText(state)),
            .fix = Text::tr("Let the mapping leave the consent alone then."),
            .remedy = LintFinding::Remedy::Replace,
            .fixed = without};
    }
    if (problem) { // one is enough of each mapping, and so is one click
        LintFinding finding{
            .code = u"consent-value"_s, .severity = Severity::Error, .message = problem->message, .fix = problem->fix};
        if (mapping.polarity != Mapping::Polarity::Inverted) { // else its value table is not what is wrong
            finding.remedy = LintFinding::Remedy::Replace;
            finding.fixed = fixed;
        }
        said.prepend(finding);
    }
    return said;
}

QList<LintFinding> lintCurrent(const Profile &profile, const LintInput &input)
{
    QList<LintFinding> said;
    if (profile::modeOf(profile.integration) != profile::Mode::Current)
        return said;
    const QList<Mapping> &all = profile.integration.mappings;
    for (const Channel channel : profile::allChannels) {
        const bool isUsed = std::any_of(all.cbegin(), all.cend(), [channel](const Mapping &mapping) {
            return isConsent(mapping) && mapping.channel == channel;
        });
        if (isUsed)
            judgeContactPoint(profile, channel, input, said);
    }
    if (input.tree)
        judgeProviders(*input.tree, said);
    return said;
}

} // namespace mapping
