// One finding is at hand: J and K move on, its keys are the page's keys, its words are lit. A turn is chosen by
// pressing it. Sound and words go in step: a turn's time plays from there; the turn being heard is marked.
(() => {
  "use strict";
  const sound = document.getElementById("sound");
  const turns = [...document.querySelectorAll(".turn")];
  const faults = [...document.querySelectorAll(".fault")];
  const turnOf = (number) => turns.find((turn) => turn.dataset.turn === String(number).trim());
  const LEAD_S = 1.5; // a sentence is understood with the breath before it

  const head = document.querySelector(".call-head");
  function measure() {
    const above = document.querySelector(".call-grid").getBoundingClientRect().top + scrollY;
    document.documentElement.style.setProperty("--above", `${above}px`);
    document.documentElement.style.setProperty("--head", `${head.offsetHeight}px`);
  }
  if (head) { measure(); new ResizeObserver(measure).observe(head); }

  function mark(turn, name) {
    for (const one of turns) one.classList.toggle(name, one === turn);
    if (turn) turn.scrollIntoView({ block: "nearest" });
  }
  function take(fault) {
    if (!fault) return;
    for (const one of faults) {
      const here = one === fault;
      one.classList.toggle("here", here);
      for (const control of one.querySelectorAll("[data-press]")) {
        if (here) control.dataset.key = control.dataset.press; else delete control.dataset.key;
      }
    }
    mark(turnOf(fault.dataset.turn), "at-hand");
    fault.scrollIntoView({ block: "nearest" });
  }
  // An address may name a finding. The browser would move the whole page until it stands at the top: it comes into
  // sight by the shortest way instead, and the address says so again once the page is there.
  const place = location.hash;
  const named = (hash) => (hash.startsWith("#fault-") ? document.getElementById(hash.slice(1)) : null);
  const first = () => faults.find((one) => one.classList.contains("undecided")) || faults[0];
  if (named(place)) {
    history.replaceState(null, "", location.pathname + location.search);
    addEventListener("load", () => setTimeout(() => history.replaceState(null, "", place)));
  }
  take(named(place) || first());
  addEventListener("hashchange", () => take(named(location.hash)));

  function choose(turn, form) {
    const field = form.querySelector("[data-turns]");
    const quote = form.querySelector("[name=quote]");
    const words = String(getSelection()).trim();
    field.value = turn.dataset.turn;
    if (quote) quote.value = words && turn.querySelector(".words").textContent.includes(words) ? words : "";
    show(field);
  }
  function show(field) {
    const turn = turnOf(field.value);
    field.form.querySelector("[data-picked]").textContent = turn ? turn.querySelector(".words").textContent : "";
    mark(turn, "picked");
  }
  for (const field of document.querySelectorAll("[data-turns]")) {
    field.addEventListener("input", () => show(field));
    field.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      const at = turns.indexOf(turnOf(field.value));
      const next = turns[at < 0 ? (by > 0 ? 0 : turns.length - 1) : at + by];
      if (next) { field.value = next.dataset.turn; show(field); }
    });
    if (field.value) show(field);
  }
  // Opening a form puts the hand where it begins, and all of it in sight; Escape closes it again.
  document.addEventListener("toggle", (event) => {
    const fields = event.target.open ? [...event.target.querySelectorAll("[data-first], input:not([type=hidden])")] : [];
    const field = fields.find((one) => !one.value || one.matches("[data-first]")) || fields[0];
    if (field) {
      field.focus();
      (event.target.closest(".fault") || event.target).scrollIntoView({ block: "nearest" });
    }
    if (!event.target.open) mark(null, "picked");
  }, true);
  document.addEventListener("keydown", (event) => {
    const box = event.key === "Escape" && !event.isComposing && event.target.closest("details[open]");
    if (box) { box.open = false; box.querySelector("summary").focus(); }
  });

  // Words marked in a turn stay marked while its number is pressed.
  document.addEventListener("mousedown", (event) => { if (event.target.closest("a.no")) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const at = event.target.closest(".turn[data-t0] .at");
    if (at && sound) { play(Number(at.parentElement.dataset.t0)); return; }
    const link = event.target.closest("a[href^='#fault-']");
    if (link) { event.preventDefault(); take(named(link.hash)); return; }
    const step = event.target.closest("[data-step]");
    if (step) { move(Number(step.dataset.step)); return; }
    const hear = event.target.closest("[data-hear]");
    if (hear) { if (sound.paused) play(Number(hear.dataset.hear) - LEAD_S); else sound.pause(); return; }
    const turn = event.target.closest(".turn");
    const number = event.target.closest("a.no");
    const form = document.querySelector("details.add[open] form");
    if (turn && (number || form)) {
      event.preventDefault();
      const box = document.getElementById("add");
      if (!form) box.open = true;
      choose(turn, form || box.querySelector("form"));
      if (number) (form || box).querySelector("[name=reason]").focus();
      return;
    }
    const lit = event.target.closest("mark[data-fault]");
    if (lit) { take(document.getElementById(`fault-${lit.dataset.fault}`)); return; }
    const own = event.target.closest(".fault");
    if (own) take(own);
  });
  function move(by) {
    const at = faults.findIndex((one) => one.classList.contains("here"));
    take(faults[Math.min(faults.length - 1, Math.max(0, at + by))]);
  }
  function play(from) { sound.currentTime = Math.max(0, from); sound.play(); }
  if (!sound) return;
  sound.addEventListener("timeupdate", () => {
    const now = sound.currentTime;
    for (const turn of turns) turn.classList.toggle("now", Number(turn.dataset.t0) <= now && now < Number(turn.dataset.t1));
  });
})();
