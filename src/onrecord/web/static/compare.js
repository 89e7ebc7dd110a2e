// Two articles side by side: keys to go from passage to passage. The page says everything without it.
"use strict";
(() => {
  const rows = [...document.querySelectorAll(".pair.row")];
  const help = document.getElementById("keys");
  const spoken = document.getElementById("spoken");
  document.documentElement.classList.add("js");

  // What is kept in the browser; nothing where it lets nothing be kept. The same switch as on an article's page.
  function kept(value) {
    try {
      if (value === undefined) return window.localStorage.getItem("onrecord-keys");
      window.localStorage.setItem("onrecord-keys", value);
    } catch {
      return null;
    }
    return value;
  }

  function step(by) {
    if (!rows.length) return;
    const at = rows.findIndex((row) => row === document.activeElement);
    // Where none is chosen: the first that begins at or below the top of what is seen, or the last above it.
    const below = rows.findIndex((row) => row.getBoundingClientRect().top >= 0);
    const from = below < 0 ? rows.length : below;
    const next = at >= 0 ? at + by : by > 0 ? from : from - 1;
    const place = Math.min(Math.max(next, 0), rows.length - 1);
    const row = rows[place];
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center", behavior: "instant" });
    const kind = row.querySelector(".kind");
    spoken.textContent = "Passage " + (place + 1) + " of " + rows.length + ": " + kind.textContent.replace(/\s+/g, " ").trim();
  }

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    "?": () => (help.open ? help.close() : help.showModal()),
  };

  // The letter on the key, also where the keyboard writes other letters there (Cyrillic, say).
  function letterOf(event) {
    const foreign = event.key.length === 1 && event.key > "\u007f" && event.code.startsWith("Key");
    return (foreign ? event.code.slice(3) : event.key).toLowerCase();
  }

  document.addEventListener("keydown", (event) => {
    if (!event.key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
    const letter = letterOf(event);
    if ((kept() === "off" || help.open) && letter !== "?") return;
    if (!Object.hasOwn(KEYS, letter)) return;
    event.preventDefault();
    KEYS[letter]();
  });

  const opener = document.getElementById("keyhelp");
  if (opener) opener.addEventListener("click", () => help.showModal());
  document.getElementById("keysclose").addEventListener("click", () => help.close());
  const switched = document.getElementById("keysoff");
  const draw = () => {
    const off = kept() === "off";
    switched.setAttribute("aria-pressed", String(off));
    switched.textContent = off ? "Switch single-letter keys on" : "Switch single-letter keys off";
  };
  switched.addEventListener("click", () => {
    kept(kept() === "off" ? "on" : "off");
    draw();
  });
  draw();
})();
