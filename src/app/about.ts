// Data products, data contracts and applications as pages show them: what a document says that people want to know first,
// read from what was kept when it was written, so that no page has to know the formats. The document itself, untouched,
// is at the address of the thing.
import type { Action } from '../core/actions.ts';
import type { ContractTerms } from '../core/contract-terms.ts';
import { applicationActions, type ApplicationActionName } from '../core/edit-actions.ts';
import type { TeamId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { Problem } from '../core/problem.ts';
import type { Roster } from '../core/team.ts';
import type { Instant } from '../core/time.ts';
import type { Caller, Clock } from './ports.ts';

export interface About {
  readonly id: string;
  readonly name: string;
  /** By id where there is no such team any more. */
  readonly owner: { readonly id: TeamId; readonly name: string };
  readonly description: string | null;
  readonly status: string | null;
  readonly tags: readonly string[];
}

export interface AboutContract extends About {
  readonly contractVersion: string | null;
  /** Null: it says nothing that could be accepted. */
  readonly terms: ContractTerms | null;
}

export interface AboutReads {
  product(id: string): Promise<About | null>;
  contract(id: string): Promise<AboutContract | null>;
  /** With how many active accesses it has, and who is in its team. */
  application(id: string, now: Instant): Promise<ApplicationAndTeam | null>;
}

export interface ApplicationAndTeam {
  readonly about: About;
  readonly live: number;
  readonly roster: Roster | undefined;
}

export interface AboutApplication extends About {
  readonly actions: Record<ApplicationActionName, Action>;
}

/** @throws Problem `application_not_found`. */
export const aboutApplication =
  ({ about, clock }: { about: AboutReads; clock: Clock }) =>
  async (id: string, { principal }: Caller): Promise<AboutApplication> => {
    const found = await about.application(id, clock.now());
    if (!found) throw new Problem('application_not_found', { detail: noSuch('application', id) });
    const { about: shown, live, roster } = found;
    return { ...shown, actions: applicationActions(principal, shown.owner.id, roster, live) };
  };
