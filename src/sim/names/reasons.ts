/** Why a request is lost. The words for each are a language's; the books, saves and JSON know these names. */
export const reasons = [
  "timeout",
  "queue-full",
  "turned-away",
  "no-domain",
  "no-server",
  "no-database",
  "process-down",
  "box-down",
  "lost-with-box",
  "node-down",
  "store-down",
  "broker-down",
  "cache-down",
  "edge-down",
  "site-down",
  "shard-down",
  "primary-down",
  "no-copy",
  "copy-silent",
  "row-locked",
  "disk-full",
  "data-elsewhere",
  "logged-out",
  "session-elsewhere",
  "session-unreadable",
  "bad-build",
  "box-errs",
  "version-skew",
  "order-blocked",
] as const;
export type Reason = (typeof reasons)[number];

/**
 * What becomes of a request: `refused` at once, by something that is not there or has no room; `timed-out`, for its
 * client waited as long as it would; `failed`, with an error; `lost`, for it had been accepted and is gone.
 */
export type Fate = "refused" | "timed-out" | "failed" | "lost";

const fates: Readonly<Record<Reason, Fate>> = {
  timeout: "timed-out",
  "queue-full": "refused",
  "turned-away": "refused",
  "no-domain": "refused",
  "no-server": "refused",
  "no-database": "refused",
  "process-down": "refused",
  "box-down": "refused",
  "lost-with-box": "lost",
  "node-down": "refused",
  "store-down": "failed",
  "broker-down": "refused",
  "cache-down": "refused",
  "edge-down": "refused",
  "site-down": "timed-out",
  "shard-down": "refused",
  "primary-down": "refused",
  "no-copy": "refused",
  "copy-silent": "refused",
  "row-locked": "refused",
  "disk-full": "failed",
  "data-elsewhere": "failed",
  "logged-out": "failed",
  "session-elsewhere": "failed",
  "session-unreadable": "failed",
  "bad-build": "failed",
  "box-errs": "failed",
  "version-skew": "failed",
  "order-blocked": "failed",
};

/** What becomes of a request that fails for a reason. */
export function fateOf(reason: Reason): Fate {
  return fates[reason];
}

/** Whether nothing answers, not even with a refusal: the client learns of it when its patience ends. */
export function isSilent(reason: Reason): boolean {
  return reason !== "timeout" && fates[reason] === "timed-out";
}
