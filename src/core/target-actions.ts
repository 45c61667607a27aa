// What a principal may do about a target, and if not, why: for the pages that offer it. The same function judges the act.
// Owners of what a target leads to may adopt as well (import.ts), but they do not see targets.
import { actionFrom, type Action } from './actions.ts';
import { mayRun } from './governance.ts';
import type { Principal } from './principal.ts';

export type TargetActionName = 'check' | 'reconcile' | 'adopt' | 'confirm';

export function targetActions(by: Principal): Record<TargetActionName, Action> {
  const run = actionFrom(mayRun(by));
  return { check: run, reconcile: run, adopt: run, confirm: run };
}
