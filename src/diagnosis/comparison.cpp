#include "diagnosis/comparison.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::Comparison)
};

constexpr qsizetype mostNames = 5;

/// "a, b, c and 4 more"
QString listed(const QStringList &names)
{
    const QString shown = names.mid(0, mostNames).join(u", "_s);
    if (names.size() <= mostNames)
        return shown;
    return Texts::tr("%1 and %n more", nullptr, int(names.size() - mostNames)).arg(shown);
}

QStringList without(const QStringList &list, const QStringList &others)
{
    QStringList rest;
    for (const QString &one : list) {
        if (!others.contains(one))
            rest << one;
    }
    return rest;
}

/// "prvReadContact Global" → depth by name.
QMap<QString, QString> depthsOf(const QStringList &privileges)
{
    QMap<QString, QString> depths;
    for (const QString &one : privileges)
        depths.insert(one.section(u' ', 0, 0), one.section(u' ', 1));
    return depths;
}

QString reachText(const QString &depth)
{
    if (depth == "Global"_L1)
        return Texts::tr("the whole organization");
    if (depth == "Deep"_L1)
        return Texts::tr("the business unit and those below");
    if (depth == "Local"_L1)
        return Texts::tr("the business unit");
    if (depth == "Basic"_L1)
        return Texts::tr("its own rows only");
    return Texts::tr("nothing");
}

QStringList privilegeSentences(const QStringList &before, const QStringList &now)
{
    const QMap<QString, QString> old = depthsOf(before);
    const QMap<QString, QString> present = depthsOf(now);
    QStringList sentences;
    for (auto one = present.begin(); one != present.end(); ++one) {
        if (!old.contains(one.key()) || old.value(one.key()) == one.value())
            continue;
        sentences << (one.value() == "None"_L1
                          ? Texts::tr("The privilege %1 was taken away.").arg(one.key())
                          //: %2 and %3 are how far it reaches: "the business unit"
                          : Texts::tr("The privilege %1 reaches %2 now; before: %3.")
                                .arg(one.key(), reachText(one.value()), reachText(old.value(one.key()))));
    }
    return sentences;
}

/// What lists of one kind of thing are called; the four sentences of a list.
struct ListWords {
    QLatin1StringView fact;
    QString (*gone)(int count, const QString &names);
    QString (*added)(int count, const QString &names);
};

const QList<ListWords> &listWords()
{
    static const QList<ListWords> words{
        {"roles"_L1,
         [](int n, const QString &names) { return Texts::tr("%n role(s) removed: %1.", nullptr, n).arg(names); },
         [](int n, const QString &names) { return Texts::tr("%n role(s) added: %1.", nullptr, n).arg(names); }},
        {"table.columns"_L1,
         [](int n, const QString &names) {
             return Texts::tr("%n mapped column(s) gone or of another type: %1.", nullptr, n).arg(names);
         },
         [](int n, const QString &names) { return Texts::tr("%n mapped column(s) new: %1.", nullptr, n).arg(names); }},
        {"features"_L1,
         [](int n, const QString &names) {
             return Texts::tr("%n part(s) of the Didomi contract switched off: %1.", nullptr, n).arg(names);
         },
         [](int n, const QString &names) {
             return Texts::tr("%n part(s) of the Didomi contract switched on: %1.", nullptr, n).arg(names);
         }},
        {"catalogue.purposes"_L1,
         [](int n, const QString &names) { return Texts::tr("%n purpose(s) gone: %1.", nullptr, n).arg(names); },
         [](int n, const QString &names) { return Texts::tr("%n purpose(s) new: %1.", nullptr, n).arg(names); }},
        {"consent.tables"_L1,
         [](int n, const QString &names) { return Texts::tr("%n consent table(s) gone: %1.", nullptr, n).arg(names); },
         [](int n, const QString &names) { return Texts::tr("%n consent table(s) new: %1.", nullptr, n).arg(names); }},
        {"consent.mapped"_L1,
         [](int n, const QString &names) {
             return Texts::tr("%n mapped purpose(s) or topic(s) gone: %1.", nullptr, n).arg(names);
         },
         [](int n, const QString &names) {
             return Texts::tr("%n mapped purpose(s) or topic(s) new: %1.", nullptr, n).arg(names);
         }},
    };
    return words;
}

/// One value that is another one now. %1 before, %2 now.
QString valueSentence(const QString &fact)
{
    static const QMap<QString, const char *> sentences{
        {u"certificate.issuer"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The certificate’s issuer changed from %1 to %2.")},
        {u"certificate.subject"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The certificate’s name changed from %1 to %2.")},
        {u"certificate.expires"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The certificate was renewed: it ended on %1, now on %2.")},
        {u"tls.protocol"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The encryption changed from %1 to %2.")},
        {u"proxy"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The proxy changed from %1 to %2.")},
        {u"instance"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The environment’s address changed from %1 to %2.")},
        {u"authority"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The sign-in host changed from %1 to %2.")},
        {u"tenant.id"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The tenant changed from %1 to %2.")},
        {u"organization.id"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The organization changed from %1 to %2.")},
        {u"organization.name"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The organization’s name changed from %1 to %2.")},
        {u"server.version"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The server’s version went from %1 to %2.")},
        {u"server.name"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The environment’s name changed from %1 to %2.")},
        {u"server.type"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The environment’s kind changed from %1 to %2.")},
        {u"server.state"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The environment’s state changed from %1 to %2.")},
        {u"user.name"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The application user’s name changed from %1 to %2.")},
        {u"match.key"_s, QT_TRANSLATE_NOOP("diagnosis::Comparison", "The alternate key changed from %1 to %2.")},
        {u"consent.generation"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The newest generation of consent tables went from %1 to %2.")},
        {u"credential.thumbprint"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The certificate to sign in with changed from %1 to %2.")},
        {u"administrator"_s,
         QT_TRANSLATE_NOOP("diagnosis::Comparison", "The System Administrator role changed: before %1, now %2.")},
    };
    const char *sentence = sentences.value(fact, nullptr);
    return sentence ? Texts::tr(sentence) : QString();
}

QStringList sentencesOf(const QString &fact, const QStringList &before, const QStringList &now)
{
    if (before == now)
        return {};
    if (fact == "privileges"_L1)
        return privilegeSentences(before, now);
    for (const ListWords &words : listWords()) {
        if (fact != words.fact)
            continue;
        QStringList sentences;
        if (const QStringList gone = without(before, now); !gone.isEmpty())
            sentences << words.gone(int(gone.size()), listed(gone));
        if (const QStringList added = without(now, before); !added.isEmpty())
            sentences << words.added(int(added.size()), listed(added));
        return sentences;
    }
    QString sentence = valueSentence(fact);
    if (sentence.isEmpty()) //: %3 is the untranslated name of something that was seen
        sentence = Texts::tr("%3 changed from %1 to %2.").arg(u"%1"_s, u"%2"_s, fact);
    const auto value = [](const QStringList &values) { //: instead of a value: "The proxy changed from none to …"
        return values.join(QString()).isEmpty() ? Texts::tr("none") : listed(values);
    };
    return {sentence.arg(value(before), value(now))};
}

const Step *stepOf(const TestReport &report, Step::Id id)
{
    const auto found =
        std::find_if(report.steps.cbegin(), report.steps.cend(), [id](const Step &step) { return step.id == id; });
    return found == report.steps.cend() ? nullptr : &*found;
}

bool isGood(Step::State state)
{
    return state == Step::State::Passed || state == Step::State::Warning;
}

} // namespace

QList<Difference> compare(const TestReport &before, const TestReport &now)
{
    QList<Difference> differences;
    for (const Step &step : now.steps) {
        const Step *old = stepOf(before, step.id);
        if (!old)
            continue;
        for (auto fact = step.facts.begin(); fact != step.facts.end(); ++fact) {
            if (!old->facts.contains(fact.key()))
                continue;
            for (const QString &sentence : sentencesOf(fact.key(), old->facts.value(fact.key()), fact.value()))
                differences.append({.step = step.id, .sentence = sentence});
        }
    }
    for (const Step &step : now.steps) {
        const Step *old = stepOf(before, step.id);
        if (old && isGood(old->state) && step.state == Step::State::Failed)
            differences.append({.step = step.id,
                                //: %1 is a step's name: "Sign in to Entra ID"
                                .sentence = Texts::tr("“%1” worked before.").arg(stepName(step.id))});
    }
    return differences;
}

} // namespace diagnosis
