/** The marks of the map, drawn here: a circle for a point, a square for an area, a diamond for a region. */

import { token } from "./map-style.js";

const SIZE = 26;
const SHARP = 2;

/** @type {Record<string, [number, number][]>} corners of a mark as parts of its size; a circle has none */
const CORNERS = {
  point: [],
  area: [[0.15, 0.15], [0.85, 0.15], [0.85, 0.85], [0.15, 0.85]],
  region: [[0.5, 0.02], [0.98, 0.5], [0.5, 0.98], [0.02, 0.5]],
  ground: [[0.5, 0.08], [0.95, 0.9], [0.05, 0.9]],
};

/** @param {import("maplibre-gl").Map} map */
export function addMarks(map) {
  for (const shape of Object.keys(CORNERS)) {
    put(map, shape, drawn((pen) => mark(pen, CORNERS[shape] ?? [], false)));
    put(map, `${shape}-contested`, drawn((pen) => mark(pen, CORNERS[shape] ?? [], true)));
  }
  put(map, "town", drawn(town, 6));
  put(map, "hatch", drawn(hatch, 8));
  put(map, "sign", drawn(sign, 30));
}

/** @param {import("maplibre-gl").Map} map @param {string} name @param {ImageData} image */
function put(map, name, image) {
  if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: SHARP });
}

/** @param {(pen: CanvasRenderingContext2D) => void} draw @param {number} size @returns {ImageData} */
function drawn(draw, size = SIZE) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * SHARP;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas to draw marks on");
  pen.scale(SHARP, SHARP);
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** @param {CanvasRenderingContext2D} pen @param {[number, number][]} corners @param {boolean} hollow */
function mark(pen, corners, hollow) {
  const [ink, paper] = [token("ink"), token("paper")];
  pen.beginPath();
  if (corners.length) for (const [x, y] of corners) pen.lineTo(x * SIZE, y * SIZE);
  else pen.arc(SIZE / 2, SIZE / 2, SIZE * 0.37, 0, 2 * Math.PI);
  pen.closePath();
  pen.fillStyle = hollow ? paper : ink;
  pen.strokeStyle = hollow ? ink : paper;
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen */
function town(pen) {
  pen.fillStyle = token("soft");
  pen.arc(3, 3, 2.2, 0, 2 * Math.PI);
  pen.fill();
}

/** A disputed area of which no outline is at hand. @param {CanvasRenderingContext2D} pen */
function sign(pen) {
  pen.strokeStyle = token("fuzzy");
  pen.setLineDash([4, 3]);
  pen.arc(15, 15, 13, 0, 2 * Math.PI);
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen */
function hatch(pen) {
  pen.strokeStyle = token("fuzzy");
  pen.lineWidth = 0.8;
  pen.moveTo(0, 8);
  pen.lineTo(8, 0);
  pen.stroke();
}
