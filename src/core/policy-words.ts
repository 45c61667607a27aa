// A policy in plain sentences, for the page where somebody reads what will happen to a request before filing it. Each
// sentence says one thing, and what is not set is not mentioned. Names of people come from the caller, because the core
// knows only ids.
import type { Approvers, Policy, SignInDemand } from './policy.ts';
import { formatDuration, type Milliseconds } from './time.ts';

/** @param nameOf how to show a person: a name or an address. */
export function sentencesOf(policy: Policy, owner: string, nameOf: (person: string) => string): string[] {
  const approvers = policy.approvers ? chosen(policy.approvers, nameOf) : `owners and approvers of ${owner}`;
  return [
    strategySentence(policy, approvers),
    ...(policy.ownTeam === 'ask' ? [`${owner} itself has to ask as well.`] : []),
    ...(policy.trusted.length > 0
      ? [`Granted at once to ${listed(policy.trusted.map(({ team }) => team))}, who are trusted.`]
      : []),
    ...(policy.fallback
      ? [`Where too few of them may decide, it goes to ${chosen(policy.fallback, nameOf)}.`]
      : []),
    ...periodSentences(policy),
    ...(policy.strategy === 'Auto' ? [] : [`A request waits ${length(policy.deadline)} at most.`]),
    ...(policy.purposeByPerson ? ['The purpose has to be written by a person.'] : []),
    ...(policy.inBrowser ? ['It is decided in the browser only, not in chat or mail.'] : []),
    ...(policy.signIn ? [signInSentence(policy.signIn)] : []),
    ...(policy.endSessions ? ['Running sessions end with the access.'] : []),
  ];
}

function strategySentence(policy: Policy, approvers: string): string {
  switch (policy.strategy) {
    case 'Auto':
      return 'Every request is granted at once.';
    case 'Simple':
      return `One person decides: ${approvers}.`;
    case 'FourEyes':
      return `Two different people have to allow it: ${approvers}.`;
    case 'External':
      return `${policy.external?.name ?? 'An external system'} decides.`;
  }
}

function signInSentence({ acr, maxAge }: SignInDemand): string {
  const how = acr === null ? '' : ` by ${listed(acr, 'or')}`;
  const when = maxAge === null ? '' : `, ${length(maxAge)} ago at most`;
  return `Whoever decides has signed in${how}${when}; a key does not do.`;
}

function periodSentences({ durations, defaultDuration, maximumDuration }: Policy): string[] {
  const usual = defaultDuration ?? maximumDuration;
  return [
    ...(durations ? [`It can be asked for ${listed(durations.map(length), 'or')}.`] : []),
    `Without a named end it ${usual === null ? 'has no end' : `lasts ${length(usual)}`}.`,
    ...(maximumDuration === null ? [] : [`It lasts ${length(maximumDuration)} at most.`]),
  ];
}

function chosen({ people, teams }: Approvers, nameOf: (person: string) => string): string {
  return listed([...people.map(nameOf), ...teams.map((team) => `whoever decides for ${team}`)]);
}

function listed(words: readonly string[], joined = 'and'): string {
  if (words.length < 2) return words[0] ?? 'nobody';
  return `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1)}`;
}

const units = { d: 'day', h: 'hour', m: 'minute', s: 'second' } as const;

/** Such as `90 days` or `1 hour`. */
function length(duration: Milliseconds): string {
  const text = formatDuration(duration);
  const amount = text.slice(0, -1);
  const unit = units[text.slice(-1) as keyof typeof units];
  return `${amount} ${unit}${amount === '1' ? '' : 's'}`;
}
