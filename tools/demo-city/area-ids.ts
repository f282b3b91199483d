/** Keys as the office writes them: text with leading zeros. */
export const cityId = '03999017';
export const districtId = (key: string) => `0${key}`;
export const quarterId = (key: string) => `0${key}`;
