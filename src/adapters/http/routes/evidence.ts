// Evidence, for those who audit: who had access to what at an instant, as JSON or CSV, and everything about one access as
// one signed document. The lists are sent while they are read, so their length is no matter; one that breaks off halfway
// is cut off and not closed, and so can not pass for a whole one.
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Evidence, Holding } from '../../../app/evidence.ts';
import type { LogReader, Place } from '../../../app/log.ts';
import type { Clock } from '../../../app/ports.ts';
import type { Signer } from '../../../app/signer.ts';
import type { AccessId, PersonId } from '../../../core/ids.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import type { Instant } from '../../../core/time.ts';
import { csvLine } from '../csv.ts';
import type { Server } from '../server.ts';
import { instantText } from '../wire/access-body.ts';

export interface EvidenceRouteDeps {
  readonly evidence: Evidence;
  readonly log: LogReader;
  readonly clock: Clock;
  /** Brings the log up to date, so that a decision of this second is in it. */
  readonly seal: () => Promise<unknown>;
  /** Null where the installation has no key: then evidence comes without a signature. */
  readonly signer: Signer | null;
}

const tags = ['Evidence'];
const text = z.string();
const moment = z.iso.datetime();

const holding = z
  .object({
    access: text,
    resource: text,
    consumer: z.looseObject({ kind: text, id: text, team: text.nullable(), name: text.optional() }),
    roles: z.array(text),
    from: moment,
    until: moment.nullable(),
    purpose: text.nullable(),
    allowedBy: z.array(
      z.looseObject({ type: text, id: text, name: text.optional(), channel: text, at: moment }),
    ),
    entry: z.object({ position: z.int(), hash: text, id: text }),
  })
  .meta({ id: 'Holding' });

const report = z
  .object({ at: moment, head: z.object({ position: z.int(), hash: text }), accesses: z.array(holding) })
  .meta({ id: 'AccessReport' });

const dossier = z
  .object({
    evidence: z.looseObject({ at: moment }),
    jws: text.nullable().meta({
      description:
        'The same document, signed: a compact JWS with EdDSA whose payload is the JSON text of `evidence`. Null where the installation has no signing key.',
    }),
    publicKey: text.nullable(),
  })
  .meta({ id: 'AccessEvidence' });

export function evidenceRoutes(server: Server, deps: EvidenceRouteDeps): void {
  server.get(
    '/api/evidence/access',
    {
      config: { audience: 'audits', problems: ['invalid_field'] },
      schema: {
        summary: 'Who had access to what at an instant',
        description: 'From the log: what was ended or deleted later is in it all the same.',
        tags,
        querystring: z.object({
          at: instantText.optional().meta({ description: 'Not in the future. Absent: now.' }),
          format: z.enum(['json', 'csv']).default('json'),
        }),
        response: {
          200: {
            description: 'A list, sent while it is read.',
            content: { 'application/json': { schema: report }, 'text/csv': { schema: z.string() } },
          },
        },
      },
    },
    async (request, reply) => {
      const now = deps.clock.now();
      const { at = now, format } = request.query;
      if (at > now) throw new Problem('invalid_field', { detail: 'Nobody knows the future.', field: 'at' });
      await deps.seal();
      const head = await deps.log.head();
      const name = `access-${new Date(at).toISOString().replaceAll(':', '')}.${format}`;
      void reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json')
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store');
      const chunks = format === 'csv' ? csvReport(deps, at) : jsonReport(deps, at, head);
      return reply.send(Readable.from(chunks) as never);
    },
  );

  server.get(
    '/api/access/:id/evidence',
    {
      config: { audience: 'audits', problems: ['access_not_found'] },
      schema: {
        summary: 'Everything about one access, signed',
        tags,
        params: z.object({ id: z.string().min(1).max(256) }),
        response: { 200: dossier },
      },
    },
    async (request, reply) => {
      await deps.seal();
      const found = await deps.evidence.dossier(request.params.id as AccessId);
      if (!found) throw new Problem('access_not_found', { detail: noSuch('access', request.params.id) });
      const evidence = { at: new Date(deps.clock.now()).toISOString(), ...found };
      void reply.header('cache-control', 'no-store');
      return {
        evidence,
        jws: deps.signer?.jws(JSON.stringify(evidence), 'countersign-evidence+json') ?? null,
        publicKey: deps.signer?.publicKey ?? null,
      };
    },
  );
}

type Shown = z.infer<typeof holding>;

async function* jsonReport(deps: EvidenceRouteDeps, at: Instant, head: Place): AsyncGenerator<string> {
  yield `{"at":${JSON.stringify(new Date(at).toISOString())},"head":${JSON.stringify(head)},"accesses":[`;
  let separator = '\n';
  for await (const page of pages(deps, at)) {
    if (page.length === 0) continue;
    yield separator + page.map((one) => JSON.stringify(one)).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

const columns = [
  'access',
  'resource',
  'consumer kind',
  'consumer',
  'consumer name',
  'consumer team',
  'roles',
  'from',
  'until',
  'allowed by',
  'allowed at',
  'purpose',
  'log position',
  'log hash',
];

async function* csvReport(deps: EvidenceRouteDeps, at: Instant): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const page of pages(deps, at)) yield page.map(csvRow).join('');
}

function csvRow({
  access,
  resource,
  consumer,
  roles,
  from,
  until,
  purpose,
  allowedBy,
  entry,
}: Shown): string {
  return csvLine([
    access,
    resource,
    consumer.kind,
    consumer.id,
    consumer.name ?? null,
    consumer.team,
    roles.join(' '),
    from,
    until,
    allowedBy.map((one) => one.name ?? `${one.type} ${one.id}`).join('; '),
    allowedBy.map((one) => one.at).join('; '),
    purpose,
    entry.position,
    entry.hash,
  ]);
}

async function* pages({ evidence }: EvidenceRouteDeps, at: Instant): AsyncGenerator<Shown[]> {
  for (let after: AccessId | null = null; ;) {
    const { holdings, next } = await evidence.holdings(at, after);
    const names = await evidence.names(peopleIn(holdings));
    yield holdings.map((one) => show(one, names));
    if (next === null) return;
    after = next;
  }
}

function peopleIn(holdings: readonly Holding[]): PersonId[] {
  const people = holdings.flatMap(({ consumer, decisions }) => [
    consumer.kind === 'person' ? consumer.id : null,
    ...decisions.map((decision) => decision.by.person),
  ]);
  return [...new Set(people.filter((person) => person !== null))];
}

type Names = Awaited<ReturnType<Evidence['names']>>;

function show(
  { access, resource, consumer, grant, purpose, decisions, entry }: Holding,
  names: Names,
): Shown {
  return {
    access,
    resource,
    consumer: { ...consumer, ...(consumer.kind === 'person' && nameOf(consumer.id, names)) },
    roles: [...grant.roles],
    from: new Date(grant.from).toISOString(),
    until: grant.until === null ? null : new Date(grant.until).toISOString(),
    purpose,
    allowedBy: decisions.map(({ by, channel, at }) => ({
      type: by.type,
      id: by.id,
      ...nameOf(by.person, names),
      channel,
      at: new Date(at).toISOString(),
    })),
    entry,
  };
}

function nameOf(person: PersonId | null, names: Names): { name?: string } {
  const known = person === null ? undefined : names.get(person);
  return known ? { name: known.name ?? known.email } : {};
}
