/** PostgreSQL: what the operations of the game's database cost, what one hot row takes, what a failover loses. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { databaseSec, ratePerSecMax, webCpuSec } from "../../src/sim/scenario/capacities.ts";
import {
  cpuPerOperation,
  cutPower,
  find,
  freePort,
  type Measured,
  run,
  start,
  temporary,
  unprivileged,
} from "./server.ts";

const PHOTOS = 500_000;
const USERS = 50_000;
const FOLLOWS = 500_000;
/** Where packages put programs that they keep off the path. */
const FOLDERS = ["/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt", "/usr/local/opt"].flatMap(
  (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "bin")) : []),
);

const TABLES = `
create table person (id int primary key, name text not null);
create table photo (id serial primary key, owner int not null, taken timestamptz not null default now(),
  title text not null, price_cents int not null);
create table follows (follower int not null, followed int not null, primary key (follower, followed));
create table session (token text primary key, person int not null);
create table log (id bigserial primary key, at timestamptz not null default now(), what text not null);
create table stock (photo int primary key, prints int not null check (prints >= 0));
create table sale (id bigserial primary key, photo int not null, buyer int not null);
create table post (id int primary key, likes bigint not null);
insert into person select g, 'person ' || g from generate_series(1, ${USERS}) g;
insert into photo (owner, title, price_cents)
  select 1 + (random() * ${USERS - 1})::int, repeat('a print of a hill ', 4), 900 from generate_series(1, ${PHOTOS});
create index on photo (owner, taken desc, id desc);
insert into follows select 1 + (random() * ${USERS - 1})::int, 1 + (random() * ${USERS - 1})::int
  from generate_series(1, ${FOLLOWS}) on conflict do nothing;
insert into session select md5(g::text), g from generate_series(1, ${USERS}) g;
insert into stock select g, 1000000 from generate_series(1, ${PHOTOS}) g;
insert into post values (1, 0);
vacuum analyze;`;

const photo = `\\set photo random(1, ${PHOTOS})\n`;
const person = `\\set person random(1, ${USERS})\n`;
const keys = Array.from({ length: 20 }, (_, i) => `\\set k${i} random(1, ${PHOTOS})\n`).join("");
const list = Array.from({ length: 20 }, (_, i) => `:k${i}`).join(", ");

interface Case {
  readonly operation: string;
  readonly script: string;
  /** Operations of one script: a batch is many. */
  readonly each?: number;
  readonly gameCpuMs?: number;
}

/** What the game's database does, in SQL. */
const CASES: readonly Case[] = [
  {
    operation: "point read",
    script: `${photo}select * from photo where id = :photo;`,
    gameCpuMs: databaseSec.cheapRead * 1_000,
  },
  {
    operation: "a page: 20 photos of one owner, joined with the owner",
    script: `${person}select * from photo p join person o on o.id = p.owner where p.owner = :person order by taken desc limit 20;`,
    gameCpuMs: databaseSec.cheapRead * 1_000,
  },
  {
    operation: "a feed: those followed × their 5 newest, sorted, joined",
    script: `${person}select * from follows f join lateral (select * from photo where owner = f.followed order by taken desc, id desc limit 5) p on true join person o on o.id = p.owner where f.follower = :person order by p.taken desc limit 20;`,
    gameCpuMs: databaseSec.expensiveRead * 1_000,
  },
  {
    operation: "one key of twenty in a batch, as the game's join by hand looks it up",
    script: `${keys}select * from photo where id in (${list});`,
    each: 20,
    gameCpuMs: webCpuSec.lookup * 1_000,
  },
  {
    operation: "a session looked up",
    script: `${person}select person from session where token = md5((:person)::text);`,
    gameCpuMs: databaseSec.session * 1_000,
  },
  {
    operation: "a photo's row inserted, its own commit",
    script: `${person}insert into photo (owner, title, price_cents) values (:person, 'a print of a hill', 900);`,
    gameCpuMs: databaseSec.write * 1_000,
  },
  {
    operation: "a print sold once: take from stock, record the sale, one transaction",
    script: `${photo}${person}begin;\nupdate stock set prints = prints - 1 where photo = :photo and prints > 0;\ninsert into sale (photo, buyer) values (:photo, :person);\ncommit;`,
    gameCpuMs: databaseSec.write * 1_000,
  },
  {
    operation: "one log row, its own commit",
    script: "insert into log (what) values ('scrolled past a hill');",
  },
  {
    operation: "one log row of a hundred inserted at once",
    script: "insert into log (what) select 'scrolled past a hill' from generate_series(1, 100);",
    each: 100,
  },
];

const LIKE = "update post set likes = likes + 1 where id = 1;";

/** What a failover lost: acknowledged writes that the promoted copy does not have. */
export interface Failover {
  readonly commits: "flushed" | "not flushed";
  readonly acknowledged: number;
  readonly lost: number;
}

export interface PostgresFigures {
  readonly version: string;
  readonly rows: readonly Measured[];
  readonly hotRow: readonly {
    readonly clients: number;
    readonly flushed: number;
    readonly unflushed: number;
  }[];
  readonly failovers: readonly Failover[];
}

/**
 * Measures, or says what is missing.
 * @param sec how long each case runs, in seconds
 */
export async function postgres(sec: number, tell: (what: string) => void): Promise<PostgresFigures | string> {
  const tools = ["postgres", "initdb", "pgbench", "psql", "pg_basebackup"].map(
    (name) => [name, find(name, FOLDERS)] as const,
  );
  const missing = tools.filter(([, file]) => !file).map(([name]) => name);
  if (missing.length > 0)
    return `PostgreSQL: ${missing.join(", ")} not found (Debian: postgresql; Homebrew: postgresql)`;
  const owner = unprivileged();
  if (process.getuid?.() === 0 && !owner)
    return "PostgreSQL does not run as root, and there is no other account";
  const file = Object.fromEntries(tools) as Record<string, string>;
  const as = { ...owner, maxBuffer: 1 << 24 };
  using home = temporary();
  const data = join(home.folder, "data");
  const port = await freePort();
  tell("PostgreSQL: a database of half a million photos");
  await run(file.initdb as string, ["-D", data, "-U", "pica", "--auth=trust", "-N"], {
    ...as,
    cwd: home.folder,
  });
  const settings = (at: number) =>
    [
      `port=${at}`,
      "listen_addresses=127.0.0.1",
      `unix_socket_directories=${home.folder}`,
      "shared_buffers=512MB",
      "max_wal_senders=4",
      "wal_level=replica",
      "autovacuum=off",
    ].flatMap((setting) => ["-c", setting]);
  const primary = await start(file.postgres as string, ["-D", data, ...settings(port)], port);
  const to = (at: number) => ["-h", "127.0.0.1", "-p", String(at), "-U", "pica"];
  const sql = async (at: number, text: string) =>
    (await run(file.psql as string, [...to(at), "-d", "postgres", "-Atqc", text], as)).stdout.trim();
  /** A server that listens may still be repairing what a crash left. */
  const open = async (at: number) => {
    for (let tries = 0; ; tries++) {
      try {
        return await sql(at, "select 1");
      } catch (error) {
        if (tries > 100) throw error;
        await pause(200);
      }
    }
  };
  const bench = async (script: string, clients: number, more: readonly string[] = [], sync = true) => {
    const path = join(home.folder, "case.sql");
    writeFileSync(path, script);
    const env = { ...process.env, PGOPTIONS: `-c synchronous_commit=${sync ? "on" : "off"}` };
    const args = ["-n", "-M", "prepared", "-f", path, "-c", String(clients), "-j", "2", "-T", String(sec)];
    const { stdout } = await run(file.pgbench as string, [...args, ...more, ...to(port), "postgres"], {
      ...as,
      env,
      cwd: home.folder,
    });
    const figure = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
    return {
      operations: figure(/actually processed: (\d+)/),
      perSec: figure(/tps = ([\d.]+) \(without/),
    };
  };
  try {
    const version = await sql(port, "show server_version");
    await run(
      file.psql as string,
      [...to(port), "-d", "postgres", "-q", "-v", "ON_ERROR_STOP=1"].concat(
        "-f",
        script(home.folder, TABLES),
      ),
      as,
    );
    const rows: Measured[] = [];
    for (const { operation, script: text, each = 1, gameCpuMs } of CASES) {
      tell(`PostgreSQL: ${operation}`);
      const { perSec, cpuMs } = await cpuPerOperation(primary.pid, () => bench(text, 8));
      rows.push({
        operation,
        perSec: perSec * each,
        ...(cpuMs === undefined ? {} : { cpuMs: cpuMs / each }),
        ...(gameCpuMs === undefined ? {} : { gameCpuMs }),
      });
    }
    const hotRow = [];
    for (const clients of [1, 2, 8, 32, 64]) {
      tell(`PostgreSQL: one hot row, ${clients} clients`);
      const flushed = (await bench(LIKE, clients)).perSec;
      hotRow.push({ clients, flushed, unflushed: (await bench(LIKE, clients, [], false)).perSec });
    }
    rows.push({
      operation: "updates of one row, 8 clients, commits flushed",
      perSec: hotRow.find(({ clients }) => clients === 8)?.flushed ?? Number.NaN,
      gamePerSec: ratePerSecMax.rowUpdates,
    });
    await primary.stop("SIGINT");
    const failovers: Failover[] = [];
    for (const commits of ["flushed", "flushed", "not flushed", "not flushed"] as const) {
      tell(`PostgreSQL: a failover, commits ${commits}`);
      failovers.push(await failover(commits));
    }
    return { version, rows, hotRow, failovers };
  } finally {
    await primary.stop("SIGQUIT");
  }

  /** 240 writes a second, the primary killed in their midst, its copy promoted: what the clients were told and is gone. */
  async function failover(commits: Failover["commits"]): Promise<Failover> {
    using copy = temporary();
    const first = await start(file.postgres as string, ["-D", data, ...settings(port)], port);
    let second: typeof first | undefined;
    try {
      await open(port);
      const copyPort = await freePort();
      const copied = join(copy.folder, "data");
      const copying = [...to(port), "-D", copied, "-R", "-c", "fast"];
      await run(file.pg_basebackup as string, copying, { ...as, cwd: copy.folder });
      second = await start(file.postgres as string, ["-D", copied, ...settings(copyPort)], copyPort);
      await open(copyPort);
      await sql(port, "truncate log");
      for (let tries = 0; (await sql(port, FOLLOWING)) !== "t" && tries < 100; tries++) await pause(200);
      const logs = ["-R", "240", "-l", `--log-prefix=${join(copy.folder, "done")}`, "-T", "60"];
      const load = bench("insert into log (what) values ('written');", 8, logs, commits === "flushed").catch(
        () => undefined, // It ends in an error, since its server goes.
      );
      await pause(Math.max(3, sec) * 1_000);
      cutPower(first.pid);
      await first.stop("SIGKILL");
      await load;
      const acknowledged = readdirSync(copy.folder)
        .filter((name) => name.startsWith("done"))
        .reduce((sum, name) => sum + readFileSync(join(copy.folder, name), "utf8").split("\n").length - 1, 0);
      await sql(copyPort, "select pg_promote()");
      const kept = Number(await sql(copyPort, "select count(*) from log"));
      return { commits, acknowledged, lost: Math.max(0, acknowledged - kept) };
    } finally {
      await first.stop("SIGQUIT");
      await second?.stop("SIGINT");
    }
  }
}

/** Has the copy received all that the primary wrote? */
const FOLLOWING =
  "select bool_and(state = 'streaming' and flush_lsn = pg_current_wal_lsn()) from pg_stat_replication";

function script(folder: string, text: string): string {
  const path = join(folder, "tables.sql");
  writeFileSync(path, text);
  return path;
}
