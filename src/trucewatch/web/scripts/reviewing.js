/** Single letters decide on the page of a claim under review; they can be switched off, and never fire in fields. */

const STORED = "trucewatch-keys-off";
const keys = /** @type {HTMLDetailsElement} */ (document.getElementById("keys"));
const chosen = /** @type {HTMLInputElement} */ (document.getElementById("keys-on"));

/** @param {boolean} on */
function remember(on) {
  try {
    on ? localStorage.removeItem(STORED) : localStorage.setItem(STORED, "1");
  } catch {
    // Where a browser keeps nothing, the choice holds for this page.
  }
}

function isOff() {
  try {
    return localStorage.getItem(STORED) === "1";
  } catch {
    return false;
  }
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
}

/** Does what an element is there for: opens it, goes to it, follows or presses it.
 * @param {HTMLElement} element */
function use(element) {
  if (element instanceof HTMLDetailsElement) {
    element.open = true;
    /** @type {HTMLElement | null} */ (element.querySelector("input:not([type=hidden]), select, textarea"))?.focus();
  } else if (element instanceof HTMLInputElement) {
    element.focus();
  } else {
    element.click();
  }
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
  if (event.key === "Escape" && isField(event.target)) {
    /** @type {HTMLElement} */ (event.target).blur();
    return;
  }
  if (isField(event.target) || !chosen.checked) return;
  if (event.key === "?") {
    keys.open = !keys.open;
    if (keys.open) keys.querySelector("summary")?.focus();
    event.preventDefault();
    return;
  }
  const element = /^[a-z]$/.test(event.key) ? document.querySelector(`[data-key="${event.key}"]`) : null;
  if (element instanceof HTMLElement) {
    event.preventDefault();
    use(element);
  }
}

keys.hidden = false;
chosen.checked = !isOff();
chosen.addEventListener("change", () => remember(chosen.checked));
document.addEventListener("keydown", pressed);
