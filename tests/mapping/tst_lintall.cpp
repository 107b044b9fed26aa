// Every kind of finding, with its code, its gravity and its one click.

#include "columns.h"
#include "mapping/lint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using profile::Mapping;
using profile::Transform;
using Kind = Mapping::Action::Kind;
using Polarity = Mapping::Polarity;
using Remedy = LintFinding::Remedy;
using Severity = LintFinding::Severity;
using State = Mapping::State;

Q_DECLARE_METATYPE(QList<profile::Mapping>)

namespace {

const QString news = u"consents_purposes_newsletter_enabled"_s;
const QString topics = u"consents_purposes_newsletter_values_topics_value"_s;
const QString guid = u"7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;
const QString topicId = u"11111111-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;
const QString purposeId = u"22222222-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;
const QString oldId = u"33333333-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;

consent::Catalogue catalogue()
{
    return {
        .purposes = {{.id = u"newsletter"_s, .name = u"Newsletter"_s, .preferenceIds = {u"topics"_s}},
                     {.id = u"sms_marketing"_s, .name = u"SMS"_s},
                     {.id = u"cookies"_s, .name = u"Cookies"_s, .isGlobal = true}},
        .preferences = {{.id = u"topics"_s, .isMulti = true, .values = {{.id = u"sports"_s}, {.id = u"culture"_s}}}}};
}

Column brand()
{
    const QList<TargetKey> keys{{.column = u"new_code"_s, .status = Key::Status::Active},
                                {.column = u"new_old"_s, .status = Key::Status::Failed}};
    return columns::lookup(u"new_brand"_s, {{.table = u"new_brand"_s,
                                             .entitySet = u"new_brands"_s,
                                             .navigationProperty = u"new_Brand"_s,
                                             .primaryId = u"new_brandid"_s,
                                             .keys = keys}});
}

Column company()
{
    LookupTarget account{.table = u"account"_s, .entitySet = u"accounts"_s, .navigationProperty = u"c_account"_s};
    LookupTarget contact{.table = u"contact"_s, .entitySet = u"contacts"_s, .navigationProperty = u"c_contact"_s};
    return columns::lookup(u"new_company"_s, {account, contact}, ColumnType::Customer);
}

Table table()
{
    Column locked = columns::boolean(u"new_locked"_s);
    locked.isValidForUpdate = false;
    Column mirror = columns::text(u"new_whoname"_s, 100);
    mirror.attributeOf = u"new_text"_s;
    Column unread = columns::boolean(u"new_unread"_s);
    unread.isValidForRead = false;
    Column needed = columns::text(u"lastname"_s, 50);
    needed.required = Column::Required::System;
    Column expected = columns::text(u"firstname"_s, 50);
    expected.required = Column::Required::Business;
    Column mail = columns::text(u"emailaddress1"_s, 100);
    mail.format = u"Email"_s;
    return {.logicalName = u"contact"_s,
            .primaryId = u"contactid"_s,
            .columns = {columns::donotbulkemail(), mail, expected, columns::boolean(u"followemail"_s), needed,
                        columns::choice(u"new_choice"_s), columns::choice(u"new_choices"_s, ColumnType::MultiChoice),
                        locked, columns::text(u"new_short"_s, 4), columns::text(u"new_text"_s, 100), unread,
                        columns::writable(u"new_when"_s, ColumnType::DateTime), mirror, brand(), company()}};
}

ConsentTree tree()
{
    return {
        .purposes = {{.id = purposeId, .name = u"Commercial"_s}, {.id = oldId, .name = u"Old"_s, .isActive = false}},
        .topics = {{.id = topicId, .name = u"Sports"_s, .purposeId = purposeId}}};
}

Mapping to(const QString &column, const QString &value = news)
{
    return {.column = column, .value = value};
}

template <typename Change>
Mapping with(Mapping mapping, Change change)
{
    change(mapping);
    return mapping;
}

Mapping acting(const QString &column, State state, Kind kind, const QString &literal = {})
{
    return with(to(column), [&](Mapping &mapping) { mapping.setAction(state, {.kind = kind, .literal = literal}); });
}

profile::Profile profileOf(const QList<Mapping> &mappings)
{
    profile::Profile profile = profile::newProfile(u"EU"_s);
    profile.integration.mappings = mappings;
    profile.integration.instance = u"acme.crm4.dynamics.com"_s;
    return profile;
}

const LintFinding *found(const QList<LintFinding> &findings, const QString &code)
{
    for (const LintFinding &finding : findings) {
        if (finding.code == code)
            return &finding;
    }
    return nullptr;
}

} // namespace

class TestLintAll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QList<Mapping>>("mappings"); // the last one is looked at
        QTest::addColumn<bool>("isCurrent");
        QTest::addColumn<QString>("code");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<Remedy>("remedy");
        const auto row = [](const char *name, const QList<Mapping> &mappings, const char *code, Severity severity,
                            Remedy remedy, bool isCurrent = false) {
            QTest::newRow(name) << mappings << isCurrent << QString::fromLatin1(code) << severity << remedy;
        };
        row("path with blanks", {to(u"followemail"_s, news + u' ')}, "unknown-path", Severity::Error, Remedy::Replace);
        row("no path", {to(u"followemail"_s, u"newsletter"_s)}, "unknown-path", Severity::Error, Remedy::None);
        row("purpose misspelt", {to(u"followemail"_s, u"consents_purposes_newsleter_enabled"_s)}, "unknown-id",
            Severity::Warning, Remedy::Replace);
        row("value misspelt", {to(u"followemail"_s, u"consents_purposes_newsletter_preferences_topics_values_sport"_s)},
            "unknown-id", Severity::Warning, Remedy::Replace);
        row("purpose unknown", {to(u"followemail"_s, u"consents_purposes_gone_enabled"_s)}, "unknown-id",
            Severity::Warning, Remedy::None);
        row("no column", {to(QString())}, "no-column", Severity::Error, Remedy::None);
        row("column misspelt", {to(u"followmail"_s)}, "missing-column", Severity::Error, Remedy::Replace);
        row("column unknown", {to(u"zzzzzzzz"_s)}, "missing-column", Severity::Error, Remedy::None);
        const auto pointing = [](const QString &column, const QString &table, const QString &key) {
            return with(to(column, u"metadata_brand"_s), [&](Mapping &m) { m.lookup = {table, key}; });
        };
        row("lookup by no key", {pointing(u"new_brand"_s, {}, u"new_name"_s)}, "lookup-key", Severity::Error,
            Remedy::Replace);
        row("lookup by a failed key", {pointing(u"new_brand"_s, {}, u"new_old"_s)}, "lookup-key", Severity::Error,
            Remedy::Replace);
        row("lookup to another table", {pointing(u"new_brand"_s, u"lead"_s, u"new_code"_s)}, "lookup-table",
            Severity::Error, Remedy::None);
        row("lookup to one of several", {pointing(u"new_company"_s, {}, u"new_code"_s)}, "lookup-table",
            Severity::Error, Remedy::None);
        row("lookup by keys nobody knows", {pointing(u"new_company"_s, u"account"_s, u"new_code"_s)},
            "lookup-keys-not-loaded", Severity::Unknown, Remedy::None);
        row("lookup that is none", {pointing(u"new_text"_s, {}, u"new_code"_s)}, "unused-lookup", Severity::Warning,
            Remedy::Replace);
        row("metadata as a row's id", {pointing(u"new_brand"_s, {}, {})}, "wrong-type", Severity::Warning,
            Remedy::None);
        row("read-only", {to(u"new_locked"_s)}, "read-only-column", Severity::Error, Remedy::None);
        row("mirror", {to(u"new_whoname"_s)}, "read-only-column", Severity::Error, Remedy::Replace);
        row("date", {to(u"new_when"_s)}, "wrong-type", Severity::Error, Remedy::None);
        row("text into yes/no", {to(u"followemail"_s, topics)}, "wrong-type", Severity::Error, Remedy::None);
        row("too short for false", {to(u"new_short"_s)}, "too-short", Severity::Error, Remedy::None);
        row("too short for a literal", {acting(u"new_short"_s, State::Given, Kind::Literal, u"granted"_s)}, "too-short",
            Severity::Error, Remedy::None);
        row("too short for values", {to(u"new_short"_s, topics)}, "too-short", Severity::Warning, Remedy::None);
        row("too short for a hash",
            {with(to(u"new_short"_s, u"metadata_x"_s),
                  [](Mapping &m) { m.transforms = {{.kind = Transform::Kind::Md5}}; })},
            "too-short", Severity::Error, Remedy::None);
        row("twice", {to(u"followemail"_s), to(u"followemail"_s, u"consents_purposes_sms_marketing_enabled"_s)},
            "duplicate-target", Severity::Error, Remedy::None);
        row("the very same twice", {to(u"followemail"_s), to(u"followemail"_s)}, "duplicate-target", Severity::Error,
            Remedy::Remove);
        row("unconfirmed", {to(u"donotbulkemail"_s)}, "polarity-unconfirmed", Severity::Error, Remedy::Replace);
        row("direct", {with(to(u"donotbulkemail"_s), [](Mapping &m) { m.polarity = Polarity::Direct; })},
            "polarity-unusual", Severity::Warning, Remedy::Replace);
        row("label",
            {with(to(u"new_choice"_s),
                  [](Mapping &m) {
                      m.givenLiteral = u"yes"_s;
                      m.refusedLiteral = u"9"_s;
                  })},
            "wrong-value", Severity::Error, Remedy::Replace);
        row("no such option",
            {with(to(u"new_choice"_s),
                  [](Mapping &m) {
                      m.givenLiteral = u"77"_s;
                      m.refusedLiteral = u"9"_s;
                  })},
            "wrong-value", Severity::Error, Remedy::None);
        row("label in the table",
            {with(to(u"new_choices"_s, topics),
                  [](Mapping &m) {
                      m.valueTable = {{u"sports"_s, u"Sports"_s}, {u"culture"_s, u"9"_s}};
                  })},
            "wrong-value", Severity::Error, Remedy::Replace);
        row("same values",
            {with(to(u"new_choice"_s),
                  [](Mapping &m) {
                      m.givenLiteral = u"9"_s;
                      m.refusedLiteral = u"9"_s;
                  })},
            "same-values", Severity::Warning, Remedy::None);
        row("no choice into yes/no", {acting(u"followemail"_s, State::NoChoice, Kind::Literal, u"false"_s)},
            "wrong-type", Severity::Error, Remedy::Replace);
        row("pending into yes/no", {acting(u"followemail"_s, State::Pending, Kind::Literal, u"false"_s)}, "wrong-type",
            Severity::Error, Remedy::Replace);
        row("cleared where that allows",
            {with(acting(u"donotbulkemail"_s, State::Refused, Kind::Clear),
                  [](Mapping &m) { m.polarity = Polarity::Inverted; })},
            "not-clearable", Severity::Error, Remedy::Replace);
        row("required and cleared",
            {with(acting(u"lastname"_s, State::NoChoice, Kind::Clear),
                  [](Mapping &m) { m.givenLiteral = m.refusedLiteral = u"x"_s; })},
            "not-clearable", Severity::Error, Remedy::Replace);
        row("refused left alone", {acting(u"followemail"_s, State::Refused, Kind::LeaveAlone)}, "refused-left-alone",
            Severity::Warning, Remedy::Replace);
        row("values of yes/no", {acting(u"followemail"_s, State::Given, Kind::Literal, u"true"_s)}, "unused-literal",
            Severity::Warning, Remedy::Replace);
        row("bad template",
            {with(to(u"new_text"_s, topics),
                  [](Mapping &m) { m.transforms = {{.kind = Transform::Kind::Template, .text = u"{x}"_s}}; })},
            "transform", Severity::Error, Remedy::None);
        row("steps of a choice",
            {with(to(u"followemail"_s), [](Mapping &m) { m.transforms = {{.kind = Transform::Kind::Md5}}; })},
            "unused-transform", Severity::Warning, Remedy::Replace);
        row("identity back",
            {with(to(u"new_text"_s, u"organization_user_id"_s),
                  [](Mapping &m) { m.direction = Mapping::Direction::Both; })},
            "not-reversible", Severity::Error, Remedy::Replace);
        row("hash back",
            {with(to(u"new_text"_s, topics),
                  [](Mapping &m) {
                      m.direction = Mapping::Direction::ToDidomi;
                      m.transforms = {{.kind = Transform::Kind::Md5}};
                  })},
            "not-reversible", Severity::Error, Remedy::Replace);
        row("unreadable back", {with(to(u"new_unread"_s), [](Mapping &m) { m.direction = Mapping::Direction::Both; })},
            "unreadable-column", Severity::Error, Remedy::Replace);
        row("match column", {to(u"emailaddress1"_s, u"metadata_mail"_s)}, "match-column", Severity::Warning,
            Remedy::Remove);
        row("topic in Legacy", {to(topicId)}, "modes-mixed", Severity::Error, Remedy::None);
        row("column in Current", {to(u"followemail"_s)}, "modes-mixed", Severity::Error, Remedy::None, true);
        row("topic alone", {to(topicId)}, "topic-without-purpose", Severity::Warning, Remedy::None, true);
        row("purpose that goes to Didomi only",
            {with(to(purposeId), [](Mapping &m) { m.direction = Mapping::Direction::ToDidomi; }), to(topicId)},
            "topic-without-purpose", Severity::Warning, Remedy::None, true);
        row("unknown target", {to(guid)}, "unknown-target", Severity::Error, Remedy::None, true);
        row("old target", {to(oldId)}, "inactive-target", Severity::Error, Remedy::None, true);
        row("text to a purpose", {to(purposeId, topics)}, "wrong-type", Severity::Error, Remedy::None, true);
        row("target twice", {to(purposeId), to(purposeId.toUpper(), topics)}, "duplicate-target", Severity::Error,
            Remedy::None, true);
    }

    void finds()
    {
        QFETCH(QList<Mapping>, mappings);
        QFETCH(bool, isCurrent);
        QFETCH(QString, code);
        QFETCH(Severity, severity);
        QFETCH(Remedy, remedy);
        profile::Profile profile = profileOf(mappings);
        if (isCurrent)
            profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
        const Table columns = table();
        const consent::Catalogue known = catalogue();
        const ConsentTree targets = tree();
        const LintInput input{.table = &columns, .catalogue = &known, .tree = &targets};
        const LintReport report = lintAll(profile, input);
        QCOMPARE(report.rows.size(), mappings.size());
        const Verdict &verdict = report.rows.last();
        const LintFinding *finding = found(verdict.findings, code);
        QVERIFY2(finding, qPrintable(verdict.message));
        QVERIFY2(finding->severity == severity, qPrintable(severityWord(finding->severity)));
        QCOMPARE(finding->remedy, remedy);
        QVERIFY(!finding->message.isEmpty() && !finding->fix.isEmpty());
        QCOMPARE(finding->fixed.has_value(), remedy == Remedy::Replace || remedy == Remedy::Add);

        // The verdict is the gravest of them.
        for (qsizetype i = 1; i < verdict.findings.size(); ++i)
            QVERIFY(verdict.findings[i - 1].severity >= verdict.findings[i].severity);
        QCOMPARE(verdict.message, verdict.findings.first().message);
        QCOMPARE(verdict.fix, verdict.findings.first().fix);
        QVERIFY(lint(profile, &columns, &known).size() == report.rows.size());

        // One click, and it is not said again.
        if (remedy == Remedy::None)
            return;
        const qsizetype at = mappings.size() - 1;
        profile.integration.mappings = withFix(mappings, at, *finding);
        QVERIFY(profile.integration.mappings != mappings);
        const LintReport after = lintAll(profile, input);
        for (const Verdict &row : after.rows) {
            const LintFinding *same = found(row.findings, code);
            QVERIFY2(!same || same->message != finding->message, qPrintable(finding->message));
        }
    }

    void isQuietWhereAllIsWell()
    {
        const Table columns = table();
        const consent::Catalogue known = catalogue();
        const ConsentTree targets = tree();
        const LintInput input{.table = &columns, .catalogue = &known, .tree = &targets};
        const profile::Profile legacy =
            profileOf({with(to(u"donotbulkemail"_s), [](Mapping &m) { m.polarity = Polarity::Inverted; }),
                       to(u"followemail"_s, u"consents_purposes_sms_marketing_enabled"_s),
                       with(to(u"new_choices"_s, topics),
                            [](Mapping &m) {
                                m.valueTable = {{u"sports"_s, u"1"_s}, {u"culture"_s, u"9"_s}};
                            }),
                       with(to(u"new_choice"_s),
                            [](Mapping &m) {
                                m.setAction(State::Given, {Kind::Literal, u"1"_s});
                                m.setAction(State::Refused, {Kind::Clear, {}});
                                m.setAction(State::NoChoice, {Kind::Clear, {}});
                                m.setAction(State::Pending, {Kind::Literal, u"9"_s});
                            }),
                       with(to(u"new_brand"_s, u"metadata_brand"_s),
                            [](Mapping &m) { m.lookup = {.table = {}, .column = u"new_code"_s}; }),
                       // The other way may name a column again.
                       with(to(u"followemail"_s, u"consents_purposes_sms_marketing_enabled"_s),
                            [](Mapping &m) { m.direction = Mapping::Direction::ToDidomi; })});
        const LintReport report = lintAll(legacy, input);
        for (const Verdict &verdict : report.rows)
            QVERIFY2(verdict == Verdict{.state = Verdict::State::Fine}, qPrintable(verdict.message));
        QVERIFY(report.profile.isEmpty());

        profile::Profile current = profileOf({to(purposeId), to(topicId, news)});
        current.integration.typeId = u"microsoft-dynamics-cpc"_s;
        for (const Verdict &verdict : lintAll(current, input).rows)
            QVERIFY2(verdict == Verdict{.state = Verdict::State::Fine}, qPrintable(verdict.message));
        QCOMPARE(lintAll(current, {.catalogue = &known}).rows.first().state, Verdict::State::Unknown);
    }

    void missesPurposes()
    {
        const consent::Catalogue known = catalogue();
        const profile::Profile profile = profileOf({to(u"followemail"_s, u"consents_preferences_topics_value"_s)});
        const LintReport report = lintAll(profile, {.catalogue = &known});
        QCOMPARE(report.profile.size(), 1); // the newsletter's preference is mapped, and cookies are not ours
        const LintFinding &finding = report.profile.first();
        QCOMPARE(finding.code, u"purpose-unmapped"_s);
        QCOMPARE(finding.severity, Severity::Hint);
        QVERIFY(finding.message.contains(u"SMS"_s));
        const QList<Mapping> added = withFix(profile.integration.mappings, -1, finding);
        QCOMPARE(added.size(), 2);
        QCOMPARE(added.last().value, u"consents_purposes_sms_marketing_enabled"_s);
        QVERIFY(lintAll(profileOf(added), {.catalogue = &known}).profile.isEmpty());
    }

    void wantsRequiredColumnsOfNewRows()
    {
        const Table columns = table();
        profile::Profile profile = profileOf({to(u"followemail"_s)});
        QVERIFY(lintAll(profile, {.table = &columns}).profile.isEmpty());
        profile.integration.upsertMode = true;
        const LintReport report = lintAll(profile, {.table = &columns});
        QCOMPARE(report.profile.size(), 2);
        QCOMPARE(report.profile[0].code, u"required-columns"_s);
        QCOMPARE(report.profile[0].severity, Severity::Error);
        QVERIFY(report.profile[0].message.contains(u"lastname"_s));
        QCOMPARE(report.profile[1].severity, Severity::Warning);
        QVERIFY(report.profile[1].message.contains(u"firstname"_s));
        profile.integration.mappings << to(u"firstname"_s, u"metadata_a"_s);
        profile.match.column = u"lastname"_s; // the match column is always filled
        QVERIFY(lintAll(profile, {.table = &columns}).profile.isEmpty());
        profile.match.column = u"new_locked"_s;
        Table locked = columns;
        for (Column &column : locked.columns)
            column.isValidForCreate = column.isValidForCreate && column.logicalName != u"new_locked"_s;
        QVERIFY(found(lintAll(profile, {.table = &locked}).profile, u"match-column-not-creatable"_s));
    }

    void countsConstantsOfNewRows()
    {
        const Table columns = table();
        profile::Profile profile = profileOf({to(u"followemail"_s)});
        profile.integration.upsertMode = true;
        const LintReport before = lintAll(profile, {.table = &columns});
        const LintFinding *required = found(before.profile, u"required-columns"_s);
        QCOMPARE(required->remedy, Remedy::SetConstants);
        QCOMPARE(withFix(profile.integration.mappings, -1, *required), profile.integration.mappings);
        profile = withFix(profile, -1, *required); // one to complete
        QCOMPARE(profile.newRow, (QList<profile::Constant>{{.column = u"lastname"_s, .text = {}}}));
        QVERIFY(found(lintAll(profile, {.table = &columns}).profile, u"constant-refused"_s));
        profile.newRow = {{.column = u"lastname"_s, .text = u"?"_s}, {.column = u"firstname"_s, .text = u"?"_s}};
        QVERIFY(lintAll(profile, {.table = &columns}).profile.isEmpty());
    }

    void judgesConstants_data()
    {
        QTest::addColumn<profile::Constant>("constant");
        QTest::addColumn<QString>("code"); // empty: nothing is said
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<QString>("fixed"); // its text after one click; "-" when it is gone, empty: no click
        const auto row = [](const char *name, const QString &column, const QString &text, const char *code = "",
                            Severity severity = Severity::Error, const QString &fixed = {}) {
            QTest::newRow(name) << profile::Constant{column, text} << QString::fromLatin1(code) << severity << fixed;
        };
        row("text", u"new_text"_s, u"x"_s);
        row("too long", u"new_short"_s, u"abcde"_s, "constant-refused");
        row("empty", u"new_text"_s, {}, "constant-refused");
        row("no column", u"new_gone"_s, u"x"_s, "constant-refused");
        row("option", u"new_choice"_s, u"9"_s);
        row("label", u"new_choice"_s, u" culture"_s, "constant-refused", Severity::Error, u"9"_s);
        row("no option", u"new_choice"_s, u"12"_s, "constant-refused");
        row("mirror", u"new_whoname"_s, u"x"_s, "constant-refused");
        row("lookup by key", u"new_brand"_s, u"new_brand(new_code='FR')"_s);
        row("lookup by a failed key", u"new_brand"_s, u"new_brand(new_old='FR')"_s, "constant-refused");
        row("lookup by id", u"new_brand"_s, guid);
        row("match column", u"emailaddress1"_s, u"a@example.com"_s, "constant-unused", Severity::Warning, u"-"_s);
        row("consent for everybody", u"followemail"_s, u"true"_s, "constant-consents", Severity::Warning, u"-"_s);
        row("refused for everybody", u"followemail"_s, u"false"_s);
        row("allowed for everybody", u"donotbulkemail"_s, u"false"_s, "constant-consents", Severity::Warning, u"-"_s);
        row("forbidden for everybody", u"donotbulkemail"_s, u"true"_s);
    }
    void judgesConstants()
    {
        QFETCH(profile::Constant, constant);
        QFETCH(QString, code);
        QFETCH(Severity, severity);
        QFETCH(QString, fixed);
        const Table columns = table();
        profile::Profile profile = profileOf(
            {to(u"followemail"_s), with(to(u"donotbulkemail"_s), [](Mapping &m) { m.polarity = Polarity::Inverted; })});
        profile.integration.upsertMode = true;
        profile.newRow = {{u"lastname"_s, u"?"_s}, constant, {u"firstname"_s, u"?"_s}};
        const LintReport report = lintAll(profile, {.table = &columns});
        QCOMPARE(report.profile.size(), code.isEmpty() ? 0 : 1);
        if (code.isEmpty())
            return;
        const LintFinding &finding = report.profile.first();
        QCOMPARE(finding.code, code);
        QVERIFY(finding.severity == severity);
        QVERIFY(!finding.message.isEmpty() && !finding.fix.isEmpty());
        QCOMPARE(finding.remedy, fixed.isEmpty() ? Remedy::None : Remedy::SetConstants);
        if (fixed.isEmpty())
            return;
        const profile::Profile after = withFix(profile, -1, finding);
        QCOMPARE(after.newRow.size(), fixed == u"-" ? 2 : 3);
        if (fixed != u"-")
            QCOMPARE(after.newRow[1].text, fixed);
        QVERIFY(lintAll(after, {.table = &columns}).profile.isEmpty());
        // Only new rows have constants.
        profile.integration.upsertMode = false;
        const LintReport without = lintAll(profile, {.table = &columns});
        QCOMPARE(without.profile.size(), 1);
        QCOMPARE(without.profile.first().code, u"constants-unused"_s);
    }

    void tellsOfConstantsThatAddressesRefuse()
    {
        const Table columns = table();
        profile::Profile profile = profileOf({to(u"followemail"_s)});
        profile.match = {.kind = profile::MatchRule::Kind::AlternateKey,
                         .column = u"lastname"_s,
                         .more = {{.column = u"new_text"_s, .value = u"a/b"_s}}};
        const auto report = lintAll(profile, {.table = &columns});
        const LintFinding *unsafe = found(report.profile, u"match-key-unsafe"_s);
        QVERIFY(unsafe);
        QVERIFY(unsafe->message.contains(u"new_text"_s));
        profile.match.more[0].value = u"a b"_s;
        QVERIFY(lintAll(profile, {.table = &columns}).profile.isEmpty());
    }

    void looksAtTheKeysOfIds()
    {
        const Table columns = table();
        profile::Profile profile = profileOf({to(u"followemail"_s)});
        profile.match.kind = profile::MatchRule::Kind::AlternateKey;
        const QStringList ids{u"a+canary@x.test"_s, u"b@x.test"_s, u"B@x.test"_s, u"b@x.test"_s, QString()};
        const LintReport report = lintAll(profile, {.table = &columns, .sampleIds = ids});
        const LintFinding *unsafe = found(report.profile, u"match-key-unsafe"_s);
        QVERIFY(unsafe);
        QCOMPARE(unsafe->severity, Severity::Warning);
        QVERIFY(unsafe->message.startsWith(u'1'));
        const LintFinding *shared = found(report.profile, u"match-key-shared"_s);
        QVERIFY(shared && shared->message.startsWith(u'1'));
        for (const LintFinding &finding : report.profile)
            QVERIFY(!(finding.message + finding.fix).contains(u"canary"_s));

        // Without ids to look at, a column of addresses is worth a hint.
        const LintReport hinted = lintAll(profile, {.table = &columns});
        QCOMPARE(found(hinted.profile, u"match-key-unsafe"_s)->severity, Severity::Hint);

        profile.match.transforms = {{.kind = Transform::Kind::LowerCase}, {.kind = Transform::Kind::Sha256}};
        const LintReport hashed = lintAll(profile, {.table = &columns, .sampleIds = ids});
        QVERIFY(!found(hashed.profile, u"match-key-unsafe"_s));
        QVERIFY(found(hashed.profile, u"match-key-shared"_s));
        profile.match.column = u"firstname"_s; // 50 characters
        QCOMPARE(found(lintAll(profile, {.table = &columns}).profile, u"match-key-too-long"_s)->severity,
                 Severity::Error);
        profile.match.transforms = {};
        profile.match.column = u"new_short"_s;
        QCOMPARE(
            found(lintAll(profile, {.table = &columns, .sampleIds = ids}).profile, u"match-key-too-long"_s)->severity,
            Severity::Warning);

        profile.match.transforms = {{.kind = Transform::Kind::Template, .text = u"{value}"_s}};
        QVERIFY(found(lintAll(profile, {.table = &columns}).profile, u"match-transform"_s));
        profile.match = {.kind = profile::MatchRule::Kind::RowId, .transforms = {{.kind = Transform::Kind::Md5}}};
        QVERIFY(found(lintAll(profile, {.table = &columns}).profile, u"match-transform"_s));
    }

    void keepsRegulationsApart()
    {
        const profile::Profile eu = profileOf({to(u"followemail"_s), to(u"new_text"_s)});
        profile::Profile us = profileOf({to(u"new_text"_s), to(u"new_choice"_s)});
        us.name = u"California"_s;
        us.options.regulation = u"cpra"_s;
        const LintReport report = lintAll(eu, {.others = {eu, us}});
        QCOMPARE(report.profile.size(), 1);
        QCOMPARE(report.profile.first().code, u"regulation-collision"_s);
        QCOMPARE(report.profile.first().severity, Severity::Error);
        QVERIFY(report.profile.first().message.contains(u"California"_s));
        QVERIFY(report.profile.first().message.contains(u"new_text"_s));

        profile::Profile elsewhere = us;
        elsewhere.integration.instance = u"other.crm4.dynamics.com"_s;
        profile::Profile another = us;
        another.options.table = u"lead"_s;
        profile::Profile same = us;
        same.options.regulation = u"GDPR"_s;
        profile::Profile back = us;
        for (Mapping &mapping : back.integration.mappings)
            mapping.direction = Mapping::Direction::ToDidomi;
        QVERIFY(lintAll(eu, {.others = {elsewhere, another, same, back}}).profile.isEmpty());

        const LintReport seen = lintAll(eu, {.regulations = {u"gdpr"_s, u"cpra"_s, u"cpra"_s, QString()}});
        QCOMPARE(seen.profile.size(), 1);
        QCOMPARE(seen.profile.first().code, u"regulation-other"_s);
        QVERIFY(seen.profile.first().message.contains(u"(cpra)"_s));
    }

    void fixesOfNoRowChangeNothing()
    {
        const QList<Mapping> mappings{to(u"a"_s), to(u"b"_s)};
        for (const Remedy remedy : {Remedy::None, Remedy::Replace, Remedy::Remove}) {
            for (const qsizetype row : {qsizetype(-1), qsizetype(2)})
                QCOMPARE(withFix(mappings, row, {.remedy = remedy, .fixed = to(u"c"_s)}), mappings);
        }
        QCOMPARE(withFix(mappings, 0, {.remedy = Remedy::Remove}), QList<Mapping>{to(u"b"_s)});
        for (const Severity severity : {Severity::Hint, Severity::Unknown, Severity::Warning, Severity::Error})
            QVERIFY(!severityText(severity).isEmpty() && !severityWord(severity).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLintAll)
#include "tst_lintall.moc"
