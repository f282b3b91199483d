declare module 'hyphen/de/index.js' {
  const hyphenation: { readonly hyphenateSync: (text: string, options?: { readonly hyphenChar?: string; readonly minWordLength?: number }) => string };
  export default hyphenation;
}
declare module 'hyphen/en/index.js' {
  const hyphenation: { readonly hyphenateSync: (text: string, options?: { readonly hyphenChar?: string; readonly minWordLength?: number }) => string };
  export default hyphenation;
}
