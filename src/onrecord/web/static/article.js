// The article page: cards for marked passages, and keys. The page says everything without it.
// Nothing here makes markup out of text: cards are copies of notes that the server wrote.
import { kept, listen } from "./keys.js";

(() => {
  const reading = document.querySelector(".reading");
  const body = document.querySelector(".body");
  if (!reading || !body) return;
  document.documentElement.classList.add("js");

  const HOVER_IN = 140, HOVER_OUT = 320, GAP = 12;
  const spoken = document.getElementById("spoken");
  const form = document.getElementById("judge");
  const help = document.getElementById("keys");
  const wide = window.matchMedia("(min-width: 62.01rem)");
  const notes = [...document.querySelectorAll(".note[id^='a']")];
  notes.sort((one, other) => numberOf(one.id) - numberOf(other.id));
  const walk = notes.map((note) => note.id).filter((key) => body.getElementsByClassName(key).length);

  let card = null;      // the card that is open
  let open = null;      // the key ("a3", "x1") that it is of
  let pinned = false;   // opened by a click, a tap or a key: stays until it is closed
  let last = null;      // the key that was last walked to
  let timer = 0;

  function numberOf(key) { return Number(key.slice(1)); }
  function runsOf(key) { return [...body.getElementsByClassName(key)]; }
  function say(text) { spoken.textContent = text; }

  // The attributions and asides that a place in the text belongs to, the innermost first.
  function keysAt(target) {
    const run = target instanceof Element ? target.closest(".body [id^='r']") : null;
    const keys = run ? [...run.classList].filter((name) => /^[ax][0-9]+$/.test(name)).reverse() : [];
    return keys.filter((key) => document.getElementById(key));
  }

  function close() {
    window.clearTimeout(timer);
    if (!card) return;
    for (const run of runsOf(open)) {
      run.classList.remove("lit");
      run.removeAttribute("aria-describedby");
    }
    const held = card.contains(document.activeElement);
    const first = runsOf(open)[0];
    card.remove();
    card = open = null;
    pinned = false;
    if (held && first) first.focus({ preventScroll: true });
  }

  function show(key, near, pin) {
    if (open === key) {
      pinned = pinned || pin;
      return;
    }
    close();
    const note = document.getElementById(key);
    const runs = runsOf(key);
    if (!note || !runs.length) return;
    open = key;
    pinned = pin;
    card = copyOf(note, key);
    for (const run of runs) run.classList.add("lit");
    runs[0].setAttribute("aria-describedby", "cardhead");
    (near.closest(".unit") || reading).append(card);
    place(near);
  }

  function copyOf(note, key) {
    const made = document.createElement("div");
    made.className = "card";
    made.id = "card";
    made.tabIndex = -1;
    made.setAttribute("role", "dialog");
    made.setAttribute("aria-labelledby", "cardhead");
    made.lang = "en";
    for (const part of note.children) made.append(part.cloneNode(true));
    for (const part of made.querySelectorAll("[id]")) part.removeAttribute("id");
    for (const part of made.querySelectorAll("details")) {
      part.open = true;
      made.querySelector(".whyclamp").remove();
    }
    made.querySelector("p").id = "cardhead";
    const shut = document.createElement("button");
    shut.className = "shut";
    shut.type = "button";
    shut.textContent = "×";
    shut.setAttribute("aria-label", "Close the card");
    shut.addEventListener("click", close);
    made.prepend(shut);
    return made;
  }

  // Beside the passage where there is room; a sheet at the foot of a narrow screen (the stylesheet's).
  function place(near) {
    if (!wide.matches) return;
    const frame = reading.getBoundingClientRect();
    const lowest = window.innerHeight - card.offsetHeight - GAP;
    const wished = Math.min(near.getBoundingClientRect().top - GAP, lowest);
    card.style.top = Math.round(Math.max(wished, GAP) - frame.top) + "px";
  }

  function focusOn(key, still) {
    const first = runsOf(key)[0];
    if (!first) return;
    first.tabIndex = -1;
    last = key;
    first.focus({ preventScroll: true });
    show(key, first, true);
    if (!still) first.scrollIntoView({ block: wide.matches ? "center" : "start", behavior: "instant" });
    place(first);
    const who = document.querySelector("#" + key + " .who");
    if (who && key[0] === "a") {
      say(numberOf(key) + " of " + notes.length + ": " + who.textContent.replace(/\s+/g, " ").trim());
    }
  }

  function step(by) {
    if (!walk.length) return;
    const here = open || (keysAt(document.activeElement).includes(last) ? last : null);
    const at = walk.indexOf(here);
    const next = at < 0 ? (by > 0 ? nearest() : walk.length - 1) : at + by;
    focusOn(walk[Math.min(Math.max(next, 0), walk.length - 1)], false);
  }

  // The first attribution that begins at or below the top of what is seen; the last one when none does.
  function nearest() {
    const at = walk.findIndex((key) => runsOf(key)[0].getBoundingClientRect().top >= 0);
    return at < 0 ? walk.length - 1 : at;
  }

  function press(letter) {
    // A card that is only pointed at is not chosen: the mouse may rest anywhere.
    if (!open || open[0] !== "a" || !pinned) return say("No attribution is chosen: j goes to the next.");
    if (!form) return say("These pages can only be read.");
    const button = card.querySelector("button[data-key='" + letter + "']");
    if (!button) return say("Nothing was decided of this attribution.");
    button.click();
  }

  function taken(event) {
    if (event.key === "Escape" && !help.open) {
      close();
      return true;
    }
    const lit = card && event.target instanceof Element && event.target.classList.contains("lit");
    if (event.key !== "Enter" || !lit) return false;
    event.preventDefault();
    card.focus();
    return true;
  }

  listen(
    {
      j: () => step(1),
      k: () => step(-1),
      a: () => press("a"),
      r: () => press("r"),
      u: () => press("u"),
    },
    taken,
  );

  body.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const key = keysAt(event.target)[0];
    window.clearTimeout(timer);
    if (key) timer = window.setTimeout(() => show(key, event.target, false), HOVER_IN);
  });
  reading.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const to = event.relatedTarget;
    if (card && to instanceof Node && card.contains(to)) return window.clearTimeout(timer);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => (pinned ? null : close()), HOVER_OUT);
  });
  reading.addEventListener("pointerover", (event) => {
    if (card && card.contains(event.target)) window.clearTimeout(timer);
  });

  // A click pins the card; another one on the same words goes outward, to what they sit in.
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || help.contains(event.target)) return;
    const link = event.target.closest("a[href^='#a'], a[href^='#x']");
    if (link && runsOf(link.hash.slice(1)).length) {
      event.preventDefault();
      window.history.replaceState(null, "", link.hash);
      return focusOn(link.hash.slice(1), false);
    }
    if (card && card.contains(event.target)) return;
    const number = event.target.closest(".note .num");
    if (number && runsOf(number.closest(".note").id).length) {
      event.preventDefault();
      return focusOn(number.closest(".note").id, false);
    }
    const keys = keysAt(event.target);
    if (!keys.length) return pinned && !event.target.closest("button, a, summary") ? close() : undefined;
    if (String(window.getSelection())) return;
    const key = pinned && keys.includes(open) ? keys[(keys.indexOf(open) + 1) % keys.length] : keys[0];
    const run = event.target.closest("[id^='r']");
    show(key, run, true);
    last = key;
    run.tabIndex = -1;
    run.focus({ preventScroll: true });
  });

  // After a judgement the page comes anew: back to where the reader was.
  const PLACE = "onrecord-place";
  if (form) form.addEventListener("submit", () => kept(PLACE, window.location.pathname + " " + window.scrollY));
  // Once the browser has gone to the fragment, which takes the focus from what has it.
  window.addEventListener("load", () => window.setTimeout(() => {
    const key = window.location.hash.slice(1);
    const [path, top] = (kept(PLACE) || "").split(" ");
    const back = path === window.location.pathname;
    kept(PLACE, "");
    if (back) window.scrollTo({ top: Number(top), behavior: "instant" });
    if (/^[ax][0-9]+$/.test(key) && document.getElementById(key)) focusOn(key, back);
  }));
  window.addEventListener("resize", () => card && place(runsOf(open)[0]));
})();
