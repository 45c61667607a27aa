// What asking would do now: the same load and the same judgement as a real ask, and nothing saved. A repetition is not
// looked for, because nothing is repeated by looking.
import type { AccessId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { previewAsk, previewAskingAtAll, previewOf, type Preview } from '../core/preview.ts';
import { Problem } from '../core/problem.ts';
import type { Act, Situation } from '../core/situation.ts';
import type { Wish } from '../core/terms.ts';
import type { Birth, Caller, Loaded, Ports } from './ports.ts';
import { judgeRenewal, type Renewal } from './renew-access.ts';

export interface Previewed {
  readonly preview: Preview;
  readonly situation: Situation;
  readonly now: number;
}

/** @throws Problem `resource_not_found`. */
export const previewRequest =
  (ports: Ports) =>
  (birth: Birth, wish: Wish, caller: Caller): Promise<Previewed> =>
    look(ports, ports.mint.id() as AccessId, birth, caller, (situation, act) =>
      previewAsk(situation, wish, act, ports.mint),
    );

/** The same as far as it depends only on who asks for whom. @throws Problem `resource_not_found`. */
export const previewConsumer =
  (ports: Ports) =>
  (birth: Birth, caller: Caller): Promise<Previewed> =>
    look(ports, ports.mint.id() as AccessId, birth, caller, (situation, act) =>
      previewAskingAtAll(situation, act, ports.mint),
    );

/** @throws Problem `access_not_found`. */
export const previewRenewal =
  (ports: Ports) =>
  (id: AccessId, renewal: Renewal, caller: Caller): Promise<Previewed> =>
    look(ports, id, null, caller, (situation, act) =>
      previewOf(situation, judgeRenewal(situation, renewal, act, ports.mint), act),
    );

async function look(
  { accesses, clock }: Ports,
  id: AccessId,
  birth: Birth | null,
  caller: Caller,
  judge: (situation: Situation, act: Act) => Preview,
): Promise<Previewed> {
  const loaded = await accesses.load(id, { ...caller, repetition: null }, birth, clock.now());
  if (!loaded) throw new Problem('access_not_found', { detail: noSuch('access', id) });
  const now = notBefore(loaded, clock.now());
  const { situation } = loaded;
  const preview = judge(situation, { by: caller.principal, now, channel: caller.channel });
  return { preview, situation, now };
}

function notBefore(loaded: Loaded, now: number): number {
  return Math.max(now, loaded.notBefore);
}
