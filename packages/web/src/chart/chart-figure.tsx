import type { ComponentChild, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { csvOf } from "./chart-table.js";
import type { ChartTable } from "./chart-table.js";
import type { ChartWords } from "./chart-words.js";
import { ReadableDrawing } from "./mark-reader.js";
import type { Reading } from "./mark-keys.js";
import type { PlotFrame } from "./plot.js";
import { saveFile } from "./save-file.js";
import { svgFile } from "./svg-file.js";

/** A picture at a width: its height, where values stand, and its marks. */
export interface Picture {
  readonly height: number;
  readonly frame: PlotFrame;
  readonly marks: ComponentChild;
}

/** A chart as it stands in a page. */
interface ChartProps {
  /** Name of its files, without ending. */
  readonly name: string;
  /** What to see. */
  readonly title: string;
  /** What is shown, in which unit, over which base. */
  readonly subtitle: string;
  /** Edition, base, source. */
  readonly foot: readonly string[];
  readonly words: ChartWords;
  readonly readings: readonly Reading[];
  readonly table: ChartTable;
  /** Other files of the same figures: their own words on the button. */
  readonly files?: readonly { readonly name: string; readonly label: string; readonly table: ChartTable }[];
  readonly draw: (width: number) => Picture;
  /** What stands between the title and the drawing: choices, keys. */
  readonly children?: ComponentChild;
}

/** Width where nobody has measured the page: pages that are written, and the first moment of those that live. */
const WRITTEN_WIDTH = 640;
const LEAST_WIDTH = 260;

/** A chart with its title, its data as a table and its files. It is drawn at the width that it has, so that its words keep their size. */
export function ChartFigure(props: ChartProps): ComponentChild {
  const { name, title, subtitle, foot, words, readings, table, draw, children } = props;
  const { box, width } = useWidth();
  const saveSvg = (): void => {
    const drawing = box.current?.querySelector("svg");
    if (drawing instanceof SVGSVGElement)
      saveFile(`${name}.svg`, "image/svg+xml", svgFile(drawing, { title, subtitle, foot }));
  };
  const { height, frame, marks } = draw(width);
  return (
    <figure class="chart" id={name}>
      <figcaption>
        <h2>{title}</h2>
        <p class="quiet">{subtitle}</p>
      </figcaption>
      {children}
      <div class="measured" ref={box}>
        <ReadableDrawing
          frame={frame}
          width={width}
          height={height}
          readings={readings}
          label={title}
          hint={words.hint}
          position={words.position}
        >
          {marks}
        </ReadableDrawing>
      </div>
      {foot.map((text) => (
        <p class="chart-foot quiet" key={text}>
          {text}
        </p>
      ))}
      <div class="chart-files">
        <button type="button" onClick={saveSvg}>
          {words.downloadSvg}
        </button>
        <button type="button" onClick={() => saveFile(`${name}.csv`, "text/csv", csvOf(table))}>
          {words.downloadCsv}
        </button>
        {(props.files ?? []).map((file) => (
          <button
            key={file.name}
            type="button"
            onClick={() => saveFile(`${file.name}.csv`, "text/csv", csvOf(file.table))}
          >
            {file.label}
          </button>
        ))}
      </div>
      <DataTable title={title} words={words} table={table} />
    </figure>
  );
}

/** The width of a box of the page, now and whenever it changes. */
function useWidth(): { readonly box: RefObject<HTMLDivElement | null>; readonly width: number } {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WRITTEN_WIDTH);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const measure = (): void => setWidth(Math.max(Math.floor(current.clientWidth), LEAST_WIDTH));
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

function DataTable(props: {
  readonly title: string;
  readonly words: ChartWords;
  readonly table: ChartTable;
}): ComponentChild {
  const { columns, rows } = props.table;
  return (
    <details class="chart-data">
      <summary>{props.words.data}</summary>
      <div class="wide-table">
        <table>
          <caption class="unseen">{props.title}</caption>
          <thead>
            <tr>
              {columns.map(({ id, title }) => (
                <th scope="col" key={id}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map(({ text }, cell) => (cell === 0 ? <th scope="row">{text}</th> : <td key={cell}>{text}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
