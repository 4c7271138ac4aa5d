/**
 * Keeps what is said of the progress of uploads up to date. Where the page has more to tell of what is finished
 * (`data-whole`), it is loaded anew; else what is typed on it stays, and nothing moves under the keyboard.
 * Nobody need click, so what asks for it goes.
 */

const EVERY = 2000;

const shown = document.getElementById("progress");

/** @param {HTMLElement} progress */
async function look(progress) {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("progress");
  if (now === null || now.textContent === progress.textContent) return;
  const state = now.dataset["state"];
  if (state !== progress.dataset["state"] && "whole" in progress.dataset) {
    location.reload();
  } else if (!progress.contains(document.activeElement)) {
    progress.replaceChildren(...now.childNodes);
    progress.dataset["state"] = state;
    if (state !== "waiting") clearInterval(looking);
  }
}

/** @type {number | undefined} */
let looking;

if (shown !== null) {
  document.getElementById("by-hand")?.remove();
  document.getElementById("by-itself")?.removeAttribute("hidden");
  looking = setInterval(() => look(shown).catch(() => undefined), EVERY);
}
