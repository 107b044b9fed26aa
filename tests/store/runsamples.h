#pragma once

#include "store/runfile.h"

#include <QTest>

/// Items as a planner makes them, each person another.
namespace runsamples {

inline store::RunWrite someWrite(int number)
{
    using namespace Qt::StringLiterals;
    store::RunWrite write;
    write.table = u"contact"_s;
    write.entitySet = u"contacts"_s;
    write.rowId = u"0A0A0A0A-0000-0000-0000-%1"_s.arg(number, 12, 10, QLatin1Char('0'));
    write.address = u"contacts("_s + write.rowId + u')';
    write.etag = u"W/\"%1\""_s.arg(1000 + number);
    write.condition = store::RunWrite::Condition::IfUnchanged;
    write.columns = QStringList{u"donotbulkemail"_s, u"donotphone"_s};
    write.rowName = u"Row %1"_s.arg(number);
    write.before = "{\"donotbulkemail\":true,\"donotphone\":false}";
    write.after = "{\"donotbulkemail\":false}";
    write.same = "{\"donotphone\":false}";
    return write;
}

inline store::RunItem someItem(int number, store::Planned planned = store::Planned::Update)
{
    using namespace Qt::StringLiterals;
    store::RunItem item;
    // Their order is not that of the numbers.
    item.person = u"person-%1-%2"_s.arg((number * 7919) % 100'003, 6, 10, QLatin1Char('0')).arg(number);
    item.sourceId = u"user-%1"_s.arg(number);
    item.eventTime = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + number, Qt::UTC);
    item.planned = planned;
    if (store::isWrite(planned)) {
        item.writes << someWrite(number);
        if (planned == store::Planned::Create) {
            item.effects = store::Effect::CreatesRow;
            item.writes.last().action = store::RunWrite::Action::Create;
            item.writes.last().condition = store::RunWrite::Condition::CreateOnly;
            item.writes.last().before.clear();
        }
    } else {
        item.reason = u"Reason for %1."_s.arg(store::plannedWord(planned));
    }
    item.writeCount = int(item.writes.size());
    return item;
}

inline QList<store::RunItem> someItems(int from, int count)
{
    using store::Planned;
    constexpr Planned all[] = {Planned::Update,  Planned::Update,  Planned::Create,  Planned::Unchanged,
                               Planned::Skipped, Planned::Invalid, Planned::Conflict};
    QList<store::RunItem> items;
    for (int i = from; i < from + count; ++i)
        items << someItem(i, all[i % std::size(all)]);
    return items;
}

} // namespace runsamples
