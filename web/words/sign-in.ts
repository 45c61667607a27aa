// What the page says where people sign in.
import { inEveryLanguage } from './words.tsx';

/** By the codes with which the server sends people back. */
const problems: Record<string, string> = {
  sign_in_stale: 'That took too long, or was begun in another window. Begin again.',
  email_unverified: 'The identity provider does not vouch for your e-mail address. Have it verified there.',
  email_claimed: 'Your e-mail address belongs to an account here that is not connected to this provider.',
  account_of_another: 'This account of the provider is connected to somebody else here.',
  not_admitted: 'None of your groups is admitted here. Ask whoever runs Countersign for access.',
  disabled: 'Your account here is closed.',
  step_up_not_given: 'You are signed in, but not in the way that this decision demands.',
  provider_missing: 'No identity provider is set up here. Sign in with your password.',
  provider_unavailable: 'The identity provider does not answer. Try again in a while.',
};

export const signInWords = inEveryLanguage({
  en: {
    title: 'Sign in',
    choose: 'Who do you want to be?',
    chooseHint: 'This is the demo, so you may choose. Open a second browser to be two people at once.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    with: (name: string) => `Sign in with ${name}`,
    token: 'Token',
    tokenHint: 'The demo printed it when it started.',
    problem: 'Signing in did not work. Try again; if it goes on, tell whoever runs Countersign here.',
    problems,
    backAs: (name: string) => `You are still signed in as ${name}: back to where you were`,
    noAccount: 'No account? Whoever runs Countersign in your company can send you a link.',
  },
  de: {
    title: 'Anmelden',
    choose: 'Wer möchten Sie sein?',
    chooseHint:
      'Dies ist die Demo, Sie dürfen wählen. Mit einem zweiten Browser sind Sie zwei Personen zugleich.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    submit: 'Anmelden',
    with: (name) => `Anmelden mit ${name}`,
    token: 'Token',
    tokenHint: 'Die Demo hat es beim Start ausgegeben.',
    problem:
      'Die Anmeldung hat nicht geklappt. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es denen, die Countersign hier betreiben.',
    problems: {
      sign_in_stale: 'Das hat zu lange gedauert oder begann in einem anderen Fenster. Beginnen Sie neu.',
      email_unverified: 'Der Anbieter bürgt nicht für Ihre E-Mail-Adresse. Lassen Sie sie dort bestätigen.',
      email_claimed:
        'Ihre E-Mail-Adresse gehört hier zu einem Konto, das nicht mit diesem Anbieter verbunden ist.',
      account_of_another: 'Dieses Konto des Anbieters ist hier mit jemand anderem verbunden.',
      not_admitted:
        'Keine Ihrer Gruppen ist hier zugelassen. Bitten Sie die um Zugang, die Countersign betreiben.',
      disabled: 'Ihr Konto hier ist geschlossen.',
      step_up_not_given: 'Sie sind angemeldet, aber nicht so, wie diese Entscheidung es verlangt.',
      provider_missing: 'Hier ist kein Anbieter eingerichtet. Melden Sie sich mit Ihrem Passwort an.',
      provider_unavailable: 'Der Anbieter antwortet nicht. Versuchen Sie es später noch einmal.',
    },
    backAs: (name) => `Sie sind weiter als ${name} angemeldet: zurück, wo Sie waren`,
    noAccount: 'Kein Konto? Wer Countersign bei Ihnen betreibt, kann Ihnen einen Link schicken.',
  },
});
