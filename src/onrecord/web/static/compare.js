// Two articles side by side: keys to go from passage to passage. The page says everything without it.
import { listen } from "./keys.js";

(() => {
  const rows = [...document.querySelectorAll(".pair.row")];
  const spoken = document.getElementById("spoken");
  document.documentElement.classList.add("js");

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

  listen({ j: () => step(1), k: () => step(-1) });
})();
