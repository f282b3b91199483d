export * from '#app/domain/source/mark-words.ts';
