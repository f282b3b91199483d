export { PACKED, chooseFiles, copyForTest, hasPacked, launch, type LaunchOptions, type Running, type Variant } from '#tools/drive/launch.ts';
