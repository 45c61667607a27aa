// Who would decide, asked before anybody has asked: what an owner wants to see while writing a policy. It is the same
// rule that judges real requests (deciders.ts), put to one from a stranger who belongs to no team that is known here.
// A real asker can only make the circle smaller, so what is undecidable here is undecidable for everybody.
import { awaiting, type Awaiting } from './deciders.ts';
import type { KeyId, RequestId, TeamId } from './ids.ts';
import type { Policy } from './policy.ts';
import type { Request } from './request.ts';
import type { Resource } from './resource.ts';
import type { Sentence } from './sentence.ts';
import type { Surroundings } from './situation.ts';

export type Governed = Pick<Surroundings, 'resource' | 'policy' | 'rosters' | 'organizationKeysDecide'> & {
  /** Of the keys that are named as external systems: those that work no more. */
  readonly deadKeys: ReadonlySet<KeyId>;
};

/** Under Auto: who decides where a person is needed although nothing has to be asked. */
export function whoWouldDecide(governed: Governed): Awaiting {
  const stranger = '' as TeamId;
  const { policy, deadKeys } = governed;
  const found = awaiting(
    { ...governed, consumer: { kind: 'team', id: stranger, team: stranger }, bound: [] },
    requestOfStranger(policy, governed.resource),
  );
  return policy.strategy === 'External' && policy.external && deadKeys.has(policy.external.key)
    ? { ...found, undecidable: keyIsGone(policy.external.name) }
    : found;
}

function keyIsGone(system: string): Sentence {
  return {
    en: `the key of ${system} does not work any more`,
    de: `der Schlüssel von ${system} gilt nicht mehr`,
  };
}

/** One sentence where the policy leaves nobody, or too few, to decide. */
export function warningOf(policy: Policy, { undecidable }: Awaiting): Sentence | null {
  if (undecidable === null) return null;
  const { en, de } = undecidable;
  return policy.strategy === 'Auto'
    ? {
        en: `Where a request needs a person after all: ${en}.`,
        de: `Wo eine Anfrage doch einen Menschen braucht: ${de}.`,
      }
    : {
        en: `As it stands, requests cannot be decided by those who should: ${en}.`,
        de: `So können die, die sollen, Anfragen nicht entscheiden: ${de}.`,
      };
}

function requestOfStranger(policy: Policy, resource: Resource): Request {
  return {
    id: `prospect of ${resource.id}` as RequestId,
    number: 1,
    nature: 'first',
    state: 'Pending',
    strategy: policy.strategy,
    becauseOf: null,
    external: policy.external?.key ?? null,
    ask: { purpose: '', purposeGenerated: false, roles: [], from: null, until: null, duration: null },
    fingerprint: '',
    asker: { type: 'system', id: 'nobody', person: null },
    askedAt: 0,
    deadline: policy.deadline,
    decisions: [],
    closedAt: null,
  };
}
