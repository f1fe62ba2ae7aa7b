import type { ComponentChild } from "preact";

/** What tells options apart where colours do not: nothing, a dot, a bar, a cross. Too small a circle has only its colour, and its card. */
export function Sign(props: {
  readonly sign: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}): ComponentChild {
  const { sign, x, y, radius } = props;
  if (sign === 0 || radius < 4) return null;
  if (sign === 1) return <circle class="sign" cx={x} cy={y} r={round(radius * 0.36)} />;
  const [long, thin] = [round(radius * 1.1), round(radius * 0.32)];
  return <path class="sign" d={bar(x, y, long, thin) + (sign === 3 ? bar(x, y, thin, long) : "")} />;
}

function bar(x: number, y: number, width: number, height: number): string {
  return `M${round(x - width / 2)} ${round(y - height / 2)}h${width}v${height}h${-width}z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
