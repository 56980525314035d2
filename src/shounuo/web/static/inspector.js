// Sound and words in step: a turn's time plays from there; the turn being heard is marked.
(() => {
  "use strict";
  const sound = document.getElementById("sound");
  const turns = [...document.querySelectorAll(".turn[data-t0]")];
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-fault]");
    if (mark) { location.hash = `fault-${mark.dataset.fault}`; return; }
    const at = event.target.closest(".turn[data-t0] .at");
    if (at && sound) { sound.currentTime = Number(at.parentElement.dataset.t0); sound.play(); }
  });
  if (!sound) return;
  sound.addEventListener("timeupdate", () => {
    const now = sound.currentTime;
    for (const turn of turns) turn.classList.toggle("now", Number(turn.dataset.t0) <= now && now < Number(turn.dataset.t1));
  });
})();
