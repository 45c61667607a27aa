// A mail about one notice, or about several that were held back: HTML and text, with the same words. Its button leads to
// the page where one decides; nothing is decided by opening an address. Styles are in the tags and the layout is a
// table, because mail programs know no more.
import type { SaidNotice } from '../../core/notice-words.ts';
import type { Language } from '../../core/sentence.ts';
import { html, type Html } from './html.ts';

export interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface MailPart {
  readonly said: SaidNotice;
  /** The page that it leads to. */
  readonly url: string;
}

export interface MailFrame {
  readonly language: Language;
  /** Where one changes how one is told. */
  readonly settingsUrl: string;
  /** Why it comes by mail although a channel was set up; null otherwise. */
  readonly instead: string | null;
}

export function mailOf(parts: readonly MailPart[], frame: MailFrame): Mail {
  const { language } = frame;
  const texts = words[language];
  const [first] = parts;
  const subject = parts.length === 1 ? first!.said.title[language] : texts.several(parts.length);
  return {
    subject: oneLine(subject),
    html: page(subject, parts, frame).text,
    text: plain(subject, parts, frame),
  };
}

const words = {
  en: {
    several: (count: number) => `${count} notices from Countersign`,
    why: 'You get this because you take part in this agreement, or because you could decide about it.',
    change: 'Change how you are told',
    instead: (channel: string) => `This comes by mail because the channel “${channel}” cannot be reached.`,
    opens: 'The button opens the page; nothing is decided by opening it.',
  },
  de: {
    several: (count: number) => `${count} Mitteilungen von Countersign`,
    why: 'Sie bekommen dies, weil Sie an dieser Vereinbarung beteiligt sind oder über sie entscheiden könnten.',
    change: 'Ändern, wie Sie davon erfahren',
    instead: (channel: string) => `Dies kommt per Mail, weil der Kanal »${channel}« nicht zu erreichen ist.`,
    opens: 'Der Knopf öffnet die Seite; durch das Öffnen wird nichts entschieden.',
  },
} as const;

/** A subject is one line, whatever somebody put into a name. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function page(title: string, parts: readonly MailPart[], frame: MailFrame): Html {
  const { language, settingsUrl, instead } = frame;
  const texts = words[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
      </head>
      <body
        style="margin:0;padding:0;background:#f4f5f4;color:#1c2420;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5"
      >
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f4">
          <tr>
            <td align="center" style="padding:24px 12px">
              <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:580px">
                <tr>
                  <td style="padding:0 4px 12px;font-weight:700;color:#175c43">Countersign</td>
                </tr>
                ${parts.map((part) => block(part, language))}
                <tr>
                  <td style="padding:12px 4px;font-size:13px;color:#56605a">
                    ${instead === null ? '' : html`<p style="margin:0 0 8px">${texts.instead(instead)}</p>`}
                    <p style="margin:0 0 8px">${texts.opens} ${texts.why}</p>
                    <p style="margin:0"><a href="${settingsUrl}" style="color:#175c43">${texts.change}</a></p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `;
}

function block({ said, url }: MailPart, language: Language): Html {
  const { title, lines, button } = said;
  return html`<tr>
      <td style="padding:20px;background:#ffffff;border:1px solid #dfe3e0;border-radius:8px">
        <h1 style="margin:0 0 12px;font-size:19px;line-height:1.3;color:#1c2420">
          <bdi>${title[language]}</bdi>
        </h1>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
          ${lines.map(
            ({ label, text }) =>
              html`<tr>
                <td
                  style="padding:3px 14px 3px 0;color:#56605a;font-size:14px;vertical-align:top;white-space:nowrap"
                >
                  ${label[language]}
                </td>
                <td
                  width="100%"
                  style="padding:3px 0;vertical-align:top;white-space:pre-wrap;word-break:break-word;color:#1c2420"
                >
                  <bdi>${text[language]}</bdi>
                </td>
              </tr> `,
          )}
        </table>
        <p style="margin:18px 0 0">
          <a
            href="${url}"
            style="display:inline-block;padding:10px 18px;border-radius:6px;background:#175c43;color:#ffffff;font-weight:600;text-decoration:none"
            >${button[language]}</a
          >
        </p>
      </td>
    </tr>
    <tr>
      <td style="height:12px"></td>
    </tr> `;
}

function plain(
  title: string,
  parts: readonly MailPart[],
  { language, settingsUrl, instead }: MailFrame,
): string {
  const texts = words[language];
  const head = parts.length === 1 ? [] : [title, ''];
  const blocks = parts.flatMap(({ said, url }) => [
    said.title[language],
    '',
    ...said.lines.map(
      ({ label, text }) => `${label[language]}: ${text[language].replaceAll('\n', '\n    ')}`,
    ),
    '',
    `${said.button[language]}: ${url}`,
    '',
    '',
  ]);
  const foot = [
    '-- ',
    ...(instead === null ? [] : [texts.instead(instead)]),
    texts.why,
    `${texts.change}: ${settingsUrl}`,
    '',
  ];
  return [...head, ...blocks, ...foot].join('\n');
}
