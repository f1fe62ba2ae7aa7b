import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Axes, BandMark, BarsMark, CellsMark, DotsMark, SideAreas, StripMark, plotFrame } from "./index.js";

const axis = { extent: [0, 100] as const, ticks: [{ at: 50, label: "50 %" }], strong: 50 };
/** 100 by 100 pixels, a pixel for each value: across to the right, up to the top. */
const frame = plotFrame(100, 100, axis, axis, { top: 0, right: 0, bottom: 0, left: 0 });

test("a band is a fan of nine in ten around one in two, with what is expected between them", () => {
  const band = (at: number, width: number) => ({
    at,
    low90: 50 - 2 * width,
    low50: 50 - width,
    expected: 50,
    high50: 50 + width,
    high90: 50 + 2 * width,
  });
  const drawn = renderToString(h(BandMark, { frame, bands: [band(10, 20), band(90, 5)] }));
  expect(drawn).toBe(
    '<g class="mark-band "><path class="ninety" d="M10 10L90 40L90 60L10 90Z"></path>' +
      '<path class="half" d="M10 30L90 45L90 55L10 70Z"></path><path class="expected" d="M10 50L90 50"></path></g>',
  );
  expect(renderToString(h(BandMark, { frame, bands: [] }))).toBe("");
});

test("bars stand on their level, and what is there is seen, however little of it", () => {
  const bars = [
    { from: 0, to: 10, value: 60 },
    { from: 10, to: 20, value: 0.01 },
    { from: 20, to: 30, value: 0 },
  ];
  const drawn = renderToString(h(BarsMark, { frame, bars, level: 0, class: "option" }));
  const heights = [...drawn.matchAll(/height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(heights).toEqual([60, 1, 0]);
  expect(drawn.match(/width="9"/g)).toHaveLength(3);
});

test("cells, dots and ticks stand where their values are", () => {
  expect(renderToString(h(CellsMark, { frame, cells: [{ x: 20, y: 40, tone: 3 }], size: 2 }))).toContain(
    '<rect class="tone3" x="20" y="58" width="2" height="2">',
  );
  expect(renderToString(h(DotsMark, { frame, dots: [{ at: [30, 70], radius: 4 }] }))).toContain(
    'cx="30" cy="30" r="4"',
  );
  expect(renderToString(h(StripMark, { frame, y: 90, ticks: [{ at: 15, size: 6 }] }))).toContain(
    'x1="15" x2="15" y1="90" y2="84"',
  );
});

test("each side of a level has its own class, and the strong line of an axis is marked", () => {
  const points = [
    [0, 20],
    [100, 80],
  ] as const;
  const drawn = renderToString(h(SideAreas, { frame, points, level: 50, classes: { above: "up", below: "down" } }));
  expect(drawn).toContain('<path class="down" d="M0 80L50 50L50 50L0 50Z">');
  expect(drawn).toContain('<path class="up" d="M50 50L100 20L100 50L50 50Z">');
  expect(renderToString(h(Axes, { frame, x: { ...axis, ticks: [] }, y: axis }))).toContain('<g class="strong">');
});

test("no mark needs a style attribute, which the pages' policy forbids", () => {
  const band = { at: 1, low90: 1, low50: 2, expected: 3, high50: 4, high90: 5 };
  const all = [
    renderToString(h(BandMark, { frame, bands: [band] })),
    renderToString(h(BarsMark, { frame, bars: [{ from: 0, to: 1, value: 1 }], level: 0 })),
    renderToString(h(Axes, { frame, x: axis, y: axis })),
  ];
  for (const each of all) expect(each).not.toContain("style");
});
