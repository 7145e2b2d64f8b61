import { createFakeDisk, createFakeStore } from '../fakes/createFakeStore.js';
import { storeContract } from './contract.js';

storeContract({
  name: 'the fake store',
  replicas: false,
  deadHandMs: 0,
  newHome: () => {
    const disk = createFakeDisk();
    return Promise.resolve({
      open: ({ clock }) => Promise.resolve(createFakeStore({ clock, disk })),
    });
  },
});
