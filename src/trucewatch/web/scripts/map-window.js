/** What a window of the map says: the thing, when and where it is said to have been, and who says so. */

/** @typedef {import("./map-open.js").Mark} Mark */

/** @param {Mark[]} marks @returns {HTMLElement} */
export function filled(marks) {
  const all = document.createElement("div");
  all.className = "told";
  all.append(...marks.map(one));
  return all;
}

/** @param {Mark} mark */
function one(mark) {
  const part = document.createElement("section");
  const title = document.createElement("h4");
  title.append(link(mark.number ? `${mark.number}. ${mark.title}` : mark.title, mark.to));
  if (mark.contested) title.append(" ", tag("contested"));
  const says = document.createElement("ul");
  says.append(...mark.says.map((saying) => line(link(saying.says, saying.claim), ` according to ${saying.who}`)));
  if (mark.more) says.append(line(`and ${mark.more} more`));
  part.append(title, text("p", mark.where), says);
  return part;
}

/** @param {string} words @param {string} address */
function link(words, address) {
  const made = document.createElement("a");
  made.href = address;
  made.dir = "auto";
  made.textContent = words;
  return made;
}

/** @param {(string | Node)[]} parts */
function line(...parts) {
  const made = document.createElement("li");
  made.append(...parts);
  return made;
}

/** @param {string} word */
function tag(word) {
  const made = text("span", word);
  made.className = `tag ${word}`;
  return made;
}

/** @param {string} name @param {string} words */
function text(name, words) {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}
