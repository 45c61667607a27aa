// What time does on its own: a request passes its deadline, a grant begins, a grant ends, a reminder falls due. The
// periods are judged when somebody looks (access.ts), so a late sweeper changes no answer; lapsing only makes the log
// and the world agree with the clock. Running it twice, or hours late, gives the same facts once.
import { effectiveGrant, endingGrant, standingAt, type Access } from './access.ts';
import { fact, type Fact } from './fact.ts';
import { liveGrant } from './grant.ts';
import { isOpen } from './machine.ts';
import { nextReminder } from './reminders.ts';
import { requestStateAt } from './request.ts';
import type { Outcome } from './situation.ts';
import type { Instant } from './time.ts';

/** Everything that is due on an access now. An empty outcome means that nothing was. */
export function lapse(before: Access, now: Instant): Outcome {
  const steps = [expireRequest, expireAccess, endOfOneGrant, beginGrant, remindOfWaiting, remindOfEnd];
  const facts: Fact[] = [];
  const access = steps.reduce((current, step) => {
    const result = step(current, now, before.remindedAt);
    if (!result) return current;
    facts.push(result.fact);
    return result.access;
  }, before);
  return { access, closed: null, facts, refusal: null };
}

/** @param reminded the last reminder before this sweep: one that is due about waiting must not swallow one about an end. */
type Step = (
  access: Access,
  now: Instant,
  reminded: Instant | null,
) => { access: Access; fact: Fact } | undefined;

const expireRequest: Step = (access, now) => {
  const { request } = access;
  if (!request || !isOpen(request.state) || requestStateAt(request, now) !== 'Expired') return undefined;
  const after: Access = { ...access, request: { ...request, state: 'Expired', closedAt: now } };
  return {
    access: after,
    fact: fact('request.expired', access, after, now, { request: request.id, deadline: request.deadline }),
  };
};

const expireAccess: Step = (access, now) => {
  if (access.standing === 'Expired' || standingAt(access, now) !== 'Expired') return undefined;
  const after: Access = { ...access, standing: 'Expired', announced: null };
  return {
    access: after,
    fact: fact('access.expired', { ...access }, after, now, {
      wasLive: access.standing === 'Granted' && access.announced !== null,
    }),
  };
};

/** One grant has ended and the next one has not begun: there is a gap, because it was asked for like that. */
const endOfOneGrant: Step = (access, now) => {
  if (access.standing !== 'Granted' || access.announced === null || liveGrant(access.grants, now))
    return undefined;
  const after: Access = { ...access, announced: null };
  return { access: after, fact: fact('access.deactivated', access, after, now) };
};

const beginGrant: Step = (access, now) => {
  const live = effectiveGrant(access, now);
  if (!live || live.id === access.announced) return undefined;
  const after: Access = { ...access, announced: live.id };
  return {
    access: after,
    fact: fact('access.activated', access, after, now, {
      grant: live.id,
      roles: live.roles,
      from: live.from,
      until: live.until,
    }),
  };
};

const remindOfWaiting: Step = (access, now, reminded) => {
  const { request } = access;
  if (!request || !isOpen(request.state)) return undefined;
  const due = nextReminder(
    { kind: 'waiting', from: request.askedAt, until: request.deadline },
    reminded,
    now,
  );
  if (due === null || due > now) return undefined;
  const after: Access = { ...access, remindedAt: now };
  return {
    access: after,
    fact: fact('request.waiting', access, after, now, { request: request.id, deadline: request.deadline }),
  };
};

const remindOfEnd: Step = (access, now, reminded) => {
  const ending = endingGrant(access, now);
  if (!ending) return undefined;
  const due = nextReminder({ kind: 'ending', ...ending }, reminded, now);
  if (due === null || due > now) return undefined;
  const after: Access = { ...access, remindedAt: now };
  return {
    access: after,
    fact: fact('access.expiring', access, after, now, { grant: ending.id, until: ending.until }),
  };
};
