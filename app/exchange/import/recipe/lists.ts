/** Lists of the recipe whose entries have an id. */
export const LISTS = ['files', 'levels', 'topics', 'sources', 'indicators', 'tables', 'crosswalks', 'categories', 'targetGroups', 'institutions'] as const;
export type ListName = (typeof LISTS)[number];
