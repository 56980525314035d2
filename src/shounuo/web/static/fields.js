// What a form lacks is said in the reader's language, not the browser's: the words stand on the body.
(() => {
  "use strict";
  const words = (field) => (field.matches("select, [type=radio], [type=checkbox]") ? document.body.dataset.choose : document.body.dataset.fillIn);
  document.addEventListener("invalid", (event) => {
    const field = event.target;
    field.setCustomValidity("");
    if (field.validity.valueMissing) field.setCustomValidity(words(field));
  }, true);
  // Said once: what was chosen or filled meanwhile, by hand or by a script, is looked at anew. Enter in a field
  // presses the form's button, too.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button, input[type=submit]");
    if (!button || !button.form) return;
    for (const field of button.form.elements) if (field.setCustomValidity) field.setCustomValidity("");
  }, true);
  document.addEventListener("input", (event) => { if (event.target.setCustomValidity) event.target.setCustomValidity(""); }, true);
})();
