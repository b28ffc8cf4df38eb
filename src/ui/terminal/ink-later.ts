/** Ink, which takes longer to load than all else: it is fetched when the first screen is drawn that needs it. */
import type { Drawn } from "../frame/menu.ts";
import type { InkOutput, InkScreen } from "./shown.tsx";

export class InkLater {
  readonly #output: InkOutput;
  readonly #failed: (error: unknown) => void;
  #screen: InkScreen | undefined;
  /** What it has to draw as soon as it is there. */
  #wanted: Drawn | undefined;
  #isFetched = false;
  #isOver = false;

  /** `failed` hears of an error while Ink was loaded or a screen was drawn. */
  constructor(output: InkOutput, failed: (error: unknown) => void) {
    this.#output = output;
    this.#failed = failed;
  }

  show(screen: Drawn): void {
    if (this.#screen) this.#screen.show(screen);
    else {
      this.#wanted = screen;
      this.#fetch();
    }
  }

  /** A screen that needs no Ink was drawn: what Ink had still to draw is past. */
  giveWay(): void {
    this.#wanted = undefined;
  }

  end(): void {
    this.#isOver = true;
    this.#screen?.end();
  }

  #fetch(): void {
    if (this.#isFetched) return;
    this.#isFetched = true;
    import("./shown.tsx")
      .then(({ InkScreen }) => {
        if (this.#isOver) return;
        this.#screen = new InkScreen(this.#output, this.#failed);
        if (this.#wanted) this.#screen.show(this.#wanted);
      })
      .catch(this.#failed);
  }
}
