/** How the map looks: colours from the page's tokens, shapes as in the server's own map, fonts of this machine. */

/** @typedef {import("maplibre-gl").StyleSpecification} Style */
/** @typedef {import("./map-ground.js").Ground} Ground */

const FONT = ["sans-serif"];

/** @param {string} name @returns {string} the colour that the page gives a token now */
export function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/**
 * @param {Ground} ground
 * @param {{incidents: GeoJSON.FeatureCollection, control: GeoJSON.FeatureCollection, reach: GeoJSON.FeatureCollection, towns: GeoJSON.FeatureCollection}} told
 * @returns {Style}
 */
export function style(ground, told) {
  const [ink, paper, land, shore, fuzzy] = [token("ink"), token("paper"), token("land"), token("shore"), token("fuzzy")];
  const halo = { "text-halo-color": land, "text-halo-width": 1.5 };
  return {
    version: 8,
    sources: {
      countries: { type: "geojson", data: ground.countries, tolerance: 0.3 },
      disputed: { type: "geojson", data: ground.disputed },
      names: { type: "geojson", data: ground.names },
      towns: { type: "geojson", data: told.towns },
      reach: { type: "geojson", data: told.reach },
      control: { type: "geojson", data: told.control },
      incidents: { type: "geojson", data: told.incidents, cluster: true, clusterRadius: 26, clusterMaxZoom: 11 },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": token("sea") } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": land, "fill-antialias": false } },
      { id: "shore", type: "line", source: "countries", paint: { "line-color": shore, "line-width": 0.9 } },
      { id: "disputed-ground", type: "line", source: "disputed", paint: { "line-color": land, "line-width": 2.6 } },
      { id: "disputed", type: "fill", source: "disputed", paint: { "fill-pattern": "hatch" } },
      {
        id: "disputed-edge",
        type: "line",
        source: "disputed",
        paint: { "line-color": fuzzy, "line-width": 1.2, "line-dasharray": [3, 2] },
      },
      { id: "reach", type: "fill", source: "reach", paint: { "fill-color": ink, "fill-opacity": 0.07 } },
      {
        id: "reach-edge",
        type: "line",
        source: "reach",
        paint: { "line-color": ink, "line-width": 1.1, "line-dasharray": [4, 3] },
      },
      {
        id: "towns",
        type: "symbol",
        source: "towns",
        layout: {
          "icon-image": "town",
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": 11,
          "text-variable-anchor": ["left", "right"],
          "text-radial-offset": 0.5,
        },
        paint: { "text-color": token("soft"), ...halo },
      },
      {
        id: "signs",
        type: "symbol",
        source: "names",
        filter: ["==", ["get", "kind"], "sign"],
        layout: { "icon-image": "sign", "icon-allow-overlap": true },
      },
      {
        id: "names",
        type: "symbol",
        source: "names",
        layout: {
          "text-field": ["case", ["==", ["get", "kind"], "country"], ["upcase", ["get", "name"]], ["get", "name"]],
          "text-font": FONT,
          "text-size": ["case", ["==", ["get", "kind"], "country"], 12, 11],
          "text-offset": ["case", ["==", ["get", "kind"], "sign"], ["literal", [0, -1.8]], ["literal", [0, 0]]],
        },
        paint: { "text-color": ["case", ["==", ["get", "kind"], "country"], token("soft"), fuzzy], ...halo },
      },
      { id: "control", type: "symbol", source: "control", layout: { ...mark(), "icon-offset": [0, 22] } },
      {
        id: "clusters",
        type: "circle",
        source: "incidents",
        filter: ["has", "point_count"],
        paint: {
          "circle-radius": ["interpolate", ["linear"], ["get", "point_count"], 2, 13, 50, 22],
          "circle-color": ink,
          "circle-stroke-color": paper,
          "circle-stroke-width": 2,
        },
      },
      {
        id: "counts",
        type: "symbol",
        source: "incidents",
        filter: ["has", "point_count"],
        layout: {
          "text-field": ["concat", ["get", "point_count"], " ×"],
          "text-font": FONT,
          "text-size": 12,
          "text-allow-overlap": true,
        },
        paint: { "text-color": paper },
      },
      {
        id: "incidents",
        type: "symbol",
        source: "incidents",
        filter: ["!", ["has", "point_count"]],
        layout: {
          ...mark(),
          "text-field": ["get", "number"],
          "text-font": FONT,
          "text-size": 11,
          "text-allow-overlap": true,
        },
        paint: { "text-color": ["case", ["get", "contested"], ink, paper] },
      },
    ],
  };
}

/** @returns {{"icon-image": import("maplibre-gl").ExpressionSpecification, "icon-allow-overlap": boolean}} */
function mark() {
  return { "icon-image": ["get", "icon"], "icon-allow-overlap": true };
}
