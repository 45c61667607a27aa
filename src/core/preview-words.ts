// What asking would do, in one plain sentence, for whoever stands before a resource. Names come from the caller, because
// the core knows only ids.
import type { Awaiting } from './deciders.ts';
import type { AutoReason, PersonReason } from './policy.ts';
import type { Preview } from './preview.ts';
import { problems } from './problem.ts';

/** @param nameOf how to show a person: a name or an address. */
export function sentenceOf(preview: Preview, owner: string, nameOf: (person: string) => string): string {
  switch (preview.outcome) {
    case 'refused': {
      const { refused, detail } = preview.refused;
      return closed(detail ?? problems[refused].title);
    }
    case 'unchanged':
      return 'The same is asked or granted already.';
    case 'granted':
      return `It would be granted at once, ${autoWords[preview.because](owner)}.`;
    case 'undecidable':
      return `Nobody could decide it as it stands: ${preview.awaiting.undecidable ?? 'too few may'}.`;
    case 'waits':
      return [whoDecides(preview.awaiting, nameOf), whyPeople(preview.request.becauseOf)]
        .filter(Boolean)
        .join(' ');
  }
}

const autoWords: Record<AutoReason, (owner: string) => string> = {
  strategy: () => 'because its owners let everybody in',
  'own-team': (owner) => `because it belongs to ${owner}, the team that asks`,
  'trusted-team': (owner) => `because ${owner} trusts the team that asks`,
};

function whoDecides({ strategy, system, people, missing }: Awaiting, nameOf: (person: string) => string) {
  if (strategy === 'External') return `${system ?? 'An external system'} would decide.`;
  const names = people.map(nameOf);
  if (missing === 1)
    return names.length === 1 ? `${names[0]!} would decide.` : `One of ${listed(names)} would decide.`;
  return names.length === missing
    ? `${listed(names)} would have to agree.`
    : `${missing === 2 ? 'Two' : missing} of ${listed(names)} would have to agree.`;
}

function whyPeople(becauseOf: PersonReason | null): string | null {
  switch (becauseOf) {
    case 'refused-before':
      return 'An earlier refusal or suspension holds until a person grants again.';
    case 'set-by-consumer-side':
      return 'A person decides, because somebody on the side that asks set the policy.';
    case null:
      return null;
  }
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'nobody';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function closed(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
