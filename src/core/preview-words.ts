// What asking would do, in one plain sentence, for whoever stands before a resource. Names come from the caller, because
// the core knows only ids.
import type { Awaiting } from './deciders.ts';
import type { AutoReason, PersonReason } from './policy.ts';
import type { Preview } from './preview.ts';
import { reasonOf } from './problem-words.ts';
import { listed, same, type Sentence } from './sentence.ts';

/** @param nameOf how to show a person: a name or an address. */
export function sentenceOf(preview: Preview, owner: string, nameOf: (person: string) => string): Sentence {
  switch (preview.outcome) {
    case 'refused':
      return closed(reasonOf(preview.refused));
    case 'unchanged':
      return {
        en: 'The same is asked or granted already.',
        de: 'Dasselbe ist schon angefragt oder gewährt.',
      };
    case 'granted': {
      const because = autoWords[preview.because](owner);
      return {
        en: `It would be granted at once, ${because.en}.`,
        de: `Es würde sofort gewährt, ${because.de}.`,
      };
    }
    case 'undecidable': {
      const { en, de } = preview.awaiting.undecidable ?? { en: 'too few may', de: 'zu wenige dürfen' };
      return {
        en: `Nobody could decide it as it stands: ${en}.`,
        de: `So könnte niemand entscheiden: ${de}.`,
      };
    }
    case 'waits':
      return joined(whoDecides(preview.awaiting, nameOf), whyPeople(preview.request.becauseOf));
  }
}

const autoWords: Record<AutoReason, (owner: string) => Sentence> = {
  strategy: () => ({
    en: 'because its owners let everybody in',
    de: 'denn die Eigentümer lassen alle hinein',
  }),
  'own-team': (owner) => ({
    en: `because it belongs to ${owner}, the team that asks`,
    de: `denn es gehört ${owner}, dem Team, das anfragt`,
  }),
  'trusted-team': (owner) => ({
    en: `because ${owner} trusts the team that asks`,
    de: `denn ${owner} vertraut dem Team, das anfragt`,
  }),
};

function whoDecides(
  { strategy, system, people, missing }: Awaiting,
  nameOf: (person: string) => string,
): Sentence {
  if (strategy === 'External') {
    const { en, de } =
      system === null ? { en: 'An external system', de: 'Ein fremdes System' } : same(system);
    return { en: `${en} would decide.`, de: `${de} würde entscheiden.` };
  }
  const names = people.map(nameOf);
  const { en, de } = listed(names);
  if (missing === 1)
    return names.length === 1
      ? { en: `${en} would decide.`, de: `${de} würde entscheiden.` }
      : { en: `One of ${en} would decide.`, de: `Entscheiden würde eine Person von ${de}.` };
  return names.length === missing
    ? { en: `${en} would have to agree.`, de: `${de} müssten zustimmen.` }
    : {
        en: `${missing === 2 ? 'Two' : missing} of ${en} would have to agree.`,
        de: `${missing === 2 ? 'Zwei' : missing} von ${de} müssten zustimmen.`,
      };
}

function whyPeople(becauseOf: PersonReason | null): Sentence | null {
  switch (becauseOf) {
    case 'refused-before':
      return {
        en: 'An earlier refusal or suspension holds until a person grants again.',
        de: 'Eine frühere Ablehnung oder Aussetzung gilt, bis ein Mensch wieder gewährt.',
      };
    case 'set-by-consumer-side':
      return {
        en: 'A person decides, because somebody on the side that asks set the policy.',
        de: 'Ein Mensch entscheidet, denn jemand von der anfragenden Seite hat die Richtlinie gesetzt.',
      };
    case null:
      return null;
  }
}

function joined(first: Sentence, second: Sentence | null): Sentence {
  return second ? { en: `${first.en} ${second.en}`, de: `${first.de} ${second.de}` } : first;
}

function closed({ en, de }: Sentence): Sentence {
  return { en: ended(en), de: ended(de) };
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
