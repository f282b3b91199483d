/** Connected parts (union–find). */
export class Parts {
  private readonly parent: Int32Array;
  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }
  find(node: number): number {
    let root = node;
    while (this.parent[root] !== root) root = this.parent[root] as number;
    for (let step = node; step !== root; ) {
      const above = this.parent[step] as number;
      this.parent[step] = root;
      step = above;
    }
    return root;
  }
  merge(a: number, b: number): void {
    this.parent[this.find(a)] = this.find(b);
  }
}
