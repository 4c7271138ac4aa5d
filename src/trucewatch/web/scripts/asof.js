/** Adds a slider to the days of a page: it moves the day as of which everything is told, and then asks for it. */

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
  range.addEventListener("change", () => form.requestSubmit());
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
