/** Adds a button beside each text that is there to be copied; without scripts a click selects it whole. */

for (const text of document.querySelectorAll("[data-copied]")) {
  const button = document.createElement("button");
  const told = document.createElement("span");
  button.type = "button";
  button.textContent = "Copy";
  told.setAttribute("role", "status");
  told.className = "note";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent ?? "");
      told.textContent = " Copied.";
    } catch {
      told.textContent = " The browser does not allow it here; select the words instead.";
    }
  });
  text.after(button, told);
}
