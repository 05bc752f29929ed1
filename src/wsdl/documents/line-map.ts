/** Lines and columns of the offsets in a text. */
import type { Location } from "../../contract/index.js";

export class LineMap {
  readonly #starts: readonly number[];
  readonly #file: string;
  readonly #importedAt: Location | undefined;

  /**
   * @param file the file or URL of the text, for locations
   * @param importedAt the reference that imports or includes the document
   */
  constructor(text: string, file: string, importedAt: Location | undefined) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
      starts.push(at + 1);
    }
    this.#starts = starts;
    this.#file = file;
    this.#importedAt = importedAt;
  }

  at(offset: number): Location {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.atColumn(low + 1, offset - (this.#starts[low] ?? 0) + 1);
  }

  atColumn(line: number, column: number): Location {
    return { file: this.#file, line, column, importedAt: this.#importedAt };
  }
}
