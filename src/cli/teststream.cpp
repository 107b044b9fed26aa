#include "cli/teststream.h"

#include "cli/textout.h"
#include "core/redactor.h"
#include "diagnosis/reportjson.h"

#include <QJsonArray>
#include <QLocale>
#include <QXmlStreamWriter>

namespace cli {

using namespace Qt::StringLiterals;
using core::redactor::redacted;
using diagnosis::Step;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::TestCommand)
};

bool hasProblem(const Step &step)
{
    return step.state == Step::State::Failed || step.state == Step::State::Warning;
}

Colour colourOf(Step::State state)
{
    switch (state) {
    case Step::State::Passed:
        return Colour::Green;
    case Step::State::Warning:
        return Colour::Yellow;
    case Step::State::Failed:
        return Colour::Red;
    case Step::State::Waiting:
    case Step::State::Running:
    case Step::State::NotReached:
    case Step::State::Skipped:
        return Colour::Dim;
    }
    return Colour::Dim;
}

void printStep(QTextStream &out, const Step &step, bool isTerminal)
{
    constexpr int stateWidth = 12;
    constexpr int nameWidth = 46;
    constexpr int timeWidth = 9;
    const bool wasRun = step.state == Step::State::Passed || hasProblem(step);
    const QString time = wasRun ? Texts::tr("%1 ms").arg(step.duration.count()) : QString();
    out << u"  "_s
        << coloured(diagnosis::stateText(step.state).leftJustified(stateWidth), colourOf(step.state), isTerminal)
        << diagnosis::stepName(step.id).leftJustified(nameWidth) << time.rightJustified(timeWidth) << u"  "_s
        << printable(redacted(step.evidence)) << u'\n';
    if (!hasProblem(step))
        return;
    Facts facts;
    const QString indent = u"      "_s;
    if (step.problem.message != step.evidence)
        facts.add(indent + Texts::tr("Cause"), redacted(step.problem.message));
    facts.add(indent + Texts::tr("Fix"), redacted(step.problem.fix));
    facts.add(indent + Texts::tr("Where"), step.place.text);
    facts.add(indent + Texts::tr("Link"), step.place.link.toString());
    facts.add(indent + Texts::tr("Code"), step.problem.code);
    facts.add(indent + Texts::tr("Details"), redacted(step.problem.detail));
    facts.add(indent + Texts::tr("Request id"), step.problem.requestId);
    facts.print(out);
}

QString moment(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000.0;
}

/// Without what XML cannot hold: the writer lets everything through.
QString forXml(const QString &text)
{
    QString clean;
    for (const char32_t character : printable(redacted(text)).toUcs4()) {
        const bool isSurrogate = character >= 0xd800 && character <= 0xdfff;
        if (!isSurrogate && !QChar::isNonCharacter(character))
            clean += QStringView(QChar::fromUcs4(character));
    }
    return clean;
}

void writeCase(QXmlStreamWriter &xml, const Step &step)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, diagnosis::endWord(diagnosis::endOf(step.id)));
    xml.writeAttribute(u"name"_s, diagnosis::stepWord(step.id));
    xml.writeAttribute(u"time"_s, QString::number(seconds(step.duration), 'f', 3));
    switch (step.state) {
    case Step::State::Failed: {
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"message"_s, forXml(step.problem.message));
        xml.writeAttribute(u"type"_s, forXml(step.problem.code));
        QStringList lines;
        for (const QString &line : {step.problem.fix, step.place.text, step.problem.detail, step.problem.requestId}) {
            if (!line.isEmpty())
                lines << forXml(line);
        }
        xml.writeCharacters(lines.join(u'\n'));
        xml.writeEndElement();
        break;
    }
    case Step::State::NotReached:
    case Step::State::Skipped:
    case Step::State::Waiting:
    case Step::State::Running:
        xml.writeStartElement(u"skipped"_s);
        xml.writeAttribute(u"message"_s,
                           step.evidence.isEmpty() ? diagnosis::stateText(step.state) : forXml(step.evidence));
        xml.writeEndElement();
        break;
    case Step::State::Warning:
    case Step::State::Passed:
        xml.writeTextElement(u"system-out"_s, forXml(step.evidence));
        break;
    }
    xml.writeEndElement();
}

} // namespace

void printTest(QTextStream &out, const TestedIntegration &tested, bool withHeading, bool isTerminal)
{
    const diagnosis::TestReport &report = tested.recorded.report;
    if (withHeading)
        out << printable(tested.profile.name) << u'\n';
    std::optional<Step::End> end;
    for (const Step::End one : diagnosis::allEnds()) {
        for (const Step &step : report.steps) {
            if (diagnosis::endOf(step.id) != one)
                continue;
            if (end != one)
                out << diagnosis::endText(one) << u'\n';
            end = one;
            printStep(out, step, isTerminal);
        }
    }
    out << u'\n' << Texts::tr("Verdict: %1").arg(diagnosis::stateText(report.verdict())) << u" ("_s
        << Texts::tr("%1 ms").arg(report.duration.count()) << u")\n"_s;
    if (tested.recorded.brokenSince && tested.recorded.brokenSince < report.startedAt)
        out << Texts::tr("Broken since %1").arg(moment(*tested.recorded.brokenSince)) << u'\n';
    if (!tested.recorded.differences.isEmpty()) {
        out << Texts::tr("Since the last good test of %1:").arg(moment(tested.recorded.lastGreen->startedAt)) << u'\n';
        for (const diagnosis::Difference &difference : tested.recorded.differences)
            out << u"  - "_s << printable(redacted(difference.sentence)) << u'\n';
    }
}

QJsonObject testAsJson(const TestedIntegration &tested)
{
    QJsonObject document = diagnosis::asJson(tested.recorded.report);
    document.insert(u"integration"_s, tested.profile.name);
    document.insert(u"id"_s, tested.profile.id);
    const auto &broken = tested.recorded.brokenSince;
    document.insert(u"broken_since"_s, broken ? QJsonValue(broken->toString(Qt::ISODate)) : QJsonValue::Null);
    QJsonArray changes;
    for (const diagnosis::Difference &difference : tested.recorded.differences)
        changes << QJsonObject{{u"step"_s, diagnosis::stepWord(difference.step)},
                               {u"sentence"_s, redacted(difference.sentence)}};
    document.insert(u"changes"_s, changes);
    return document;
}

QByteArray testsAsJUnit(const QList<TestedIntegration> &tests)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    for (const TestedIntegration &tested : tests) {
        const diagnosis::TestReport &report = tested.recorded.report;
        const auto count = [&report](auto matches) {
            return QString::number(std::count_if(report.steps.cbegin(), report.steps.cend(), matches));
        };
        xml.writeStartElement(u"testsuite"_s);
        xml.writeAttribute(u"name"_s, forXml(tested.profile.name));
        xml.writeAttribute(u"tests"_s, QString::number(report.steps.size()));
        xml.writeAttribute(u"failures"_s, count([](const Step &step) { return step.state == Step::State::Failed; }));
        xml.writeAttribute(u"errors"_s, u"0"_s);
        xml.writeAttribute(u"skipped"_s, count([](const Step &step) {
                               return step.state != Step::State::Failed && step.state != Step::State::Passed &&
                                      step.state != Step::State::Warning;
                           }));
        xml.writeAttribute(u"time"_s, QString::number(seconds(report.duration), 'f', 3));
        xml.writeAttribute(u"timestamp"_s, report.startedAt.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s));
        xml.writeStartElement(u"properties"_s);
        for (const auto &[name, value] :
             {std::pair{u"instance"_s, report.instance}, std::pair{u"organization_id"_s, report.organizationId},
              std::pair{u"verdict"_s, diagnosis::stateWord(report.verdict())}}) {
            xml.writeStartElement(u"property"_s);
            xml.writeAttribute(u"name"_s, name);
            xml.writeAttribute(u"value"_s, forXml(value));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        for (const Step &step : report.steps)
            writeCase(xml, step);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

} // namespace cli
