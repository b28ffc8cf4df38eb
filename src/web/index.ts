/** The script of the page. The same text is the page's and its working threads': who reads it shows in what is there. */
if (typeof document === "undefined") void import("./working.ts").then(({ workHere }) => workHere());
else {
  const script = document.currentScript?.textContent ?? "";
  void import("./page.ts").then(({ openPage }) => openPage(script));
}
