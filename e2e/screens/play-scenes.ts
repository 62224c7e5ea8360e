import { type HarnessOptions, startHarness } from '../support/harness.ts';
import { SCENES } from './scenes.ts';
import { type Screen, Stage } from './stage.ts';

/** Starts a browser and leads through every screen in it, one after the other. */
export async function playScenes(options: HarnessOptions, onScreen: (screen: Screen) => Promise<void>): Promise<void> {
  const harness = await startHarness(options);
  try {
    const stage = new Stage(harness, await harness.openPopup(), onScreen);
    for (const scene of SCENES) await scene.play(stage);
  } finally {
    await harness.close();
  }
}
