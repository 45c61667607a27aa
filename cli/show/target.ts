// How far the target is from what was agreed, in one sentence. Agreed and real are two things: a grant that has not
// arrived, and above all an end that has not, must be seen.
import { lookOf, plain, type Paint } from './paint.ts';
import { clock } from './times.ts';
import type { Access } from './words.ts';

/** Null: Countersign has no target for this resource, and nobody else reported one. */
export function targetSentence(access: Access, paint: Paint): string | null {
  const { provisioning, approval } = access;
  const where = approval.target ? `at ${plain(approval.target.target)}` : `at ${platformOf(provisioning)}`;
  switch (provisioning?.status) {
    case undefined:
      return approval.target && hasBegun(access) ? `${where}: not there yet` : null;
    case 'provisioned':
      return `${where}: ${paint(lookOf('Granted'), 'open')}${since(provisioning['provisionedAt'])}`;
    case 'deprovisioned':
      return `${where}: ${paint('dim', 'closed')}${since(provisioning['deprovisionedAt'])}`;
    case 'provisioning':
      return `${where}: being opened`;
    case 'deprovisioning':
      return `${where}: being closed`;
    case 'provisioning-failed':
      return `${where}: ${paint('red', 'could not be opened')}${why(provisioning)}`;
    case 'deprovisioning-failed':
      return `${where}: ${paint('red', 'STILL OPEN, closing it failed')}${why(provisioning)}`;
  }
}

/** Whether the target shows by now what the agreement says. */
export function isInLine({ info, provisioning }: Access): boolean {
  return provisioning?.status === (info.active ? 'provisioned' : 'deprovisioned');
}

/** Whether anything was ever to be seen at a target. */
export function hasBegun({ info, approval }: Access): boolean {
  return info.active || (approval.standing !== 'None' && approval.target !== undefined);
}

function platformOf(provisioning: Access['provisioning']): string {
  const platform = provisioning?.['platform'];
  return typeof platform === 'string' ? plain(platform) : 'the target';
}

function since(instant: unknown): string {
  return typeof instant === 'string' ? ` since ${clock(instant)}` : '';
}

function why(provisioning: Readonly<Record<string, unknown>>): string {
  const { diagnostics } = provisioning;
  return typeof diagnostics === 'string' ? `: ${plain(diagnostics)}` : '';
}
