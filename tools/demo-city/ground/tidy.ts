import type { Mesh } from './mesh.ts';
import type { Labels } from './shapes-of-labels.ts';

/** Every label one connected piece: smaller pieces go to the neighbour with most common walls. */
export function tidy(mesh: Mesh, labels: (string | undefined)[]): (string | undefined)[] {
  const result = labels.slice();
  for (let round = 0; round < 4; round++) {
    const pieces = piecesOf(mesh, result);
    const largest = new Map<string | undefined, number>();
    for (const piece of pieces) largest.set(piece.label, Math.max(largest.get(piece.label) ?? 0, piece.cells.length));
    const strays = pieces.filter((piece) => piece.cells.length < (largest.get(piece.label) ?? 0));
    if (strays.length === 0) break;
    for (const piece of strays) {
      const votes = new Map<string | undefined, number>();
      for (const cell of piece.cells) for (const other of mesh.neighbours[cell] ?? []) {
        if (result[other] !== piece.label) votes.set(result[other], (votes.get(result[other]) ?? 0) + 1);
      }
      const winner = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
      for (const cell of piece.cells) result[cell] = winner;
    }
  }
  return result;
}

function piecesOf(mesh: Mesh, labels: Labels): { label: string | undefined; cells: number[] }[] {
  const seen = new Uint8Array(labels.length);
  const pieces: { label: string | undefined; cells: number[] }[] = [];
  for (let start = 0; start < labels.length; start++) {
    if (seen[start]) continue;
    const cells = [start];
    seen[start] = 1;
    for (const cell of cells) for (const other of mesh.neighbours[cell] ?? []) {
      if (!seen[other] && labels[other] === labels[start]) {
        seen[other] = 1;
        cells.push(other);
      }
    }
    pieces.push({ label: labels[start], cells });
  }
  return pieces;
}
