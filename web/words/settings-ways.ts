// The names of the settings pages, as the line above each of them has them.
import { inEveryLanguage } from './words.tsx';

export const settingsWaysWords = inEveryLanguage({
  en: {
    label: 'Settings',
    organization: 'Organization',
    members: 'Members',
    keys: 'API keys',
    sessions: 'My sessions',
    notices: 'My notices',
    identityProvider: 'Identity provider',
    readOnly: (why: string) => `You can read this and change nothing: ${why}`,
  },
  de: {
    label: 'Einstellungen',
    organization: 'Organisation',
    members: 'Mitglieder',
    keys: 'API-Schlüssel',
    sessions: 'Meine Sitzungen',
    notices: 'Meine Mitteilungen',
    identityProvider: 'Anmeldedienst',
    readOnly: (why) => `Sie können dies lesen und nichts ändern: ${why}`,
  },
});
