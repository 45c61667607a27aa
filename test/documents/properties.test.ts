// What holds for any document at all. Documents are either arbitrary JSON or those of Fernlane with a few places
// changed at random, which reaches much further into the readers than arbitrary JSON does.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { readAccess } from '../../src/adapters/documents/access-document.ts';
import { readApplication } from '../../src/adapters/documents/application.ts';
import { readConnector } from '../../src/adapters/documents/connector.ts';
import { contractYaml } from '../../src/adapters/documents/contract-yaml.ts';
import { isFaults, pathSteps } from '../../src/adapters/documents/fault.ts';
import { readPolicy, readPolicyDocument } from '../../src/adapters/documents/policy-document.ts';
import { findPostgres } from '../../src/adapters/documents/postgres-binding.ts';
import { readDataContract } from '../../src/adapters/documents/read-data-contract.ts';
import { readDataProduct } from '../../src/adapters/documents/read-data-product.ts';
import { readResource } from '../../src/adapters/documents/resource-document.ts';
import { readTargetDocument } from '../../src/adapters/documents/target-document.ts';
import { readTeam } from '../../src/adapters/documents/team.ts';
import { checkout, ordersDcs, ordersDps, ordersOdcs, ordersOdps } from './fernlane.ts';

const runs = { numRuns: 1500 };

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    '',
    'a/b',
    'true',
    true,
    'all',
    '*',
    [],
    {},
    5432,
    'postgres',
    '${X}',
    'orders',
  ),
);

/** A document with up to four places changed: another value, or nothing at all. */
function changed(document: unknown): fc.Arbitrary<any> {
  const change = fc.record({
    where: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    to: fc.option(value),
  });
  return fc.array(change, { maxLength: 4 }).map((changes) => {
    const copy: any = structuredClone(document);
    for (const { where, to } of changes) changeAt(copy, where, to);
    return copy;
  });
}

function changeAt(container: any, [choice, ...rest]: readonly number[], to: unknown): void {
  const keys = Object.keys(container);
  if (choice === undefined || keys.length === 0) return;
  const key = keys[choice % keys.length]!;
  const child = container[key];
  if (rest.length > 0 && typeof child === 'object' && child !== null) changeAt(child, rest, to);
  else if (to === null) delete container[key];
  else container[key] = structuredClone(to);
}

const products = fc.oneof(changed(ordersOdps), changed(ordersDps));
const contracts = fc.oneof(changed(ordersOdcs), changed(ordersDcs));

test('no reader ever throws, and each gives either faults or the document as it was', () => {
  const readers = [
    readDataProduct,
    readDataContract,
    readTeam,
    readAccess,
    readResource,
    readPolicy,
    readPolicyDocument,
    readTargetDocument,
  ];
  // What these keep is not always what was sent: they leave out what says nothing.
  const thatTidyUp = [readConnector, readApplication];
  const anything = fc.oneof(fc.jsonValue(), products, contracts, changed(checkout));
  fc.assert(
    fc.property(anything, (body) => {
      const before = JSON.stringify(body);
      for (const reader of [...readers, ...thatTidyUp]) {
        const result = reader(body);
        if (isFaults(result)) assert.ok(result.length > 0 && result.every(({ message }) => message !== ''));
        else if ('document' in result && !thatTidyUp.some((one) => one === reader))
          assert.equal(result.document, body);
      }
      assert.equal(JSON.stringify(body), before);
    }),
    runs,
  );
});

test('a fault names a place that is there, or that is missing from one that is', () => {
  fc.assert(
    fc.property(products, (body) => {
      const result = readDataProduct(body);
      if (!isFaults(result)) return;
      for (const { path } of result) {
        let at = body;
        const missing = pathSteps(path).findIndex((step, index, steps) => {
          if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return true;
          at = at[step];
          return index === steps.length;
        });
        assert.ok(missing === -1 || pathSteps(path).length - missing <= 2, path);
      }
    }),
    runs,
  );
});

test('a port approves by itself only where the document says so at that port', () => {
  fc.assert(
    fc.property(products, (body) => {
      const result = readDataProduct(body);
      if (isFaults(result)) return;
      for (const [index, port] of result.ports.entries()) {
        if (port.autoApprove !== true) continue;
        const { autoApprove, customProperties } = body.outputPorts[index];
        const said = [
          autoApprove,
          ...(customProperties ?? []).map((it: any) => it.property === 'autoApprove' && it.value),
        ];
        assert.ok(said.some((it) => it === true || it === 'true'));
      }
    }),
    runs,
  );
});

test('the ids of ports are unique and can stand in an address', () => {
  fc.assert(
    fc.property(products, (body) => {
      const result = readDataProduct(body);
      if (isFaults(result)) return;
      const ids = result.ports.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const id of ids) assert.ok(id !== '' && !id.includes('/') && id.length <= 256);
    }),
    runs,
  );
});

test('a binding is always complete: a database, a schema, and tables that are named or all', () => {
  fc.assert(
    fc.property(products, fc.option(contracts), (productBody, contractBody) => {
      const product = readDataProduct(productBody);
      const contract = contractBody === null ? null : readDataContract(contractBody);
      if (isFaults(product) || isFaults(contract)) return;
      for (const port of product.ports) {
        const found = findPostgres(port, contract);
        if ('unbound' in found) {
          assert.match(found.unbound, /^[A-Z].*[.?]$/s);
          continue;
        }
        const { database, schema, tables, future } = found;
        const names = [database, schema, ...(tables === 'all' ? [] : tables)];
        assert.ok(names.every((name) => name.trim() !== '' && !name.includes('${')));
        assert.ok(tables.length > 0 && (!future || tables === 'all'));
      }
    }),
    runs,
  );
});

test('the YAML view of a contract says what the document says', () => {
  fc.assert(
    fc.property(contracts, (body) => {
      const contract = readDataContract(body);
      if (!isFaults(contract))
        assert.equal(JSON.stringify(parse(contractYaml(contract))), JSON.stringify(body));
    }),
    runs,
  );
});
