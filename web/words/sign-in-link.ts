// What the page says behind a one-time link.
import { inEveryLanguage } from './words.tsx';

export const signInLinkWords = inEveryLanguage({
  en: {
    title: 'Your account',
    lead: 'This link works once. Choose a password, and you are signed in.',
    email: 'E-mail address',
    emailHint: 'Needed by the first administrator; an invitation knows it.',
    name: 'Name',
    password: 'Password',
    passwordHint: '12 characters or more.',
    submit: 'Open the account',
    missing: 'This link is not complete. Copy all of it, with what stands behind the #.',
    inside: 'You are signed in.',
    keyHint: 'The command line needs a key of yours. This page can make one now:',
    makeKey: 'Make a key',
    keyOnce: 'Copy these lines into your terminal now: the key is not shown again.',
    onwards: 'To the inbox',
  },
  de: {
    title: 'Ihr Konto',
    lead: 'Dieser Link gilt einmal. Wählen Sie ein Passwort, und Sie sind angemeldet.',
    email: 'E-Mail-Adresse',
    emailHint: 'Nötig für den ersten Administrator; eine Einladung kennt sie.',
    name: 'Name',
    password: 'Passwort',
    passwordHint: 'Mindestens 12 Zeichen.',
    submit: 'Konto öffnen',
    missing: 'Dieser Link ist nicht vollständig. Kopieren Sie ihn ganz, auch was hinter dem # steht.',
    inside: 'Sie sind angemeldet.',
    keyHint: 'Die Kommandozeile braucht einen Schlüssel von Ihnen. Diese Seite kann jetzt einen machen:',
    makeKey: 'Schlüssel machen',
    keyOnce: 'Kopieren Sie diese Zeilen jetzt in Ihr Terminal: der Schlüssel wird nicht wieder gezeigt.',
    onwards: 'Zum Eingang',
  },
});
