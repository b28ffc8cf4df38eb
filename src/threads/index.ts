/** The door to the threads: a workforce for whoever has the file that a thread runs. */
export { ThreadPool } from "./pool.ts";
