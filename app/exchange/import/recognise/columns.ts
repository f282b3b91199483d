export * from '#app/domain/source/columns.ts';
