#include "engine/scope.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>
#include <QLocale>

#include <algorithm>
#include <array>
#include <iterator>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Scope)
};

/// The words of the file's member "whom", in the order of Scope::Whom.
constexpr std::array whomWords{"everybody"_L1, "people"_L1, "changed_since"_L1, "failed_before"_L1};

constexpr std::array choices{consent::Choice::None, consent::Choice::Given, consent::Choice::Refused,
                             consent::Choice::Pending};

Error invalid(const QString &field, const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

/// Takes the members of a scope and remembers the first problem; what nobody took is a problem too.
class Reader
{
public:
    explicit Reader(QJsonObject object) : m_object(std::move(object)) {}

    QString text(const QString &name)
    {
        const QJsonValue value = m_object.take(name);
        if (!value.isUndefined() && !value.isString())
            refuseType(name, Texts::tr("a text"));
        return value.toString();
    }

    bool flag(const QString &name)
    {
        const QJsonValue value = m_object.take(name);
        if (!value.isUndefined() && !value.isBool())
            refuseType(name, Texts::tr("true or false"));
        return value.toBool();
    }

    QStringList texts(const QString &name)
    {
        const QJsonValue value = m_object.take(name);
        QStringList list;
        bool isGood = value.isUndefined() || value.isArray();
        for (const QJsonValue &entry : value.toArray()) {
            isGood = isGood && entry.isString() && !entry.toString().isEmpty();
            list << entry.toString();
        }
        if (!isGood)
            refuseType(name, Texts::tr("a list of texts"));
        return list;
    }

    QDateTime time(const QString &name)
    {
        const QString written = text(name);
        if (written.isEmpty())
            return {};
        const QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs);
        if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
            refuseType(name, Texts::tr("a time such as 2026-11-20T09:58:12Z"));
            return {};
        }
        return time.toUTC();
    }

    /// The index of one of `words`.
    template <typename Words>
    std::optional<std::size_t> word(const QString &name, const Words &words)
    {
        const QString written = text(name);
        const auto found = std::find(std::begin(words), std::end(words), written);
        if (found != std::end(words))
            return std::size_t(found - std::begin(words));
        QStringList known;
        for (const auto &one : words)
            known << QString(one);
        refuse(name, Texts::tr("In the scope, “%1” is none of: %2.").arg(name, known.join(u", "_s)));
        return {};
    }

    bool has(const QString &name) const { return m_object.contains(name); }

    void refuse(const QString &name, const QString &message)
    {
        if (!m_problem)
            m_problem = invalid(name, message, Texts::tr("Correct “%1”, or describe the scope anew.").arg(name));
    }

    void refuseRest()
    {
        if (!m_object.isEmpty())
            refuse(m_object.begin().key(),
                   Texts::tr("The scope has a member that is not known: “%1”.").arg(m_object.begin().key().left(60)));
    }

    const std::optional<Error> &problem() const { return m_problem; }

private:
    void refuseType(const QString &name, const QString &expected)
    {
        refuse(name, Texts::tr("In the scope, “%1” is not %2.").arg(name, expected));
    }

    QJsonObject m_object;
    std::optional<Error> m_problem;
};

QStringList choiceWords()
{
    QStringList words;
    for (const consent::Choice choice : choices)
        words << consent::choiceWord(choice);
    return words;
}

void insertTexts(QJsonObject &object, const QString &name, const QStringList &texts)
{
    if (!texts.isEmpty())
        object.insert(name, QJsonArray::fromStringList(texts));
}

void insertText(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QString whomText(const Scope &scope)
{
    switch (scope.whom) {
    case Scope::Whom::Everybody:
        return Texts::tr("Everybody.");
    case Scope::Whom::People:
        return scope.people.size() == 1 ? Texts::tr("One person.")
                                        : Texts::tr("%n chosen people.", nullptr, int(scope.people.size()));
    case Scope::Whom::ChangedSince:
        return Texts::tr("Everybody who changed anything since %1.")
            .arg(QLocale().toString(scope.since.toLocalTime(), QLocale::ShortFormat));
    case Scope::Whom::FailedBefore:
        return Texts::tr("Everybody whose consents could not be written by an earlier run.");
    }
    return {};
}

QString choiceSentence(const Scope &scope)
{
    const QString purposes = QLocale().createSeparatedList(scope.purposes);
    if (!scope.choice)
        return scope.purposes.isEmpty() ? QString() : Texts::tr("Only who made a choice about %1.").arg(purposes);
    const QString choice = consent::choiceText(*scope.choice);
    return scope.purposes.isEmpty() ? Texts::tr("Only with this answer to any purpose: %1.").arg(choice)
                                    : Texts::tr("Only with this answer to %1: %2.").arg(purposes, choice);
}

} // namespace

QByteArray scopeToJson(const Scope &scope)
{
    QJsonObject object{{u"whom"_s, whomWords.at(std::size_t(scope.whom))}};
    insertTexts(object, u"people"_s, scope.people);
    if (scope.since.isValid())
        object.insert(u"since"_s, scope.since.toUTC().toString(Qt::ISODateWithMs));
    insertText(object, u"failed_in"_s, scope.failedIn);
    insertText(object, u"regulation"_s, scope.regulation);
    insertTexts(object, u"purposes"_s, scope.purposes);
    if (scope.choice)
        object.insert(u"choice"_s, consent::choiceWord(*scope.choice));
    if (scope.onlyDifferent)
        object.insert(u"only_different"_s, true);
    insertTexts(object, u"files"_s, scope.files);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Scope> scopeFromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject())
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("The scope is not a JSON object."),
                     .fix = Texts::tr("Describe the scope anew."),
                     .field = u"scope"_s,
                     .detail = problem.error == QJsonParseError::NoError ? QString() : problem.errorString()};
    Reader reader(document.object());
    Scope scope;
    if (const auto whom = reader.word(u"whom"_s, whomWords))
        scope.whom = Scope::Whom(*whom);
    scope.people = reader.texts(u"people"_s);
    scope.since = reader.time(u"since"_s);
    scope.failedIn = reader.text(u"failed_in"_s);
    scope.regulation = reader.text(u"regulation"_s);
    scope.purposes = reader.texts(u"purposes"_s);
    if (reader.has(u"choice"_s)) {
        if (const auto choice = reader.word(u"choice"_s, choiceWords()))
            scope.choice = choices.at(*choice);
    }
    scope.onlyDifferent = reader.flag(u"only_different"_s);
    scope.files = reader.texts(u"files"_s);
    reader.refuseRest();
    if (reader.problem())
        return *reader.problem();
    if (const auto good = checkScope(scope); !good)
        return good.error();
    return scope;
}

Result<core::Nothing> checkScope(const Scope &scope)
{
    if (scope.whom == Scope::Whom::People && scope.people.isEmpty())
        return invalid(u"people"_s, Texts::tr("Nobody is named."),
                       Texts::tr("Name one organization user id at least."));
    if (scope.whom == Scope::Whom::ChangedSince && !scope.since.isValid())
        return invalid(u"since"_s, Texts::tr("It is not said since when people must have changed something."),
                       Texts::tr("Give a date or a time."));
    if (scope.whom == Scope::Whom::FailedBefore && scope.failedIn.isEmpty())
        return invalid(u"failed_in"_s, Texts::tr("It is not said in which run it failed."),
                       Texts::tr("Name the file of that run's plan."));
    return core::Nothing{};
}

QString describe(const Scope &scope)
{
    QStringList sentences{whomText(scope), choiceSentence(scope)};
    if (!scope.regulation.isEmpty())
        sentences << Texts::tr("Only choices under %1.").arg(scope.regulation);
    if (scope.onlyDifferent)
        sentences << Texts::tr("Only who is told differently by Dataverse.");
    if (!scope.files.isEmpty())
        sentences << Texts::tr("Read from %n file(s) or folder(s).", nullptr, int(scope.files.size()));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace engine
