// Single-letter keys of a page: its dialog of keys, the switch that turns them off for good, any keyboard.
// For the scripts of the pages of articles and pairs.

// What is kept in the browser, of a tab or for good; nothing where it lets nothing be kept.
export function kept(name, value, storage = () => window.sessionStorage) {
  try {
    if (value === undefined) return storage().getItem(name);
    storage().setItem(name, value);
  } catch {
    return null;
  }
  return value;
}

function keysAreOff(value) { return kept("onrecord-keys", value, () => window.localStorage) === "off"; }

// The letter on the key, also where the keyboard writes other letters there (Cyrillic, say).
function letterOf(event) {
  const foreign = event.key.length === 1 && event.key > "\u007f" && event.code.startsWith("Key");
  return (foreign ? event.code.slice(3) : event.key).toLowerCase();
}

// `actions` by letter; `taken` sees each key first, tells whether it was for it, and is never switched off.
export function listen(actions, taken = () => false) {
  const help = document.getElementById("keys");
  const keys = { ...actions, "?": () => (help.open ? help.close() : help.showModal()) };

  document.addEventListener("keydown", (event) => {
    if (!event.key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
    if (taken(event)) return;
    const letter = letterOf(event);
    if ((keysAreOff() || help.open) && letter !== "?") return;
    if (!Object.hasOwn(keys, letter)) return;
    event.preventDefault();
    keys[letter]();
  });

  // A page on which there is nothing to walk to has the dialog, and nothing that opens it but its key.
  const opener = document.getElementById("keyhelp");
  if (opener) opener.addEventListener("click", () => help.showModal());
  document.getElementById("keysclose").addEventListener("click", () => help.close());
  const switched = document.getElementById("keysoff");
  const draw = () => {
    const off = keysAreOff();
    switched.setAttribute("aria-pressed", String(off));
    switched.textContent = off ? "Switch single-letter keys on" : "Switch single-letter keys off";
  };
  switched.addEventListener("click", () => {
    keysAreOff(keysAreOff() ? "on" : "off");
    draw();
  });
  draw();
}
