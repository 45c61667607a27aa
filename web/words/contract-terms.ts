// What is said about the terms of a contract.
import { inEveryLanguage } from './words.tsx';

export const contractTermsWords = inEveryLanguage({
  en: {
    title: 'Terms of the contract',
    purpose: 'Meant for',
    usage: 'Allowed use',
    limitations: 'Limits',
    billing: 'Billing',
    noticePeriod: 'Notice',
    accepted: (contract: string) => `By asking you accept the terms of the contract ${contract}.`,
    filedTitle: 'Terms when it was asked',
    wereAccepted: (contract: string) => `Accepted by asking: the contract ${contract}.`,
    notAccepted: (contract: string) =>
      `The contract ${contract} said this. It was asked without accepting it, as older programs do.`,
    changed: 'The terms have changed since. Now they are:',
    noneNow: 'The contract says nothing about it any more.',
  },
  de: {
    title: 'Bedingungen des Vertrags',
    purpose: 'Gedacht für',
    usage: 'Erlaubte Nutzung',
    limitations: 'Grenzen',
    billing: 'Abrechnung',
    noticePeriod: 'Kündigungsfrist',
    accepted: (contract) => `Mit der Anfrage nehmen Sie die Bedingungen des Vertrags ${contract} an.`,
    filedTitle: 'Bedingungen bei der Anfrage',
    wereAccepted: (contract) => `Mit der Anfrage angenommen: der Vertrag ${contract}.`,
    notAccepted: (contract) =>
      `Das sagte der Vertrag ${contract}. Angefragt wurde, ohne es anzunehmen, wie ältere Programme es tun.`,
    changed: 'Die Bedingungen haben sich seither geändert. Jetzt lauten sie:',
    noneNow: 'Der Vertrag sagt nichts mehr dazu.',
  },
});
