/**
 * Keeps background work to a share of one core. A bucket of milliseconds: work takes from it, time fills it. A page that
 * changes once in a while finds it full and is served at once; an endless loop of changes drains it and then gets the
 * share and no more.
 */
export interface GovernorOptions {
  /** Long-run share of one core. */
  share?: number;
  /** The most milliseconds that can be saved up. */
  burst?: number;
  now?: () => number;
}

export class Governor {
  readonly #share: number;
  readonly #burst: number;
  readonly #now: () => number;
  #balance: number;
  #filledAt: number;

  constructor({ share = 0.02, burst = 80, now = () => performance.now() }: GovernorOptions = {}) {
    this.#share = share;
    this.#burst = burst;
    this.#now = now;
    this.#balance = burst;
    this.#filledAt = now();
  }

  #fill(): void {
    const now = this.#now();
    // A clock that was set back must not take anything away.
    const passed = Math.max(0, now - this.#filledAt);
    this.#balance = Math.min(this.#burst, this.#balance + passed * this.#share);
    this.#filledAt = now;
  }

  /** Milliseconds of work now in the bucket; negative when overdrawn. */
  get balance(): number {
    this.#fill();
    return this.#balance;
  }

  charge(milliseconds: number): void {
    this.#fill();
    this.#balance -= Math.max(0, milliseconds);
  }

  /** How long to wait until `work` milliseconds can be paid for. */
  waitFor(work: number): number {
    const missing = Math.min(work, this.#burst) - this.balance;
    return missing <= 0 ? 0 : missing / this.#share;
  }
}
