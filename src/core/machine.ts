// The two state machines, as data. Nothing else in Countersign knows a transition: acts look up their row here, the
// list of available actions is computed from the same rows, and the reference page prints them (design 3.1 and 3.2).
//
//   request:  Pending ──allow──▶ Granted                    (Simple, External)
//             Pending ──allow──▶ SemiGranted ──allow by another──▶ Granted   (FourEyes)
//             Pending, SemiGranted ──deny──▶ Rejected ──allow──▶ as from Pending (reconsidered)
//             Pending, SemiGranted ──withdraw──▶ Withdrawn, ──expire──▶ Expired
//   standing: None ──grant──▶ Granted ⇄ Suspended; Granted, Suspended ──▶ Expired or Revoked ──grant──▶ Granted
import type { DecidingStrategy } from './policy.ts';

export type RequestState = 'Pending' | 'SemiGranted' | 'Granted' | 'Rejected' | 'Withdrawn' | 'Expired';
export type RequestAct = 'allow' | 'second-allow' | 'deny' | 'retract' | 'withdraw' | 'expire';

export type Standing = 'None' | 'Granted' | 'Suspended' | 'Expired' | 'Revoked';
export type StandingAct = 'suspend' | 'resume' | 'expire' | 'revoke' | 'grant';

interface Row<Act, State> {
  readonly act: Act;
  readonly from: readonly State[];
  readonly to: State;
}

type RequestRow = Row<RequestAct, RequestState> & { readonly under: readonly DecidingStrategy[] };

const every = ['Simple', 'FourEyes', 'External'] as const satisfies readonly DecidingStrategy[];

export const requestMachine: readonly RequestRow[] = [
  // SemiGranted stands here too: a policy that was FourEyes for a while may have left a first allow behind.
  {
    under: ['Simple', 'External'],
    act: 'allow',
    from: ['Pending', 'SemiGranted', 'Rejected'],
    to: 'Granted',
  },
  { under: ['FourEyes'], act: 'allow', from: ['Pending', 'SemiGranted', 'Rejected'], to: 'SemiGranted' },
  { under: ['FourEyes'], act: 'second-allow', from: ['SemiGranted'], to: 'Granted' },
  { under: every, act: 'retract', from: ['SemiGranted'], to: 'Pending' },
  { under: every, act: 'deny', from: ['Pending', 'SemiGranted'], to: 'Rejected' },
  { under: every, act: 'withdraw', from: ['Pending', 'SemiGranted'], to: 'Withdrawn' },
  { under: every, act: 'expire', from: ['Pending', 'SemiGranted'], to: 'Expired' },
];

export const standingMachine: readonly Row<StandingAct, Standing>[] = [
  { act: 'grant', from: ['None', 'Granted', 'Expired', 'Revoked'], to: 'Granted' },
  { act: 'grant', from: ['Suspended'], to: 'Suspended' }, // The new terms wait for resume.
  { act: 'suspend', from: ['Granted'], to: 'Suspended' },
  { act: 'resume', from: ['Suspended'], to: 'Granted' },
  { act: 'expire', from: ['Granted', 'Suspended'], to: 'Expired' },
  { act: 'revoke', from: ['Granted', 'Suspended'], to: 'Revoked' },
];

/** Where an act leads under a strategy, or undefined when the table has no such row. */
export function nextRequestState(
  strategy: DecidingStrategy,
  act: RequestAct,
  from: RequestState,
): RequestState | undefined {
  return requestMachine.find(
    (row) => row.act === act && row.under.includes(strategy) && row.from.includes(from),
  )?.to;
}

/** Where an act leads, or undefined when the table has no such row. */
export function nextStanding(act: StandingAct, from: Standing): Standing | undefined {
  return standingMachine.find((row) => row.act === act && row.from.includes(from))?.to;
}

/** Whether a request still waits for somebody. */
export function isOpen(state: RequestState): boolean {
  return state === 'Pending' || state === 'SemiGranted';
}
