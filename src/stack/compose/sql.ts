/**
 * What the databases of a stack hold: schema, seed, and that copies may follow. One row an object; what counts is when it
 * last changed, which tells old values from new ones.
 */
import type { StackPlan } from "../plan.ts";

export function sqlFiles({ data }: StackPlan): Record<string, string> {
  return {
    "sql/1-schema.sql": `CREATE TABLE objects (
  id bigint PRIMARY KEY,
  changed_ms bigint NOT NULL DEFAULT 0,
  body text NOT NULL
);
`,
    "sql/2-seed.sql": `INSERT INTO objects (id, body)
SELECT id, repeat('x', 400) FROM generate_series(0, ${data.objects}) AS id;
`,
    "sql/3-copies.sh": `#!/bin/sh
echo "host replication all all trust" >> "$PGDATA/pg_hba.conf"
`,
  };
}
