import { tellYears } from './years';

jest.setTimeout(3_500_000);

tellYears(1, 10);
