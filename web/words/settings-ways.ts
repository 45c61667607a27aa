// The names of the settings pages, as the line above each of them has them.
import { inEveryLanguage } from './words.tsx';

export const settingsWaysWords = inEveryLanguage({
  en: {
    label: 'Settings',
    organization: 'Organization',
    members: 'Members',
    keys: 'API keys',
    sessions: 'My sessions',
    identityProvider: 'Identity provider',
  },
  de: {
    label: 'Einstellungen',
    organization: 'Organisation',
    members: 'Mitglieder',
    keys: 'API-Schlüssel',
    sessions: 'Meine Sitzungen',
    identityProvider: 'Anmeldedienst',
  },
});
