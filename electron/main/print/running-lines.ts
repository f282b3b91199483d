import type { PrintRequest } from '#shared/ipc/contract.ts';

/** Header and footer of every printed page, as Chromium's templates want them: own small documents without the page's styles. */
export function runningLines({ topLeft, topRight, bottomLeft, page, of }: PrintRequest['running']) {
  return {
    displayHeaderFooter: true,
    headerTemplate: line(escaped(topLeft), `<b style="color:#8a4b00">${escaped(topRight)}</b>`),
    footerTemplate: line(escaped(bottomLeft), `${escaped(page)} <span class="pageNumber"></span> ${escaped(of)} <span class="totalPages"></span>`),
  };
}

const line = (left: string, right: string): string =>
  `<div style="width:100%;margin:0 22mm 0 24mm;display:flex;justify-content:space-between;font:8px Inter,Arial,sans-serif;color:#51626c;-webkit-print-color-adjust:exact"><span>${left}</span><span>${right}</span></div>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
