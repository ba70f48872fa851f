import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { jsonLines } from './json-lines.ts';
import { schemaOrg } from './schema-org.ts';
import { webAnnotation } from './web-annotation.ts';

/** Every format by the name it is asked for by. */
export const FORMATS: Readonly<Record<string, Format>> = {
  jsonl: jsonLines,
  csv,
  'schema-org': schemaOrg,
  'web-annotation': webAnnotation,
};
