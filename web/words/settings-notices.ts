// What the page about one's own notices says.
import { inEveryLanguage } from './words.tsx';

export const noticeSettingWords = inEveryLanguage({
  en: {
    title: 'My notices',
    lead: 'How you are told of what concerns you. The bell at the top has all of it in any case.',
    mail: 'Mail',
    noMail:
      'No mail server is set up here, so nothing is sent by mail. What you choose counts as soon as there is one.',
    when: 'When mail comes',
    ways: { 'at-once': 'At once', daily: 'Once a day, all in one', off: 'Never' },
    dailyAt: 'The daily mail comes at',
    language: 'Language of mail',
    languageHint: 'Pages speak the language that you choose in the menu of your account.',
    quiet: 'Quiet hours',
    quietHint: 'Nothing is sent between these; what comes meanwhile goes in one mail afterwards.',
    quietFrom: 'From',
    quietUntil: 'Until',
    zone: (zone: string) => `Times are those of the organization (${zone}).`,
    save: 'Save',
    saved: 'Saved. It counts from the next notice on.',
  },
  de: {
    title: 'Meine Mitteilungen',
    lead: 'Wie Sie erfahren, was Sie betrifft. Die Glocke oben hat in jedem Fall alles.',
    mail: 'Mail',
    noMail:
      'Hier ist kein Mailserver eingerichtet, darum kommt nichts per Mail. Was Sie wählen, gilt, sobald es einen gibt.',
    when: 'Wann Mails kommen',
    ways: { 'at-once': 'Sofort', daily: 'Einmal am Tag, alles zusammen', off: 'Nie' },
    dailyAt: 'Die tägliche Mail kommt um',
    language: 'Sprache der Mails',
    languageHint: 'Seiten sprechen die Sprache, die Sie im Menü Ihres Kontos wählen.',
    quiet: 'Ruhezeit',
    quietHint: 'Dazwischen wird nichts verschickt; was inzwischen kommt, geht danach in einer Mail hinaus.',
    quietFrom: 'Von',
    quietUntil: 'Bis',
    zone: (zone) => `Die Zeiten sind die der Organisation (${zone}).`,
    save: 'Speichern',
    saved: 'Gespeichert. Es gilt ab der nächsten Mitteilung.',
  },
});
