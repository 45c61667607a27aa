// The grants themselves, a million of them in some sixty bytes each: columns of numbers, no objects. Subjects, resources,
// accesses and sets of roles are numbers that other tables give out. Each grant hangs in four chains: those with the same
// pair of subject and resource (through a table of hashes), those of its subject, of its resource, and of its access. The
// chains of subject and resource may be long and lead both ways, so that taking a grant out of them costs nothing.

const none = 0xffff_ffff;

export class Grants {
  #capacity = 1024;
  #used = 0;
  #free = none;
  #live = 0;
  subject = new Uint32Array(this.#capacity);
  resource = new Uint32Array(this.#capacity);
  access = new Uint32Array(this.#capacity);
  roles = new Uint32Array(this.#capacity);
  from = new Float64Array(this.#capacity);
  until = new Float64Array(this.#capacity);
  #nextOfPair = new Uint32Array(this.#capacity);
  #nextOfAccess = new Uint32Array(this.#capacity);
  #nextOfSubject = new Uint32Array(this.#capacity);
  #previousOfSubject = new Uint32Array(this.#capacity);
  #nextOfResource = new Uint32Array(this.#capacity);
  #previousOfResource = new Uint32Array(this.#capacity);
  #pairs = new Uint32Array(this.#capacity * 2).fill(none);
  readonly #ofSubject = new Heads();
  readonly #ofResource = new Heads();
  readonly #ofAccess = new Heads();

  get size(): number {
    return this.#live;
  }

  add(
    subject: number,
    resource: number,
    access: number,
    from: number,
    until: number | null,
    roles: number,
  ): void {
    const slot = this.#take();
    this.subject[slot] = subject;
    this.resource[slot] = resource;
    this.access[slot] = access;
    this.roles[slot] = roles;
    this.from[slot] = from;
    this.until[slot] = until ?? Number.POSITIVE_INFINITY;
    this.#hang(slot);
    this.#nextOfAccess[slot] = this.#ofAccess.first(access);
    this.#ofAccess.set(access, slot);
    push(slot, subject, this.#ofSubject, this.#nextOfSubject, this.#previousOfSubject);
    push(slot, resource, this.#ofResource, this.#nextOfResource, this.#previousOfResource);
    this.#live++;
  }

  /** Takes away every grant of an access. */
  drop(access: number): void {
    let slot = this.#ofAccess.first(access);
    this.#ofAccess.set(access, none);
    while (slot !== none) {
      const next = this.#nextOfAccess[slot]!;
      this.#unhang(slot);
      unlink(slot, this.subject[slot]!, this.#ofSubject, this.#nextOfSubject, this.#previousOfSubject);
      unlink(slot, this.resource[slot]!, this.#ofResource, this.#nextOfResource, this.#previousOfResource);
      this.#nextOfAccess[slot] = this.#free;
      this.#free = slot;
      this.#live--;
      slot = next;
    }
  }

  /** The first grant of a pair; walk on with `nextOfPair`, until -1. */
  ofPair(subject: number, resource: number): number {
    return this.#along(this.#pairs[this.#bucket(subject, resource)]!, subject, resource);
  }

  nextOfPair(slot: number): number {
    return this.#along(this.#nextOfPair[slot]!, this.subject[slot]!, this.resource[slot]!);
  }

  *ofSubject(subject: number): Generator<number> {
    for (let slot = this.#ofSubject.first(subject); slot !== none; slot = this.#nextOfSubject[slot]!)
      yield slot;
  }

  *ofResource(resource: number): Generator<number> {
    for (let slot = this.#ofResource.first(resource); slot !== none; slot = this.#nextOfResource[slot]!)
      yield slot;
  }

  isLive(slot: number, now: number): boolean {
    return this.from[slot]! <= now && now < this.until[slot]!;
  }

  #along(from: number, subject: number, resource: number): number {
    let slot = from;
    while (slot !== none && (this.subject[slot] !== subject || this.resource[slot] !== resource))
      slot = this.#nextOfPair[slot]!;
    return slot === none ? -1 : slot;
  }

  #bucket(subject: number, resource: number): number {
    let hash = Math.imul(subject, 0x9e37_79b1) ^ Math.imul(resource, 0x85eb_ca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
    return (hash ^ (hash >>> 13)) & (this.#pairs.length - 1);
  }

  #hang(slot: number): void {
    const bucket = this.#bucket(this.subject[slot]!, this.resource[slot]!);
    this.#nextOfPair[slot] = this.#pairs[bucket]!;
    this.#pairs[bucket] = slot;
  }

  #unhang(slot: number): void {
    const bucket = this.#bucket(this.subject[slot]!, this.resource[slot]!);
    if (this.#pairs[bucket] === slot) {
      this.#pairs[bucket] = this.#nextOfPair[slot]!;
      return;
    }
    let before = this.#pairs[bucket]!;
    while (this.#nextOfPair[before] !== slot) before = this.#nextOfPair[before]!;
    this.#nextOfPair[before] = this.#nextOfPair[slot]!;
  }

  #take(): number {
    if (this.#free !== none) {
      const slot = this.#free;
      this.#free = this.#nextOfAccess[slot]!;
      return slot;
    }
    if (this.#used === this.#capacity) this.#grow();
    return this.#used++;
  }

  #grow(): void {
    this.#capacity *= 2;
    const wider = (column: Uint32Array<ArrayBuffer>) => {
      const wide = new Uint32Array(this.#capacity);
      wide.set(column);
      return wide;
    };
    this.subject = wider(this.subject);
    this.resource = wider(this.resource);
    this.access = wider(this.access);
    this.roles = wider(this.roles);
    this.#nextOfPair = wider(this.#nextOfPair);
    this.#nextOfAccess = wider(this.#nextOfAccess);
    this.#nextOfSubject = wider(this.#nextOfSubject);
    this.#previousOfSubject = wider(this.#previousOfSubject);
    this.#nextOfResource = wider(this.#nextOfResource);
    this.#previousOfResource = wider(this.#previousOfResource);
    const [from, until] = [this.from, this.until];
    this.from = new Float64Array(this.#capacity);
    this.from.set(from);
    this.until = new Float64Array(this.#capacity);
    this.until.set(until);
    // Only a full table grows, so every slot below is in use.
    this.#pairs = new Uint32Array(this.#capacity * 2).fill(none);
    for (let slot = 0; slot < this.#used; slot++) this.#hang(slot);
  }
}

/** Where the chain of each number begins. */
class Heads {
  #heads = new Uint32Array(1024).fill(none);

  first(number: number): number {
    return number < this.#heads.length ? this.#heads[number]! : none;
  }

  set(number: number, slot: number): void {
    if (number >= this.#heads.length) {
      const wide = new Uint32Array(2 ** Math.ceil(Math.log2(number + 1))).fill(none);
      wide.set(this.#heads);
      this.#heads = wide;
    }
    this.#heads[number] = slot;
  }
}

function push(slot: number, number: number, heads: Heads, next: Uint32Array, previous: Uint32Array): void {
  const first = heads.first(number);
  next[slot] = first;
  previous[slot] = none;
  if (first !== none) previous[first] = slot;
  heads.set(number, slot);
}

function unlink(slot: number, number: number, heads: Heads, next: Uint32Array, previous: Uint32Array): void {
  const [before, after] = [previous[slot]!, next[slot]!];
  if (before === none) heads.set(number, after);
  else next[before] = after;
  if (after !== none) previous[after] = before;
}
