/**
 * A row that is not what its table promises; names the place as a person would look for it. Stays inside `app/storage`: opening
 * turns it into a problem, writing lets it through because a city that cannot be written is a bug of the caller.
 */
export class RowFault extends Error {
  readonly table: string;
  constructor(table: string, key: string, column: string, reason: string) {
    super(`${table}, ${key}, column ${column}: ${reason}`);
    this.table = table;
  }
}
