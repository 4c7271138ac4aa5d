/** What can be shown and hidden on the map. */

/** @type {[string, string[]][]} what each is called, with its layers */
const CHOICES = [
  ["Incidents", ["incidents", "clusters", "counts"]],
  ["Grounds that somebody is said to hold (triangles)", ["control"]],
  ["How inexact places are (rings)", ["reach", "reach-edge"]],
];

/** @param {(names: string[], seen: boolean) => void} show @returns {HTMLElement} */
export function layers(show) {
  const all = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = "On the map";
  all.className = "layers";
  all.append(legend, ...CHOICES.map(([words, names]) => choice(words, (seen) => show(names, seen))));
  return all;
}

/** @param {string} words @param {(seen: boolean) => void} show */
function choice(words, show) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.addEventListener("change", () => show(box.checked));
  label.append(box, ` ${words}`);
  return label;
}
