/** Keeps the state of an upload up to date; when it is finished, the whole page is loaded with what came of it. */

const EVERY = 2000;

const shown = document.getElementById("progress");

/** @param {HTMLElement} progress */
async function look(progress) {
  const answer = await fetch(location.pathname);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("progress");
  if (now === null) return;
  if (now.dataset["state"] !== progress.dataset["state"]) {
    location.reload();
  } else if (now.textContent !== progress.textContent) {
    progress.replaceChildren(...now.childNodes);
  }
}

if (shown !== null) {
  setInterval(() => look(shown).catch(() => undefined), EVERY);
}
