#pragma once

#include "profile/json.h"
#include "profile/profilewords.h"

#include <QDate>

#include <optional>
#include <set>

namespace profile {

/// A problem with a member of a profile file; without `fix` it says to correct the file.
core::Error invalidMember(const QString &field, const QString &message, const QString &fix = {});

/// Reads members of one object of a profile file and remembers the first problem, so that a reader is a plain list of
/// members. What is not asked for is the object's unknown part. What is missing or null leaves its target as it is.
class MemberReader
{
public:
    /// `prefix` names the object in problems: "didomi". nullptr reads as an empty object.
    MemberReader(const json::Value *object, QString prefix);

    const json::Value *take(const char *name); ///< nullptr when there is none.
    void text(const char *name, QString &target);
    void wholeNumber(const char *name, int &target);
    void date(const char *name, QDate &target); ///< ISO 8601
    void secretRef(const char *name, SecretRef &target);

    /// One of the words of profilewords.h.
    template <typename Words, typename Enum>
    void word(const char *name, const Words &words, Enum &target)
    {
        QString found;
        text(name, found);
        if (found.isEmpty())
            return;
        QStringList known;
        for (const auto &entry : words) {
            known << QString::fromLatin1(entry.word);
            if (known.last() == found) {
                target = entry.value;
                return;
            }
        }
        failUnknownWord(name, known);
    }

    /// Calls `read` with a reader for each object of a list.
    template <typename Read>
    void list(const char *name, Read read)
    {
        const json::Value *entries = takeList(name);
        if (!entries)
            return;
        int index = 0;
        for (const json::Value &entry : *entries) {
            MemberReader reader(&entry, QStringLiteral("%1[%2]").arg(path(name)).arg(index++));
            read(reader);
            if (reader.problem())
                return fail(*reader.problem());
        }
    }

    void fail(const core::Error &problem); ///< The first one counts.
    QString path(const char *name) const;  ///< "didomi.key_id"
    const std::optional<core::Error> &problem() const { return m_problem; }

    json::Value unknown() const; ///< Members that nobody took, without secrets.

private:
    const json::Value *takeList(const char *name);
    void failUnknownWord(const char *name, const QStringList &known);

    const json::Value *m_object = nullptr;
    const QString m_prefix;
    std::set<std::string> m_known;
    std::optional<core::Error> m_problem;
};

/// Adds what `reader` did not take of its object to `unknown`, as the member `name`.
void keepUnknown(json::Value &unknown, const char *name, const MemberReader &reader);

/// Adds the members of `unknown` to `known`, within objects that both have too. What is known wins.
void addUnknown(json::Value &known, const json::Value &unknown);

} // namespace profile
