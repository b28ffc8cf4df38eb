/** Every request under way, as a row of numbers in columns that grow together. */
export class Requests {
  kind = new Uint8Array(1);
  /** When this attempt came, and the first attempt of the same client. */
  bornSec = new Float64Array(1);
  firstSec = new Float64Array(1);
  attempt = new Uint8Array(1);
  /** The web box, −1 before there is one, and the life of the box in which it came. */
  box = new Int32Array(1);
  boxLife = new Int32Array(1);
  /** The store's queue and the life of it. */
  place = new Int32Array(1);
  placeLife = new Int32Array(1);
  /** The object that is read or changed. */
  key = new Int32Array(1);
  /** Whether the answer came from a cache (1), is to be put into it (2), or was looked up by the holder of a lease (3). */
  cached = new Uint8Array(1);
  /** The token of its lease. */
  lease = new Int32Array(1);
  /** When the store had the value. */
  asOfSec = new Float64Array(1);
  /** 0 nobody · 1 waited for · 2 its client has gone. */
  state = new Uint8Array(1);
  /** Lookups still to be made one after the other. */
  left = new Uint8Array(1);
  /** The next one in the same line, −1 at the end. */
  next = new Int32Array(1);
  /** How many are under way. */
  live = 0;
  #free = new Int32Array(1);
  #frees = 1;

  /** A new request; its row is that of one which is gone. */
  take(): number {
    if (this.#frees === 0) this.#grow();
    this.live++;
    return this.#free[--this.#frees]!;
  }

  /** Nobody knows of the request any more. */
  release(id: number): void {
    this.state[id] = 0;
    this.live--;
    this.#free[this.#frees++] = id;
  }

  get capacity(): number {
    return this.kind.length;
  }

  #grow(): void {
    const before = this.capacity;
    const size = before * 2;
    const wider = <T extends Uint8Array | Int32Array | Float64Array>(column: T): T => {
      const grown = new (column.constructor as new (n: number) => T)(size);
      grown.set(column);
      return grown;
    };
    this.kind = wider(this.kind);
    this.bornSec = wider(this.bornSec);
    this.firstSec = wider(this.firstSec);
    this.attempt = wider(this.attempt);
    this.box = wider(this.box);
    this.boxLife = wider(this.boxLife);
    this.place = wider(this.place);
    this.placeLife = wider(this.placeLife);
    this.key = wider(this.key);
    this.cached = wider(this.cached);
    this.lease = wider(this.lease);
    this.asOfSec = wider(this.asOfSec);
    this.state = wider(this.state);
    this.left = wider(this.left);
    this.next = wider(this.next);
    this.#free = new Int32Array(size);
    for (let i = 0; i < before; i++) this.#free[i] = size - 1 - i;
    this.#frees = before;
  }
}
