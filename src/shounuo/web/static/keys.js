// Keys for every page. A control names its key in data-key; `g x` goes to data-go="x"; Ctrl+K finds.
// Keys answer on the physical key (event.code), so a composing Chinese input method does not eat them
// when Alt is held; without Alt they are silent while somebody types.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const visible = (element) => element.getClientRects().length > 0 && !element.disabled;
  const nameOf = (event) => {
    const letter = /^Key([A-Z])$/.exec(event.code);
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
    return letter ? letter[1] : digit ? digit[1] : event.code === "Space" ? "Space" : event.key;
  };
  let going = 0;

  function press(name) {
    const found = [...document.querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].find(visible);
    if (!found) return false;
    if (found.matches("summary")) { found.click(); found.focus(); } else if (found.matches("input, select, textarea")) { found.focus(); found.select && found.select(); } else { found.click(); }
    return true;
  }
  function palette() {
    const box = $("#palette");
    if (box && !box.open) { box.showModal(); $("input", box).select(); }
  }
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyK") { event.preventDefault(); palette(); return; }
    if (event.key === "Escape") { const drawer = $("#drawer"); if (drawer) drawer.hidden = true; if (typing(event.target)) event.target.blur(); return; }
    if (event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    const inField = typing(event.target);
    if (event.target.closest("button, summary, a") && ["Enter", " "].includes(event.key)) return;
    if (inField && !event.altKey) return;
    const name = (event.shiftKey && /^(?:Key|Digit)/.test(event.code) ? "⇧" : "") + nameOf(event);
    if (name === "?" && !inField) { document.body.classList.toggle("shows-keys"); return; }
    if (going && Date.now() - going < 1200 && !inField) {
      going = 0;
      const link = $(`[data-go="${CSS.escape(name.toLowerCase())}"]`);
      if (link) { event.preventDefault(); link.click(); return; }
    }
    if (name === "G" && !inField && !event.altKey && !$('[data-key="G"]')) { going = Date.now(); return; }
    if (press(name)) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener && opener.dataset.opens === "palette") palette();
    if (event.target.closest("[data-closes=drawer]")) $("#drawer").hidden = true;
    const row = event.target.closest("tr[data-href]");
    if (row && !event.target.closest("a, button, input")) location.href = row.dataset.href;
  });
  document.addEventListener("htmx:afterSwap", (event) => { if (event.detail.target.id === "drawer") event.detail.target.hidden = false; });
  const lost = (is) => { const note = $("#connection"); if (note) note.hidden = !is; };
  document.addEventListener("htmx:sendError", () => lost(true));
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) lost(false); });
  window.addEventListener("offline", () => lost(true));
  window.addEventListener("online", () => lost(false));
})();
