/** Adds a slider to the days of a page: it moves the day as of which everything is told, and then asks for it.
 * Let go of with a pointer, it asks at once; moved by keys, which pass one day after the other, it asks at Enter. */

const A_DAY = 24 * 60 * 60 * 1000;

for (const form of document.querySelectorAll("form.asof[data-first]")) {
  if (form instanceof HTMLFormElement) slide(form);
}

/** @param {HTMLFormElement} form */
function slide(form) {
  const [asOf, since] = [field(form, "as-of"), field(form, "since")];
  const first = Date.parse(form.dataset["first"] ?? "");
  const days = Math.round((Date.parse(form.dataset["last"] ?? "") - first) / A_DAY);
  if (!asOf || !since || !(days > 0)) return;
  const range = document.createElement("input");
  const label = document.createElement("label");
  range.type = "range";
  range.max = String(days);
  range.value = String(Math.round((Date.parse(asOf.value) - first) / A_DAY));
  range.addEventListener("input", () => {
    asOf.value = new Date(first + Number(range.value) * A_DAY).toISOString().slice(0, 10);
    since.value = "";
    range.setAttribute("aria-valuetext", asOf.value);
  });
  let byKeys = false;
  range.addEventListener("pointerdown", () => (byKeys = false));
  range.addEventListener("keydown", (event) => {
    byKeys = event.key !== "Enter";
    if (!byKeys) form.requestSubmit();
  });
  range.addEventListener("change", () => byKeys || form.requestSubmit());
  range.setAttribute("aria-valuetext", asOf.value);
  label.className = "slider";
  label.append("Move through the days of its reports", range);
  form.append(label);
}

/** @param {HTMLFormElement} form @param {string} name */
function field(form, name) {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : null;
}
