/** Marks the fields of the crosswalk of the table that is shown. */
export const CROSSWALK_PLACE = 'data-crosswalk';

/** Leads to the fields of the crosswalk, once the table they belong to is shown. */
export function showCrosswalk(): void {
  setTimeout(() => {
    const place = document.querySelector(`[${CROSSWALK_PLACE}]`);
    place?.closest('details')?.setAttribute('open', '');
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector('button')?.focus();
  });
}
