// The system as a caller: what it does on its own, because time or the log says so, goes through the same use cases.
import { system } from '../core/principal.ts';
import type { Caller } from './ports.ts';

export const bySystem: Caller = { principal: system, channel: 'system', repetition: null };
