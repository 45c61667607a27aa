// The table of problems in every language: English stands in the table itself (problem.ts), the others beside it here. A
// code without its words does not compile.
import { problems, type ProblemCode, type Refused } from './problem.ts';
import type { Sentence } from './sentence.ts';

export interface ProblemWords {
  readonly title: Sentence;
  /** What to do, where one can do something. */
  readonly fix: Sentence | null;
}

export function problemWords(code: ProblemCode): ProblemWords {
  const en: Words = problems[code];
  const de: Words = inGerman[code];
  return {
    title: { en: en.title, de: de.title },
    fix: en.fix === undefined ? null : { en: en.fix, de: de.fix ?? en.fix },
  };
}

/** Why not, as particular as the core knows it. */
export function reasonOf({ refused, detail }: Refused): Sentence {
  return detail ?? problemWords(refused).title;
}

interface Words {
  readonly title: string;
  readonly fix?: string;
}

/** What has something to do in English has it here. */
type Translated = {
  readonly [Code in ProblemCode]: (typeof problems)[Code] extends { fix: string }
    ? Required<Words>
    : { readonly title: string };
};

const inGerman: Translated = {
  malformed_address: { title: 'Die Adresse ist nicht lesbar' },
  malformed_body: { title: 'Der Inhalt ist nicht lesbar' },
  invalid_field: { title: 'Ein Feld ist nicht so, wie es sein muss' },
  body_too_large: { title: 'Der Inhalt ist größer als erlaubt' },
  idempotency_key_reused: { title: 'Dieser Idempotency-Key gehört schon zu einem anderen Aufruf' },
  version_mismatch: {
    title: 'Es hat sich geändert, seit Sie es sahen',
    fix: 'Lesen Sie es neu und wiederholen Sie es mit dem neuen ETag.',
  },
  misdirected_host: { title: 'Dieser Server antwortet nicht für diesen Namen' },
  too_many_attempts: {
    title: 'Zu viele Versuche',
    fix: 'Warten Sie so lange, wie Retry-After sagt.',
  },

  key_not_found: { title: 'Den API-Schlüssel gibt es nicht, oder er ist falsch.' },
  check_key_needed: {
    title: 'Prüfungen werden mit einem API-Schlüssel der Organisation oder eines Teams gestellt',
  },
  client_unknown: { title: 'Diesen Client gibt es nicht, oder sein Geheimnis ist ein anderes' },
  token_not_valid: {
    title: 'Das Token ist keines oder abgelaufen',
    fix: 'Holen Sie eines bei /oauth2/token mit dem Schlüssel Ihres Teams für Rover-Dateien.',
  },
  sign_in_required: { title: 'Melden Sie sich erst an' },
  wrong_credentials: { title: 'Die Adresse oder das Passwort ist falsch' },
  sign_in_refused: {
    title: 'Der Anbieter hat Sie nicht angemeldet',
    fix: 'Versuchen Sie es noch einmal, oder fragen Sie die, die den Anbieter betreiben.',
  },
  sign_in_stale: {
    title: 'Diese Anmeldung begann nicht in diesem Browser, ist schon beendet oder dauerte zu lange',
    fix: 'Melden Sie sich neu an.',
  },
  email_unverified: {
    title: 'Der Anbieter bürgt nicht für Ihre E-Mail-Adresse',
    fix: 'Lassen Sie sie dort bestätigen, oder melden Sie sich erst hier an und verbinden Sie das Konto in den Einstellungen.',
  },
  email_claimed: {
    title: 'Jemand mit einem anderen Konto beim Anbieter hat diese E-Mail-Adresse',
    fix: 'Fragen Sie die, die Countersign verwalten.',
  },
  account_of_another: {
    title: 'Dieses Konto beim Anbieter gehört einer anderen Person',
    fix: 'Melden Sie sich beim Anbieter ab und nehmen Sie Ihr eigenes Konto.',
  },
  not_admitted: {
    title: 'Sie sind in keiner Gruppe, die hier hinein darf',
    fix: 'Bitten Sie beim Anbieter um eine davon.',
  },
  step_up_not_given: { title: 'Der Anbieter hat Sie angemeldet, aber nicht so, wie es verlangt war' },
  unconfirmed: {
    title: 'Der Anbieter bürgt nicht mehr für Sie',
    fix: 'Melden Sie sich einmal über ihn an.',
  },
  provider_missing: { title: 'Hier ist kein Anbieter eingerichtet' },
  link_spent: { title: 'Dieser Link ist schon benutzt oder zu alt' },
  foreign_origin: { title: 'Von einer anderen Seite aus darf nichts geschrieben werden' },
  read_only: { title: 'Dieser Schlüssel liest und ändert nichts' },
  auditor_reads_only: { title: 'Wer prüft, liest alles und ändert nichts' },
  not_permitted: { title: 'Ihre Rolle erlaubt das nicht' },
  not_your_side: {
    title: 'Für diesen Nutzer dürfen Sie nicht handeln',
    fix: 'Fragen Sie ein Mitglied seines Teams, oder nehmen Sie einen Schlüssel der Organisation.',
  },
  demo_closed: {
    title: 'Diese Demo wurde mit einem Token gestartet',
    fix: 'Senden Sie das Token, das sie ausgegeben hat.',
  },
  disabled: { title: 'Dieses Konto ist geschlossen' },

  access_not_found: { title: 'Diesen Zugang gibt es nicht' },
  resource_not_found: { title: 'Diese Ressource gibt es nicht' },
  team_not_found: { title: 'Dieses Team gibt es nicht' },
  person_not_found: { title: 'Diese Person gibt es nicht' },
  dataproduct_not_found: { title: 'Dieses Datenprodukt gibt es nicht' },
  datacontract_not_found: { title: 'Diesen Datenvertrag gibt es nicht' },
  application_not_found: { title: 'Diese Anwendung gibt es nicht' },
  rover_not_found: { title: 'Diese Rover-Datei gibt es nicht' },
  specification_not_found: { title: 'Diese Beschreibung einer API oder eines Ereignistyps gibt es nicht' },
  connector_not_found: { title: 'Diesen Konnektor gibt es nicht' },
  channel_not_found: { title: 'Diesen Kanal für Mitteilungen gibt es nicht' },
  target_not_found: { title: 'Dieses Ziel gibt es nicht' },
  rover_document_not_found: { title: 'Das Team hat kein solches Dokument angewendet' },
  key_unknown: { title: 'Diesen API-Schlüssel gibt es nicht' },
  session_not_found: { title: 'Diese Sitzung gibt es nicht' },
  drift_not_found: { title: 'Nichts dergleichen wurde am Ziel gesehen' },
  provisioning_not_found: { title: 'Über diesen Zugang wurde noch nichts berichtet' },
  contract_terms_not_found: { title: 'Solche Vertragsbedingungen gibt es nicht' },
  page_not_found: { title: 'Unter dieser Adresse ist nichts' },

  purpose_missing: { title: 'Ein Zweck ist nötig: der Eigentümer muss wissen, warum' },
  purpose_generated: { title: 'Diese Richtlinie verlangt einen Zweck, den ein Mensch geschrieben hat' },
  role_unknown: { title: 'Diese Ressource bietet die Rolle nicht an' },
  period_empty: { title: 'Das Ende muss nach dem Anfang liegen' },
  period_past: { title: 'Das Ende liegt in der Vergangenheit' },
  period_too_long: { title: 'Die Zeit ist länger, als die Richtlinie erlaubt' },
  duration_not_offered: { title: 'Die Richtlinie bietet andere Dauern' },
  consumer_unknown: { title: 'Diesen Nutzer gibt es nicht' },
  provider_unknown: { title: 'Dieses Datenprodukt oder diesen Ausgang gibt es nicht' },
  reference_unknown: { title: 'Es verweist auf etwas, das es nicht gibt' },
  principal_differs: {
    title: 'Am Ziel heißt dieser Nutzer anders',
    fix: 'Nennen Sie die Rolle im freien Feld seines Dokuments, oder übernehmen Sie sie für einen anderen Nutzer.',
  },
  access_identity: {
    title: 'Ressource und Nutzer eines Zugangs ändern sich nie',
    fix: 'Fragen Sie einen neuen Zugang an.',
  },
  request_open: {
    title: 'Eine Anfrage ist schon offen',
    fix: 'Ziehen Sie sie erst zurück, oder warten Sie die Entscheidung ab.',
  },
  nothing_to_renew: { title: 'Noch gibt es keinen Zugang, der zu verlängern wäre' },
  contract_terms_changed: {
    title: 'Die Bedingungen des Vertrags haben sich geändert, seit Sie sie lasen',
    fix: 'Lesen Sie sie neu, und fragen Sie mit ihrem Hash noch einmal an.',
  },
  nothing_changed: { title: 'Angefragt ist nichts, was nicht schon gewährt wäre' },

  own_request: { title: 'Niemand entscheidet bei der eigenen Anfrage mit' },
  not_an_approver: {
    title: 'Sie dürfen für das Team des Eigentümers nicht entscheiden',
    fix: 'Fragen Sie eine der Personen, auf die gewartet wird.',
  },
  people_only: {
    title: 'Hierüber entscheiden zwei verschiedene Menschen; ein Schlüssel ist keiner davon',
  },
  external_only: { title: 'Darüber entscheidet nur das fremde System, das die Richtlinie nennt' },
  names_the_asker: { title: 'Die Entscheidung nennt jemanden, der diesen Zugang angefragt hat' },
  keys_do_not_decide: { title: 'Schlüssel der Organisation entscheiden in dieser Installation nicht' },
  in_the_browser: { title: 'Die Richtlinie verlangt, dass im Browser entschieden wird' },
  session_demanded: {
    title: 'Die Richtlinie verlangt eine frische Anmeldung, und ein Schlüssel meldet sich nie an',
    fix: 'Entscheiden Sie im Browser.',
  },
  step_up_needed: {
    title: 'Die Richtlinie verlangt, dass Sie sich neu anmelden, bevor Sie entscheiden',
    fix: 'Melden Sie sich unter der Adresse in stepUp an, und entscheiden Sie dann.',
  },
  terms_wider: {
    title: 'Gewährt werden darf weniger als angefragt, nie mehr',
    fix: 'Lassen Sie den Nutzer mehr anfragen.',
  },
  changed_meanwhile: { title: 'Was angefragt ist, hat sich geändert, seit Sie es sahen' },
  request_closed: { title: 'Über diese Anfrage ist schon entschieden' },
  request_expired: { title: 'Die Zeit für eine Entscheidung ist vorüber' },
  no_request: { title: 'Hier ist nichts angefragt' },
  agreed_already: {
    title: 'Sie haben schon zugestimmt; eine zweite Person muss ebenfalls zustimmen',
    fix: 'Nehmen Sie Ihre Zusage erst zurück, wenn Sie sie ändern wollen.',
  },
  no_allow_of_yours: { title: 'Sie haben hier keine offene Zusage, die Sie zurücknehmen könnten' },
  wrong_state: { title: 'Der Stand dieses Zugangs erlaubt das nicht' },
  not_a_party: { title: 'Das dürfen nur die Seite des Eigentümers und die des Nutzers' },
  not_the_owner_side: { title: 'Das darf nur die Seite des Eigentümers' },
  decided_meanwhile: {
    title: 'Andere waren schneller',
    fix: 'Sehen Sie nach, wie es jetzt steht, und entscheiden Sie neu.',
  },

  not_an_owner: { title: 'Das darf nur, wer Eigentümer des Teams ist' },
  second_owner_needed: { title: 'Diese Lockerung muss ein zweiter Eigentümer bestätigen' },
  policy_invalid: { title: 'Diese Richtlinie widerspricht sich' },
  team_cycle: { title: 'Ein Team kann nicht unter sich selbst stehen' },
  in_use: { title: 'Etwas, das noch gilt, benutzt es' },
  last_administrator: { title: 'Jemand muss diese Installation verwalten' },
  too_many_keys: {
    title: 'Mehr API-Schlüssel darf es nicht geben',
    fix: 'Widerrufen Sie einen, den niemand mehr benutzt.',
  },
  secret_shown_once: {
    title: 'Das geschah schon, und das Geheimnis wurde einmal gezeigt',
    fix: 'Widerrufen Sie jenen Schlüssel, und machen Sie mit einem neuen Idempotency-Key einen anderen.',
  },
  email_taken: { title: 'Eine andere Person hat diese Adresse' },
  secret_key_missing: {
    title: 'COUNTERSIGN_SECRET_KEY ist nicht gesetzt, darum kann kein Geheimnis aufbewahrt werden',
  },
  frozen: {
    title: 'Nach einem Zurückspielen ruhen die Ziele, bis jemand sie freigibt, der Countersign verwaltet',
  },

  provider_unavailable: {
    title: 'Der Anbieter ist nicht erreichbar; versuchen Sie es gleich noch einmal',
  },
  database_unavailable: { title: 'Die Datenbank ist nicht erreichbar; nichts wurde geändert' },
  check_uncertain: { title: 'Es steht nicht fest, wer jetzt Zugriff hat' },
  disk_full: { title: 'Die Platte ist fast voll; nichts wurde geändert' },
  not_offered: { title: 'Das macht Countersign nicht' },
  internal: { title: 'Bei uns ist etwas kaputtgegangen; nichts wurde geändert' },
};
