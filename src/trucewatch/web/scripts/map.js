/** Offers to turn a picture of incidents into a map that pans and zooms; nothing is fetched until somebody asks. */

for (const place of document.querySelectorAll("[data-map]")) {
  if (place instanceof HTMLElement) offer(place);
}

/** @param {HTMLElement} place what holds the picture */
function offer(place) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Open as a map to pan and zoom";
  button.addEventListener("click", async () => {
    button.disabled = true;
    button.textContent = "Opening the map …";
    try {
      const { open } = await import("./map-open.js");
      await open(place);
      button.remove();
    } catch (error) {
      console.error(error);
      button.textContent = "This browser cannot draw the map; the picture and the list say the same";
    }
  });
  place.before(button);
}
