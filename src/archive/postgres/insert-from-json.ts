/** The columns of all tables that hold no text, by the type of what they hold. */
const TYPES: Readonly<Record<string, string>> = {
  n: 'bigint',
  version: 'bigint',
  is_current: 'boolean',
  is_listed: 'boolean',
  reading: 'integer',
  place: 'integer',
  words: 'bigint',
  emptiness: 'integer',
  size: 'integer',
  vector: 'tsvector',
};

/** What stands at a place of a JSON list `value`, in the type of its column. */
export function fromJson(column: string, index: number): string {
  const type = TYPES[column];
  return type === undefined ? `value ->> ${index}` : `(value ->> ${index})::${type}`;
}

/** A statement that inserts all rows of a JSON list of lists at once: one statement a row is several times as slow. */
export function insertFromJson(table: string, columns: string): string {
  const values = columns.split(', ').map(fromJson);
  return `INSERT INTO ${table} (${columns}) SELECT ${values.join(', ')} FROM json_array_elements($1::json)`;
}
