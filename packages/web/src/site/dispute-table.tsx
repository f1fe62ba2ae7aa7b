import type { ComponentChild } from "preact";

/** A small table of a topic: what each column holds, and its rows, the first cell of each being its name. */
export function DisputeTable(props: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [name: string, ...cells: string[]])[];
}): ComponentChild {
  return (
    <table class="plain">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(([name, ...cells]) => (
          <tr key={`${name} ${cells.join(" ")}`}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={props.columns[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
