/** A disk that is soon full: a small file system in memory, gone after the test. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Whether file systems can be mounted here: on Linux, by root, where the machine allows it. */
export function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), "ztm-disk-"));
  const { status } = mount("64k", folder);
  if (status === 0) unmount(folder);
  else rmdirSync(folder);
  return status === 0;
}

/** Mounts a disk of a size such as "64k"; gives its folder. */
export function smallDisk(size: string): string {
  const folder = mkdtempSync(join(tmpdir(), "ztm-disk-"));
  const { status, stderr } = mount(size, folder);
  if (status !== 0) throw new Error(`no small disk: ${stderr}`);
  onTestFinished(() => unmount(folder));
  return folder;
}

function mount(size: string, folder: string) {
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { encoding: "utf8" });
}

function unmount(folder: string): void {
  spawnSync("umount", ["-l", folder]);
  rmdirSync(folder);
}
