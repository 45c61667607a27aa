// What a notice says, in every language: one headline, the facts beneath it, and what its button is called. List, mail and
// chat all show this, each in its own shape, so that nobody reads two accounts of one thing. Names and texts of people
// are put in as they are; whoever shows them escapes them.
import type { NoticeBody, NoticeEvent, NoticeSide } from './notice.ts';
import { lengthOf, listed, same, type Sentence } from './sentence.ts';
import type { Instant } from './time.ts';

/** A notice with the names and texts that it leads to, as they are now. Null where nothing is known, or was erased. */
export interface NoticeFacts {
  readonly body: NoticeBody;
  readonly resource: string;
  readonly consumer: string;
  readonly asker: string | null;
  /** Who did what is told; null: the system. */
  readonly actor: string | null;
  readonly purpose: string | null;
  /** What whoever did it wrote with it. */
  readonly comment: string | null;
  /** What a target said. */
  readonly fault: string | null;
  readonly decisions: readonly {
    readonly by: string;
    readonly verdict: 'allow' | 'deny';
    readonly comment: string | null;
  }[];
  readonly next: readonly string[];
}

export interface SaidNotice {
  readonly title: Sentence;
  readonly lines: readonly { readonly label: Sentence; readonly text: Sentence }[];
  readonly button: Sentence;
}

/** @param when how an instant is written for people, in the organization's time zone. */
export function sayNotice(facts: NoticeFacts, when: (instant: Instant) => Sentence): SaidNotice {
  const { body } = facts;
  const decides = body.side === 'deciders' && body.next !== null;
  return {
    title: titles[body.event](facts, body.side),
    lines: linesOf(facts, when),
    button: decides ? { en: 'Look and decide', de: 'Ansehen und entscheiden' } : { en: 'Open', de: 'Öffnen' },
  };
}

type Title = (facts: NoticeFacts, side: NoticeSide) => Sentence;

const somebody: Sentence = { en: 'Somebody', de: 'Jemand' };

/** `{who}` and `{what}` are taken by the names. */
const titleOf =
  (en: string, de: string, bySystem?: Sentence): Title =>
  ({ actor, resource, asker }) => {
    const what = same(resource);
    const template = actor === null && bySystem ? bySystem : { en, de };
    const fill = (language: 'en' | 'de') =>
      template[language]
        .replace('{what}', () => what[language])
        .replace('{asker}', () => (asker === null ? somebody : same(asker))[language])
        .replace('{who}', () => (actor === null ? systemName : same(actor))[language]);
    return { en: fill('en'), de: fill('de') };
  };

const systemName: Sentence = { en: 'Countersign', de: 'Countersign' };

const titles: Record<NoticeEvent, Title> = {
  'request.filed': titleOf('{asker} asks for access to {what}', '{asker} bittet um Zugang zu {what}'),
  'request.semi_granted': titleOf(
    '{who} agrees to access to {what}; a second person has to',
    '{who} stimmt dem Zugang zu {what} zu; eine zweite Person muss noch',
  ),
  'request.granted': titleOf('{who} granted access to {what}', '{who} hat Zugang zu {what} gewährt', {
    en: 'Access to {what} was granted at once',
    de: 'Zugang zu {what} wurde sofort gewährt',
  }),
  'request.rejected': titleOf('{who} rejected access to {what}', '{who} hat Zugang zu {what} abgelehnt'),
  'request.withdrawn': titleOf(
    '{who} withdrew the request for {what}',
    '{who} hat die Anfrage zu {what} zurückgezogen',
    { en: 'The request for {what} came to nothing', de: 'Die Anfrage zu {what} ist hinfällig' },
  ),
  'request.expired': titleOf(
    'Nobody decided in time about {what}',
    'Über {what} hat niemand rechtzeitig entschieden',
  ),
  'request.allow_void': titleOf(
    '{who} took the first yes to {what} back',
    '{who} hat die erste Zusage zu {what} zurückgenommen',
    { en: 'The first yes to {what} no longer counts', de: 'Die erste Zusage zu {what} zählt nicht mehr' },
  ),
  'request.waiting': titleOf(
    'A request for {what} still waits for a decision',
    'Eine Anfrage zu {what} wartet noch auf eine Entscheidung',
  ),
  'request.last_call': titleOf(
    'A request for {what} is about to expire undecided',
    'Eine Anfrage zu {what} läuft bald ab, ohne dass jemand entschieden hat',
  ),
  'access.activated': titleOf('Access to {what} begins', 'Der Zugang zu {what} beginnt'),
  'access.deactivated': titleOf(
    'Access to {what} rests until its next period',
    'Der Zugang zu {what} ruht bis zu seinem nächsten Zeitraum',
  ),
  'access.suspended': titleOf(
    '{who} suspended access to {what}',
    '{who} hat den Zugang zu {what} ausgesetzt',
  ),
  'access.resumed': titleOf(
    '{who} resumed access to {what}',
    '{who} hat den Zugang zu {what} wieder aufgenommen',
  ),
  'access.revoked': titleOf('{who} ended access to {what}', '{who} hat den Zugang zu {what} beendet', {
    en: 'Access to {what} has ended: one of the two sides is gone',
    de: 'Der Zugang zu {what} ist beendet: eine der beiden Seiten gibt es nicht mehr',
  }),
  'access.shortened': titleOf(
    '{who} narrowed access to {what}',
    '{who} hat den Zugang zu {what} eingeschränkt',
  ),
  'access.expiring': titleOf('Access to {what} ends soon', 'Der Zugang zu {what} endet bald'),
  'access.expired': titleOf('Access to {what} has expired', 'Der Zugang zu {what} ist abgelaufen'),
  'provisioning.failed': titleOf(
    'Access to {what} could not be set up at its target',
    'Der Zugang zu {what} ließ sich am Ziel nicht einrichten',
  ),
  'provisioning.deprovisioning_failed': titleOf(
    'Access to {what} could not be taken away at its target',
    'Der Zugang zu {what} ließ sich am Ziel nicht entziehen',
  ),
};

function linesOf(facts: NoticeFacts, when: (instant: Instant) => Sentence): SaidNotice['lines'] {
  const { body, asker, consumer, resource, purpose, comment, fault, decisions, next } = facts;
  const { roles, deadline } = body;
  // A verdict says its comment itself.
  const ownComment = decisions.some((one) => one.comment === comment) ? null : comment;
  return [
    line({ en: 'Requester', de: 'Wer bittet' }, asker === null ? null : same(asker)),
    line({ en: 'For', de: 'Für' }, same(consumer)),
    line({ en: 'Resource', de: 'Ressource' }, same(resource)),
    line({ en: 'Purpose', de: 'Zweck' }, purpose === null ? null : same(purpose)),
    line({ en: 'Roles', de: 'Rollen' }, roles.length === 0 ? null : same(roles.join(', '))),
    line({ en: 'Period', de: 'Zeitraum' }, period(body, when)),
    ...decisions.map(({ by, verdict, comment: why }) =>
      line({ en: 'Decided', de: 'Entschieden' }, decided(by, verdict, why)),
    ),
    line({ en: 'Comment', de: 'Kommentar' }, ownComment === null ? null : same(ownComment)),
    line({ en: 'What the target said', de: 'Was das Ziel sagt' }, fault === null ? null : same(fault)),
    line({ en: 'Next', de: 'Als Nächstes' }, body.next === null ? null : nextOf(body.next.system, next)),
    line({ en: 'To be decided by', de: 'Zu entscheiden bis' }, deadline === null ? null : when(deadline)),
  ].flat();
}

function line(label: Sentence, text: Sentence | null): SaidNotice['lines'] {
  return text === null ? [] : [{ label, text }];
}

function period(
  { from, until, duration }: NoticeBody,
  when: (instant: Instant) => Sentence,
): Sentence | null {
  const [begin, end] = [from === null ? null : when(from), until === null ? null : when(until)];
  if (begin && end) return { en: `${begin.en} to ${end.en}`, de: `${begin.de} bis ${end.de}` };
  if (duration !== null && !end) {
    const length = lengthOf(duration);
    return { en: `for ${length.en}`, de: `für ${length.de}` };
  }
  if (end) return { en: `until ${end.en}`, de: `bis ${end.de}` };
  return begin && { en: `from ${begin.en}, without end`, de: `ab ${begin.de}, ohne Ende` };
}

function decided(by: string, verdict: 'allow' | 'deny', why: string | null): Sentence {
  const name = same(by);
  const said = verdict === 'allow' ? { en: 'yes', de: 'Ja' } : { en: 'no', de: 'Nein' };
  const because = why === null ? { en: '', de: '' } : { en: ` – ${same(why).en}`, de: ` – ${same(why).de}` };
  return { en: `${name.en}: ${said.en}${because.en}`, de: `${name.de}: ${said.de}${because.de}` };
}

function nextOf(system: string | null, people: readonly string[]): Sentence {
  if (system !== null) {
    const name = same(system);
    return { en: `${name.en} decides`, de: `${name.de} entscheidet` };
  }
  if (people.length === 0)
    return { en: 'nobody may decide it as it stands', de: 'so, wie es steht, darf niemand entscheiden' };
  const shown = people.length > 5 ? [...people.slice(0, 5), '…'] : people;
  const names = listed(shown, { en: 'or', de: 'oder' });
  return people.length === 1
    ? { en: `${names.en} decides`, de: `${names.de} entscheidet` }
    : { en: `${names.en} decide`, de: `${names.de} entscheiden` };
}
