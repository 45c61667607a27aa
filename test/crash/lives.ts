// People at work while somebody pulls the plug. A life is one access from the ask on: what will be done to it, by whom,
// and how far that got. Every call carries an Idempotency-Key; what was answered with success is written down, and what
// was under way when the line went dead is known to have happened once or not at all.
import assert from 'node:assert/strict';
import { tokenOf, type KeyName } from '../cast.ts';

export interface Life {
  readonly id: string;
  readonly resource: string;
  readonly team: string;
  /** When its period ends by itself; null for the usual one. */
  readonly until: number | null;
  readonly steps: readonly Step[];
  /** How many steps were answered with success. */
  answered: number;
  /** How many were begun: the same, or one more. */
  begun: number;
}

export type Step = 'ask' | 'allow' | 'second allow' | 'deny' | 'suspend' | 'resume' | 'revoke';

/** What the log has to say of a step, beside what follows from it by itself. */
export function factOf({ steps }: Life, nth: number): string {
  const step = steps[nth]!;
  if (step === 'allow') return steps[nth + 1] === 'second allow' ? 'request.semi_granted' : 'request.granted';
  return facts[step];
}

const facts: Record<Exclude<Step, 'allow'>, string> = {
  ask: 'request.filed',
  'second allow': 'request.granted',
  deny: 'request.rejected',
  suspend: 'access.suspended',
  resume: 'access.resumed',
  revoke: 'access.revoked',
};

export const stepFacts: readonly string[] = ['request.semi_granted', ...Object.values(facts)];

/** What is asked for in these rounds: bound to the target, decided by four eyes, and neither. */
export const resources = { bound: 'orders/bound', guarded: 'orders/guarded', plain: 'orders/latest' };
export const teams = Array.from({ length: 40 }, (_, nth) => `guest-${nth}`);

/** Lives go on until the line is dead. @returns those that were begun, as far as they got. */
export async function liveUntilDead(url: string, prefix: string, atOnce: number): Promise<Life[]> {
  const lives: Life[] = [];
  const one = async () => {
    for (;;) {
      const life = birth(`${prefix}-${lives.length}`, lives.length);
      lives.push(life);
      for (const nth of life.steps.keys()) {
        life.begun = nth + 1;
        const outcome = await attempt(url, life, nth);
        if (outcome === 'no answer') return;
        if (outcome === 'too late') break;
        life.answered = nth + 1;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return lives;
}

function birth(id: string, nth: number): Life {
  const kind = (['bound', 'guarded', 'bound', 'plain', 'brief'] as const)[nth % 5]!;
  return {
    id,
    resource: resources[kind === 'brief' ? 'bound' : kind],
    team: teams[Math.floor(Math.random() * teams.length)]!,
    until: kind === 'brief' ? Date.now() + 1500 : null,
    steps: kind === 'brief' ? ['ask', 'allow'] : stepsOf(kind === 'guarded'),
    answered: 0,
    begun: 0,
  };
}

function stepsOf(isGuarded: boolean): Step[] {
  if (Math.random() < 0.15) return ['ask', 'deny'];
  const steps: Step[] = isGuarded ? ['ask', 'allow', 'second allow'] : ['ask', 'allow'];
  if (Math.random() < 0.4) steps.push('suspend', 'resume');
  if (Math.random() < 0.4) steps.push('revoke');
  return steps;
}

type Outcome = 'done' | 'too late' | 'no answer';

/** An answer that says that the database is away is none: nobody knows what happened then. */
async function attempt(url: string, life: Life, nth: number): Promise<Outcome> {
  const answer = await take(url, life, nth).catch(() => null);
  if (answer === null || answer.status === 503) return 'no answer';
  const text = await answer.text();
  // On a busy machine the end of a brief life may come before anybody decides.
  if (life.until !== null && text.includes('"request_expired"')) return 'too late';
  assert.ok(answer.ok, `${life.steps[nth]} of ${life.id} was answered with ${answer.status}: ${text}`);
  return 'done';
}

/** Takes a step of a life, for the first time or again: the call is the same in every word. */
export async function take(url: string, life: Life, nth: number): Promise<Response> {
  const { as, path, body } = callOf(life, life.steps[nth]!);
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'x-api-key': tokenOf(as),
      'content-type': 'application/json',
      'idempotency-key': `${life.id}-${nth}`,
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return new Response(text, { status: answer.status });
}

function callOf(life: Life, step: Step): { as: KeyName; path: string; body: object } {
  const { id, resource, team, until } = life;
  const of = (verb: string): string => `/api/access/${id}/${verb}`;
  const comment = { comment: `The plug may be pulled at ${id}.` };
  switch (step) {
    case 'ask': {
      const period = until === null ? {} : { until: new Date(until).toISOString() };
      const body = { id, resource, consumer: { teamId: team }, purpose: 'Counting orders', ...period };
      return { as: 'organization', path: '/api/access', body };
    }
    case 'allow':
      return { as: 'bob', path: of('approve'), body: comment };
    case 'second allow':
      return { as: 'carol', path: of('approve'), body: comment };
    case 'deny':
      return { as: 'carol', path: of('reject'), body: comment };
    case 'suspend':
      return { as: 'bob', path: of('suspend'), body: comment };
    case 'resume':
      return { as: 'carol', path: of('resume'), body: comment };
    case 'revoke':
      return { as: 'bob', path: of('cancel'), body: comment };
  }
}
