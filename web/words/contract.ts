// What the page of a data contract says beyond what is said of a data product.
import { inEveryLanguage } from './words.tsx';

export const contractWords = inEveryLanguage({
  en: {
    kind: 'Data contract',
    noTerms: 'It says nothing about its use.',
    ports: 'Output ports under this contract',
    noPorts: 'No output port names it yet.',
    version: 'Version',
  },
  de: {
    kind: 'Datenvertrag',
    noTerms: 'Er sagt nichts über die Nutzung.',
    ports: 'Output-Ports unter diesem Vertrag',
    noPorts: 'Noch nennt ihn kein Output-Port.',
    version: 'Version',
  },
});
