// /api/changes/stream: what has changed, for pages that stand open, for everybody who is signed in. It names things and
// shows nothing of them, so there is nothing in it to be kept from anybody who may read the things themselves.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { changeNouns, latest, mayHear, type Change, type ChangeBoard } from '../../../app/changes.ts';
import type { Place } from '../../../app/log.ts';
import type { AccessReads } from '../../../app/ports.ts';
import type { Principal } from '../../../core/principal.ts';
import { isRefused } from '../../../core/problem.ts';
import { audiences } from '../audience.ts';
import { severalOf } from '../catalog-deps.ts';
import { placeFrom, idOf } from '../log-place.ts';
import { callerOf, type Server } from '../server.ts';
import { stream } from '../sse.ts';
import { answerAs } from '../wire/answers.ts';

export interface ChangeRouteDeps {
  readonly board: ChangeBoard;
  readonly reads: Pick<AccessReads, 'sidesOf'>;
}

const query = z.object({
  only: z.enum(['mine']).optional().meta({
    description:
      'Only what concerns the caller: what they or their teams ask for, have, own or decide. And what `subject` names.',
  }),
  noun: severalOf(z.enum(changeNouns)).meta({ description: 'Kinds of things; may be repeated.' }),
  subject: severalOf(z.string().max(600)).meta({
    description:
      'Ids of what a page is about: a thing, an end of an access, a team that owns or uses; may be repeated.',
  }),
  after: z.string().max(200).optional().meta({
    description:
      'The id of the last event that was heard, for a stream that takes the place of another one: browsers send no `Last-Event-ID` when they begin.',
  }),
});

export function changeRoutes(server: Server, { board, reads }: ChangeRouteDeps): void {
  const stopping = new AbortController();
  server.addHook('preClose', async () => stopping.abort());

  server.get(
    '/api/changes/stream',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'Hear what changes, as server-sent events',
        description: [
          'An event `changes` names things that have changed: `{changes: [{noun, id, version, resource, type, mine}]}`, each thing once, with `version` where it is an access. Read the thing to see what it is now.',
          'Begins now, which an event `begin` says, or after `Last-Event-ID` or `after`. An event `reload` says that too much was missed: read everything again.',
        ].join(' '),
        tags: ['Log'],
        querystring: query,
        response: {
          200: answerAs('text/event-stream', 'Events `begin`, `changes` and `reload`.', z.string()),
        },
      },
    },
    async (request, reply) => {
      const wanted = await listenerOf(request, reads);
      const known = placeFrom(request.headers['last-event-id'] ?? request.query.after);
      const isLost = known !== null && !(await board.holds(known));
      let place: Place = known && !isLost ? known : await board.head();
      // The first event says where the stream begins, so that whoever is cut off before anything happens misses nothing.
      const first = isLost ? 'reload' : 'begin';
      const toSay = known && !isLost ? [] : [{ id: idOf(place), event: first, data: {} }];
      await stream(reply, stopping.signal, async (waitMs, signal) => {
        if (toSay.length > 0) return toSay.splice(0);
        const { changes, place: reached, lost } = await board.after(place, waitMs, signal);
        place = reached;
        if (lost) return [{ id: idOf(place), event: 'reload', data: {} }];
        const shown = await wanted(changes);
        return shown.length === 0 ? [] : [{ id: idOf(place), event: 'changes', data: { changes: shown } }];
      });
    },
  );
}

/** What of the changes one listener is told. Their teams are looked up again when a team has changed. */
async function listenerOf(request: FastifyRequest, reads: ChangeRouteDeps['reads']) {
  const { principal } = callerOf(request);
  const { only, noun, subject } = request.query as z.infer<typeof query>;
  const audits = !isRefused(audiences.audits(principal));
  let mine = await sidesOf(reads, principal);
  return async (changes: readonly Change[]) => {
    if (changes.some((change) => change.noun === 'team')) mine = await sidesOf(reads, principal);
    const isMine = (change: Change) => change.sides.some((side) => mine.has(side)) || isBy(change, principal);
    const isNamed = (change: Change) => namesOf(change).some((name) => subject?.includes(name));
    return latest(changes.filter((change) => mayHear(principal, change, audits)))
      .filter((change) => noun === undefined || noun.includes(change.noun))
      .filter((change) => (only === 'mine' ? isMine(change) || isNamed(change) : true))
      .map((change) => wireChange(change, isMine(change)));
  };
}

/** By what a page may be about a change: the thing itself, both ends of an access, and the teams that it concerns. */
function namesOf({ id, resource, consumer, sides }: Change): string[] {
  const ofSides = sides.map((side) => side.slice(side.indexOf(':') + 1));
  return [id, resource, consumer, ...ofSides].filter((name) => name !== null);
}

function isBy({ by }: Change, principal: Principal): boolean {
  return principal.type === 'person' && by === principal.id;
}

async function sidesOf(reads: ChangeRouteDeps['reads'], principal: Principal): Promise<ReadonlySet<string>> {
  switch (principal.type) {
    case 'person':
      return new Set(await reads.sidesOf(principal.id));
    case 'team-key':
      return new Set([`team:${principal.team}`]);
    default:
      return new Set();
  }
}

function wireChange({ noun, id, version, resource, type }: Change, mine: boolean) {
  return {
    noun,
    id,
    ...(version !== null && { version }),
    ...(resource !== null && { resource }),
    type,
    mine,
  };
}
