import { Counter } from '@xihuo/ordering';
import { loading } from '@xihuo/registry';
import { bringPlaces, bringSettings } from '../reference/reference';
import { admission } from './admission';
import { applicantStories } from './applicant-stories';
import { buyingMembers, buyingTerms } from './buying';
import { channelSteps } from './channels';
import { comingStandard } from './coming-standard';
import { duesSteps } from './dues';
import { lastYearSteps } from './last-year';
import { signMore } from './more-agreements';
import { organisations } from './organisations';
import { accounts, cast, farmers as farmerPeople } from './people';
import { pricingSteps } from './pricing';
import { listings, products } from './products';
import { readCsv } from './read-csv';
import { laterRecognitions, recognitions } from './recognitions';
import { bringInHarvest, recordSeasonWork, signSeasonAgreements, type FarmerRow } from './season';
import { deliveryAreas, searchIndex } from './search';
import { standard } from './standard';
import type { SeedKit, SeedStep } from './step';
import { storySteps } from './story';
import { watchingStories } from './watching-stories';
import { yearSteps } from './year/steps';

/**
 * The demonstration data in order of time, each step standing on the ones before; of one day, in the order given here. The
 * loader runs what is not done yet, with the business clock set back by `daysAgo`.
 *
 * @param done names of steps that were taken before
 */
export function stepsOf({ database, vault }: SeedKit, done: ReadonlySet<string>): SeedStep[] {
  const farmers = readCsv<keyof FarmerRow>('farmers-sample.csv');
  const counter = new Counter(database, vault);
  const steps: SeedStep[] = [
    // What every house has, here from the days that are told of.
    { name: 'places', daysAgo: 140, run: bringPlaces },
    { name: 'policies', daysAgo: 140, run: bringSettings },
    { name: 'working-days', daysAgo: 140, run: (tx) => loading.loadCalendar(tx) },
    organisations,
    standard,
    accounts,
    cast,
    ...admission,
    products,
    listings,
    ...recognitions,
    { name: 'season.agreements', daysAgo: 34, run: (tx, kit) => signSeasonAgreements(tx, kit.vault, farmers) },
    { name: 'season.moreAgreements', daysAgo: 33, run: (tx, kit) => signMore(tx, kit.vault) },
    farmerPeople,
    ...lastYearSteps,
    buyingTerms,
    buyingMembers,
    ...channelSteps,
    ...(isTold(done) ? yearSteps(counter) : []),
    ...storySteps(farmers, counter),
    ...laterRecognitions,
    ...applicantStories,
    ...comingStandard,
    ...watchingStories,
    { name: 'season.harvest', daysAgo: 0, run: (tx, kit) => bringInHarvest(tx, kit.vault, farmers) },
    { name: 'season.work', daysAgo: 0, run: (tx) => recordSeasonWork(tx) },
    ...duesSteps,
    ...pricingSteps,
    deliveryAreas,
    searchIndex,
  ];
  const placeOf = ({ daysAgo, place }: SeedStep) => place ?? daysAgo;
  return steps.sort((one, other) => placeOf(other) - placeOf(one));
}

/** The years before are told before the story is settled, or not at all: no statement is written into an earlier month. */
const isTold = (done: ReadonlySet<string>) => !done.has('story.settlement') || done.has('year.settings');
