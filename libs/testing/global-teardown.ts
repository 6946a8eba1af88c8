import { forgetServer } from './joined-server';

export default async function globalTeardown(): Promise<void> {
  await forgetServer()?.leave();
}
