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
  },
  de: {
    title: 'Bedingungen des Vertrags',
    purpose: 'Gedacht für',
    usage: 'Erlaubte Nutzung',
    limitations: 'Grenzen',
    billing: 'Abrechnung',
    noticePeriod: 'Kündigungsfrist',
    accepted: (contract) => `Mit der Anfrage nehmen Sie die Bedingungen des Vertrags ${contract} an.`,
  },
});
