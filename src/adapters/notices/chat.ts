// A notice as a message in a chat. Each kind has a shape of its own; what people wrote goes where the chat reads no markup,
// or is escaped where it does.
import type { SaidNotice } from '../../core/notice-words.ts';
import type { ChannelType } from '../../core/notification-channel.ts';
import type { Language } from '../../core/sentence.ts';

interface Message {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly button: string;
  readonly url: string;
}

export function messageOf({ title, lines, button }: SaidNotice, url: string, language: Language): Message {
  return {
    title: title[language],
    lines: lines.map(({ label, text }) => ({ label: label[language], text: text[language].slice(0, 1000) })),
    button: button[language],
    url,
  };
}

export const chatBody: Record<Exclude<ChannelType, 'mail'>, (message: Message) => object> = {
  /** Incoming webhook, Block Kit. In `plain_text` nothing means anything; fields come ten to a section. */
  slack: ({ title, lines, button, url }) => ({
    text: escaped(title),
    blocks: [
      { type: 'header', text: plain(title.slice(0, 150)) },
      ...groups(lines, 10).map((fields) => ({
        type: 'section',
        fields: fields.map(({ label, text }) => plain(`${label}: ${text}`)),
      })),
      { type: 'section', text: { type: 'mrkdwn', text: `<${url}|${escaped(button)}>` } },
    ],
  }),
  /** Workflows webhook, Adaptive Card. A run of text is no Markdown, which a text block would be. */
  teams: ({ title, lines, button, url }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            {
              type: 'RichTextBlock',
              inlines: [{ type: 'TextRun', text: title, weight: 'Bolder', size: 'Medium' }],
            },
            ...lines.map(({ label, text }) => ({
              type: 'RichTextBlock',
              spacing: 'Small',
              inlines: [
                { type: 'TextRun', text: `${label}: `, isSubtle: true },
                { type: 'TextRun', text },
              ],
            })),
          ],
          actions: [{ type: 'Action.OpenUrl', title: button, url }],
        },
      },
    ],
  }),
  /** Webhook card. Texts of widgets know a few tags. */
  googlechat: ({ title, lines, button, url }) => ({
    cardsV2: [
      {
        cardId: 'notice',
        card: {
          header: { title },
          sections: [
            {
              widgets: [
                ...lines.map(({ label, text }) => ({
                  decoratedText: { topLabel: label, text: escaped(text), wrapText: true },
                })),
                { buttonList: { buttons: [{ text: button, onClick: { openLink: { url } } }] } },
              ],
            },
          ],
        },
      },
    ],
  }),
};

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function groups<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, nth) =>
    all.slice(nth * size, (nth + 1) * size),
  );
}
