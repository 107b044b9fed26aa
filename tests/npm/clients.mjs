// Public clients against the sandbox, as their own documentation uses them: nothing here knows how the sandbox is made.
//
// Reads the sandbox's line of JSON from the environment: SANDBOX (over TLS) and SANDBOX_PLAIN (without).

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { DynamicsWebApi } from 'dynamics-web-api';

const encrypted = JSON.parse(process.env.SANDBOX);
const plain = JSON.parse(process.env.SANDBOX_PLAIN);

function msal(sandbox, changes = {}, networkClient = undefined) {
    const authority = `${sandbox.authority.replace('http:', 'https:')}/${changes.tenant ?? sandbox.tenant}`;
    return new ConfidentialClientApplication({
        auth: {
            clientId: changes.clientId ?? sandbox.client_id,
            clientSecret: changes.clientSecret ?? sandbox.client_secret,
            authority,
            knownAuthorities: [new URL(authority).host],
        },
        system: networkClient ? { networkClient } : {},
    });
}

const scopesOf = (sandbox) => [`${sandbox.dataverse}/.default`];

// MSAL takes only https authorities: this sends what it asks for to the port without TLS.
const withoutTls = {
    async send(method, url, options) {
        const response = await fetch(url.replace(/^https:/, 'http:'), { method, headers: options?.headers, body: options?.body });
        return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.json() };
    },
    sendGetRequestAsync(url, options) { return this.send('GET', url, options); },
    sendPostRequestAsync(url, options) { return this.send('POST', url, options); },
};

for (const [name, sandbox, networkClient] of [['over TLS', encrypted, undefined], ['without TLS', plain, withoutTls]]) {
    test(`MSAL ${name}`, async (suite) => {
        await suite.test('gets a token, and keeps it', async () => {
            const client = msal(sandbox, {}, networkClient);
            const first = await client.acquireTokenByClientCredential({ scopes: scopesOf(sandbox) });
            assert.equal(first.tokenType, 'Bearer');
            assert.equal(first.accessToken.split('.').length, 3);
            assert.ok(first.expiresOn > new Date());
            const second = await client.acquireTokenByClientCredential({ scopes: scopesOf(sandbox) });
            assert.equal(second.fromCache, true);
            assert.equal(second.accessToken, first.accessToken);

            const answer = await fetch(`${sandbox.dataverse}/api/data/v9.2/WhoAmI`, { headers: { authorization: `Bearer ${first.accessToken}` } });
            assert.equal(answer.status, 200);
            assert.match((await answer.json()).UserId, /^[0-9a-f-]{36}$/);
        });

        for (const [what, changes, code, error] of [
            ['a wrong secret', { clientSecret: 'nonsense' }, 7000215, 'invalid_client'],
            ['an unknown client', { clientId: randomUUID() }, 700016, 'unauthorized_client'],
        ]) {
            await suite.test(`is told of ${what}`, async () => {
                const asked = msal(sandbox, changes, networkClient).acquireTokenByClientCredential({ scopes: scopesOf(sandbox) });
                await assert.rejects(asked, (problem) => {
                    assert.equal(problem.errorCode, error);
                    assert.match(problem.errorMessage, new RegExp(`AADSTS${code}: `));
                    assert.ok(problem.correlationId);
                    return true;
                });
            });
        }

        await suite.test('is told of another instance', async () => {
            const asked = msal(sandbox, {}, networkClient).acquireTokenByClientCredential({ scopes: ['https://other.crm4.dynamics.com/.default'] });
            await assert.rejects(asked, (problem) => /AADSTS500011: /.test(problem.errorMessage));
        });

        await suite.test('is told of an unknown tenant', async () => {
            const asked = msal(sandbox, { tenant: randomUUID() }, networkClient).acquireTokenByClientCredential({ scopes: scopesOf(sandbox) });
            await assert.rejects(asked);
        });
    });

    test(`dynamics-web-api ${name}`, async (suite) => {
        const client = msal(sandbox, {}, networkClient);
        const api = new DynamicsWebApi({
            serverUrl: sandbox.dataverse,
            dataApi: { version: '9.2' },
            onTokenRefresh: async () => (await client.acquireTokenByClientCredential({ scopes: scopesOf(sandbox) })).accessToken,
        });
        const collection = 'contacts';
        const didomiId = `npm-${randomUUID()}`;
        const byKey = `${sandbox.alternate_key}='${didomiId}'`;
        let id;

        await suite.test('creates', async () => {
            id = await api.create({ collection, data: { firstname: 'Hazel', lastname: 'Quayside', emailaddress1: 'hazel@example.org' } });
            assert.match(id, /^[0-9a-f-]{36}$/i);
            const shown = await api.create({ collection, data: { lastname: 'Towpath' }, returnRepresentation: true, select: ['lastname', 'contactid'] });
            assert.equal(shown.lastname, 'Towpath');
            assert.match(shown.contactid, /^[0-9a-f-]{36}$/i);
        });

        await suite.test('retrieves', async () => {
            const contact = await api.retrieve({ collection, key: id, select: ['fullname', 'donotbulkemail'], includeAnnotations: 'OData.Community.Display.V1.FormattedValue' });
            assert.equal(contact.fullname, 'Hazel Quayside');
            assert.equal(contact.donotbulkemail, false);
            assert.equal(contact['donotbulkemail@OData.Community.Display.V1.FormattedValue'], 'Allow');
            assert.match(contact['@odata.etag'], /^W\/"\d+"$/);
            await assert.rejects(api.retrieve({ collection, key: randomUUID(), select: ['fullname'] }), { status: 404 });
            await assert.rejects(api.retrieve({ collection, key: id, select: ['no_such_column'] }), { status: 400 });
        });

        await suite.test('updates', async () => {
            await api.update({ collection, key: id, data: { donotbulkemail: true, [sandbox.boolean_column]: true, [sandbox.alternate_key]: didomiId } });
            const contact = await api.retrieve({ collection, key: byKey, select: ['donotbulkemail', sandbox.boolean_column] });
            assert.equal(contact.donotbulkemail, true);
            assert.equal(contact[sandbox.boolean_column], true);
            const shown = await api.update({ collection, key: id, data: { firstname: 'Holly' }, returnRepresentation: true, select: ['firstname'] });
            assert.equal(shown.firstname, 'Holly');

            const stale = contact['@odata.etag'];
            assert.equal(await api.update({ collection, key: id, data: { firstname: 'Ivy' }, ifmatch: stale }), false);
            await assert.rejects(api.update({ collection, key: randomUUID(), data: { firstname: 'Ivy' } }), { status: 404 });
            await assert.rejects(api.update({ collection, key: id, data: { donotbulkemail: 'yes' } }), { status: 400 });
        });

        await suite.test('upserts under both conditions', async () => {
            const another = `${sandbox.alternate_key}='npm-${randomUUID()}'`;
            const create = (data) => api.upsert({ collection, key: another, data, ifnonematch: '*' });
            const update = (data, returnRepresentation = false) => api.upsert({ collection, key: another, data, ifmatch: '*', returnRepresentation, select: ['lastname'] });
            const name = async () => (await api.retrieve({ collection, key: another, select: ['lastname'] })).lastname;

            assert.equal(await update({ lastname: 'Nobody' }), null); // not there: nothing happens
            await assert.rejects(name(), { status: 404 });
            assert.notEqual(await create({ lastname: 'Causeway' }), null); // the service names no id after an upsert by key
            assert.equal(await name(), 'Causeway');
            assert.equal(await create({ lastname: 'Again' }), null); // there already: nothing happens
            assert.equal(await name(), 'Causeway');
            assert.equal((await update({ lastname: 'Barrow' }, true)).lastname, 'Barrow');
            assert.equal(await name(), 'Barrow');
            await api.upsert({ collection, key: another, data: { lastname: 'Inkwell' } });
            assert.equal(await name(), 'Inkwell');
        });

        await suite.test('retrieves many, page by page, and counts', async () => {
            const request = { collection, select: ['contactid', 'fullname'], maxPageSize: 100, count: true };
            const ids = new Set();
            const sizes = [];
            let page = await api.retrieveMultiple(request);
            const total = page.oDataCount;
            for (;;) {
                sizes.push(page.value.length);
                page.value.forEach((contact) => ids.add(contact.contactid));
                if (!page.oDataNextLink)
                    break;
                page = await api.retrieveMultiple(request, page.oDataNextLink);
            }
            assert.ok(total > 250); // those of the start, and those made above
            assert.equal(ids.size, total);
            assert.deepEqual(sizes, [100, 100, total - 200]);
            assert.equal(await api.count({ collection }), total);
            assert.equal((await api.retrieveAll({ collection, select: ['contactid'] })).value.length, total);

            const found = await api.retrieveMultiple({ collection, select: ['firstname'], filter: `${sandbox.alternate_key} eq '${didomiId}'`, top: 2, orderBy: ['fullname desc'] });
            assert.deepEqual(found.value.map((contact) => contact.firstname), ['Holly']);
            assert.equal(await api.count({ collection, filter: "emailaddress1 eq 'hazel@example.org'" }), 1);
        });

        await suite.test('reads metadata', async () => {
            const entity = await api.retrieveEntity({ key: "LogicalName='contact'", select: ['LogicalName', 'EntitySetName', 'PrimaryIdAttribute'] });
            assert.equal(entity.EntitySetName, 'contacts');
            assert.equal(entity.PrimaryIdAttribute, 'contactid');
            const key = entity.MetadataId;

            const attributes = await api.retrieveAttributes({ entityKey: "LogicalName='contact'", select: ['LogicalName', 'AttributeType', 'IsValidForUpdate'] });
            const column = attributes.value.find((one) => one.LogicalName === sandbox.boolean_column);
            assert.equal(column.AttributeType, 'Boolean');
            assert.ok(attributes.value.length > 50);
            assert.equal((await api.retrieveAttributes({ entityKey: key, select: ['LogicalName'] })).value.length, attributes.value.length);

            const texts = await api.retrieveAttributes({ entityKey: key, castType: 'Microsoft.Dynamics.CRM.StringAttributeMetadata', select: ['LogicalName', 'MaxLength'] });
            assert.equal(texts.value.find((one) => one.LogicalName === 'emailaddress1').MaxLength, 100);
            const choices = await api.retrieveAttributes({
                entityKey: key, castType: 'Microsoft.Dynamics.CRM.PicklistAttributeMetadata', select: ['LogicalName'],
                expand: [{ property: 'OptionSet' }],
            });
            assert.ok(choices.value.every((one) => Array.isArray(one.OptionSet.Options)));

            const { Keys: keys } = await api.retrieveEntity({
                key: "LogicalName='contact'", select: ['LogicalName'],
                expand: [{ property: 'Keys', select: ['KeyAttributes', 'EntityKeyIndexStatus'] }],
            });
            const ours = keys.find((one) => one.KeyAttributes.length === 1 && one.KeyAttributes[0] === sandbox.alternate_key);
            assert.equal(ours.EntityKeyIndexStatus, 'Active');
        });

        await suite.test('calls functions and batches', async () => {
            const me = await api.callFunction('WhoAmI');
            assert.match(me.UserId, /^[0-9a-f-]{36}$/);
            api.startBatch();
            api.update({ collection, key: id, data: { jobtitle: 'Batched' } });
            api.retrieve({ collection, key: id, select: ['firstname'] });
            const answers = await api.executeBatch();
            assert.equal(answers.length, 2);
            assert.equal((await api.retrieve({ collection, key: id, select: ['jobtitle'] })).jobtitle, 'Batched');
        });

        await suite.test('deletes', async () => {
            assert.ok(await api.deleteRecord({ collection, key: id }));
            await assert.rejects(api.retrieve({ collection, key: id, select: ['fullname'] }), { status: 404 });
        });
    });
}
