// Loaded before the game: once its first frame is written, keeps in a file how much CPU the process took until then, in
// microseconds. What is loaded behind that frame's back is not counted.
const { write } = process.stdout;
process.stdout.write = function (...words) {
  const done = Reflect.apply(write, this, words);
  if (String(words[0]).includes(process.env.ZTM_FIRST_FRAME)) {
    process.stdout.write = write;
    const { user, system } = process.cpuUsage();
    require("node:fs").writeFileSync(process.env.ZTM_CPU_FILE, String(user + system));
  }
  return done;
};
