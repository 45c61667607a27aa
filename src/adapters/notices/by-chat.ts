// Notices as messages in a team's chat.
import { DeliveryFault, type ChatCarrier } from '../../app/deliver.ts';
import { sayNotice } from '../../core/notice-words.ts';
import { momentsIn } from '../moments.ts';
import type { Outbound } from '../outbound.ts';
import { chatBody, messageOf } from './chat.ts';

export interface ChatDeps {
  readonly outbound: Outbound;
  readonly accessPage: (id: string) => string;
  readonly timeZone: () => Promise<string>;
}

export function byChat({ outbound, accessPage, timeZone }: ChatDeps): ChatCarrier {
  return async (notice, { type, endpoint, language }) => {
    const said = sayNotice(notice.facts, momentsIn(await timeZone()));
    const body = chatBody[type](messageOf(said, accessPage(notice.access), language));
    const status = await outbound.post(endpoint, body).catch((error: Error) => {
      throw new DeliveryFault(error.message, false, { cause: error });
    });
    if (status >= 200 && status < 300) return;
    // An address that is gone or refuses stays so; too many at once, or trouble over there, passes.
    const isFinal = status >= 300 && status < 500 && status !== 408 && status !== 429;
    throw new DeliveryFault(`The chat answered with status ${status}.`, isFinal);
  };
}
