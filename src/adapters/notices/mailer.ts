// The way to the mail server. Mail goes over TLS: `smtps://` from the first byte, `smtp://` by STARTTLS, which a server
// on another machine has to offer. A no that will stay one (5xx to the address or the message) is told apart from
// trouble that passes.
import { createTransport } from 'nodemailer';
import { DeliveryFault } from '../../app/deliver.ts';
import type { Mail } from './mail.ts';

export interface MailServer {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  readonly from: string;
}

export interface Mailer {
  /** @param about what mails on one matter have in common. @throws DeliveryFault */
  send(mail: Mail, to: string, id: string, about: string): Promise<void>;
  close(): void;
}

export function openMailer({ url, from }: MailServer): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    maxConnections: 5,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isOnThisMachine(hostname),
    ignoreTLS: !isSecure && isOnThisMachine(hostname),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'countersign.invalid';
  return {
    send: async (mail, to, id, about) => {
      try {
        await transport.sendMail({
          from,
          // As an object: a text would be read as a list of addresses.
          to: { name: '', address: to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: `<${id}@${domain}>`,
          references: `<${about}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (error) {
        throw faultOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function isOnThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function faultOf(error: unknown): DeliveryFault {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message: string };
  // A wrong password is 5xx too, and mends without anybody writing another mail.
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return new DeliveryFault(message.slice(0, 500), isFinal, { cause: error });
}
