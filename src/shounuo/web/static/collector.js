// The collector's pages: timer, drafts, lease, live timeline, codes, reading back.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const desk = $(".call");
  const token = () => JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const show = (id) => { const note = document.getElementById(id); if (note) note.hidden = false; };

  // A press counts once; the server would refuse the second anyway.
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-once]");
    if (!form) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });
  window.addEventListener("pageshow", () => $$("form[data-once]").forEach((form) => { delete form.dataset.sent; }));

  // ---- the timer: the server's clock, not this machine's
  const timer = $(".timer");
  if (timer) {
    const loaded = performance.now();
    const { since, now, stopped } = timer.dataset;
    const paint = () => {
      const seconds = stopped !== undefined ? Number(stopped || 0) : Math.max(0, now - since + Math.floor((performance.now() - loaded) / 1000));
      timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    };
    paint();
    if (stopped === undefined) setInterval(paint, 500);
  }

  // ---- drafts: what is typed survives a crash, a lost line, a reload; it goes when the code is saved
  const DRAFT = "draft:";
  const draftName = desk && desk.dataset.draft ? DRAFT + desk.dataset.draft : "";
  const fields = () => $$("[data-draft-form] input:not([type=hidden]), [data-draft-form] select, [data-draft-form] textarea, #codes [name=code], [data-draft-form] [name=basis]");
  const fieldName = (field) => `${field.closest("[data-draft-form]").dataset.draftForm}.${field.closest("fieldset") ? field.closest("fieldset").dataset.for + "." : ""}${field.name}`;
  function keep() {
    if (!draftName) return;
    localStorage.setItem(draftName, JSON.stringify(Object.fromEntries(fields().filter((f) => f.value).map((f) => [fieldName(f), f.value]))));
  }
  function restore() {
    if (!draftName) return;
    const kept = JSON.parse(localStorage.getItem(draftName) || "{}");
    fields().forEach((field) => { if (kept[fieldName(field)] !== undefined) field.value = kept[fieldName(field)]; });
  }
  document.addEventListener("input", keep);
  if ($("[data-between]")) Object.keys(localStorage).filter((name) => name.startsWith(DRAFT)).forEach((name) => localStorage.removeItem(name));

  // ---- codes
  const codes = $("#codes");
  function choose(code, focus = true) {
    const button = $(`[data-code="${code}"]`, codes);
    if (!button) return;
    const set = $(`fieldset[data-for="${code}"]`, codes);
    if (set.dataset.promise && !$("#promise .taken") && focus) { const amount = $("#promise [name=amount]"); if (amount) { amount.focus(); return; } }
    codes.elements.code.value = code;
    $$("[data-code]", codes).forEach((other) => other.setAttribute("aria-pressed", other === button));
    $$("fieldset[data-for]", codes).forEach((other) => { other.hidden = other.disabled = other !== set; });
    $("#code-name").textContent = $("span", button).textContent;
    $("#code-problems").replaceChildren();
    $("#code-panel").hidden = false;
    const first = $("fieldset:not([hidden]) input", codes) || $("[data-save]", codes);
    if (focus && first) first.focus();
    keep();
  }
  function closePanel() { $("#code-panel").hidden = true; codes.elements.code.value = ""; $$("[data-code]", codes).forEach((b) => b.setAttribute("aria-pressed", "false")); keep(); }
  if (codes) {
    codes.addEventListener("click", (event) => {
      const code = event.target.closest("[data-code]");
      if (code) choose(code.dataset.code);
      if (event.target.closest("[data-close-panel]")) closePanel();
    });
    codes.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "Escape" && !$("#code-panel").hidden) { event.stopPropagation(); closePanel(); }
      if (event.key === "Enter" && event.target.matches("textarea") && !event.shiftKey && !$("#code-panel").hidden) { event.preventDefault(); codes.requestSubmit(); }
    });
    restore();
    if (codes.elements.code.value) choose(codes.elements.code.value, false);
    document.addEventListener("promise-recorded", () => choose($(".taken") && desk.dataset.phase === "wrap_up" ? "PTP_IMPLIED" : "PTP", desk.dataset.phase === "wrap_up"));
    document.addEventListener("code-implied", (event) => { const button = $(`[data-code="${event.detail.value}"]`, codes); $$(".code.hinted").forEach((b) => b.classList.remove("hinted")); if (button) button.classList.add("hinted"); });
    document.addEventListener("htmx:beforeOnLoad", (event) => { if (event.detail.xhr.getResponseHeader("HX-Redirect") && draftName) localStorage.removeItem(draftName); });
  }

  // ---- the promise: chips fill the amount; a later day asks why; each part is read back
  document.addEventListener("click", (event) => {
    const chip = event.target.closest(".chip");
    if (chip) { const form = chip.closest("form"); form.elements.amount.value = chip.dataset.amount; form.elements.basis.value = chip.dataset.basis; form.elements.amount.focus(); keep(); }
    const part = event.target.closest("[data-part]");
    if (part) confirmPart(part);
  });
  document.addEventListener("change", later);
  function later() {
    const label = $(".late[data-only-later]");
    if (label) { const day = label.closest("form").elements.due_by; label.hidden = day.selectedIndex <= 0; $("input", label).required = !label.hidden; }
  }
  function confirmPart(part) {
    const form = part.closest("form");
    const yes = !part.classList.contains("yes");
    part.classList.toggle("yes", yes);
    $("i", part).textContent = yes ? "☑" : "☐";
    form.elements[`confirmed_${part.dataset.part}`].value = yes ? "on" : "";
    const next = $("[data-part]:not(.yes)", form);
    const record = $("[data-record]", form);
    record.disabled = Boolean(next);
    (next || record).focus();
  }
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "promise") return;
    const part = $("[data-part]", event.target);
    if (part) part.focus(); else if (!$(".taken", event.target)) restore();
    later();
  });
  later();

  // ---- what the person asks of us: E, then a digit
  const requests = $("#requests");
  if (requests) document.addEventListener("keydown", (event) => {
    if (!requests.open || event.ctrlKey || event.metaKey || (event.target.matches("input, textarea") && event.key !== "Escape")) return;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
    if (event.key === "Escape") requests.open = false;
    const button = digit && $(`[data-menu-key="${digit[1]}"]`, requests);
    if (button) { event.preventDefault(); event.stopImmediatePropagation(); button.click(); requests.open = false; }
  }, true);

  // ---- a value shown in full hides itself again
  document.addEventListener("htmx:afterSwap", (event) => $$("[data-hide-after]", event.target).forEach((shown) => {
    setTimeout(() => { shown.textContent = "•••"; }, Number(shown.dataset.hideAfter) * 1000);
  }));

  // ---- the lease and the live timeline
  const ask = (url, options) => fetch(url, { redirect: "manual", cache: "no-store", ...options }).then((answer) => {
    if (answer.type === "opaqueredirect") show("expired");
    return answer;
  });
  if (desk && desk.dataset.lease) {
    const beat = () => ask(desk.dataset.lease, { method: "POST", headers: { "X-CSRFToken": token() } })
      .then((answer) => answer.ok && answer.json()).then((told) => { if (told && !told.held) show("lost-case"); }).catch(() => {});
    setTimeout(beat, 1500);
    setInterval(beat, 15000);
    window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    window.addEventListener("pagehide", () => {
      const form = new FormData();
      form.append("csrfmiddlewaretoken", token());
      navigator.sendBeacon(desk.dataset.closing, form);
    });
  }
  if (desk && desk.dataset.live && $("#left")) {
    const left = $("#left");
    let tag = `"${left.dataset.tag}"`;
    setInterval(() => {
      if (document.hidden) return;
      ask(desk.dataset.live, { headers: { "If-None-Match": tag } }).then((answer) => {
        if (answer.status !== 200) return undefined;
        tag = answer.headers.get("ETag") || tag;
        return answer.text().then((html) => { const top = left.scrollTop; left.innerHTML = html; left.scrollTop = top; });
      }).catch(() => {});
    }, 5000);
  }

  // ---- a call followed by a recogniser: what to mind now, and the steps it heard
  const hints = $("#hints");
  if (hints) {
    let heard = "";
    const listen = () => ask(hints.dataset.hints, { headers: { "If-None-Match": heard } }).then((answer) => {
      if (answer.status !== 200) return answer.status === 304 ? 1000 : 5000;
      heard = answer.headers.get("ETag") || heard;
      return answer.text().then((html) => { hints.innerHTML = html; tickHeard(); return 1000; });
    }).catch(() => 5000).then((wait) => { if (document.contains(hints)) setTimeout(listen, wait); });
    listen();
  }
  function tickHeard() {
    const fresh = $("template", hints).content.querySelector("ol"), shown = $("#guide .ticks");
    if (!fresh || !shown) return;
    $$("li:not(.next)", shown).forEach((item) => item.remove());
    shown.prepend(...fresh.children);
  }
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (new URL(event.detail.xhr.responseURL || location.href).pathname === "/login") { event.detail.shouldSwap = false; show("expired"); }
  });
})();
