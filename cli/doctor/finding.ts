// One line of the doctor's: what was found, whether it is well, and what to do about it where it is not.

export interface Finding {
  readonly state: 'ok' | 'note' | 'wrong';
  readonly what: string;
  readonly fix?: string;
}
