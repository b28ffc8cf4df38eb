/** What comes to a cluster in a step, in requests per second. */
export interface ShardDemand {
  writes: number;
  /** Of `writes`, those that enter other users' feeds. */
  posts: number;
  own: number;
  pages: number;
  feeds: number;
  likes: number;
  hot: number;
  sessions: number;
  /** Writes accepted at another site and repeated here. */
  replayed: number;
}

/** A step in which nothing has come yet. */
export function noShardDemand(): ShardDemand {
  return {
    writes: 0,
    posts: 0,
    own: 0,
    pages: 0,
    feeds: 0,
    likes: 0,
    hot: 0,
    sessions: 0,
    replayed: 0,
  };
}
