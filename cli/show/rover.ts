// A Rover file in words: what it exposes, what it subscribes to, how far each of it has come, and who has to act. The same
// lines for a plan, for what was just applied, and for how it stands, so that one can be held against the other.
import type { Schemas } from '../server.ts';
import { plain, type Look, type Paint } from './paint.ts';
import { moment, zoneAt } from './times.ts';
import { awaitingWords } from './words.ts';

export type Rover = Schemas['Rover'];
type Exposure = Schemas['RoverExposure'];
type Subscription = Schemas['RoverSubscription'];

/** How a thing is said: as what would happen, as what has, or as what is. */
export type Mood = 'plan' | 'done' | 'status';

export function roverText(rover: Rover, mood: Mood, paint: Paint): string {
  const { id, change, exposures, subscriptions } = rover;
  const lines = [
    ...exposures.map((one) => exposureLine(one, paint)),
    ...subscriptions.map((one) => subscriptionLine(one, mood, paint)),
  ];
  const width = Math.max(0, ...lines.map(({ word }) => word.length));
  const nameWidth = Math.max(0, ...lines.map(({ name }) => name.length));
  const head = mood === 'status' ? '' : ` (${changeWords[mood][change]})`;
  return [
    `${paint('bold', `Rover ${plain(id)}`)}${head}`,
    ...lines.map(
      ({ sign, look, word, name, rest }) =>
        `  ${paint(look, sign)} ${paint(look, word.padEnd(width))}  ${name.padEnd(rest === '' ? 0 : nameWidth)}${rest === '' ? '' : `  ${rest}`}`,
    ),
    ...(lines.length === 0 ? ['  exposes nothing and subscribes to nothing'] : []),
    '',
  ].join('\n');
}

const changeWords: Record<Exclude<Mood, 'status'>, Record<Rover['change'], string>> = {
  plan: { created: 'new', changed: 'changed', unchanged: 'as it was applied', deleted: 'to be deleted' },
  done: { created: 'created', changed: 'changed', unchanged: 'unchanged', deleted: 'deleted' },
};

interface Line {
  readonly sign: string;
  readonly look: Look | null;
  readonly word: string;
  readonly name: string;
  /** In words, to the right. */
  readonly rest: string;
}

function exposureLine(one: Exposure, paint: Paint): Line {
  const name = `${one.type} ${plain(one.name)}`;
  const line = { look: null, name } as const;
  if (one.blocked)
    return { ...line, sign: '!', look: 'yellow', word: 'blocked', rest: plain(one.blocked.sentence) };
  const again = one.lookedAtAgain > 0 ? ` ${subscribers(one.lookedAtAgain)} looked at again.` : '';
  switch (one.change) {
    case 'removed':
      return { ...line, sign: '-', look: 'red', word: 'exposes no more', rest: again.trim() };
    case 'unchanged':
      return { ...line, sign: '=', word: 'exposes', rest: paint('dim', strategyWords(one)) };
    default: {
      const proposed =
        one.policy === 'proposed'
          ? ' This loosens a FourEyes policy: it holds once another owner applies the same.'
          : '';
      const sign = one.change === 'created' ? '+' : '~';
      return {
        ...line,
        sign,
        look: 'green',
        word: 'exposes',
        rest: `${strategyWords(one)}${proposed}${again}`,
      };
    }
  }
}

function subscribers(count: number): string {
  return count === 1 ? '1 subscription is' : `${count} subscriptions are`;
}

function strategyWords({ strategy }: Exposure): string {
  switch (strategy) {
    case 'Auto':
      return 'Auto: granted at once.';
    case 'Simple':
      return 'Simple: one person decides.';
    case 'FourEyes':
      return 'FourEyes: two people decide.';
    default:
      return '';
  }
}

function subscriptionLine(one: Subscription, mood: Mood, paint: Paint): Line {
  const scopes = one.scopes.length > 0 ? ` (${one.scopes.map(plain).join(', ')})` : '';
  const line = { look: null, name: `${one.type} ${plain(one.name)}${scopes}` } as const;
  const standing = standingWords(one);
  if (one.change === 'ended')
    return { ...line, sign: '-', look: 'red', word: mood === 'plan' ? 'would end' : 'ended', rest: '' };
  if (one.blocked)
    return {
      ...line,
      sign: '…',
      look: 'yellow',
      word: 'waits',
      rest: [plain(one.blocked.sentence), standing].join(' ').trim(),
    };
  const would = mood === 'plan' && one.change !== 'unchanged';
  if (one.awaiting)
    return {
      ...line,
      sign: '?',
      look: 'yellow',
      word: would
        ? 'would ask'
        : one.access?.state === 'SemiGranted'
          ? 'half granted'
          : mood === 'done' && one.change === 'asked'
            ? 'asked'
            : 'pending',
      rest: [sentence(awaitingWords(one.awaiting)), one.access?.standing === 'None' ? '' : standing]
        .join(' ')
        .trim(),
    };
  const state = one.access?.state ?? 'waits';
  const isGood = state === 'Granted';
  const words =
    one.change === 'narrowed'
      ? would
        ? 'would keep less'
        : 'keeps less'
      : would
        ? 'would grant'
        : state.toLowerCase();
  return {
    ...line,
    sign: isGood ? '✓' : '✗',
    look: isGood ? 'green' : 'red',
    word: words,
    rest: paint(isGood ? 'dim' : null, standing),
  };
}

function standingWords({ access }: Subscription): string {
  if (!access || access.standing === 'None')
    return access?.state === 'Rejected' ? 'The owner side has rejected it.' : '';
  const until = access.until === undefined ? '' : ` until ${moment(access.until)} ${zoneAt(access.until)}`;
  const kept = access.scopes.length > 0 ? ` (${access.scopes.map(plain).join(', ')})` : '';
  switch (access.standing) {
    case 'Granted':
      return `Granted${kept}${until}.`;
    case 'Suspended':
      return 'The owner side has suspended it.';
    case 'Expired':
      return 'It has expired; "countersign rover renew" asks again.';
    default:
      return 'It was ended.';
  }
}

function sentence(words: string): string {
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
}
