/** The base map as GeoJSON, from the arcs in which it is kept: steps on a grid, shared by neighbours. */

/**
 * @typedef {{name: string, disputed: string, rings: number[][]}} Country rings name arcs, ~n one run backwards
 * @typedef {{name: string, rings?: number[][], at?: [number, number] | null}} Disputed rings are steps of their own
 * @typedef {{grid: number, arcs: number[][], countries: Country[], disputed: Disputed[]}} Kept
 * @typedef {{countries: GeoJSON.FeatureCollection, disputed: GeoJSON.FeatureCollection, names: GeoJSON.FeatureCollection}} Ground
 */

/**
 * @param {Kept} kept
 * @returns {Ground}
 */
export function ground(kept) {
  const arcs = kept.arcs.map((steps) => line(steps, kept.grid));
  const countries = kept.countries.map((one) => ({ ...one, lines: one.rings.map((ring) => joined(ring, arcs)) }));
  const whole = countries.filter((one) => one.disputed).map((one) => ({ name: one.disputed, lines: one.lines }));
  const parts = kept.disputed.map((one) => ({
    name: one.name,
    lines: (one.rings ?? []).map((steps) => line(steps, kept.grid)),
    at: one.at?.map((degrees) => degrees / kept.grid),
  }));
  /** @type {{name: string, lines: number[][][], at?: number[] | undefined}[]} */
  const disputed = [...whole, ...parts];
  return {
    countries: collection(countries.map((one) => area(one.name, one.lines))),
    disputed: collection(disputed.filter((one) => one.lines.length).map((one) => area(one.name, one.lines))),
    names: collection([
      ...countries.filter((one) => one.name).map((one) => named(one.name, middle(one.lines), "country")),
      ...disputed.map((one) => named(one.name, one.at ?? middle(one.lines), one.at ? "sign" : "disputed")),
    ]),
  };
}

/** @param {GeoJSON.Feature[]} features @returns {GeoJSON.FeatureCollection} */
export function collection(features) {
  return { type: "FeatureCollection", features };
}

/**
 * @param {number[]} steps longitude and latitude by turns
 * @param {number} grid
 */
function line(steps, grid) {
  let [x, y] = [0, 0];
  /** @type {number[][]} */
  const points = [];
  for (let place = 0; place + 1 < steps.length; place += 2) {
    x += steps[place] ?? 0;
    y += steps[place + 1] ?? 0;
    points.push([x / grid, y / grid]);
  }
  return points;
}

/** @param {number[]} ring @param {number[][][]} arcs */
function joined(ring, arcs) {
  return ring.flatMap((n) => (n >= 0 ? (arcs[n] ?? []) : [...(arcs[~n] ?? [])].reverse()));
}

/** @param {string} name @param {number[][][]} lines @returns {GeoJSON.Feature} */
function area(name, lines) {
  const coordinates = lines.map((ring) => [[...ring, ring[0] ?? []]]);
  return { type: "Feature", properties: { name }, geometry: { type: "MultiPolygon", coordinates } };
}

/** Where a name goes; an area without an outline has a sign. @param {string} name @param {number[]} coordinates @param {"country" | "disputed" | "sign"} kind @returns {GeoJSON.Feature} */
function named(name, coordinates, kind) {
  return { type: "Feature", properties: { name, kind }, geometry: { type: "Point", coordinates } };
}

/** The middle of the largest part. @param {number[][][]} lines */
function middle(lines) {
  const sized = lines.map((ring) => ({ ring, size: size(ring) })).sort((one, other) => other.size - one.size);
  const ring = sized[0]?.ring ?? [];
  const [xs, ys] = [ring.map((point) => point[0] ?? 0), ring.map((point) => point[1] ?? 0)];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** @param {number[][]} ring */
function size(ring) {
  const before = ring.at(-1) ?? [0, 0];
  return Math.abs(
    ring.reduce((sum, [x = 0, y = 0], place) => {
      const [u = 0, v = 0] = ring[place - 1] ?? before;
      return sum + u * y - x * v;
    }, 0),
  );
}
