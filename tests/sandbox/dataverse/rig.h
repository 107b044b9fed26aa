#pragma once

#include "sandbox/dataverse/dataverse.h"
#include "support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

/// JSON with single quotes, which stand better in C++.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// An answer, read.
struct Answer {
    httpd::Response response;

    int status() const { return response.status; }
    QJsonObject object() const { return QJsonDocument::fromJson(response.body).object(); }
    QJsonValue operator[](const QString &member) const { return object().value(member); }
    QJsonArray rows() const { return object().value(QStringLiteral("value")).toArray(); }
    QString code() const
    {
        return object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
    }
    QString message() const
    {
        return object().value(QStringLiteral("error")).toObject().value(QStringLiteral("message")).toString();
    }

    QByteArray header(const QByteArray &name) const { return httpd::Request{.headers = response.headers}.header(name); }
};

/// An environment with forty contacts, and a way to ask it.
struct Rig {
    support::FakeClock clock;
    QList<sandbox::Person> people = sandbox::generatePeople(7, 40);
    sandbox::Dataverse dataverse{people, clock};
    sandbox::Faults faults;

    /// `address` is below the service root, encoded, with its query.
    Answer send(const QByteArray &method, const QByteArray &address, const QByteArray &body = {},
                const httpd::Headers &headers = {})
    {
        const QByteArray whole = address.startsWith('/') ? address : "/api/data/v9.2/" + address;
        const qsizetype question = whole.indexOf('?');
        httpd::Request request{.method = method,
                               .path = question < 0 ? whole : whole.first(question),
                               .query = question < 0 ? QByteArray() : whole.sliced(question + 1),
                               .headers = {{"Host", "127.0.0.1:9"}},
                               .body = body};
        request.headers += headers; // the first of a name counts
        if (!body.isEmpty())
            request.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
        return {dataverse.handle(request, faults)};
    }

    Answer get(const QByteArray &address, const httpd::Headers &headers = {})
    {
        return send("GET", address, {}, headers);
    }

    Answer post(const QByteArray &address, const QByteArray &body, const httpd::Headers &headers = {})
    {
        return send("POST", address, body, headers);
    }

    Answer patch(const QByteArray &address, const QByteArray &body, const httpd::Headers &headers = {})
    {
        return send("PATCH", address, body, headers);
    }

    /// A plain person's contact.
    sandbox::Contact contact(int index = 0) const
    {
        QList<sandbox::Contact> plain;
        for (const sandbox::Person &person : people) {
            if (person.kind == sandbox::Person::Case::Plain)
                plain += person.contacts;
        }
        return plain.at(index);
    }

    QByteArray id(int index = 0) const { return contact(index).id.toByteArray(QUuid::WithoutBraces); }
    QByteArray byId(int index = 0) const { return "contacts(" + id(index) + ')'; }
    QByteArray byKey(int index = 0) const
    {
        return "contacts(new_didomiuserid='" + QUrl::toPercentEncoding(contact(index).didomiId) + "')";
    }

    /// What is stored of a plain contact's column.
    QJsonValue stored(const QString &column, int index = 0) const
    {
        return dataverse.contact(contact(index).id.toString(QUuid::WithoutBraces))
            .value_or(QJsonObject())
            .value(column);
    }
};
