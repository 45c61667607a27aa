// A policy in plain sentences, for the page where somebody reads what will happen to a request before filing it. Each
// sentence says one thing, and what is not set is not mentioned. Names of people come from the caller, because the core
// knows only ids.
import type { Approvers, Policy, SignInDemand } from './policy.ts';
import { lengthOf, listed, or, same, type Sentence } from './sentence.ts';

/** @param nameOf how to show a person: a name or an address. */
export function sentencesOf(policy: Policy, owner: string, nameOf: (person: string) => string): Sentence[] {
  const approvers = policy.approvers ? chosen(policy.approvers, nameOf) : decidersOf(owner);
  const { trusted, fallback, signIn } = policy;
  return [
    strategySentence(policy, approvers),
    ...(policy.ownTeam === 'ask' ? [ownTeamAsks(owner)] : []),
    ...(trusted.length > 0 ? [trustedSentence(listed(trusted.map(({ team }) => team)))] : []),
    ...(fallback ? [fallbackSentence(chosen(fallback, nameOf))] : []),
    ...periodSentences(policy),
    ...(policy.strategy === 'Auto' ? [] : [deadlineSentence(lengthOf(policy.deadline))]),
    ...(policy.purposeByPerson ? [purposeByPerson] : []),
    ...(policy.inBrowser ? [inBrowser] : []),
    ...(signIn ? [signInSentence(signIn)] : []),
    ...(policy.endSessions ? [endSessions] : []),
  ];
}

function strategySentence(policy: Policy, approvers: Sentence): Sentence {
  switch (policy.strategy) {
    case 'Auto':
      return { en: 'Every request is granted at once.', de: 'Jede Anfrage wird sofort gewährt.' };
    case 'Simple':
      return {
        en: `One person decides: ${approvers.en}.`,
        de: `Eine Person entscheidet: ${approvers.de}.`,
      };
    case 'FourEyes':
      return {
        en: `Two different people have to allow it: ${approvers.en}.`,
        de: `Zwei verschiedene Personen müssen zustimmen: ${approvers.de}.`,
      };
    case 'External': {
      const { en, de } = policy.external ? same(policy.external.name) : externalSystem;
      return { en: `${en} decides.`, de: `${de} entscheidet.` };
    }
  }
}

const externalSystem: Sentence = { en: 'An external system', de: 'Ein fremdes System' };

function decidersOf(owner: string): Sentence {
  return {
    en: `owners and approvers of ${owner}`,
    de: `Eigentümer und Entscheidende von ${owner}`,
  };
}

function ownTeamAsks(owner: string): Sentence {
  return { en: `${owner} itself has to ask as well.`, de: `Auch ${owner} selbst muss anfragen.` };
}

function trustedSentence({ en, de }: Sentence): Sentence {
  return {
    en: `Granted at once to ${en}, who are trusted.`,
    de: `Sofort gewährt wird es ${de}, denen vertraut wird.`,
  };
}

function fallbackSentence({ en, de }: Sentence): Sentence {
  return {
    en: `Where too few of them may decide, it goes to ${en}.`,
    de: `Dürfen zu wenige von ihnen entscheiden, geht es an ${de}.`,
  };
}

function periodSentences({ durations, defaultDuration, maximumDuration }: Policy): Sentence[] {
  const usual = defaultDuration ?? maximumDuration;
  return [
    ...(durations ? [offeredSentence(listed(durations.map(lengthOf), or))] : []),
    usual === null ? noEnd : usualSentence(lengthOf(usual)),
    ...(maximumDuration === null ? [] : [longestSentence(lengthOf(maximumDuration))]),
  ];
}

function offeredSentence({ en, de }: Sentence): Sentence {
  return { en: `It can be asked for ${en}.`, de: `Angefragt werden kann es für ${de}.` };
}

const noEnd: Sentence = {
  en: 'Without a named end it has no end.',
  de: 'Ohne genanntes Ende gilt es ohne Ende.',
};

function usualSentence({ en, de }: Sentence): Sentence {
  return { en: `Without a named end it lasts ${en}.`, de: `Ohne genanntes Ende gilt es ${de}.` };
}

function longestSentence({ en, de }: Sentence): Sentence {
  return { en: `It lasts ${en} at most.`, de: `Es gilt höchstens ${de}.` };
}

function deadlineSentence({ en, de }: Sentence): Sentence {
  return { en: `A request waits ${en} at most.`, de: `Eine Anfrage wartet höchstens ${de}.` };
}

const purposeByPerson: Sentence = {
  en: 'The purpose has to be written by a person.',
  de: 'Den Zweck muss ein Mensch geschrieben haben.',
};

const inBrowser: Sentence = {
  en: 'It is decided in the browser only, not in chat or mail.',
  de: 'Entschieden wird nur im Browser, nicht im Chat oder per Mail.',
};

const endSessions: Sentence = {
  en: 'Running sessions end with the access.',
  de: 'Laufende Sitzungen enden mit dem Zugang.',
};

function signInSentence({ acr, maxAge }: SignInDemand): Sentence {
  const how = listed(acr ?? [], or);
  const age = lengthOf(maxAge ?? 0);
  const en = [...(acr ? [` by ${how.en}`] : []), ...(maxAge === null ? [] : [`, ${age.en} ago at most`])];
  const de = [
    ...(maxAge === null ? [] : [` vor höchstens ${dative(age.de)}`]),
    ...(acr ? [` mit ${how.de}`] : []),
  ];
  return {
    en: `Whoever decides has signed in${en.join('')}; a key does not do.`,
    de: `Wer entscheidet, hat sich${de.join('')} angemeldet; ein Schlüssel genügt nicht.`,
  };
}

/** »vor 3 Tagen«: only days have a form of their own there. */
function dative(length: string): string {
  return length.replace(/Tage$/, 'Tagen');
}

function chosen({ people, teams }: Approvers, nameOf: (person: string) => string): Sentence {
  return listed([...people.map(nameOf), ...teams.map(decidersFor)]);
}

function decidersFor(team: string): Sentence {
  return { en: `whoever decides for ${team}`, de: `wer für ${team} entscheidet` };
}
