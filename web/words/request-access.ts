// What the form says with which access is asked for.
import { named } from './named.ts';
import { inEveryLanguage } from './words.tsx';

export const requestAccessWords = inEveryLanguage({
  en: {
    title: (resource: string) => `Ask for ${named(resource)}`,
    forWhom: 'For whom',
    me: (name: string) => `me, ${name}`,
    purpose: 'What do you need it for?',
    purposeHint: 'The owner decides by this sentence.',
    howLong: 'For how long?',
    roles: 'Which roles?',
    rolesHint: 'None means what the resource offers to everybody.',
    submit: 'Send the request',
    whatThen: 'What happens then',
    untilWhen: 'It would last',
    terms: 'Terms',
  },
  de: {
    title: (resource) => `${named(resource)} anfragen`,
    forWhom: 'Für wen',
    me: (name) => `mich, ${name}`,
    purpose: 'Wofür brauchen Sie es?',
    purposeHint: 'Nach diesem Satz entscheidet der Eigentümer.',
    howLong: 'Für wie lange?',
    roles: 'Welche Rollen?',
    rolesHint: 'Keine heißt: was die Ressource allen bietet.',
    submit: 'Anfrage senden',
    whatThen: 'Was dann geschieht',
    untilWhen: 'Es würde gelten',
    terms: 'Bedingungen',
  },
});
