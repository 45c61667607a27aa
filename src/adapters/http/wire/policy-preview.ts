// What a draft of a policy would do, on the wire: the same parts that the policy itself has, and what becomes of the
// requests that wait.
import type { z } from 'zod';
import type { PolicyPreview } from '../../../app/preview-policy.ts';
import type { Awaiting } from '../../../core/deciders.ts';
import type { PersonId } from '../../../core/ids.ts';
import type { Language } from '../../../core/sentence.ts';
import { wireConsumer, type Shown } from './access.ts';
import type { policyPreviewAnswer } from './policy-shapes.ts';
import { wireProspect } from './policy.ts';

type People = Shown['people'];

/** People who occur in the requests that wait. */
export function peopleInWaiting({ waiting }: PolicyPreview): PersonId[] {
  const who = waiting.flatMap(({ situation: { consumer }, effect }) => [
    ...(effect.awaiting?.people ?? []),
    ...(consumer.kind === 'person' ? [consumer.id] : []),
  ]);
  return [...new Set(who)];
}

export function wirePolicyPreview(
  { change, draft, shown, waiting, more }: PolicyPreview,
  people: People,
  language: Language,
): z.infer<typeof policyPreviewAnswer> {
  return {
    version: shown.governed.policy.version,
    outcome: change.kind === 'proposed-before' ? 'proposed' : change.kind,
    loosens: change.kind === 'unchanged' ? [] : [...change.loosens],
    strategy: draft.strategy,
    ...wireProspect(draft, shown, language),
    waiting: {
      requests: waiting.map(({ situation, effect }) => ({
        access: situation.access.id,
        consumer: wireConsumer(situation.consumer, people),
        effect: effect.kind,
        ...(effect.awaiting && { awaiting: wireAwaiting(effect.awaiting, people, language) }),
      })),
      more,
    },
  };
}

function wireAwaiting(awaiting: Awaiting, people: People, language: Language) {
  return {
    ...awaiting,
    undecidable: awaiting.undecidable?.[language] ?? null,
    people: awaiting.people.map((person) => {
      const known = people.get(person);
      return {
        person,
        ...(known && { email: known.email, ...(known.name !== null && { name: known.name }) }),
      };
    }),
  };
}
