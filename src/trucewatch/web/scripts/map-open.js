/** Opens the map in place of the picture: what is told, marks, a window on each with who says so, and the list. */

import { collection, ground } from "./map-ground.js";
import { layers } from "./map-layers.js";
import { addMarks } from "./map-marks.js";
import { style } from "./map-style.js";
import { filled } from "./map-window.js";

/**
 * @typedef {{who: string, says: string, claim: string}} Saying
 * @typedef {{id: string, number: string, at: [number, number], shape: string, reach: number, contested: boolean, title: string, where: string, says: Saying[], more: number, to: string}} Mark
 * @typedef {{incidents: Mark[], grounds: Mark[], towns: {name: string, at: [number, number]}[]}} Told
 * @typedef {typeof import("maplibre-gl")} Library
 */

const KM_A_DEGREE = 111.32;
const CORNERS = 48;
const MOST_IN_WINDOW = 30;

/** @param {HTMLElement} place */
export async function open(place) {
  const { library: at = "", worker = "", look = "", map: told_at = "", ground: ground_at = "" } = place.dataset;
  const look_of_it = document.createElement("link");
  look_of_it.rel = "stylesheet";
  look_of_it.href = look;
  document.head.append(look_of_it);
  /** @type {[Library, Told, import("./map-ground.js").Kept]} */
  const [library, told, kept] = await Promise.all([import(at), asked(told_at), asked(ground_at)]);
  library.setWorkerUrl(new URL(worker, location.href).href);
  const sources = {
    incidents: collection(told.incidents.map(feature)),
    control: collection(told.grounds.map(feature)),
    reach: collection([...told.incidents, ...told.grounds].filter((one) => one.reach).map(around)),
    towns: collection(told.towns.map((one) => point(one.at, { name: one.name }))),
  };
  const box = bounds(library, sources);
  const base = ground(kept);
  const holder = document.createElement("div");
  holder.className = "map";
  place.before(holder);
  holder.before(layers((names, seen) => {
    for (const name of names) map.setLayoutProperty(name, "visibility", seen ? "visible" : "none");
  }));
  const map = new library.Map({
    container: holder,
    style: style(base, sources),
    bounds: box,
    fitBoundsOptions: { padding: 48, maxZoom: 7.5 },
    maxZoom: 12,
    attributionControl: false,
    cooperativeGestures: true,
    renderWorldCopies: false,
    pitchWithRotate: false,
    dragRotate: false,
    fadeDuration: 0,
  });
  map.addControl(new library.NavigationControl({ showCompass: false }));
  map.addControl(new library.ScaleControl({}));
  map.on("style.load", () => addMarks(map));
  map.getCanvas().setAttribute("aria-label", "Map of incidents and of ground; the list beside it says the same");
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.setStyle(style(base, sources), { diff: false });
  });
  const marks = new Map([...told.incidents, ...told.grounds].map((one) => [one.id, one]));
  /** @param {Mark[]} found @param {HTMLElement | null} opener */
  const tell = (found, opener) => show(library, map, found, opener);
  onClick(map, marks, tell);
  place.hidden = true;
  listed(place, marks, (mark, opener) => {
    map.jumpTo({ center: mark.at, zoom: Math.max(map.getZoom(), 7) });
    holder.scrollIntoView({ block: "nearest" });
    tell([mark], opener);
  });
  await map.once("load");
}

/** @param {string} address */
async function asked(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} gave ${answer.status}`);
  return answer.json();
}

/** @param {[number, number]} coordinates @param {GeoJSON.GeoJsonProperties} properties @returns {GeoJSON.Feature} */
function point(coordinates, properties) {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates } };
}

/** @param {Mark} mark */
function feature(mark) {
  const icon = mark.contested ? `${mark.shape}-contested` : mark.shape;
  return point(mark.at, { id: mark.id, number: mark.number, contested: mark.contested, icon });
}

/** A ring as far around a mark as its place is inexact. @param {Mark} mark @returns {GeoJSON.Feature} */
function around(mark) {
  const [longitude, latitude] = mark.at;
  const high = mark.reach / KM_A_DEGREE;
  const wide = high / Math.max(Math.cos((latitude * Math.PI) / 180), 0.1);
  const ring = Array.from({ length: CORNERS + 1 }, (_, turn) => {
    const angle = (2 * Math.PI * turn) / CORNERS;
    return [longitude + wide * Math.cos(angle), latitude + high * Math.sin(angle)];
  });
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

/** @param {Library} library @param {Record<string, GeoJSON.FeatureCollection>} sources */
function bounds(library, { incidents, control, reach }) {
  const box = new library.LngLatBounds();
  for (const { geometry } of [...(incidents?.features ?? []), ...(control?.features ?? []), ...(reach?.features ?? [])]) {
    const points = geometry.type === "Point" ? [geometry.coordinates] : geometry.type === "Polygon" ? geometry.coordinates.flat() : [];
    for (const [x = 0, y = 0] of points) box.extend([x, Math.max(Math.min(y, 85), -85)]);
  }
  return box;
}

/** @param {import("maplibre-gl").Map} map @param {Map<string, Mark>} marks @param {(found: Mark[], opener: HTMLElement | null) => void} tell */
function onClick(map, marks, tell) {
  /** @param {import("maplibre-gl").MapGeoJSONFeature[]} found */
  const named = (found) => found.flatMap((one) => marks.get(String(one.properties["id"])) ?? []);
  map.on("click", ["incidents", "control"], (event) => tell(named(event.features ?? []), null));
  map.on("click", "clusters", async (event) => {
    const cluster = event.features?.[0];
    const source = /** @type {import("maplibre-gl").GeoJSONSource} */ (map.getSource("incidents"));
    if (!cluster || cluster.geometry.type !== "Point") return;
    const number = Number(cluster.properties["cluster_id"]);
    const zoom = await source.getClusterExpansionZoom(number);
    if (zoom <= map.getMaxZoom() - 1) {
      const [x = 0, y = 0] = cluster.geometry.coordinates;
      map.easeTo({ center: [x, y], zoom });
      return;
    }
    const leaves = await source.getClusterLeaves(number, MOST_IN_WINDOW, 0);
    tell(leaves.flatMap((one) => marks.get(String(one.properties?.["id"])) ?? []), null);
  });
  for (const layer of ["incidents", "control", "clusters"]) {
    map.on("mouseenter", layer, () => map.getCanvas().classList.add("over-mark"));
    map.on("mouseleave", layer, () => map.getCanvas().classList.remove("over-mark"));
  }
}

/** @param {Library} library @param {import("maplibre-gl").Map} map @param {Mark[]} found @param {HTMLElement | null} opener */
function show(library, map, found, opener) {
  const [first] = found;
  if (!first) return;
  const window_ = new library.Popup({ maxWidth: "22rem" }).setLngLat(first.at).setDOMContent(filled(found)).addTo(map);
  window_.getElement().addEventListener("keydown", (event) => event.key === "Escape" && window_.remove());
  window_.on("close", () => (opener ?? map.getCanvas()).focus());
}

/** Gives each line of the list beside a button for the map. @param {HTMLElement} place @param {Map<string, Mark>} marks @param {(mark: Mark, opener: HTMLElement) => void} go */
function listed(place, marks, go) {
  for (const link of place.closest(".with-list")?.querySelectorAll("ol a") ?? []) {
    const mark = marks.get(link.getAttribute("href")?.split("#")[1] ?? "");
    if (!mark) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "on-map";
    button.textContent = "map";
    button.setAttribute("aria-label", `Show incident ${mark.number} on the map`);
    button.addEventListener("click", () => go(mark, button));
    link.after(" ", button);
  }
}
