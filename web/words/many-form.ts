// What is said where several requests are decided at once.
import { inEveryLanguage } from './words.tsx';

const one = (count: number, single: string, several: string) => (count === 1 ? single : several);

export const manyFormWords = inEveryLanguage({
  en: {
    title: {
      approve: (count: number) => one(count, 'Approve one request', `Approve ${count} requests`),
      reject: (count: number) => one(count, 'Reject one request', `Reject ${count} requests`),
    },
    confirm: {
      approve: (count: number) => `Approve ${count} now`,
      reject: (count: number) => `Reject ${count} now`,
    },
    granted: (count: number) => one(count, 'One is granted as asked.', `${count} are granted as asked.`),
    half: (count: number) =>
      one(
        count,
        'One needs another person’s yes after yours.',
        `${count} need another person’s yes after yours.`,
      ),
    rejected: (count: number) => one(count, 'One is rejected.', `${count} are rejected.`),
    cannot: (count: number) =>
      one(count, 'One cannot be decided this way:', `${count} cannot be decided this way:`),
    gone: 'it does not wait for you any more.',
    moved: 'it has changed since you chose it. Look at it and choose it again.',
    sameForAll: 'The same for all of them.',
    someLeft: (count: number) =>
      one(
        count,
        'One could not be decided. The reason stands in its row; it is still chosen.',
        `${count} could not be decided. The reasons stand in their rows; they are still chosen.`,
      ),
  },
  de: {
    title: {
      approve: (count) => one(count, 'Einer Anfrage zustimmen', `${count} Anfragen zustimmen`),
      reject: (count) => one(count, 'Eine Anfrage ablehnen', `${count} Anfragen ablehnen`),
    },
    confirm: {
      approve: (count) => `Jetzt ${count} zustimmen`,
      reject: (count) => `Jetzt ${count} ablehnen`,
    },
    granted: (count) =>
      one(count, 'Eine wird erteilt wie angefragt.', `${count} werden erteilt wie angefragt.`),
    half: (count) =>
      one(
        count,
        'Eine braucht nach Ihnen noch eine Zusage.',
        `${count} brauchen nach Ihnen noch eine Zusage.`,
      ),
    rejected: (count) => one(count, 'Eine wird abgelehnt.', `${count} werden abgelehnt.`),
    cannot: (count) =>
      one(
        count,
        'Über eine kann so nicht entschieden werden:',
        `Über ${count} kann so nicht entschieden werden:`,
      ),
    gone: 'sie wartet nicht mehr auf Sie.',
    moved: 'sie hat sich geändert, seit Sie sie gewählt haben. Sehen Sie sie an und wählen Sie sie neu.',
    sameForAll: 'Für alle derselbe.',
    someLeft: (count) =>
      one(
        count,
        'Über eine konnte nicht entschieden werden. Der Grund steht in ihrer Zeile; sie ist noch gewählt.',
        `Über ${count} konnte nicht entschieden werden. Die Gründe stehen in ihren Zeilen; sie sind noch gewählt.`,
      ),
  },
});
