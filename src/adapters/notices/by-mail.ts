// Notices as mail: rendered in the language of whoever gets them, with a button that leads to the page.
import { createHash } from 'node:crypto';
import type { Carrier } from '../../app/deliver.ts';
import { sayNotice } from '../../core/notice-words.ts';
import { momentsIn } from '../moments.ts';
import { mailOf } from './mail.ts';
import type { Mailer } from './mailer.ts';

export interface MailDeps {
  readonly mailer: Mailer;
  readonly accessPage: (id: string) => string;
  readonly settingsUrl: string;
  readonly timeZone: () => Promise<string>;
}

export function byMail({ mailer, accessPage, settingsUrl, timeZone }: MailDeps): Carrier {
  return {
    carry: async ({ id, notices }, { address, language }) => {
      const when = momentsIn(await timeZone());
      const parts = notices.map(({ facts, access }) => ({
        said: sayNotice(facts, when),
        url: accessPage(access),
      }));
      const mail = mailOf(parts, { language, settingsUrl, instead: null });
      await mailer.send(mail, address, id, notices.length === 1 ? threadOf(notices[0]!.access) : id);
    },
  };
}

/** Mails about one agreement hang together. */
function threadOf(access: string): string {
  return `access-${createHash('sha256').update(access).digest('hex').slice(0, 32)}`;
}
