// The real cluster, by one connection to one broker and the four calls that are needed, without the client's own notions
// of metadata, retries and pools: a run is short, and the worker repeats it. Brokers hand changes on to the controller and
// answer once it has them; they hear of it a moment later themselves, so a change counts when this broker shows it.
import {
  AclOperations,
  AclPermissionTypes,
  Connection,
  createAclsV2,
  deleteAclsV2,
  describeAclsV2,
  describeUserScramCredentialsV0,
  ResourcePatternTypes,
  ResourceTypes,
  ResponseError,
  type Acl as WireAcl,
  type AclFilter,
} from '@platformatic/kafka';
import { setTimeout as pause } from 'node:timers/promises';
import { TargetFailure } from '../../../app/connector.ts';
import { aclKey, type Acl } from './acl.ts';
import type { Cluster, Connect } from './cluster.ts';
import { asTargetFailure } from './failure.ts';
import { hostOf, portOf, type TargetSettings } from './settings.ts';

interface Limits {
  readonly connectMs: number;
  readonly requestMs: number;
  /** How long a broker may take to show a change that the controller has. */
  readonly showMs: number;
}

const limits: Limits = { connectMs: 3_000, requestMs: 10_000, showMs: 10_000 };

/** ACLs in one call. */
const batch = 500;

export const connectTo: Connect = async (settings, password) => {
  const { connection, place } = await firstThatAnswers(settings, password);
  const ask = <T>(question: Promise<T>): Promise<T> =>
    question.catch((error: unknown) => Promise.reject(asTargetFailure(error, place, settings.user)));
  const acls = async (): Promise<readonly Acl[]> =>
    (await ask(describeAclsV2.api.async(connection, everything))).resources.flatMap(aclsOf);

  return {
    acls,
    async create(wanted) {
      const answers = await inBatches(wanted, async (some) => {
        const { results } = await ask(answerOf(createAclsV2.api.async(connection, some.map(wireAcl))));
        return results.map(({ errorCode, errorMessage }) => faultOf(errorCode, errorMessage));
      });
      const made = wanted.filter((_, nth) => answers[nth] === null);
      await untilShown(acls, (shown) => made.every((acl) => shown.has(aclKey(acl))), place);
      return answers;
    },
    async remove(unwanted) {
      const answers = await inBatches(unwanted, async (some) => {
        const { filterResults } = await ask(answerOf(deleteAclsV2.api.async(connection, some.map(wireAcl))));
        return filterResults.map(({ errorCode, errorMessage, matchingAcls }) => {
          const failed = matchingAcls.find((matching) => matching.errorCode !== 0);
          return (
            faultOf(errorCode, errorMessage) ??
            (failed ? faultOf(failed.errorCode, failed.errorMessage) : null)
          );
        });
      });
      const gone = unwanted.filter((_, nth) => answers[nth] === null);
      await untilShown(acls, (shown) => !gone.some((acl) => shown.has(aclKey(acl))), place);
      return answers;
    },
    async users(names) {
      const known = await inBatches(names, async (some) => {
        const asked = some.map((name) => ({ name }));
        const { results } = await ask(answerOf(describeUserScramCredentialsV0.api.async(connection, asked)));
        return results.map(({ user, errorCode }) => (errorCode === 0 ? user : null));
      });
      return new Set(known.filter((name) => name !== null));
    },
    [Symbol.asyncDispose]: () => closed(connection),
  } satisfies Cluster;
};

async function firstThatAnswers(
  settings: TargetSettings,
  password: string | null,
): Promise<{ connection: Connection; place: string }> {
  let failure: TargetFailure | null = null;
  for (const address of settings.bootstrap) {
    const place = `Kafka at ${address}`;
    const connection = new Connection('countersign', connectionOptions(settings, password));
    // Whoever asks hears of it by the answer; without a listener it would end the process.
    connection.on('error', () => {});
    try {
      await connection.connect(hostOf(address), portOf(address));
      return { connection, place };
    } catch (error) {
      await closed(connection);
      failure = asTargetFailure(error, place, settings.user);
      // Another broker would refuse the same.
      if (failure.code === 'sign_in_refused') break;
    }
  }
  throw failure!;
}

function connectionOptions(
  { tls, ca, mechanism, user }: TargetSettings,
  password: string | null,
): ConstructorParameters<typeof Connection>[1] {
  return {
    connectTimeout: limits.connectMs,
    requestTimeout: limits.requestMs,
    sasl: { mechanism, username: user, password: password ?? '' },
    ...(tls !== 'disable' && {
      tls: { rejectUnauthorized: tls === 'verify-full', ...(ca !== undefined && { ca }) },
      tlsServerName: true,
    }),
  };
}

async function closed(connection: Connection): Promise<void> {
  await connection.close().catch(() => {});
}

/**
 * The client throws when one of many failed; the answer for each is in what it throws. Where a user may not change ACLs
 * at all, each of the answers says so, and then it stays thrown.
 */
async function answerOf<T>(question: Promise<T>): Promise<T> {
  return question.catch((error: unknown) => {
    const response = error instanceof ResponseError ? (error as { response?: unknown }).response : undefined;
    if (response === undefined || saysOf(response).some((code) => code === notPermitted)) throw error;
    if ((response as { errorCode?: number }).errorCode) throw error;
    return response as T;
  });
}

/** CLUSTER_AUTHORIZATION_FAILED. */
const notPermitted = 31;

function saysOf(response: unknown): number[] {
  const { results = [], filterResults = [] } = response as Record<
    string,
    { errorCode: number }[] | undefined
  >;
  return [...results, ...filterResults].map(({ errorCode }) => errorCode);
}

async function inBatches<T, A>(all: readonly T[], work: (some: T[]) => Promise<A[]>): Promise<A[]> {
  const answers: A[] = [];
  for (let at = 0; at < all.length; at += batch) answers.push(...(await work(all.slice(at, at + batch))));
  return answers;
}

async function untilShown(
  acls: () => Promise<readonly Acl[]>,
  fits: (shown: ReadonlySet<string>) => boolean,
  place: string,
): Promise<void> {
  const deadline = performance.now() + limits.showMs;
  for (let wait = 2; ; wait = Math.min(wait * 2, 100)) {
    if (fits(new Set((await acls()).map(aclKey)))) return;
    if (performance.now() > deadline)
      throw new TargetFailure('timed_out', `${place} does not show what its controller has taken on.`);
    await pause(wait);
  }
}

function faultOf(code: number, message: string | null | undefined): string | null {
  return code === 0 ? null : message || `error ${code}`;
}

const everything: AclFilter = {
  resourceType: ResourceTypes.ANY,
  resourceName: null,
  resourcePatternType: ResourcePatternTypes.ANY,
  principal: null,
  host: null,
  operation: AclOperations.ANY,
  permissionType: AclPermissionTypes.ANY,
};

function wireAcl({ kind, pattern, name, principal, host, operation, permission }: Acl): WireAcl {
  return {
    resourceType: ResourceTypes[kind],
    resourceName: name,
    resourcePatternType: ResourcePatternTypes[pattern],
    principal,
    host,
    operation: AclOperations[operation],
    permissionType: AclPermissionTypes[permission],
  };
}

type Described = Awaited<ReturnType<typeof describeAclsV2.api.async>>['resources'][number];

function aclsOf({ resourceType, resourceName: name, resourcePatternType, acls }: Described): Acl[] {
  return acls.map(({ principal, host, operation, permissionType }) => ({
    kind: wordOf(ResourceTypes, resourceType) as Acl['kind'],
    pattern: wordOf(ResourcePatternTypes, resourcePatternType) as Acl['pattern'],
    name,
    principal,
    host,
    operation: wordOf(AclOperations, operation) as Acl['operation'],
    permission: wordOf(AclPermissionTypes, permissionType) as Acl['permission'],
  }));
}

/** What a newer broker adds is kept by its number; we would not know what it gives, and never touch it. */
function wordOf(words: Readonly<Record<string, number>>, value: number): string {
  return Object.entries(words).find(([, number]) => number === value)?.[0] ?? `${value}`;
}
