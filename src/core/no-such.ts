// "There is no team "x"." in every language, for whatever has an id: the noun is a word of the design, and the id is shown
// as somebody wrote it.
import { same, type Sentence } from './sentence.ts';

const nouns = {
  access: 'keinen Zugang',
  resource: 'keine Ressource',
  team: 'kein Team',
  'data product': 'kein Datenprodukt',
  'data contract': 'keinen Datenvertrag',
  application: 'keine Anwendung',
  connector: 'keinen Konnektor',
  target: 'kein Ziel',
  specification: 'keine Spezifikation',
  'Rover file': 'keine Rover-Datei',
  'API key': 'keinen API-Schlüssel',
} as const;

export type Noun = keyof typeof nouns;

export function noSuch(noun: Noun, id: string): Sentence {
  const { en, de } = same(id);
  return { en: `There is no ${noun} "${en}".`, de: `Es gibt ${nouns[noun]} »${de}«.` };
}

/** @param known by what the person was looked for: an address, or an id. */
export function nobodyKnownAs(known: string): Sentence {
  const { en, de } = same(known);
  const [address, named] = known.includes('@')
    ? ['with the address ', 'mit der Adresse ']
    : ['', 'mit dem Namen '];
  return { en: `There is nobody ${address}"${en}".`, de: `Es gibt niemanden ${named}»${de}«.` };
}
