// What was refused is drawn at the address its form was sent to: a reload asks for the page the form stands on.
(() => {
  "use strict";
  const own = document.getElementById("page").dataset.address;
  if (own) history.replaceState(null, "", own);
})();
